"""What a word of saying covers: the tokens of its content, one function a frame."""

from __future__ import annotations

from collections.abc import Callable

from dateline.records import Sentence, Token
from dateline.says.lexicon import Sense, nouns, verbs
from dateline.tree import children, preposition, subtree

Content = list[Token]
_EXTRA = frozenset({"for", "as", "over", "of", "from", "to", "with"})
_MARKS = frozenset({",", "''", "``", ":"})
_CONTRAST = frozenset({"though", "although", "while", "whereas"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"})


def content(sentence: Sentence, cue: int, senses: tuple[Sense, ...]) -> tuple[Content, Sense | None, str]:
    """The content of the active verb ``cue`` in the first frame that fits, with its sense and the frame."""
    for frame, read in _FRAMES.items():
        for sense in senses:
            if frame in sense.frames and (found := read(sentence, cue, sense)):
                return found, sense, frame
    return [], None, ""


def has_to(sentence: Sentence, i: int) -> bool:
    """Whether the verb ``i`` is an infinitive with "to"."""
    return any(t.tag == "TO" for t in children(sentence, i, "aux"))


def complement(sentence: Sentence, cue: int) -> Content:
    """The finite clause that ``cue`` governs, before it, after it or around it."""
    clauses = [
        k for k in children(sentence, cue, "ccomp") if not (has_to(sentence, k.i) and _lacks_subject(sentence, k))
    ]
    after = [k for k in clauses if k.i > cue and not has_to(sentence, k.i)]
    before = [k for k in clauses if k.i < cue]
    if after and (not before or any(t.text == ";" for t in sentence.tokens[before[-1].i : cue])):
        more = [k.i for k in children(sentence, cue, "conj") if _goes_on(sentence, k)]
        return _asides_cut(sentence, after[0], _joined(sentence, [after[0].i, *more], cue))
    if before:
        return _before(sentence, cue, [t for k in (before[0], *after) for t in subtree(sentence, k.i)])
    return _around(sentence, cue) or tagged(sentence, cue) or _behind_that(sentence, cue)


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause coordinated with "said" is still what is said ("..., but prosecutors may appeal")."""
    modal = any(t.tag == "MD" for t in children(sentence, verb.i, "aux"))
    return modal and not _lacks_subject(sentence, verb) and verb.lemma not in verbs()


def _lacks_subject(sentence: Sentence, verb: Token) -> bool:
    return not children(sentence, verb.i, "nsubj", "nsubjpass")


def _asides_cut(sentence: Sentence, verb: Token, inside: Content) -> Content:
    """The clause without what the reporter adds behind it: ", citing ..." and ", though she noted ..."."""
    cut: set[int] = set()
    for kid in children(sentence, verb.i, "advcl"):
        senses = verbs().get(kid.lemma, ())
        if kid.i < verb.i or not any(s.frames & {"clause", "quote"} for s in senses):
            continue
        participle = kid.tag == "VBG" and sentence.tokens[kid.i - 1].tag == ","
        contrast = any(m.text.lower() in _CONTRAST for m in children(sentence, kid.i, "mark"))
        if participle or (contrast and children(sentence, kid.i, "ccomp")):
            cut |= {t.i for t in subtree(sentence, kid.i)}
    return [t for t in inside if t.i not in cut]


def _clause(sentence: Sentence, cue: int, _: Sense) -> Content:
    return complement(sentence, cue)


def _before(sentence: Sentence, cue: int, inside: Content) -> Content:
    """A clause before its verb: all words up to the speaker, and what the clause goes on with after the verb."""
    kids = children(sentence, cue, "aux", "advmod", "neg")
    edge = min([t.i for t in kids if _close(sentence, t, cue)] + [cue])
    edge = min([t.i for k in children(sentence, cue, "nsubj") if k.i < cue for t in subtree(sentence, k.i)] + [edge])
    first = 0 if sentence.tokens[cue].head == cue else min(t.i for t in inside)
    before = list(sentence.tokens[first:edge]) if edge > first else []
    return before + [t for t in inside if t.i > cue and t not in before]


def _close(sentence: Sentence, token: Token, cue: int) -> bool:
    return token.i < cue and all(t.tag != "," for t in sentence.tokens[token.i : cue])


def _around(sentence: Sentence, cue: int) -> Content:
    """The clause in which "X said" is set between commas, or that ends with it."""
    token = sentence.tokens[cue]
    subject = children(sentence, cue, "nsubj")
    if not subject or any(t.i > cue for t in children(sentence, cue, "dobj", "xcomp")):
        return []
    own = {t.i for t in subtree(sentence, cue)}
    left = min([t.i for k in subject for t in subtree(sentence, k.i)] + [cue]) - 1
    if left < 0 or sentence.tokens[left].tag not in (",", "''", ":"):
        return []
    if token.head == cue:
        return list(sentence.tokens[:left])
    if token.dep not in ("parataxis", "dep", "ccomp", "advcl", "conj"):
        return []
    rest = [t for t in subtree(sentence, token.head) if t.i not in own]
    return rest if min(t.i for t in rest) < left else []


def tagged(sentence: Sentence, cue: int) -> Content:
    """All before a speaker and verb that close the sentence (", Al-Noor newspaper reported") in a lost parse."""
    token = sentence.tokens[cue]
    if token.tag not in ("VBD", "VBZ", "VBP"):
        return []
    after = [t for t in sentence.tokens[cue + 1 :] if t.pos != "PUNCT"]
    if not any(t.entity not in ("DATE", "TIME") and t.pos != "ADP" for t in after):
        left = cue - 1
        while left > 0 and (sentence.tokens[left].tag == "HYPH" or not _closes(sentence.tokens[left])):
            left -= 1
        named = any(
            t.pos in ("NOUN", "PROPN", "PRON") and t.tag not in ("WP", "WDT") for t in sentence.tokens[left:cue]
        )
        if named and sentence.tokens[left].tag in _MARKS and left > 3:
            return list(sentence.tokens[:left])
        return []
    named = bool(after) and any(k.pos == "PROPN" for k in children(sentence, cue, "dobj", "attr", "oprd", "npadvmod"))
    behind = (
        named
        and cue > 4
        and sentence.tokens[cue - 1].tag in _MARKS
        and not any(_closes(t) and t.pos != "PUNCT" for t in after)
    )
    return list(sentence.tokens[: cue - 1]) if behind and not children(sentence, cue, "nsubj") else []


def _closes(token: Token) -> bool:
    """Whether a word cannot stand in a speaker's name before the verb."""
    return (
        token.tag in _MARKS or token.pos in ("AUX", "SCONJ", "CCONJ") or (token.pos == "VERB" and token.dep != "amod")
    )


def _behind_that(sentence: Sentence, cue: int) -> Content:
    """All that follows "said that" where the parser saw no clause in it."""
    rest = list(sentence.tokens[cue + 1 :])
    if len(rest) > 2 and rest[0].text.lower() == "that" and rest[1].pos not in ("PUNCT", "ADP", "NOUN"):
        return rest
    for noun in (*children(sentence, cue, "dobj", "dative"), *preposition(sentence, cue)):
        for verb in children(sentence, noun.i, "acl", "relcl", "ccomp"):
            marks = children(sentence, verb.i, "mark")
            if marks and marks[0].text.lower() == "that" and noun.lemma not in nouns() and noun.i > cue:
                return subtree(sentence, verb.i)  # "told him on Monday that" hung on the Monday
    return []


def _infinitive(sentence: Sentence, cue: int, _: Sense) -> Content:
    for kid in children(sentence, cue, "xcomp", "ccomp", "advcl"):
        if kid.i > cue and has_to(sentence, kid.i) and not children(sentence, kid.i, "nsubj"):
            if kid.dep == "advcl" and children(sentence, cue, "dobj"):
                continue
            also = [k.i for k in children(sentence, cue, "conj") if k.tag == "VB" != sentence.tokens[cue].tag]
            return _joined(sentence, [kid.i, *also], cue)
    return []


def _person_infinitive(sentence: Sentence, cue: int, _: Sense) -> Content:
    verbs = [t for t in children(sentence, cue, "xcomp", "ccomp", "advcl") if t.i > cue and has_to(sentence, t.i)]
    if not verbs:
        return _person_prep(sentence, cue)
    verb = verbs[0]
    objects = [t for t in children(sentence, cue, "dobj", "dative") if cue < t.i < verb.i]
    if not objects and not children(sentence, verb.i, "nsubj"):
        return _person_prep(sentence, cue)
    return _joined(sentence, [t.i for t in objects] + [verb.i], cue)


def _person_prep(sentence: Sentence, cue: int) -> Content:
    """ "called on X to do": the noun is the object of the preposition, the infinitive hangs on it or on the verb."""
    for prep in children(sentence, cue, "prep"):
        for noun in children(sentence, prep.i, "pobj"):
            found = (*children(sentence, noun.i, "acl", "relcl"), *children(sentence, cue, "xcomp", "advcl"))
            infinitives = [v.i for v in found if has_to(sentence, v.i) and v.i > noun.i]
            if infinitives and prep.text.lower() in ("on", "upon", "with", "to"):
                return _joined(sentence, [noun.i, *infinitives], cue)
    return []


def _gerund(sentence: Sentence, cue: int, _: Sense) -> Content:
    for kid in children(sentence, cue, "xcomp", "pcomp", "ccomp"):
        if kid.i > cue and kid.tag == "VBG":
            return [t for t in subtree(sentence, kid.i) if t.i > cue]
    return []


def _small(sentence: Sentence, cue: int, _: Sense) -> Content:
    """An object with what is said of it: "the vote a farce", "the raid as a mistake", "Pyongyang of spying"."""
    for kid in children(sentence, cue, "ccomp"):
        if kid.i > cue and kid.pos in ("NOUN", "PROPN", "ADJ") and children(sentence, kid.i, "nsubj"):
            return [t for t in subtree(sentence, kid.i) if t.i > cue]
    late = [t for t in children(sentence, cue, "nsubj") if t.i > cue and sentence.tokens[cue].tag == "VBG"]
    objects = [t for t in children(sentence, cue, "dobj", "pobj") if t.text.lower() not in _REFLEXIVE] or late
    verdict = [t for t in children(sentence, cue, "oprd", "prep", "ccomp", "xcomp") if _is_verdict(t)]
    within = [k for o in objects for k in children(sentence, o.i, "prep") if k.text.lower() == "as"]
    if not objects or not [t for t in (*verdict, *within) if t.i > cue]:
        return []
    return _joined(sentence, [objects[0].i] + [t.i for t in verdict], cue, after=objects[0].i > cue)


def _is_verdict(token: Token) -> bool:
    if token.dep != "prep":
        return token.dep == "oprd" or token.pos in ("ADJ", "NOUN", "PROPN")
    return token.text.lower() in ("as", "of", "for", "to", "with", "on")


def _object(sentence: Sentence, cue: int, _: Sense) -> Content:
    for noun in children(sentence, cue, "dobj"):
        if noun.text.lower() in _REFLEXIVE or noun.entity in ("DATE", "TIME"):
            continue
        if noun.i < cue:
            return subtree(sentence, noun.i) if noun.tag in ("WP", "WDT") else []
        preps = [t.i for t in children(sentence, cue, "prep") if t.i > noun.i and t.text.lower() in _EXTRA]
        return _joined(sentence, [noun.i, *preps[:1]], cue)
    return []


def _preposition(sentence: Sentence, cue: int, sense: Sense) -> Content:
    for prep in children(sentence, cue, "prep", "prt"):
        if prep.text.lower() in sense.prepositions and prep.i > cue:
            inside = [t for k in children(sentence, prep.i, "pobj", "pcomp") for t in subtree(sentence, k.i)]
            if inside and not all(t.entity in ("DATE", "TIME") or t.pos == "ADP" for t in inside):
                return [t for t in inside if t.i > prep.i]
    return []


def _joined(sentence: Sentence, heads: list[int], cue: int, *, after: bool = True) -> Content:
    found = {t.i for h in heads for t in subtree(sentence, h)}
    return [sentence.tokens[i] for i in sorted(found) if i > cue or (not after and i != cue)]


_FRAMES: dict[str, Callable[[Sentence, int, Sense], Content]] = {
    "person_infinitive": _person_infinitive,
    "clause": _clause,
    "infinitive": _infinitive,
    "gerund": _gerund,
    "small": _small,
    "object": _object,
    "preposition": _preposition,
}

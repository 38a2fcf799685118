"""The grammatical places around a predicate that hold its actors, recipients and content.

A slot is named in the rules by one word: ``subj`` who does it, ``obj`` whom or what it is done to, ``dative``, ``comp``
the infinitive or clause it governs (``infinitive``: only the former), ``comp.subj`` the subject of that clause,
``comp.with`` and the like a slot of it, ``deep.from`` the preposition anywhere below, ``mod`` names before a noun,
``poss`` its possessor, ``near`` every word under it, or any preposition (``with``, ``against``, ``between`` ...).
Subjects are logical: inherited through control, raising, coordination, participles and relative clauses.
"""

from __future__ import annotations

from dateline.knowledge.rules import codes
from dateline.records import Sentence, Token
from dateline.tree import children, conjuncts, preposition, subtree

_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})
_VERBAL = frozenset({"VERB", "AUX"})


def fill(sentence: Sentence, head: int, slot: str, light: int | None = None) -> list[Token]:
    """The head tokens that fill ``slot`` of the predicate ``head``; ``light`` is its light verb, where it has one."""
    token = sentence.tokens[head]
    noun = token.pos in ("NOUN", "PROPN") or token.tag.startswith("NN")
    match slot:
        case "subj":
            return _noun_subject(sentence, head, light) if noun else subject(sentence, head)
        case "obj":
            return _noun_object(sentence, head) if noun else objects(sentence, head)
        case "dative":
            return _spread(sentence, children(sentence, light if light is not None else head, "dative", "iobj"))
        case "poss":
            return _spread(sentence, children(sentence, head, "poss"))
        case "mod":
            return _name_modifiers(sentence, head)
        case "comp":
            return complements(sentence, head)
        case "infinitive":
            return [c for c in complements(sentence, head) if _is_infinitive(sentence, c)]
        case "comp.subj":
            return [s for c in complements(sentence, head) for s in _own_subject(sentence, c.i)]
        case "near":
            return [t for t in subtree(sentence, light if light is not None else head) if t.i != head]
    if slot.startswith("deep."):
        word = slot.removeprefix("deep.")
        below = [t for t in subtree(sentence, head) if t.tag in ("IN", "TO") and t.text.lower() == word]
        return _spread(sentence, [o for t in below for o in children(sentence, t.i, "pobj")])
    if slot.startswith("comp."):
        return [t for c in complements(sentence, head) for t in fill(sentence, c.i, slot.removeprefix("comp."))]
    return _under_preposition(sentence, head, slot, light)


def subject(sentence: Sentence, verb: int) -> list[Token]:
    """Who does it: the subject of an active verb, the by-phrase of a passive one."""
    if not is_passive(sentence, verb):
        return surface_subject(sentence, verb)
    agents = preposition(sentence, verb, "by")
    if agents:  # "attended by A, B and C": the parser may hang the last of a list on the verb
        agents += [t for t in children(sentence, verb, "conj") if t.pos in ("NOUN", "PROPN")]
    return _spread(sentence, agents)


def objects(sentence: Sentence, verb: int) -> list[Token]:
    """Whom it is done to: the object of an active verb, the subject of a passive one."""
    if is_passive(sentence, verb):
        return surface_subject(sentence, verb)
    found = children(sentence, verb, "dobj", "obj")
    token = sentence.tokens[verb]
    if (
        not found
        and token.dep == "relcl"
        and _own_subject(sentence, verb)
        and not _has_relative_subject(sentence, verb)
    ):
        found = [sentence.tokens[token.head]]  # "the man police arrested"
    if not found and token.dep == "conj" and not children(sentence, verb, "nsubj", "prep", "xcomp", "ccomp"):
        head = sentence.tokens[token.head]
        if head.pos in _VERBAL:
            found = []  # "met and praised him": the object belongs to the last verb only
    return _spread(sentence, found)


def complements(sentence: Sentence, head: int) -> list[Token]:
    """The verbs of the infinitive or clause that the predicate governs, with those coordinated to them."""
    found = children(sentence, head, "xcomp", "ccomp", "acl", "advcl")
    token = sentence.tokens[head]
    out = [t for t in found if t.dep in ("xcomp", "ccomp") or _is_infinitive(sentence, t)]
    if not out and token.pos not in ("NOUN", "PROPN"):
        for obj in children(sentence, head, "dobj", "pobj"):
            out += [t for t in children(sentence, obj.i, "acl", "xcomp", "relcl") if _is_infinitive(sentence, t)]
        for prep in children(sentence, head, "prep"):
            out += children(sentence, prep.i, "pcomp")
            for obj in children(sentence, prep.i, "pobj"):
                out += [t for t in children(sentence, obj.i, "acl", "relcl") if _is_infinitive(sentence, t)]
    return [c for t in out for c in conjuncts(sentence, t.i) if c.pos in _VERBAL or c.i == t.i]


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is a passive or a passive participle."""
    token = sentence.tokens[verb]
    if children(sentence, verb, "nsubjpass", "auxpass", "csubjpass"):
        return True
    if token.tag != "VBN" or children(sentence, verb, "nsubj", "aux"):
        return False
    if token.dep in ("acl", "relcl", "amod", "advcl"):
        return True
    head = sentence.tokens[token.head]
    return token.dep == "conj" and head.i != token.i and head.pos in _VERBAL and is_passive(sentence, head.i)


def surface_subject(sentence: Sentence, verb: int) -> list[Token]:
    """The grammatical subject of a verb, its own or inherited."""
    return _surface_subject(sentence, verb, frozenset())


def _surface_subject(sentence: Sentence, verb: int, seen: frozenset[int]) -> list[Token]:
    own = _own_subject(sentence, verb)
    if own or verb in seen:
        return own
    seen = seen | {verb}
    token = sentence.tokens[verb]
    governor = sentence.tokens[token.head]
    if token.dep in ("acl", "amod") and not _is_infinitive(sentence, token):
        return _spread_up(sentence, governor)
    if token.dep == "acl":
        return _owner(sentence, governor.i, seen)
    if token.dep in ("xcomp", "ccomp") and governor.pos in _VERBAL | {"ADJ"}:
        controlled = _controller(sentence, governor)
        return controlled or _surface_subject(sentence, governor.i, seen)
    if (
        token.dep in ("conj", "advcl", "dep", "parataxis", "acomp")
        and governor.pos in _VERBAL | {"ADJ"}
        and governor.i != verb
    ):
        return _surface_subject(sentence, governor.i, seen)
    if token.dep == "pcomp":
        return _subject_behind_preposition(sentence, governor, seen)
    if token.dep in ("acomp", "attr", "oprd"):
        return _surface_subject(sentence, governor.i, seen)
    return []


def _controller(sentence: Sentence, governor: Token) -> list[Token]:
    """The object that does the infinitive: "urged China to act" but "promised China to act"."""
    if governor.lemma in codes().lists["subject_control"]:
        return []
    if is_passive(sentence, governor.i):
        return []
    found = children(sentence, governor.i, "dobj", "dative")
    return _spread(sentence, found) or _spread(
        sentence, preposition(sentence, governor.i, "on", "upon") if governor.lemma in ("call", "prevail") else []
    )


def _subject_behind_preposition(sentence: Sentence, prep: Token, seen: frozenset[int]) -> list[Token]:
    """ "accused Iran of violating": Iran; "ended the visit by signing": who ended it."""
    governor = sentence.tokens[prep.head]
    if governor.pos in _VERBAL:
        if prep.text.lower() in ("of", "from", "for", "into") and (found := objects(sentence, governor.i)):
            return found
        return _surface_subject(sentence, governor.i, seen)
    return _owner(sentence, governor.i, seen)


def _owner(sentence: Sentence, noun: int, seen: frozenset[int]) -> list[Token]:
    """Whose plan, effort or decision it is: the possessor, else the subject of the verb that has it as object."""
    possessor = children(sentence, noun, "poss")
    if possessor:
        return _spread(sentence, possessor)
    names = _name_modifiers(sentence, noun)
    if names:
        return names
    governor = sentence.tokens[sentence.tokens[noun].head]
    if governor.pos in _VERBAL and governor.i != noun:
        return _surface_subject(sentence, governor.i, seen)
    return _spread(sentence, preposition(sentence, noun, "by"))


def _own_subject(sentence: Sentence, verb: int) -> list[Token]:
    found = children(sentence, verb, "nsubj", "nsubjpass")
    token = sentence.tokens[verb]
    out: list[Token] = []
    for t in found:
        if t.tag in _RELATIVE and token.dep == "relcl":
            out += _spread_up(sentence, sentence.tokens[token.head])
        else:
            out += conjuncts(sentence, t.i)
    return out


def _has_relative_subject(sentence: Sentence, verb: int) -> bool:
    return any(t.tag in _RELATIVE for t in children(sentence, verb, "nsubj", "nsubjpass"))


def _noun_subject(sentence: Sentence, noun: int, light: int | None) -> list[Token]:
    found = _spread(sentence, children(sentence, noun, "poss"))
    found += _spread(sentence, by_phrase(sentence, noun))
    if not found:
        found = _name_modifiers(sentence, noun)
    if not found and light is None:
        found = _present_at(sentence, noun)
    if light is not None:
        token = sentence.tokens[noun]
        if token.dep in ("nsubjpass", "dobj", "pobj", "attr") or is_passive(sentence, light):
            found = subject(sentence, light) + [t for t in found if t not in subject(sentence, light)]
    return [t for t in found if t.i != noun]


def _present_at(sentence: Sentence, noun: int) -> list[Token]:
    """Who is said to do something "during a meeting with ...": one side of the meeting."""
    prep = sentence.tokens[sentence.tokens[noun].head]
    if sentence.tokens[noun].dep != "pobj" or prep.text.lower() not in ("during", "at", "after", "before", "in"):
        return []
    verb = sentence.tokens[prep.head]
    if verb.pos not in _VERBAL or not preposition(sentence, noun, "with"):
        return []
    return surface_subject(sentence, verb.i)


def by_phrase(sentence: Sentence, noun: int) -> list[Token]:
    """Who did the deed a noun names: "the shelling by the army", also where the parser hangs "by" on the verb."""
    found = preposition(sentence, noun, "by")
    token = sentence.tokens[noun]
    if found or token.dep != "dobj" or is_passive(sentence, token.head):
        return found
    return preposition(sentence, token.head, "by")


def _noun_object(sentence: Sentence, noun: int) -> list[Token]:
    found = _spread(sentence, preposition(sentence, noun, "of"))
    compounds = [t for t in children(sentence, noun, "compound", "amod", "nmod") if t.entity not in _NAMES]
    return found + compounds


def _name_modifiers(sentence: Sentence, noun: int) -> list[Token]:
    """Names before a noun: the *US* sanctions, a *Boko Haram* attack, *US-South Korean* drills."""
    found = [t for t in children(sentence, noun, "compound", "amod", "nmod") if t.entity in _NAMES or t.pos == "PROPN"]
    return [c for t in found for c in conjuncts(sentence, t.i)]


def _under_preposition(sentence: Sentence, head: int, word: str, light: int | None) -> list[Token]:
    found = preposition(sentence, head, word)
    if light is not None:
        found += preposition(sentence, light, word)
    for obj in children(sentence, head, "dobj"):  # "held talks with", "imposed a ban on": attached to the object
        if light is None:
            found += preposition(sentence, obj.i, word)
    return _spread(sentence, found)


def _spread(sentence: Sentence, found: list[Token]) -> list[Token]:
    """With all that is coordinated, each once, in text order; relative pronouns stand for their antecedent."""
    out: dict[int, Token] = {}
    for t in found:
        for c in conjuncts(sentence, t.i):
            if c.tag in _RELATIVE:
                c = _antecedent(sentence, c)
            out[c.i] = c
    return [out[i] for i in sorted(out)]


def _spread_up(sentence: Sentence, token: Token) -> list[Token]:
    """An antecedent with its sisters: "A and B, who met" means both only when the clause hangs on the first."""
    return conjuncts(sentence, token.i)


def _antecedent(sentence: Sentence, relative: Token) -> Token:
    for _ in range(4):
        governor = sentence.tokens[relative.head]
        if governor.dep == "relcl":
            return sentence.tokens[governor.head]
        if governor.i == relative.i:
            break
        relative = governor
    return relative


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    return any(t.tag == "TO" for t in children(sentence, token.i, "aux", "mark"))

"""What a clause says of itself: modal, tense, adverbs, negation, condition; and who does it as against who speaks."""

from __future__ import annotations

from dateline.records import Sentence, Span, Status, Token
from dateline.says.status_cues import Cue, status_cues
from dateline.says.status_links import VERBS
from dateline.tree import children, conjuncts, span_of, subtree

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def modal_of(sentence: Sentence, token: Token) -> tuple[Cue, Token] | None:
    """The modal or doubting adverb of the clause; the adverb wins over "will"."""
    found = []
    perfect = any(t.lemma == "have" for t in children(sentence, token.i, "aux"))
    for t in children(sentence, token.i, "aux", "advmod", "neg", "prt", "npadvmod"):
        kind = "adverb" if t.dep != "aux" else "modal"
        for cue in status_cues().by_word.get((kind, t.text.lower()), ()):
            if "clause" in cue.governs and (
                not cue.rest or (perfect and cue.rest == ("have",)) or _follows(sentence, t, cue)
            ):
                found.append((cue, t))
                break
    found.sort(key=lambda pair: pair[0].effect in ("future", "same"))
    return found[0] if found else None


def _follows(sentence: Sentence, token: Token, cue: Cue) -> bool:
    after = [t.text.lower() for t in sentence.tokens[token.i + 1 : token.i + 1 + len(cue.rest)]]
    return tuple(after) == cue.rest


def is_finite(sentence: Sentence, token: Token) -> bool:
    """Whether the clause has a tensed verb or a modal."""
    return token.tag in _FINITE or any(t.tag in _FINITE for t in children(sentence, token.i, "aux", "auxpass"))


def indicative(sentence: Sentence, token: Token) -> bool:
    """Whether a that-clause tells what is ("insists that they left"), not what is to be ("insists that they leave")."""
    if token.pos not in VERBS:
        return False
    for t in (token, *children(sentence, token.i, "aux", "auxpass")):
        if t.tag in ("VBD", "VBZ") or (t.tag == "VBP" and t.lemma in ("be", "have")):
            return True
        if t.tag == "MD" and t.text.lower() not in ("should", "must"):
            return True
    return False


def is_imperative(sentence: Sentence, token: Token) -> bool:
    """A bare verb without subject or helper."""
    return token.tag == "VB" and not children(sentence, token.i, "nsubj", "aux", "nsubjpass", "auxpass", "mark")


def shares_auxiliary(sentence: Sentence, first: Token, token: Token) -> bool:
    """ "will meet and discuss", "did not meet or speak": the second verb has no subject, modal or tense of its own."""
    if token.pos not in VERBS:
        return True
    own = children(sentence, token.i, *_SUBJECTS, "aux", "auxpass")
    but = any(t.text.lower() == "but" for t in children(sentence, first.i, "cc"))
    return not own and first.tag == token.tag and token.tag in ("VB", "VBN", "VBG") and not but


def negations(sentence: Sentence, token: Token, words: tuple[int, ...], below: frozenset[int]) -> list[Token]:
    """The words that negate the clause or noun, a negative subject or object too unless counted ``below``."""
    no = status_cues().lists["negations"]
    deps = ("neg", "advmod", "det", "preconj", "aux", "intj")
    found = [t for t in children(sentence, token.i, *deps) if t.text.lower() in no]
    if token.pos not in VERBS:
        light = [w for w in words if sentence.tokens[w].pos in VERBS and w != token.head]
        found += [t for w in light for t in children(sentence, w, "neg")]
        return [t for t in found if not _only(sentence, t)]
    around = children(sentence, token.i, "nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "advmod")
    for t in dict.fromkeys([*around, *(sentence.tokens[w] for w in words)]):
        if t.i not in below and t.pos not in VERBS and t.i not in {x.i for x in found}:
            found += [t] if t.text.lower() in status_cues().lists["nobody"] else _on_the_left(sentence, t, no)
    if token.dep == "conj" and token.tag in _FINITE:
        found += [t for t in children(sentence, token.head, "cc") if t.text.lower() == "nor"]
    return [t for t in found if not _only(sentence, t)]


def _on_the_left(sentence: Sentence, noun: Token, no: frozenset[str]) -> list[Token]:
    """ "no talks", "hardly any prisoners", "no longer"."""
    near = [t for t in children(sentence, noun.i) if t.i < noun.i]
    near += [t for k in near if k.dep == "det" for t in children(sentence, k.i)]
    return [t for t in near if t.text.lower() in no]


def _only(sentence: Sentence, no: Token) -> bool:
    """ "not only", "no fewer than", "no sooner": no negation."""
    after = sentence.tokens[no.i + 1].text.lower() if no.i + 1 < len(sentence.tokens) else ""
    return after in status_cues().lists["after_no"]


def modifier_cues(sentence: Sentence, noun: Token) -> list[tuple[Cue, Token]]:
    """The cues among the modifiers of an event noun: "planned", "scheduled for Monday", "that was cancelled"."""
    out = []
    known = status_cues().by_word
    for t in children(sentence, noun.i):
        keys = dict.fromkeys((t.text.lower(), t.lemma))
        if t.dep in ("amod", "compound", "nmod", "advmod", "det", "acl", "relcl", "npadvmod", "acomp", "appos", "conj"):
            cue = next(
                (
                    c
                    for k in keys
                    for kind in ("adj", "adverb", "det")
                    for c in known.get((kind, k), ())
                    if "mod" in c.governs and not c.rest
                ),
                None,
            )
            if cue and _modifies(sentence, t):
                out.append((cue, t))
                continue
        if t.dep == "acl" and t.tag == "VBN" or t.dep == "relcl" and children(sentence, t.i, "nsubjpass"):
            cue = next((c for k in keys for c in known.get(("verb", k), ()) if "obj" in c.governs and not c.rest), None)
            if cue and not children(sentence, t.i, "neg"):
                out.append((cue, t))
    return out


def _modifies(sentence: Sentence, t: Token) -> bool:
    """Not "a call in which he had intended to press them"."""
    if t.dep == "relcl":
        return bool(children(sentence, t.i, "nsubjpass"))
    return t.dep not in ("acl", "appos", "conj") or t.tag == "VBN"


def extra_future(sentence: Sentence, token: Token) -> Span | None:
    """A present tense that means the future: "the talks begin on Monday next week", "is meeting the envoy tomorrow"."""
    if token.pos not in VERBS or any(
        t.tag in ("VBD", "VBN", "MD") for t in (token, *children(sentence, token.i, "aux", "auxpass"))
    ):
        return None
    if token.tag not in ("VBZ", "VBP", "VBG"):
        return None
    soon = status_cues().lists["soon"]
    for t in children(sentence, token.i, "npadvmod", "advmod", "prep"):
        for inner in subtree(sentence, t.i) if t.dep != "prep" else children(sentence, t.i, "pobj"):
            near = [inner, *children(sentence, inner.i, "amod")]
            if hit := next((x for x in near if x.text.lower() in soon), None):
                return hit.span
    return None


def will_or_may(
    sentence: Sentence, token: Token, modal: Token, doer: int | None, how: str, giver: int | None
) -> Status:
    """ "will" tells a plan of one who controls the act, else a forecast."""
    lists = status_cues().lists
    subject = next(iter(children(sentence, token.i, *_SUBJECTS)), None)
    if any(t.lemma == "have" for t in children(sentence, token.i, "aux")):
        return Status.POSSIBLE
    if how == "foretold" and not (giver is not None and same_doer(sentence, sentence.tokens[giver], token, doer)):
        return Status.POSSIBLE
    if token.lemma in lists["outcomes"]:
        return Status.POSSIBLE
    if children(sentence, token.i, "auxpass") or token.lemma in lists["schedule"]:
        return Status.PLANNED
    said_of_self = bool(how) and subject is not None and subject.text.lower() in lists["pronouns"]
    if subject is not None and not said_of_self and _is_thing(subject) and subject.i != doer:
        return Status.POSSIBLE
    if modal.text.lower() in ("would", "'d", "’d") and subject is not None and not how and _no_agent(subject):
        return Status.POSSIBLE
    return Status.PLANNED


def _is_thing(subject: Token) -> bool:
    lists = status_cues().lists
    word = subject.lemma
    return word in lists["things"] or (
        subject.pos == "NOUN" and word.endswith(("tion", "sion", "ism", "ness", "ity")) and word not in lists["bodies"]
    )


def _no_agent(subject: Token) -> bool:
    return subject.pos == "NOUN" and not subject.entity and subject.lemma in status_cues().lists["things"]


def conditions(sentence: Sentence, token: Token) -> tuple[Span, Span] | None:
    """The conditional clause or phrase of the clause: its mark and its whole."""
    ifs = status_cues().lists["conditions"]
    for kid in children(sentence, token.i, "advcl", "prep", "advmod"):
        marks = [kid] if kid.dep != "advcl" else children(sentence, kid.i, "mark", "advmod")
        for mark in marks:
            if mark.text.lower() in ifs and not _even(sentence, mark):
                return mark.span, span_of(subtree(sentence, kid.i))
    return None


def _even(sentence: Sentence, mark: Token) -> bool:
    return mark.i > 0 and sentence.tokens[mark.i - 1].text.lower() in ("even", "as")


def same_doer(sentence: Sentence, word: Token, token: Token, doer: int | None) -> bool:
    """Whether who wants, says or plans (the subject of ``word``) is who does it."""
    wanter = _subject(sentence, word)
    subject = next(iter(children(sentence, token.i, "nsubj", "nsubjpass")), None)
    if token.pos not in VERBS:
        return doer is not None and wanter is not None and doer in {t.i for t in conjuncts(sentence, wanter.i)}
    if subject is None:
        return not (token.dep in ("xcomp", "ccomp") and children(sentence, word.i, "dobj"))
    if not is_finite(sentence, token):
        return False  # "wants it reopened"
    if subject.text.lower() in status_cues().lists["pronouns"]:
        return True
    return wanter is not None and (subject.i == wanter.i or subject.lemma == wanter.lemma)


def _subject(sentence: Sentence, word: Token) -> Token | None:
    seen: set[int] = set()
    while word.i not in seen:
        seen.add(word.i)
        found = children(sentence, word.i, "nsubj", "poss")
        if found:
            return found[0]
        word = sentence.tokens[word.head]
    return None

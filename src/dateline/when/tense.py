"""Whether what happens at a time lies before or after the telling, by the verb that governs it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.load import words
from dateline.records import Sentence, Token
from dateline.tree import ancestors, children
from dateline.when.grammar import vocabulary

_OWN = frozenset({"compound", "nmod", "poss", "amod"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = _PRESENT | {"VBD", "MD"}


def direction(sentence: Sentence, i: int) -> int:
    """-1 for the past, 1 for the future, 0 where the tree does not tell, seen from token ``i``."""
    if (opening := _opening(sentence, i)) is not None:
        return opening
    if sentence.tokens[i].dep == "pobj" and sentence.tokens[sentence.tokens[i].head].lemma == "since":
        return -1
    if sentence.tokens[i].dep == "pobj" and sentence.tokens[sentence.tokens[i].head].lemma in ("until", "through"):
        return 1
    for token in _governors(sentence, i):
        helpers = children(sentence, token.i, "aux", "auxpass")
        if token.text.lower() in vocabulary()["future_cues"] and not any(t.text.lower() == "had" for t in helpers):
            return 1
        if token.lemma == "set" and helpers and children(sentence, token.i, "prep") and _set_for(sentence, token):
            return 1
        if token.pos in ("VERB", "AUX") and (told := _tense(sentence, token)) is not None:
            return told
    return 0


def _set_for(sentence: Sentence, verb: Token) -> bool:
    """ "is set for Monday", unlike "was set on fire on Monday"."""
    return any(t.text.lower() == "for" for t in children(sentence, verb.i, "prep"))


def _governors(sentence: Sentence, i: int) -> Iterator[Token]:
    """What a time hangs on; a time inside a prepositional noun ("under a June agreement") tells nothing of the verb."""
    below = sentence.tokens[i]
    for token in ancestors(sentence, i):
        if below.dep in _OWN and token.dep == "pobj":
            return
        yield token
        below = token


def _tense(sentence: Sentence, verb: Token) -> int | None:
    helpers = children(sentence, verb.i, "aux", "auxpass")
    if any(t.lemma == "have" and t.tag == "VB" for t in helpers) and "will" not in {t.lemma for t in helpers}:
        return -1  # "is said to have left in May", "would have left in May"
    if any(t.tag == "MD" for t in helpers):
        return 1
    if any(t.tag == "TO" for t in helpers):
        return None if _carried_out(sentence, verb) else -1 if _was_to(sentence, verb) else 1
    if verb.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in helpers):
        return _went(verb, helpers)
    if verb.tag == "VBN":
        return 0 if helpers else -1
    if verb.tag == "VBG":
        return 1 if any(t.tag in _PRESENT for t in helpers) else None
    if verb.tag in _PRESENT:
        return 0
    return None  # a bare form takes the tense of what governs it


def _opening(sentence: Sentence, i: int) -> int | None:
    """A time that opens its sentence goes with the first finite verb."""
    if i > 3 or any(t.pos in ("VERB", "AUX") for t in sentence.tokens[:i]):
        return None
    first = next((t for t in sentence.tokens[i:] if t.tag in _FINITE), None)
    if first is None:
        return None
    main = sentence.tokens[first.head] if first.dep in ("aux", "auxpass") else first
    return _tense(sentence, main)


def _carried_out(sentence: Sentence, verb: Token) -> bool:
    """As in "was forced to resign Sunday": the infinitive happened when its governor did."""
    above = sentence.tokens[verb.head]
    return verb.dep in ("xcomp", "ccomp") and above.lemma in words("when/implicative.txt")


def _was_to(sentence: Sentence, verb: Token) -> bool:
    """As in "had been due to expire Friday": what was to happen by then is past."""
    above = next((t for t in ancestors(sentence, verb.i) if t.pos in ("VERB", "AUX")), None)
    return above is not None and any(t.text.lower() == "had" for t in children(sentence, above.i, "aux"))


def _went(verb: Token, helpers: list[Token]) -> int:
    if verb.tag == "VBG" and verb.lemma == "go":
        return 1
    return -1 if verb.tag != "VBG" or any(t.tag == "VBD" for t in helpers) else 0

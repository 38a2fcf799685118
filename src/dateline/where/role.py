"""How a place name stands in its sentence: behind which preposition, and whether it is somebody and not somewhere."""

from __future__ import annotations

from dateline.records import Sentence, Token
from dateline.where.names import capitals, listed

_INSIDE = frozenset({"compound", "nmod", "amod", "poss", "appos", "conj", "nummod"})


def head_of(tokens: list[Token]) -> int:
    """The token of the name that hangs on something outside it."""
    inside = {t.i for t in tokens}
    return next((t.i for t in reversed(tokens) if t.head not in inside or t.head == t.i), tokens[-1].i)


def preposition_of(sentence: Sentence, head: int) -> str:
    """The preposition that governs the name, also through "Kabul airport", "Mosul, Iraq" and "A and B"."""
    token = sentence.tokens[head]
    for _ in range(6):
        above = sentence.tokens[token.head]
        if above.i == token.i:
            return ""
        if token.dep in ("pobj", "pcomp") and above.pos in ("ADP", "SCONJ", "PART", "VERB"):
            return above.text.lower()
        if token.dep not in _INSIDE:
            return ""
        token = above
    return ""


def role_of(sentence: Sentence, head: int, folded: str) -> str:
    """ "metonym" where a capital or country acts or is dealt with ("Pyongyang says"), else ""."""
    if folded not in capitals():
        return ""
    token = sentence.tokens[head]
    while token.dep == "conj" and sentence.tokens[token.head].pos == "PROPN":
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    if token.dep == "nsubj" and above.pos == "VERB" and above.lemma not in listed("stative"):
        return "metonym"
    if token.dep in ("agent", "dative") or (token.dep == "pobj" and above.text.lower() in listed("partners")):
        return "metonym"
    if token.dep == "dobj" and above.lemma not in _reached():
        return "metonym"
    return ""


def _reached() -> frozenset[str]:
    return listed("reached")

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
    """ "metonym" where a capital or country acts, owns or is dealt with ("Seoul says", "talks with Tokyo"), else ""."""
    if folded not in capitals():
        return ""
    token = _first_sister(sentence, head)
    above = sentence.tokens[token.head]
    if token.dep in ("nsubj", "agent", "dative"):
        acts = token.dep != "nsubj" or (above.pos == "VERB" and above.lemma not in listed("stative"))
        return "metonym" if acts else ""
    if token.dep == "dobj":
        return "" if above.lemma in listed("reached") else "metonym"
    if token.dep == "poss":
        return "" if above.lemma in listed("generic") else "metonym"
    return "metonym" if _partner(sentence, token) else ""


def _partner(sentence: Sentence, token: Token) -> bool:
    """Behind "with", "against" ...; also behind the "on" and "to" of "sanctions on Iran" and "a message to Tokyo"."""
    preposition = sentence.tokens[token.head]
    word, site = preposition.text.lower(), sentence.tokens[preposition.head]
    if token.dep != "pobj":
        return False
    if word in listed("partners"):
        return True
    return word in ("on", "to", "toward", "towards") and site.lemma not in listed("moving")


def _first_sister(sentence: Sentence, head: int) -> Token:
    """The first of coordinated names and of appositions: "with Korea (DPRK)", "by Tokyo and Seoul"."""
    token = sentence.tokens[head]
    for _ in range(6):
        above = sentence.tokens[token.head]
        if token.dep not in ("conj", "appos") or above.i == token.i or above.pos not in ("PROPN", "NOUN"):
            return token
        token = above
    return token

"""How a predicate hangs on what governs it: the governor and the slot it fills there.

Slots: ``to`` infinitive, ``to:n`` the preposition, ``that`` finite clause, ``whether`` and ``wh`` embedded questions,
``ing`` gerund, ``obj`` object or passive subject, ``subj`` subject, ``compound`` noun before a noun, ``part``
participle, ``rel`` relative clause, ``light`` the noun of its light verb, a preposition or conjunction by its own name.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import Sentence, Token
from dateline.tree import children

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj", "csubjpass", "relcl", "dep", "parataxis", "prep"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_ABOUT = frozenset({"about", "yet"})
_COPULAS = frozenset(
    {"be", "seem", "appear", "remain", "become", "look", "make", "find", "consider", "stand", "get", "feel"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """What governs a token: ``hinge`` is the preposition or conjunction between them."""

    governor: int
    slot: str
    hinge: int | None = None


def link(sentence: Sentence, i: int, words: tuple[int, ...] = ()) -> Link | None:
    """The link from token ``i`` to its governor, None at the root."""
    token = sentence.tokens[i]
    if token.head == i:
        return None
    governor = sentence.tokens[token.head]
    if governor.i in words and governor.pos in VERBS:
        return Link(governor.i, "light")
    if token.dep in ("pobj", "pcomp") or (token.dep == "dobj" and governor.dep == "prep"):
        return _embedded_question(sentence, token) or _over_preposition(sentence, governor, words)
    if token.dep == "prep" and token.pos in VERBS:  # "following", "including": participles that tie
        return Link(governor.i, "part")
    if token.pos in NOUNS and token.dep not in _CLAUSES:
        return Link(governor.i, _noun_slot(sentence, token, governor))
    return _clause_link(sentence, token, governor)


def _embedded_question(sentence: Sentence, token: Token) -> Link | None:
    mark = next((t for t in children(sentence, token.i, "mark") if t.text.lower() == "whether"), None)
    return Link(token.head, "whether", mark.i) if mark else None  # "peace hinges on whether they disarm"


def _over_preposition(sentence: Sentence, prep: Token, words: tuple[int, ...]) -> Link:
    slot = "to:n" if prep.text.lower() == "to" else prep.text.lower()
    if prep.head == prep.i:
        return Link(prep.i, slot, prep.i)
    above = sentence.tokens[prep.head]
    if above.i in words and above.pos in VERBS:
        return Link(above.i, "light", prep.i)
    return Link(above.i, slot, prep.i)


def _noun_slot(sentence: Sentence, token: Token, governor: Token) -> str:
    if token.dep in ("dobj", "obj", "nsubjpass"):
        return "obj"
    if token.dep == "nsubj":
        passive = governor.tag == "VBN" and bool(children(sentence, governor.i, "auxpass"))
        return "obj" if passive else "subj"
    if token.dep in ("attr", "oprd", "ccomp", "xcomp"):
        return "attr"
    return token.dep


def _clause_link(sentence: Sentence, token: Token, governor: Token) -> Link:
    marks = [t for t in children(sentence, token.i, "mark", "advmod") if t.i < token.i]
    mark = next((t for t in marks if t.dep == "mark"), None)
    if mark is not None and mark.text.lower() == "whether":
        return Link(governor.i, "whether", mark.i)
    if token.dep in ("ccomp", "acl", "xcomp", "csubj", "csubjpass", "advcl") and is_infinitive(sentence, token):
        return Link(governor.i, "to")
    if token.dep == "relcl":
        return Link(governor.i, "to" if is_infinitive(sentence, token) else "rel")
    if mark is not None:
        return _marked(token, governor, mark)
    if token.dep == "advcl":
        when = next((t for t in marks if t.tag == "WRB"), None)
        slot = when.text.lower() if when else "part" if token.tag in ("VBG", "VBN") else "clause"
        return Link(governor.i, slot, when.i if when else None)
    if token.dep in ("ccomp", "xcomp", "csubj") and _is_gerund(sentence, token):
        return Link(governor.i, "ing")
    if token.dep in ("ccomp", "csubj") and any(
        t.tag in ("WRB", "WP") for t in children(sentence, token.i) if t.i < token.i
    ):
        return Link(governor.i, "wh")
    if token.dep == "ccomp" or (token.dep in ("acl", "csubj") and token.tag in _FINITE):
        return Link(governor.i, "that")
    if token.dep in ("xcomp", "ccomp"):
        return Link(governor.i, "to" if token.tag == "VB" else "comp")
    return Link(governor.i, "part" if token.dep in ("acl", "amod") else token.dep)


def _marked(token: Token, governor: Token, mark: Token) -> Link:
    word = mark.text.lower()
    if word == "that" or (word == "for" and token.dep != "advcl"):
        return Link(governor.i, "that")
    if word in ("whether", "if") and token.dep in ("ccomp", "csubj", "acl", "pcomp"):
        return Link(governor.i, "whether", mark.i)
    return Link(governor.i, word, mark.i)


def _is_gerund(sentence: Sentence, token: Token) -> bool:
    helpers = children(sentence, token.i, "aux", "auxpass")
    return helpers[0].tag == "VBG" if helpers else token.tag == "VBG"  # "denied having shot", "being held"


def is_infinitive(sentence: Sentence, token: Token) -> bool:
    """Whether the verb is a to-infinitive."""
    return any(t.tag == "TO" for t in children(sentence, token.i, "aux"))


def governors(sentence: Sentence, found: Link) -> list[Token]:
    """The words that could be the cue of the link: the governor, a copula's complement, a verb's object."""
    governor = sentence.tokens[found.governor]
    if governor.pos in ("ADP", "ADV", "SCONJ", "PART") and governor.head != governor.i:
        return [governor, sentence.tokens[governor.head]]  # "pulled out of": the verb and its particle
    if governor.pos not in VERBS:
        return [governor, *_beyond(sentence, governor, found.slot)]
    return [*_said(sentence, governor, found), governor, *_within(sentence, governor, found.slot)]


def _beyond(sentence: Sentence, noun: Token, slot: str) -> list[Token]:
    """The verb whose object seems to govern an infinitive: "urged the faction to disarm", parsed as its clause."""
    while noun.dep in ("appos", "conj") and noun.head != noun.i:
        noun = sentence.tokens[noun.head]
    above = sentence.tokens[noun.head]
    return [above] if slot == "to" and noun.dep in ("dobj", "nsubjpass") and above.lemma != "have" else []


def _said(sentence: Sentence, governor: Token, found: Link) -> list[Token]:
    """What a copula says of its subject."""
    if governor.lemma not in _COPULAS:
        return []
    said = children(sentence, governor.i, "acomp", "attr", "oprd", "advmod", "prep", "xcomp")
    out = [t for t in said if t.dep in ("acomp", "attr", "oprd") or t.pos == "ADJ" or t.text.lower() in _ABOUT]
    return out + children(sentence, governor.i, "nsubj") if found.slot in ("to", "that", "ing") else out


def _within(sentence: Sentence, governor: Token, slot: str) -> list[Token]:
    """Nouns of the verb that may be the cue: "concern grows that they will attack", "gave its consent to the plan"."""
    if slot in ("obj", "subj", "attr", "part"):
        return []
    out = children(sentence, governor.i, "nsubj") if slot == "that" else []
    return out + children(sentence, governor.i, "dobj", "nsubjpass")

"""Which time belongs to which event: by the tree, keeping the time of the saying from the time of the said."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.load import words
from dateline.records import Sentence, TimeRef, Token
from dateline.tree import ancestors, at, children

_OWN = frozenset({"poss", "compound", "nmod", "amod", "nummod"})  # Friday's attack, the 2011 uprising
_ARGUMENTS = frozenset({"dobj", "attr", "oprd", "nsubjpass", "nsubj", "dative"})
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_MEANWHILE = frozenset({"when", "as", "while"})
_INSIDE = frozenset({"in", "during", "at"})
_SKIPPED = frozenset({"until", "till", "before"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADP", "ADJ", "ADV", "DET", "PRON"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_UNTIMED = 9


def time_of(sentence: Sentence, head: int, refs: tuple[TimeRef, ...]) -> TimeRef | None:
    """The time of the event whose predicate is token ``head``; None where the sentence does not tell it."""
    dated = [
        r for r in refs if r.sentence == sentence.index and r.type in ("DATE", "TIME") and not _excluded(sentence, r)
    ]
    ranked = [(_rank(sentence, head, r), r.value.endswith("_REF"), abs(r.head - head), r) for r in dated]
    best = min(ranked, key=lambda x: x[:3], default=None)
    return best[3] if best and best[0] < _UNTIMED else None


def saying_time(sentence: Sentence, head: int, refs: tuple[TimeRef, ...]) -> TimeRef | None:
    """The time that hangs on the nearest reporting verb above token ``head``."""
    for token in ancestors(sentence, head):
        if reports(token):
            found = [r for r in refs if r.sentence == sentence.index and r.type in ("DATE", "TIME")]
            told = [r for r in found if _home(sentence, r)[0] == token.i or _beneath(sentence, r, token.i)]
            return min(told, key=lambda r: abs(r.head - token.i), default=None)
    return None


def event_value(ref: TimeRef) -> str:
    """YYYY-MM-DD, YYYY-MM or YYYY, as fine as the reference is sure; "" where not even the year is."""
    value = ref.value.split("T")[0]
    if (
        value[:4].isdigit()
        and "/" not in value
        and all(p.isdigit() for p in value.split("-"))
        and len(value) in (4, 7, 10)
    ):
        return value
    if ref.type in ("DURATION", "SET") or ref.earliest is None or ref.latest is None:
        return ""
    first, last = ref.earliest.isoformat(), ref.latest.isoformat()
    return next((first[:n] for n in (7, 4) if first[:n] == last[:n]), "")


def reports(token: Token) -> bool:
    """Whether the token is a verb that says, tells or reports."""
    return token.pos == "VERB" and token.lemma in _listed("reporting")


@cache
def _listed(name: str) -> frozenset[str]:
    return words(f"when/{name}.txt")


def _excluded(sentence: Sentence, ref: TimeRef) -> bool:
    first = at(sentence, ref.span)[0].i
    return first > 0 and sentence.tokens[first - 1].lemma in _SKIPPED


def _home(sentence: Sentence, ref: TimeRef) -> tuple[int, str]:
    """The token that a time hangs on, past its prepositions, and the relation."""
    own = [t.i for t in at(sentence, ref.span)]
    if (verb := _just_said(sentence, own[0])) is not None:
        return verb, "npadvmod"
    if (verb := _opens(sentence, own[0], own[-1])) is not None:
        return verb, "prep"
    token = sentence.tokens[ref.head]
    while token.i in own or token.pos in ("ADP", "SCONJ"):
        if token.head == token.i:
            return token.i, "root"
        above = sentence.tokens[token.head]
        if above.i not in own and above.pos not in ("ADP", "SCONJ"):
            return above.i, token.dep
        token = above
    return token.i, token.dep


def _opens(sentence: Sentence, first: int, last: int) -> int | None:
    """In "On Monday the first ships to leave were boarded" the time goes with the clause that it opens."""
    if first > 1 or (first == 1 and sentence.tokens[0].pos != "ADP"):
        return None
    above = next((t for t in ancestors(sentence, last) if t.pos == "VERB"), None)
    if above is None or any(t.tag in _FINITE for t in [above, *children(sentence, above.i, "aux", "auxpass")]):
        return None
    finite = (t for t in sentence.tokens[last:] if t.tag in _FINITE)
    mains = (t.head if t.dep in ("aux", "auxpass") else t.i for t in finite)
    return next((i for i in mains if sentence.tokens[i].dep != "relcl"), None)


def _just_said(sentence: Sentence, first: int) -> int | None:
    """In "said Friday it opposes" the time right behind a reporting verb belongs to it, whatever the parse."""
    before = [t for t in sentence.tokens[max(first - 2, 0) : first] if t.text.lower() != "on"]
    return before[-1].i if before and reports(before[-1]) and before[-1].tag not in ("VB", "VBG") else None


def _rank(sentence: Sentence, head: int, ref: TimeRef, depth: int = 0) -> int:
    home, relation = _home(sentence, ref)
    if home == head:
        return depth
    if _within(sentence, head, home, relation):
        return depth + 1
    if depth > 5:
        return _UNTIMED
    above = _carrier(sentence, head)
    return _UNTIMED if above is None else _rank(sentence, above, ref, depth + 2)


def _within(sentence: Sentence, head: int, home: int, relation: str) -> bool:
    """The time hangs on a noun below the predicate, or on a clause that tells when or how it took place."""
    own, token = sentence.tokens[head], sentence.tokens[home]
    if own.pos in ("NOUN", "PROPN"):
        return token.head == head and token.dep in ("acl", "relcl", "prep", "pobj", "appos")
    if relation in _OWN or (own.lemma in _listed("judging") and relation != "npadvmod"):
        return False
    if token.dep == "conj" and token.head == head and not children(sentence, home, "nsubj", "nsubjpass"):
        return True  # "was freed and flown home on Friday"
    while (token.pos in _NOMINAL or token.dep == "pobj") and token.head != token.i:
        if token.dep in ("appos", "conj", "relcl", "acl", "nsubj"):
            return False
        token = sentence.tokens[token.head]
        if token.i == head:
            return True
    return token.head == head and token.dep == "advcl" and bool(_marks(sentence, token.i) & _MEANWHILE)


def _carrier(sentence: Sentence, head: int) -> int | None:
    """The governor whose time is also that of the predicate; None at a saying, a wish or another clause."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if above.i == head:
        return None
    if token.pos in ("NOUN", "PROPN"):
        return _noun_carrier(sentence, token, above)
    if reports(above) or above.pos not in ("VERB", "AUX", "NOUN"):
        return None
    if token.dep == "conj":
        return above.i if _same_tense(sentence, token, above) else None
    if token.dep == "xcomp":
        return above.i if above.lemma in _listed("implicative") else None
    if token.dep == "advcl":
        marks = _marks(sentence, head)
        return above.i if marks & _MEANWHILE or (not marks and token.tag in ("VBG", "VBN")) else None
    return None


def _noun_carrier(sentence: Sentence, token: Token, above: Token) -> int | None:
    if token.dep == "pobj" and above.lemma in _INSIDE:
        above = sentence.tokens[above.head]
    elif token.dep == "conj":
        return above.i
    elif token.dep not in _CARRIED:
        return None
    if above.pos not in ("VERB", "AUX") or reports(above) or above.lemma in _listed("judging"):
        return None
    return above.i


def _same_tense(sentence: Sentence, token: Token, above: Token) -> bool:
    helpers = {t.tag for t in children(sentence, token.i, "aux")}
    others = {t.tag for t in children(sentence, above.i, "aux")}
    return ("MD" in helpers or token.tag == "VB") == ("MD" in others or above.tag == "VB")


def _marks(sentence: Sentence, i: int) -> set[str]:
    return {t.text.lower() for t in children(sentence, i, "mark", "advmod", "prep") if t.i < i}


def _beneath(sentence: Sentence, ref: TimeRef, verb: int) -> bool:
    """As in "said in a statement on Friday": the time hangs on a noun of the saying."""
    home, relation = _home(sentence, ref)
    token = sentence.tokens[home]
    if relation in _OWN:
        return False
    while token.pos in ("NOUN", "PROPN", "ADP") and token.head != token.i and token.dep in ("pobj", "prep", "dobj"):
        token = sentence.tokens[token.head]
        if token.i == verb:
            return True
    return False

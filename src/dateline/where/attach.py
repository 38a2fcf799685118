"""Which place belongs to which event: by the tree, and never the place that acts or is acted on."""

from __future__ import annotations

from dateline.records import Located, Sentence, Token
from dateline.tree import ancestors, children
from dateline.where.names import listed

_FINENESS = {"site": 0, "city": 1, "region": 2, "country": 3, "": 4}
_NOMINAL = frozenset({"NOUN", "PROPN", "ADP", "ADJ", "NUM", "DET", "PRON", "ADV", "PART"})
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj"})
_FAR = 9
_Ranked = tuple[int, int, int, int]


def place_of(sentence: Sentence, head: int, words: tuple[int, ...], places: tuple[Located, ...]) -> Located | None:
    """Where the event with predicate ``words`` around ``head`` took place; None where the sentence does not tell it."""
    own = frozenset((head, *words))
    ranked: list[tuple[_Ranked, Located]] = []
    for place in places:
        if place.sentence != sentence.index or "metonym" in place.why or "adjective" in place.why:
            continue
        distance = _distance(sentence, own, place)
        if distance < _FAR:
            fine = _FINENESS[place.place.precision if place.place else ""]
            ranked.append(((distance, fine, abs(place.head - head), place.head), place))
    return min(ranked, key=lambda r: r[0], default=(None, None))[1]


def _distance(sentence: Sentence, own: frozenset[int], place: Located) -> int:
    """0 where the place hangs on the predicate itself, more the further up the tree; _FAR where it does not tell."""
    if _is_where(sentence, own, place):
        return 0
    site, tie = _tie(sentence, place)
    if not tie:
        return _FAR
    if site in own:
        return 0
    below = _under(sentence, own, site)
    if below:
        return below
    return _above(sentence, own, site)


def _is_where(sentence: Sentence, own: frozenset[int], place: Located) -> bool:
    """ "Abuja, where she met the president": the name that a where-clause of the predicate hangs on."""
    for i in own:
        for token in (sentence.tokens[i], *ancestors(sentence, i)):
            if token.dep in ("relcl", "advcl", "ccomp") and token.pos in ("VERB", "AUX"):
                asks = any(t.text.lower() == "where" for t in children(sentence, token.i, "advmod"))
                return asks and token.head in (place.head, sentence.tokens[place.head].head)
            if token.pos not in _NOMINAL and token.dep not in ("xcomp", "conj", "advcl"):
                break
    return False


def _tie(sentence: Sentence, place: Located) -> tuple[int, str]:
    """The token that the place tells the where of, and by what: a preposition, a verb of reaching, its own name."""
    token = sentence.tokens[place.head]
    for _ in range(8):
        above = sentence.tokens[token.head]
        if above.i == token.i:
            return token.i, ""
        if token.dep in ("pobj", "pcomp") and above.pos in ("ADP", "SCONJ"):
            return _behind(sentence, above, place)
        if token.dep in ("compound", "nmod", "poss", "amod"):
            if above.lemma not in listed("generic"):
                return above.i, "" if _is_country(place) else "part of its name"
        elif token.dep == "dobj" and above.lemma in listed("reached"):
            return above.i, "reached"
        elif token.dep in ("npadvmod", "advmod"):
            return above.i, "adverb"
        elif token.dep not in ("appos", "conj"):
            return token.i, ""
        token = above
    return token.i, ""


def _is_country(place: Located) -> bool:
    return place.place is not None and place.place.precision == "country"


def _behind(sentence: Sentence, preposition: Token, place: Located) -> tuple[int, str]:
    """What a locating preposition hangs on, through "from near" and "out of"."""
    tie = preposition.text.lower()
    site = sentence.tokens[preposition.head]
    while site.pos in ("ADP", "ADV") and site.head != site.i:
        site = sentence.tokens[site.head]
    if tie not in listed("taking_place") or (tie == "of" and _is_country(place) and site.lemma not in listed("taken")):
        return site.i, ""
    return site.i, tie


def _under(sentence: Sentence, own: frozenset[int], site: int) -> int:
    """How far below the predicate the place hangs on nouns of its own clause, 0 where it does not."""
    token, steps = sentence.tokens[site], 0
    while token.head != token.i and token.pos in _NOMINAL and token.dep not in ("relcl", "acl"):
        subject = token.dep in ("nsubj", "nsubjpass")
        token, steps = sentence.tokens[token.head], steps + 1
        if token.i in own:
            return steps if not subject else 4 + steps if token.lemma in listed("happening") else 0
    if token.i in own:
        return steps
    below = token.dep in ("acl", "advcl", "xcomp", "conj") or (token.dep == "ccomp" and token.tag in ("VBG", "VBN"))
    return steps + 2 if below and token.head in own else 0


def _above(sentence: Sentence, own: frozenset[int], site: int) -> int:
    """The predicate takes place where what governs it does: "in Mosul they staged an attack"."""
    top = min(own, key=lambda i: sum(1 for _ in ancestors(sentence, i)))
    steps = 2
    token = sentence.tokens[top]
    for above in ancestors(sentence, top):
        if not _carries(token, above):
            return _FAR
        if above.i == site:
            return steps
        token, steps = above, steps + 1
    return _FAR


def _carries(token: Token, above: Token) -> bool:
    if token.pos in ("NOUN", "PROPN", "ADP") and token.dep in (*_CARRIED, "prep"):
        return above.pos in ("VERB", "AUX", "NOUN", "ADP", "PROPN") and above.lemma not in ("say", "tell", "report")
    return token.dep in ("conj", "xcomp", "advcl", "acl") and above.lemma not in ("say", "tell", "report")

"""The names in a whole story: what is a name in one sentence is one in the others, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.knowledge.cast import Sort, listed
from dateline.knowledge.load import table
from dateline.records import Role, Sentence, Token
from dateline.who.match import Hit, is_low, parser_hits, role_at, role_tokens, table_hits

_LOCATING = frozenset({"in", "at", "from", "near", "outside"})
_PLACE_SORTS = frozenset({Sort.COUNTRY, Sort.CAPITAL})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "EVENT", "LAW", "LANGUAGE"})


@lru_cache(maxsize=4)
def names_of(sentences: tuple[Sentence, ...]) -> Mapping[int, tuple[Hit, ...]]:
    """The names of every sentence by its index, in text order, without overlap; find, follow and resolve share them."""
    found = {s.index: _names(s) for s in sentences}
    surnames = _surnames(sentences, found)
    found = {s.index: _without_namesakes(s, found[s.index], surnames - _located(sentences)) for s in sentences}
    return {
        s.index: tuple(sorted(_with_surnames(s, found[s.index], surnames), key=lambda h: h.start)) for s in sentences
    }


@cache
def first_names() -> Mapping[str, str]:
    """First names that tell a gender."""
    return {row["name"]: row["gender"] for row in table("who/first_names.csv", "name", "gender")}


@dataclass(frozen=True, slots=True)
class Address:
    """What a form of address before a name tells; "" = nothing."""

    gender: str
    sector: str
    country: str


@cache
def honorifics() -> Mapping[str, Address]:
    """Forms of address before a name: Mr, Gen., Sen."""
    rows = table("who/honorifics.csv", "word", "gender", "sectors", "country")
    return {row["word"]: Address(row["gender"], row["sectors"], row["country"]) for row in rows}


def _names(sentence: Sentence) -> list[Hit]:
    known = table_hits(sentence)
    known = _persons_over_places(sentence, known)
    own = [h for h in (_bare(sentence, x) for x in parser_hits(sentence, known)) if h is not None]
    taken = {k for h in (*known, *own) for k in range(h.start, h.end)}
    barred = taken | role_tokens(sentence)
    own = [_grown(sentence, h, barred) if h.label == "PERSON" else h for h in own]
    barred |= {k for h in own for k in range(h.start, h.end)}
    return [*known, *own, *_unknown(sentence, barred)]


def _persons_over_places(sentence: Sentence, known: list[Hit]) -> list[Hit]:
    """Israel Katz is a person although Israel is a country."""
    out = []
    for hit in known:
        t = sentence.tokens[hit.end] if hit.end < len(sentence.tokens) else None
        first = sentence.tokens[hit.start]
        inside = t is not None and t.entity == "PERSON" and not t.begins and first.entity == "PERSON" and first.begins
        if inside and t is not None and hit.sort in _PLACE_SORTS and t.tag.startswith("NNP"):
            continue
        before = sentence.tokens[hit.start - 1] if hit.start else None
        if before is not None and hit.sort in _PLACE_SORTS and _first_name(before, first):
            hit = Hit(hit.start - 1, hit.end, label="PERSON")
        out.append(hit)
    return out


def _first_name(before: Token, place: Token) -> bool:
    """Whether the word before a place name makes it a person's: an entity of its own that is no title or direction."""
    named = before.tag == "NNP" and before.begins and before.entity in ("PERSON", "GPE") and before.head == place.i
    return (
        named
        and before.dep == "compound"
        and before.text.lower() not in listed("name_breaks")
        and place.begins is not False
    )


def _bare(sentence: Sentence, hit: Hit) -> Hit | None:
    """A parser's name without the titles and forms of address in front of it."""
    start = hit.start
    if hit.label in ("PERSON", "LOC", "GPE"):
        cuts = [k + 1 for k in range(start, hit.end - 2) if sentence.tokens[k].text.lower() in listed("name_breaks")]
        if cuts:  # "Peninsula Noh Kyu Duk" is a person
            return replace(hit, start=cuts[-1], label="PERSON")
    if hit.end - start > 2 and start and sentence.tokens[start - 1].text.lower() == "the":
        if hit.label == "PERSON":
            return replace(hit, start=start + 1)  # "in the Sahel Pierre Marchand": no person is called "the"
        if sentence.tokens[hit.end - 2].text in first_names():
            return replace(hit, start=hit.end - 2, label="PERSON")
    while start < hit.end:
        titles = [k for k in range(start, hit.end) if _title_ends(sentence, start, k)]
        if sentence.tokens[start].text in honorifics() and start + 1 < hit.end:
            start += 1
        elif titles and hit.label == "PERSON":
            start = titles[-1] + 1
        else:
            break
    return replace(hit, start=start) if start < hit.end else None


def _title_ends(sentence: Sentence, start: int, k: int) -> bool:
    role = role_at(sentence, k, start)
    return role is not None and role[0] == start


def _grown(sentence: Sentence, hit: Hit, taken: set[int]) -> Hit:
    """A person's name with the capitalised words beside it that the parser left out."""
    if sentence.role is Role.HEADLINE or _title_case(sentence):
        return hit
    start, end = hit.start, hit.end
    while start > 0 and start - 1 not in taken and _could_be_name(sentence, start - 1):
        start -= 1
    while end < len(sentence.tokens) and end not in taken and _could_be_name(sentence, end):
        end += 1
    return replace(hit, start=start, end=end)


def _title_case(sentence: Sentence) -> bool:
    long = [t for t in sentence.tokens if t.text.isalpha() and len(t.text) > 3]
    return len(long) > 3 and sum(is_low(t) for t in long) < 0.3 * len(long)


def _could_be_name(sentence: Sentence, i: int) -> bool:
    t = sentence.tokens[i]
    proper = t.tag in ("NNP", "NNPS") and t.pos == "PROPN" and t.text[:1].isupper() and t.entity not in _TIMES
    if not proper or t.text in honorifics():
        return False
    return t.text.lower() not in listed("name_breaks")


def _unknown(sentence: Sentence, taken: set[int]) -> Iterator[Hit]:
    """Runs of capitalised words that neither the tables nor the parser's entities know."""
    if _title_case(sentence):
        return
    i = 0
    while i < len(sentence.tokens):
        end = i
        while end < len(sentence.tokens) and end not in taken and _could_be_name(sentence, end):
            end += 1
        start = _over_hyphen(sentence.tokens, i)
        if end > i and not any(k in taken for k in (i - 1, end) if _touches(sentence.tokens, k, i, end)):
            yield Hit(start, end)
        i = max(end, i + 1)


def _over_hyphen(tokens: tuple[Token, ...], i: int) -> int:
    """Where a name begins that has a hyphened first part: Eui-yong Chung."""
    parted = i > 2 and tokens[i - 2].text == "-" and tokens[i - 1].tag == "NNP" and is_low(tokens[i - 1])
    return i - 3 if parted and tokens[i - 3].text[:1].isupper() else i


def _touches(tokens: tuple[Token, ...], k: int, start: int, end: int) -> bool:
    return 0 <= k < len(tokens) and tokens[min(k + 1, start) if k < start else end - 1].text == "-"


def _without_namesakes(sentence: Sentence, hits: list[Hit], surnames: frozenset[str]) -> list[Hit]:
    """Paris as a person where the story has a Valeska Paris and nothing happens in Paris."""
    return [
        Hit(h.start, h.end, label="PERSON")
        if h.sort in _PLACE_SORTS and h.end - h.start == 1 and sentence.tokens[h.start].text in surnames
        else h
        for h in hits
    ]


def _located(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words that stand after a preposition of place somewhere in the story."""
    return frozenset(
        t.text
        for s in sentences
        for t in s.tokens
        if t.dep == "pobj" and t.tag.startswith("NNP") and s.tokens[t.head].text.lower() in _LOCATING
    )


def _surnames(sentences: Sequence[Sentence], found: dict[int, list[Hit]]) -> frozenset[str]:
    """The capitalised words of all full names of persons in the story."""
    out: set[str] = set()
    for sentence in sentences:
        for hit in found[sentence.index]:
            words = [t.text for t in sentence.tokens[hit.start : hit.end]]
            if (hit.label == "PERSON" or hit.sort is Sort.PERSON) and len(words) > 1:
                out |= {w for w in words if len(w) > 2 and w[0].isupper()}
    return frozenset(out)


def _with_surnames(sentence: Sentence, hits: Iterable[Hit], surnames: frozenset[str]) -> Iterator[Hit]:
    taken: set[int] = set()
    for hit in hits:
        one = hit.end - hit.start == 1 and not hit.entries
        if one and sentence.tokens[hit.start].text in surnames:
            hit = replace(hit, label="PERSON")
        taken |= set(range(hit.start, hit.end))
        yield hit
    for t in sentence.tokens:
        if t.i not in taken and t.text in surnames and t.pos in ("PROPN", "NOUN", "X", "VERB"):
            yield Hit(t.i, t.i + 1, label="PERSON")

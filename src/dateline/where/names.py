"""Which words of a sentence could name a place: runs of capitalised words that the gazetteer knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.knowledge.gazetteer import divisions, entries, supplement
from dateline.knowledge.geonames import fold
from dateline.knowledge.load import cell, document, table
from dateline.records import Sentence, Span, Token

LONGEST = 6  # words of a name
_KEPT_SMALL = frozenset({"of", "the", "and", "de", "al"})
_LINKS = frozenset({"-", "–", "'s", "’s", "do"})


@cache
def listed(name: str) -> frozenset[str]:
    """One of the word lists of knowledge/where/words.yaml."""
    lists: dict[str, Any] = document("where/words.yaml")
    return frozenset(str(w) for w in lists[name])


@cache
def traps() -> MappingProxyType[str, str]:
    """Names of places that are mostly something else -> what it takes to read them as places (in, region, never)."""
    return MappingProxyType({fold(r["name"]): r["needs"] for r in table("where/traps.csv", "name", "needs", "note")})


@cache
def short_forms() -> MappingProxyType[str, tuple[str, ...]]:
    """Short forms of regions ("La.", "Ont.") -> the names to look up."""
    rows = table("where/short_forms.csv", "form", "name", "free")
    return MappingProxyType({r["form"]: cell(r["name"]) for r in rows})


@cache
def free_forms() -> frozenset[str]:
    """Short forms that are clear without a town and a comma before them."""
    return frozenset(r["form"] for r in table("where/short_forms.csv", "form", "free") if r["free"] == "yes")


@cache
def adjectives() -> MappingProxyType[str, str]:
    """ "Syrian", "Syrians" -> SYR; where two countries share one, the first."""
    out: dict[str, str] = {}
    for row in table("who/countries.csv", "code", "adjectives", "people"):
        for form in (*cell(row["adjectives"]), *cell(row["people"])):
            out.setdefault(form.lower(), row["code"])
    return MappingProxyType(out)


@cache
def capitals() -> frozenset[str]:
    """Folded names of capitals and countries: those that can stand for a government."""
    rows = table("who/countries.csv", "name", "variants", "capital")
    return frozenset(fold(f) for r in rows for f in (r["name"], *cell(r["variants"]), *cell(r["capital"])))


def written(text: str, tokens: list[Token]) -> str:
    """The characters of the story from the first token to the last."""
    return text[tokens[0].span.start : tokens[-1].span.end]


def span(tokens: list[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def capitalised(token: Token) -> bool:
    return token.text[:1].isupper()


def runs(sentence: Sentence) -> Iterator[list[Token]]:
    """Stretches of capitalised words with the small words between them, longest first at each place."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if not capitalised(tokens[i]):
            i += 1
            continue
        stop = i
        while stop + 1 < len(tokens) and stop - i < LONGEST * 2 and _goes_on(tokens, stop + 1):
            stop += 1
        yield list(tokens[i : stop + 1])
        i = stop + 1


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    word = tokens[i].text.lower()
    if capitalised(tokens[i]) or word in listed("generic") or (word.isalpha() and tokens[i - 1].text == "-"):
        return True
    if word == "-":
        return i + 1 < len(tokens) and tokens[i + 1].text.isalpha()
    linking = word in _KEPT_SMALL or word in _LINKS
    return linking and i + 1 < len(tokens) and (capitalised(tokens[i + 1]) or tokens[i + 1].text in _KEPT_SMALL)


def known_parts(text: str, run: list[Token], known: Callable[[str], bool] | None = None) -> Iterator[list[Token]]:
    """The longest names of the gazetteer inside a run, left to right, without overlap."""
    known = known or is_known
    i = 0
    while i < len(run):
        for n in range(min(LONGEST, len(run) - i), 0, -1):
            part = run[i : i + n]
            if _whole(part) and known(written(text, part)):
                yield part
                i += n - 1
                break
        i += 1


def _whole(part: list[Token]) -> bool:
    """Neither torn off at an edge nor with its article."""
    first, last = part[0].text, part[-1].text.lower()
    if not part[0].text[:1].isupper() or (len(part) > 1 and first == "The"):
        return False
    return last not in _KEPT_SMALL and last not in _LINKS and "$" not in part[-1].text


def is_known(name: str) -> bool:
    """Whether any place has that name; one-letter names and numbers do not count."""
    return len(name) > 1 and not name.isdigit() and (bool(entries(name)) or name in short_forms())


def is_listed(name: str) -> bool:
    """Whether it is a country, a county or stands in the supplement."""
    return bool(supplement(name))


def kinds(name: str) -> tuple[str, ...]:
    """The kinds of listed places of that name."""
    return tuple(e.kind for e in supplement(name))


def is_area_name(name: str) -> bool:
    """Whether a town can be said to lie in it: "Ohio", "Ont.", "Lebanon"."""
    return name in short_forms() or bool(divisions(name)) or any(k in ("region", "county") for k in kinds(name))


def size(name: str) -> int:
    """The inhabitants of the largest town of that very name; what is listed counts as a million."""
    if supplement(name):
        return 1_000_000
    return max((e.population for e in entries(name)), default=0)


@cache
def first_names() -> frozenset[str]:
    """Folded first names of people."""
    return frozenset(fold(r["name"]) for r in table("who/first_names.csv", "name"))

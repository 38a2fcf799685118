"""Whom a name can mean on a day, asked outside of any story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.knowledge.cast import Entry, Holder, Sort, Words, cast
from dateline.knowledge.spelling import key, pieces
from dateline.records import Office
from dateline.who.offices import as_offices, before_office, holders_named, in_office, is_high, sectors_of

_EXACT, _ALIKE, _PART = 1.0, 0.7, 0.5  # the name in any order; as it sounds; one word of it
_FORMER, _LATER, _WEAK = 0.6, 0.3, 0.5
_HIGH = 0.1  # for the highest offices, so that the president stands before his ministers


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody whom the name can mean; ``score`` orders them, ``source`` is "" for shipped rows."""

    id: str
    name: str
    country: str
    sectors: tuple[str, ...]
    offices: tuple[Office, ...]
    score: float
    why: str
    source: str


def bearers(name: str, on: date | None) -> tuple[Bearer, ...]:
    """All whom ``name`` can mean, the likeliest first; without a day, terms of office all count as held."""
    words = pieces(name)
    if not words:
        return ()
    found = [*_listed(words, on), *_holding(name, words, on)]
    best: dict[tuple[str, str], Bearer] = {}
    for b in sorted(found, key=lambda b: (-b.score, b.name, b.country)):
        best.setdefault((b.id, b.country), b)
    return tuple(best.values())


def _listed(words: tuple[str, ...], on: date | None) -> Iterator[Bearer]:
    """Rows that have the name as a form, persons of the office table aside; own rows also by one word of a form."""
    for form, e in _rows(words):
        if (e.sort is not Sort.PERSON or e.own) and _holds(e, on):
            score = (_EXACT if form == words else _PART) * (_WEAK if e.weak else 1.0)
            why = (f"own cast: {e.row}" if e.own else f"{e.sort.value} name: {e.row}") + ", ambiguous" * e.weak
            for country in e.countries or ("",):
                offices = _offices_of(e, country, on)
                yield Bearer(e.id, e.name, country, e.sectors, offices, round(score, 2), why, e.source)


def _rows(words: tuple[str, ...]) -> Iterator[tuple[Words, Entry]]:
    for form, entries in cast().names.get(words[0], ()):
        yield from ((form, e) for e in entries if form == words)
    if len(words) == 1:
        for form, entries in (x for forms in cast().names.values() for x in forms):
            yield from ((form, e) for e in entries if e.own and words[0] in form and form != words)


def _offices_of(entry: Entry, country: str, on: date | None) -> tuple[Office, ...]:
    if not entry.own or on is None:
        return ()
    return as_offices([h for h in holders_named(entry.name) if h.country == country], on)


def _holds(entry: Entry, on: date | None) -> bool:
    day = on.isoformat() if on else ""
    return not day or (
        (not entry.start or entry.start <= day) and (not entry.end or day[: len(entry.end)] <= entry.end)
    )


def _holding(name: str, words: tuple[str, ...], on: date | None) -> Iterator[Bearer]:
    """Persons of the office table by name, by sound, and by one word of the name."""
    named = holders_named(name)
    parts = cast().surnames.get(words[0], ()) if len(words) == 1 else ()
    for (person, country), terms in _by_person((*named, *parts)).items():
        offices = as_offices(terms, on)
        near, how = _nearness(words, terms)
        sectors, when, weight = _standing(terms, offices, on)
        high = _HIGH if any(is_high(h) and (on is None or in_office(h, on)) for h in terms) else 0.0
        why = f"{how} ({when}): offices {person}"
        slug = "-".join(pieces(person))
        source = next((h.source for h in terms if h.source), "")
        yield Bearer(
            f"person:{slug}", person, country, sectors, offices, round(min(1.0, near * weight + high), 2), why, source
        )


def _by_person(holders: Iterable[Holder]) -> dict[tuple[str, str], list[Holder]]:
    out: dict[tuple[str, str], list[Holder]] = {}
    for h in dict.fromkeys(holders):
        out.setdefault((h.person, h.country), []).append(h)
    return out


def _nearness(words: tuple[str, ...], terms: Sequence[Holder]) -> tuple[float, str]:
    asked = tuple(sorted(words))
    forms = [f for h in terms for f in (h.person, *h.aliases)]
    if any(key(f) == asked for f in forms):
        return _EXACT, "name"
    if len(words) > 1:
        return _ALIKE, "name by sound"
    place = "surname" if any(pieces(f)[-1:] == words or pieces(f)[:1] == words for f in forms) else "part of the name"
    return _PART, place


def _standing(
    terms: Sequence[Holder], offices: Sequence[Office], on: date | None
) -> tuple[tuple[str, ...], str, float]:
    """Sectors, words for them and weight of persons in office, not yet, and no longer."""
    if offices:
        return sectors_of(offices[0].title), "in office" if on else "no day given", 1.0
    if on is not None and all(before_office(h, on) for h in terms):
        return (), "not yet in office", _LATER
    return ("ELI",), "no longer in office", _FORMER

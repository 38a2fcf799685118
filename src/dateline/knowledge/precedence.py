"""Own rows beside shipped ones: of one name at one time the own row is believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.knowledge.actors import Entry, Holder, Words
from dateline.knowledge.days import overlap, without
from dateline.knowledge.load import lines
from dateline.knowledge.spelling import key, pieces


def holders_beside(shipped: Sequence[Holder], own: Sequence[Holder]) -> tuple[Holder, ...]:
    """Own terms of office first, under the shipped spelling of the person, then the shipped ones that they leave.

    An own term replaces the shipped ones of the same person and office that it overlaps, and those of a namesake in
    another state. Terms in international bodies and in states do not touch each other: one person has both.
    """
    if not own:
        return tuple(shipped)
    spelt = {(key(h.person), h.country): h.person for h in reversed(shipped)}
    unified = tuple(_spelt(h, spelt.get((key(h.person), h.country), h.person)) for h in own)
    by_name: dict[Words, list[Holder]] = defaultdict(list)
    for h in unified:
        by_name[key(h.person)].append(h)
    kept = [h for h in shipped if not any(_replaces(o, h) for o in by_name.get(key(h.person), ()))]
    return (*unified, *kept)


def _spelt(holder: Holder, person: str) -> Holder:
    if holder.person == person:
        return holder
    return replace(holder, person=person, aliases=(*holder.aliases, holder.person))


def _replaces(own: Holder, shipped: Holder) -> bool:
    if not overlap(own.start, own.end, shipped.start, shipped.end):
        return False
    if own.country == shipped.country:
        return pieces(own.title) == pieces(shipped.title)
    return own.country not in _special() and shipped.country not in _special()


@cache
def _special() -> frozenset[str]:
    return frozenset(lines("who/special_codes.txt"))


def entries_beside(shipped: Iterable[Entry], own: Sequence[Entry]) -> list[Entry]:
    """Own names first, then the shipped ones, each only for the time that no own row of the same name covers."""
    by_form: dict[Words, list[Entry]] = defaultdict(list)
    for e in own:
        by_form[pieces(e.form)].append(e)
    out = list(own)
    for e in shipped:
        out += _rest(e, by_form) if by_form else [e]
    return out


def _rest(entry: Entry, by_form: Mapping[Words, Sequence[Entry]]) -> list[Entry]:
    times = [(entry.start, entry.end)]
    for o in by_form.get(pieces(entry.form), ()):
        times = [left for time in times for left in without(*time, o.start, o.end)]
    if times == [(entry.start, entry.end)]:
        return [entry]
    return [replace(entry, start=start, end=end) for start, end in times]

"""Offices on the day: who held what, from the table of office-holders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from dateline.knowledge.cast import Holder, Words, cast
from dateline.knowledge.load import lines
from dateline.knowledge.spelling import key, pieces, sound
from dateline.records import Office


def holders_named(name: str) -> tuple[Holder, ...]:
    """All offices of the persons with this name in any order; by sound when the letters find nobody."""
    full = " ".join(p for p in pieces(name) if len(p) > 1)  # Donald J. Trump
    found = cast().holders.get(key(name), ()) or cast().holders.get(key(full), ())
    if found or len(pieces(full)) < 2:
        return found
    return cast().sounds.get(sound(name), ())


def holders_by_surname(surname: str, country: str, title: Words, on: date | None) -> tuple[Holder, ...]:
    """Office-holders of ``country`` with this surname and a title like ``title``, in office on the day."""
    found = [h for h in cast().surnames.get("".join(pieces(surname)), ()) if not country or h.country == country]
    if title:
        found = [h for h in found if _titled(h, title)]
    return tuple(h for h in found if on is None or in_office(h, on))


def incumbent(country: str, title: Words, on: date) -> Holder | None:
    """The one person who held the office ``title`` of ``country`` on the day, None when nobody or several did."""
    found = [h for h in cast().incumbents.get(country, ()) if pieces(h.title) == title and in_office(h, on)]
    return found[0] if len({h.person for h in found}) == 1 else None


def in_office(holder: Holder, on: date) -> bool:
    """Whether the day lies within the term; a year or month counts whole."""
    day = on.isoformat()
    return (not holder.start or holder.start <= day) and (not holder.end or day[: len(holder.end)] <= holder.end)


def before_office(holder: Holder, on: date) -> bool:
    return bool(holder.start) and holder.start > on.isoformat()


def one_person(holders: Iterable[Holder]) -> str:
    """The person whom all the rows are about, "" when they are about several."""
    names = {h.person for h in holders}
    return names.pop() if len(names) == 1 else ""


def likeliest(holders: Sequence[Holder], on: date | None) -> Sequence[Holder]:
    """Of namesakes the only one who is in office on the day, all where that does not tell."""
    if on is None or one_person(holders):
        return holders
    person = one_person(h for h in holders if in_office(h, on))
    return [h for h in holders if h.person == person] if person else holders


def row_of(holder: Holder) -> str:
    """What to call the row in a reason: the person, and the source of an own row."""
    return f"offices {holder.person}" + (f" of {holder.source}" if holder.source else "")


def as_offices(holders: Sequence[Holder], on: date | None) -> tuple[Office, ...]:
    """The offices held on the day, the highest first; all of them when no day is known."""
    held = [h for h in holders if on is None or in_office(h, on)]
    ranked = sorted(held, key=lambda h: (rank(h), not h.source, h.title, h.start))
    return tuple(Office(h.title, h.country, h.start, h.end, h.person) for h in ranked)


def rank(holder: Holder) -> int:
    """The place of the office among the highest, 0 first; the president of a province is no president."""
    title = pieces(holder.title)
    return next((n for n, top in enumerate(_top()) if _is_office(title, top)), len(_top()))


def is_high(holder: Holder) -> bool:
    """Whether the office is one of the highest."""
    return rank(holder) < len(_top())


def _is_office(title: Words, top: Words) -> bool:
    rest = title[len(top) :]
    return title[: len(top)] == top and (not rest or rest[0] != "of" or len(top) > 1)


@cache
def _top() -> tuple[Words, ...]:
    return tuple(pieces(line) for line in lines("who/top_offices.txt"))


def _titled(holder: Holder, title: Words) -> bool:
    words = pieces(holder.title)
    return title[-1] in words or title == ("leader",) or set(title) <= set(words)


def sectors_of(title: str) -> tuple[str, ...]:
    """The sectors of an office by the last words of its title; government when no role noun knows it."""
    words = pieces(title)
    for n in range(len(words)):
        for m in range(len(words), n, -1):
            role = cast().roles.get(words[n:m])
            if role is not None and role.sectors:
                return role.sectors
    return ("GOV",)

"""Days of terms of office, which may be known to the year or month only: YYYY[-MM[-DD]]."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]+Z?)?")
_ONE = timedelta(days=1)


@lru_cache(maxsize=65536)
def term_day(text: str) -> str:
    """The text as YYYY[-MM[-DD]] without a time of day, "" for none; ValueError when it is no date."""
    text = text.strip()
    if not text or text.startswith("_:") or "/.well-known/genid/" in text:  # Wikidata: the value is unknown
        return ""
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(x) if x else 1 for x in match.groups())
    date(year, month, day)
    return "-".join(x for x in match.groups() if x)


def first_day(text: str) -> date:
    """The first day of the year, month or day; the first of all days for ""."""
    if not text:
        return date.min
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The last day of the year, month or day; the last of all days for ""."""
    if not text:
        return date.max
    parts = [int(x) for x in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def overlap(start: str, end: str, other_start: str, other_end: str) -> bool:
    """Whether two times share a day; "" is an open start or end."""
    return first_day(start) <= last_day(other_end) and first_day(other_start) <= last_day(end)


def without(start: str, end: str, cut_start: str, cut_end: str) -> list[tuple[str, str]]:
    """What is left of a time when another is cut out of it: none, one or two times."""
    if not overlap(start, end, cut_start, cut_end):
        return [(start, end)]
    out = []
    if cut_start and first_day(start) < first_day(cut_start):
        out.append((start, (first_day(cut_start) - _ONE).isoformat()))
    if cut_end and last_day(cut_end) < last_day(end):
        out.append(((last_day(cut_end) + _ONE).isoformat(), end))
    return out

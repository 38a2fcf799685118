"""Periods of the calendar: a TIMEX3 value with its first and last day."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days; ``earliest`` and ``latest`` are inclusive and None where open."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    anchor: str = ""


def day(d: date) -> Period:
    return Period(d.isoformat(), d, d)


def days(first: date, last: date, value: str) -> Period:
    return Period(value, first, last)


def month(y: int, m: int) -> Period:
    return Period(f"{y:04}-{m:02}", date(y, m, 1), date(y, m, calendar.monthrange(y, m)[1]))


def year(y: int) -> Period:
    return Period(f"{y:04}", date(y, 1, 1), date(y, 12, 31))


def week(d: date) -> Period:
    """The ISO week of a day, Monday to Sunday."""
    y, w, n = d.isocalendar()
    first = d - timedelta(days=n - 1)
    return Period(f"{y:04}-W{w:02}", first, first + timedelta(days=6))


def weekend(d: date) -> Period:
    """Saturday and Sunday of the ISO week of a day."""
    whole = week(d)
    assert whole.latest is not None
    return Period(f"{whole.value}-WE", whole.latest - timedelta(days=1), whole.latest)


def quarter(y: int, q: int) -> Period:
    return Period(f"{y:04}-Q{q}", date(y, 3 * q - 2, 1), month(y, 3 * q).latest)


def half(y: int, h: int) -> Period:
    return Period(f"{y:04}-H{h}", date(y, 6 * h - 5, 1), month(y, 6 * h).latest)


def season(y: int, code: str) -> Period:
    """A season of the northern half of the earth; the winter of a year begins in its December."""
    first = date(y, _SEASON_START[code], 1)
    return Period(f"{y:04}-{code}", first, add_months(first, 3) - timedelta(days=1))


def decade(y: int) -> Period:
    first = y // 10 * 10
    return Period(f"{first // 10:03}", date(first, 1, 1), date(first + 9, 12, 31))


def century(c: int) -> Period:
    """The ``c``-th century: 20 is 1901 to 2000, written "19" as TIMEX3 has it."""
    return Period(f"{c - 1:02}", date(100 * (c - 1) + 1, 1, 1), date(100 * c, 12, 31))


def add_months(d: date, n: int) -> date:
    """The same day ``n`` months on, or the last day of a shorter month."""
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    y = min(max(y, 1), 9999)
    return date(y, m + 1, min(d.day, calendar.monthrange(y, m + 1)[1]))


def add(d: date, n: int, unit: str) -> date:
    """A day ``n`` units (D W M Q Y) on; a date past the calendar's ends is its end."""
    try:
        if unit in "DW":
            return d + timedelta(days=n * (7 if unit == "W" else 1))
        return add_months(d, n * {"M": 1, "Q": 3, "Y": 12}[unit])
    except (OverflowError, ValueError):
        return date.min if n < 0 else date.max


def around(d: date, unit: str) -> Period:
    """The period of size ``unit`` that holds a day."""
    if unit in _MAKERS:
        return _MAKERS[unit](d)
    return decade(d.year) if unit == "10Y" else century((d.year + 99) // 100)


def trim(period: Period, part: str) -> Period:
    """The early, mid or late third of a period longer than a day; its value stays."""
    first, last = period.earliest, period.latest
    if first is None or last is None or not part:
        return period
    third = (last - first).days // 3
    if third < 2:
        return period
    if part == "early":
        return replace(period, latest=first + timedelta(days=third))
    if part == "late":
        return replace(period, earliest=last - timedelta(days=third))
    return replace(period, earliest=first + timedelta(days=third), latest=last - timedelta(days=third))


def real(y: int, m: int, d: int) -> date | None:
    """The date, or None for a day that does not exist."""
    try:
        return date(y, m, d)
    except ValueError:
        return None


_MAKERS: dict[str, Callable[[date], Period]] = {
    "D": day,
    "W": week,
    "WE": weekend,
    "M": lambda d: month(d.year, d.month),
    "Q": lambda d: quarter(d.year, (d.month + 2) // 3),
    "Y": lambda d: year(d.year),
}

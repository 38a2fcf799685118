"""The day a holiday falls on in a year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateline.knowledge.load import table

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def _rules() -> dict[str, str]:
    return {row["name"]: row["rule"] for row in table("when/holidays.csv", "name", "rule")}


def holiday(name: str, year: int) -> date:
    """The day of ``name`` in ``year``; its rule is MM-DD, "easter N", "orthodox N" or "mon N MM" (N = -1: the last)."""
    rule = _rules()[name.lower()].split()
    if rule[0] == "easter":
        return easter(year) + timedelta(days=int(rule[1]))
    if rule[0] == "orthodox":
        return orthodox_easter(year) + timedelta(days=int(rule[1]))
    if rule[0] in _DAYS:
        return _nth(year, int(rule[2]), _DAYS.index(rule[0]), int(rule[1]))
    month, day = rule[0].split("-")
    return date(year, int(month), int(day))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian computus as a Gregorian date (1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _nth(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7)
    if n > 0:
        return found + timedelta(weeks=n - 1)
    while (found + timedelta(weeks=1)).month == month:
        found += timedelta(weeks=1)
    return found

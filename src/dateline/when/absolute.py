"""Times that name a day, month, quarter or year: parts of a match to a Period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.load import table
from dateline.when import calendar
from dateline.when.amounts import ordinal, year_in_words
from dateline.when.calendar import Period
from dateline.when.grammar import vocabulary
from dateline.when.holidays import holiday as holiday_of
from dateline.when.setting import Setting, nearest

Parts = Mapping[str, str]
_NOTHING = Period("")


def numeric(parts: Parts, _: Setting) -> Period:
    """2021-09-14, 14.09.2021; a day and month that could be each other give the year only."""
    y = int(parts["year4"])
    if "mm" in parts:
        return _calendar_day(y, int(parts["mm"]), int(parts["dd"]))
    a, b = int(parts["n1"]), int(parts["n2"])
    if b > 12 or a == b:
        return _calendar_day(y, a, b)
    if a > 12 or "." in parts["all"]:
        return _calendar_day(y, b, a)
    return _named(calendar.year(y))


def month_day(parts: Parts, setting: Setting) -> Period:
    m, d = _month(parts), _day(parts)
    if d is None or calendar.real(2000, m, d) is None:
        return _NOTHING
    if y := _year(parts, setting):
        return _calendar_day(y, m, d)
    if setting.today is None:
        return Period(f"XXXX-{m:02}-{d:02}")
    near = range(setting.today.year - 1, setting.today.year + 2)
    choices = [calendar.day(x) for y in near if (x := calendar.real(y, m, d))]
    return setting.anchored(nearest(choices, setting, stretch=130))


def day_range(parts: Parts, setting: Setting) -> Period:
    first = month_day({k: v for k, v in parts.items() if k != "day_b"}, setting)
    second = month_day({**parts, "day": parts["day_b"]}, setting)
    if first.earliest is None or second.latest is None:
        return Period(f"{first.value}/{second.value}") if first.value and second.value else _NOTHING
    if first.earliest >= second.latest or first.earliest.year != second.latest.year:
        return _NOTHING
    return Period(f"{first.value}/{second.value}", first.earliest, second.latest, first.anchor)


def month(parts: Parts, setting: Setting) -> Period:
    m = _month(parts)
    part = _part(parts)
    if y := _year(parts, setting):
        return calendar.trim(_named(calendar.month(y, m)), part)
    if setting.today is None:
        return Period(f"XXXX-{m:02}")
    near = range(setting.today.year - 2, setting.today.year + 3)
    found = nearest([calendar.month(y, m) for y in near], _pulled(parts, setting), stretch=300)
    return calendar.trim(setting.anchored(found), part)


def year(parts: Parts, setting: Setting) -> Period:
    y = _year(parts, setting)
    return calendar.trim(_named(calendar.year(y)), _part(parts)) if y else _NOTHING


def year_range(parts: Parts, _: Setting) -> Period:
    first, end = int(parts["year"]), parts["to"][1:]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    if last <= first:
        return _NOTHING
    return Period(f"{first}/{last}", date(first, 1, 1), date(last, 12, 31), "calendar")


def named_day(parts: Parts, _: Setting) -> Period:
    """Days that are known by their date alone, such as 9/11."""
    row = next(row for row in table("when/days.csv", "phrase", "value") if _same_day(row["phrase"], parts["named_day"]))
    return _named(calendar.day(date.fromisoformat(row["value"])))


def _same_day(pattern: str, words: str) -> bool:
    return re.fullmatch(pattern.split("(?=")[0], words) is not None


def week_of(parts: Parts, setting: Setting) -> Period:
    found = month_day(parts, setting)
    return replace(calendar.week(found.earliest), anchor=found.anchor) if found.earliest else _NOTHING


def decade(parts: Parts, _: Setting) -> Period:
    if "decade" in parts:
        y = int(parts["decade"])
    else:
        y = 1900 + (int(parts["two"]) if "two" in parts else int(vocabulary()["decades"][parts["decadeword"]]))
    return calendar.trim(_named(calendar.decade(y)), _part(parts))


def century(parts: Parts, _: Setting) -> Period:
    number = ordinal(parts["century"])
    return calendar.trim(_named(calendar.century(number)), _part(parts)) if number else _NOTHING


def quarter(parts: Parts, setting: Setting) -> Period:
    q = int(parts["q"]) if "q" in parts else ordinal(parts["ordinal"])
    if q is None or q > 4:
        return _NOTHING
    if y := _year(parts, setting):
        return _named(calendar.quarter(y, q))
    if setting.today is None:
        return Period(f"XXXX-Q{q}")
    near = range(setting.today.year - 1, setting.today.year + 2)
    found = nearest([calendar.quarter(y, q) for y in near], setting, stretch=160)
    if "back" in parts and found.earliest:
        found = calendar.quarter(found.earliest.year - 1, q)
    return setting.anchored(found)


def half(parts: Parts, setting: Setting) -> Period:
    y = _year(parts, setting) or (setting.today.year if setting.today else None)
    h = 1 if parts["halfword"] == "first" else 2
    return _named(calendar.half(y, h)) if y else Period(f"XXXX-H{h}")


def season(parts: Parts, setting: Setting) -> Period:
    code = vocabulary()["seasons"][parts["season"]]
    part = _part(parts)
    if y := _year(parts, setting):
        return calendar.trim(_named(calendar.season(y, code)), part)
    if setting.today is None:
        return Period(f"XXXX-{code}")
    near = range(setting.today.year - 2, setting.today.year + 3)
    choices = [calendar.season(y, code) for y in near]
    which = parts.get("which", "")
    if which in ("this", "the coming", "this coming") and setting.direction >= 0:
        setting = setting.towards(1)
    found = nearest(choices, _pulled(parts, setting), stretch=300)
    return calendar.trim(setting.anchored(found), part)


def holiday(parts: Parts, setting: Setting) -> Period:
    name = parts["holiday"]
    back = timedelta(days=1 if parts["all"].removeprefix("the ").startswith("eve of") else 0)
    if y := _year(parts, setting):
        return _named(calendar.day(holiday_of(name, y) - back))
    if setting.today is None:
        d = holiday_of(name, 2001) - back
        fixed = d == holiday_of(name, 2002).replace(year=2001) - back
        return Period(f"XXXX-{d.month:02}-{d.day:02}" if fixed else "")
    near = range(setting.today.year - 1, setting.today.year + 2)
    return setting.anchored(nearest([calendar.day(holiday_of(name, y) - back) for y in near], setting, stretch=130))


def _pulled(parts: Parts, setting: Setting) -> Setting:
    which = parts.get("which", "").removeprefix("the ")
    if which in ("last", "past", "this past", "previous"):
        return setting.towards(-1, strict=True)
    if which in ("next", "coming", "this coming", "following"):
        return setting.towards(1, strict=True)
    return setting


def _year(parts: Parts, setting: Setting) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if spelled := parts.get("yearwords") or parts.get("yearwords2000"):
        return year_in_words(spelled)
    if "which" not in parts or "year" not in parts["all"] or setting.today is None:
        return None
    return setting.today.year + int(vocabulary()["steps"].get(parts["which"].split()[-1], 0))


def _month(parts: Parts) -> int:
    return int(vocabulary()["month_numbers"][parts["month"].rstrip(".")])


def _day(parts: Parts) -> int | None:
    return ordinal(parts.get("day") or parts["dayword"])


def _part(parts: Parts) -> str:
    words = parts["all"].replace("-", " ").split()
    marks = vocabulary()["modifiers"]
    if "part" in parts:
        return {"first": "early", "second": "mid", "third": "mid"}.get(parts["part"], "late")
    if "half" in words:
        return "early" if "first" in words else "late"
    return next((marks[w] for w in words[:4] if w in marks), "late" if "latter" in words else "")


def _calendar_day(y: int, m: int, d: int) -> Period:
    found: date | None = calendar.real(y, m, d)
    return _named(calendar.day(found)) if found else _NOTHING


def _named(period: Period) -> Period:
    return Period(period.value, period.earliest, period.latest, "calendar")

"""Times counted from the day of telling or from a time named before: parts of a match to a Period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from dateline.when import absolute, calendar
from dateline.when.amounts import count, ordinal, unit_of
from dateline.when.calendar import Period
from dateline.when.grammar import vocabulary
from dateline.when.setting import Setting

Parts = Mapping[str, str]
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_SIZE = {"D": 1, "W": 7, "WE": 2, "M": 31, "Q": 92, "Y": 366, "10Y": 3660, "100Y": 36600}
_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def deictic(parts: Parts, setting: Setting) -> Period:
    if setting.today is None:
        return Period("XXXX-XX-XX")
    return setting.anchored(calendar.day(setting.today + timedelta(days=_DEICTIC[parts["deictic"]])))


def weekday(parts: Parts, setting: Setting) -> Period:
    number = int(vocabulary()["weekday_numbers"][parts["weekday"].rstrip(".")])
    if setting.today is None:
        return Period(f"XXXX-WXX-{number}")
    if week := parts.get("week", "").strip():
        monday = calendar.week(calendar.add(setting.today, vocabulary()["steps"].get(week.split()[0], 0), "W")).earliest
        assert monday
        return setting.anchored(calendar.day(monday + timedelta(days=number - 1)))
    return setting.anchored(calendar.day(_weekday_near(number, parts.get("which", ""), setting)))


def _weekday_near(number: int, which: str, setting: Setting) -> date:
    word = which.split()[-1] if which else ""
    base = setting.today
    assert base
    if which in ("the previous", "the preceding", "the following") and setting.day and setting.day.earliest:
        base = setting.day.earliest
    back = (base.isoweekday() - number) % 7
    if word in ("last", "past", "previous", "preceding"):
        return base - timedelta(days=back or 7)
    if word in ("next", "coming", "following"):
        return base + timedelta(days=(7 - back) if back else 7)
    ahead = setting.direction > 0 or (word == "this" and setting.direction == 0)
    return base + timedelta(days=7 - back) if back and ahead else base - timedelta(days=back)


def which(parts: Parts, setting: Setting) -> Period:
    """As in "last month", "this week", "the following day", "that year"."""
    word, unit = parts.get("which", "this"), _unit(parts)
    step = int(vocabulary()["steps"].get(word.split()[-1], 0))
    counted = word in vocabulary()["from_earlier"] or (unit == "D" and word.startswith("the "))
    base = _base(unit, setting, step) if counted else setting.today
    if base is None:
        return Period("" if counted else _OPEN.get(unit, ""))
    if unit == "WE" and word in ("this", "the past", "this past") and base.isoweekday() < 5 and setting.direction <= 0:
        step = -1  # said on a weekday, the weekend that is over
    found = calendar.around(_step(base, step, unit), unit)
    found = replace(found, anchor="earlier" if counted and setting.earlier else setting.anchor)
    return _told(parts, found, setting)


def _unit(parts: Parts) -> str:
    if "unit" in parts:
        return str(vocabulary()["sizes"][parts["unit"]])
    return "WE" if "weekend" in parts["all"] else "Y"


def _base(unit: str, setting: Setting, step: int) -> date | None:
    """The day to count from: the last one named before that is no coarser than the unit."""
    candidates = [setting.earlier, setting.day]
    for period in candidates:
        if period and period.earliest and period.latest and (period.latest - period.earliest).days < _SIZE[unit]:
            return period.earliest
    return setting.today if setting.earlier is None and step else None


def _step(d: date, n: int, unit: str) -> date:
    if unit in ("10Y", "100Y"):
        return calendar.add(d, n * int(unit[:-1]), "Y")
    if unit == "WE":
        return calendar.add(d, n, "W")
    return calendar.add(calendar.around(d, unit).earliest or d, n, unit)


def _told(parts: Parts, found: Period, setting: Setting) -> Period:
    """Here "earlier this week" ends before the day of telling, "later this week" begins with it."""
    words = parts["all"].split()
    today, first, last = setting.today, found.earliest, found.latest
    if today and first and last and first < today < last:
        if words[0] == "earlier":
            return replace(found, latest=today - timedelta(days=1))
        if words[0] == "later":
            return replace(found, earliest=today)
    mark = next((vocabulary()["modifiers"][w] for w in words[:4] if w in vocabulary()["modifiers"]), "")
    return calendar.trim(found, mark)


def the_unit(parts: Parts, setting: Setting) -> Period:
    """As in "the year": the one spoken of before, else that of the telling."""
    unit = vocabulary()["sizes"][parts["unit"]]
    spoken_of = unit in "DW" or parts["all"].split()[0] in ("later", "earlier", "early", "late")
    base = (_base(unit, setting, 0) if spoken_of else None) or setting.today
    if base is None:
        return Period(_OPEN.get(unit, ""))
    return replace(calendar.around(base, unit), anchor="earlier" if setting.earlier else setting.anchor)


def year_end(parts: Parts, setting: Setting) -> Period:
    if setting.today is None:
        return Period("XXXX")
    unit = "M" if "month" in parts["all"] else "Y"
    return calendar.trim(setting.anchored(calendar.around(setting.today, unit)), "late")


def ago(parts: Parts, setting: Setting) -> Period:
    number = count(parts["number"]) if "number" in parts else None
    times, unit, clock = unit_of(parts["unit"])
    if clock:
        return (
            setting.anchored(calendar.day(setting.today))
            if setting.today and number and unit == "M"
            else Period("PAST_REF")
        )
    if number is None:
        return _some_time(times, unit, setting)
    if unit == "Y" and times == 1 and number == 1 and (found := _year_back(setting)):
        return found
    if setting.today is None:
        return Period(_OPEN.get(unit, ""))
    return setting.anchored(_back(setting.today, -number, times, unit, "approx" in parts))


def _some_time(times: int, unit: str, setting: Setting) -> Period:
    """Here "a few weeks ago" lies two to nine weeks back; only its bounds are told."""
    if setting.today is None or times != 1:
        return Period("PAST_REF")
    bounds = calendar.add(setting.today, -9, unit), calendar.add(setting.today, -2, unit)
    return Period("PAST_REF", bounds[0], bounds[1], setting.anchor)


def _back(base: date, number: float, times: int, unit: str, fuzzy: bool) -> Period:
    """The period of the unit's size that lies ``number`` units off, a month's size for half years."""
    if times > 1 and unit == "Y":
        return calendar.around(calendar.add(base, round(number * times), "Y"), "10Y" if fuzzy else "Y")
    if number != int(number):
        small, factor = {"Y": ("M", 12), "M": ("W", 4), "W": ("D", 7), "D": ("D", 1)}[unit]
        return calendar.around(calendar.add(base, round(number * factor * times), small), small)
    found = calendar.add(base, int(number) * times, unit)
    size = unit if times == 1 else "Y" if unit == "Y" else "W"
    if fuzzy and size == "D":
        return calendar.week(found)
    return calendar.around(found, size)


def _year_back(setting: Setting) -> Period | None:
    """A year before the quarter that is being spoken of."""
    if not setting.nearby or setting.quarter is None or setting.quarter.earliest is None:
        return None
    first = setting.quarter.earliest
    return replace(calendar.quarter(first.year - 1, (first.month + 2) // 3), anchor="earlier")


def later(parts: Parts, setting: Setting) -> Period:
    """As in "two days later", "a year earlier", "the day after"."""
    forward = parts["way"] in vocabulary()["afterwards"]
    number = count(parts["number"]) if "number" in parts else 1 if "unit" not in parts else None
    times, unit, clock = unit_of(parts["unit"]) if "unit" in parts else (1, "D", False)
    if clock:
        return Period(f"PT{int(number)}{unit}" if number else f"PTX{unit}")
    if number is None:
        return Period("FUTURE_REF" if forward else "PAST_REF")
    if not forward and unit == "Y" and number == 1 and (found := _year_back(setting)):
        return found
    now = parts["way"] in ("from now", "hence", "from today")
    base = setting.today if now else _base(unit, setting, 0 if forward else -1)
    if base is None:
        return Period("")
    found = _back(base, number if forward else -number, times, unit, "approx" in parts)
    if setting.direction < 0 and setting.today and found.earliest and found.earliest > setting.today:
        return Period("")  # told as past, so it was counted from something else
    return replace(found, anchor=setting.anchor if now or setting.earlier is None else "earlier")


def year_ago(parts: Parts, setting: Setting) -> Period:
    if parts["all"].startswith("year") and (found := _year_back(setting)):
        return found
    unit = vocabulary()["sizes"][parts["all"].split("-")[0]]
    if setting.today is None:
        return Period(_OPEN[unit])
    return setting.anchored(calendar.around(_step(setting.today, -1, unit), unit))


def this_quarter(parts: Parts, setting: Setting) -> Period:
    """As in "the quarter", "the latest period", "the year-earlier quarter": by the quarter that was spoken of."""
    words = parts["all"]
    back = bool(re.search(r"year-ago|year-earlier|corresponding|a year|last year", words))
    if setting.quarter and setting.quarter.earliest and not ("late" in parts and _unfinished(setting)):
        first = setting.quarter.earliest
        now = calendar.quarter(first.year, (first.month + 2) // 3)
    elif setting.today and (
        back or "late" in parts or parts.get("which") not in ("this", "the current", "last", "next")
    ):
        now = calendar.around(_step(setting.today, -1, "Q"), "Q")
    elif setting.today:
        step = {"last": -1, "next": 1}.get(parts["which"], 0)
        return setting.anchored(calendar.around(_step(setting.today, step, "Q"), "Q"))
    else:
        return Period("")
    assert now.earliest
    year = now.earliest.year - (1 if back else 0)
    return replace(
        calendar.quarter(year, (now.earliest.month + 2) // 3), anchor="earlier" if setting.quarter else setting.anchor
    )


def _unfinished(setting: Setting) -> bool:
    last = setting.quarter.latest if setting.quarter else None
    return bool(setting.today and last and last >= setting.today)


def period_year(parts: Parts, setting: Setting) -> Period:
    """Here "the 1988 period" has the size of what was spoken of."""
    if setting.quarter and setting.quarter.earliest:
        first = setting.quarter.earliest
        year = int(parts["year"]) if "year" in parts else first.year - 1
        return replace(calendar.quarter(year, (first.month + 2) // 3), anchor="earlier")
    if "year" in parts:
        return absolute.year(parts, setting)
    return setting.anchored(calendar.year(setting.today.year - 1)) if setting.today else Period("")


def recent(parts: Parts, setting: Setting) -> Period:
    ahead = re.search(r"coming|future|next|ahead", parts["all"])
    return (
        Period("FUTURE_REF", setting.today, None, setting.anchor)
        if ahead
        else Period("PAST_REF", None, setting.today, setting.anchor)
    )


def ordinal_day(parts: Parts, setting: Setting) -> Period:
    """The day of telling in "for a third day" and "it is the second day of"; "on the third day of" is not told."""
    told = "unit" in parts or setting.direction == 0
    if setting.today is None or not told or ordinal(parts["ordinal"]) is None:
        return Period("")
    return setting.anchored(calendar.day(setting.today))


def eve(_parts: Parts, _setting: Setting) -> Period:
    return Period("")  # a day before something whose day only the story's other sentences could tell

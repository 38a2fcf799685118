"""Times of day, durations, sets and vague times: parts of a match to a Period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache

from dateline.knowledge.load import table
from dateline.when import absolute, calendar, relative
from dateline.when.amounts import count, ordinal, unit_of
from dateline.when.calendar import Period
from dateline.when.grammar import vocabulary
from dateline.when.setting import Setting

Parts = Mapping[str, str]
_VAGUE_BOUNDS = {"PAST_REF": -1, "PRESENT_REF": 0, "FUTURE_REF": 1}


def day_part(parts: Parts, setting: Setting) -> Period:
    """As in "last night", "Saturday morning", "the evening": the day it belongs to and the part of it."""
    whole = parts["all"]
    part = _part_code(whole)
    day = _day_of(parts, setting)
    if not day.value:
        return day
    return replace(day, value=f"{day.value}T{part}")


def _part_code(words: str) -> str:
    if "tonight" in words or "overnight" in words:
        return "NI"
    codes = vocabulary()["parts"]
    return next((str(codes[w]) for w in re.findall(r"[a-z]+", words) if w in codes), "NI")


def _day_of(parts: Parts, setting: Setting) -> Period:
    whole = parts["all"]
    if "month" in parts:
        return absolute.month_day(parts, setting)
    if "weekday" in parts:
        return relative.weekday(parts, setting)
    if "deictic" in parts and parts["deictic"] in ("today", "yesterday", "tomorrow"):
        return relative.deictic(parts, setting)
    step = -1 if re.search(r"\blast (?:night|evening)", whole) else 0
    if "deictic" in parts:
        return _today(setting, step)
    counted = parts.get("which", "the")
    if counted in ("this", "last", "next"):
        return _today(setting, {"last": -1, "next": 1}.get(counted, 0))
    return relative.which({"which": counted if "which" in parts else "that", "unit": "day", "all": whole}, setting)


def _today(setting: Setting, step: int) -> Period:
    if setting.today is None:
        return Period("XXXX-XX-XX")
    return setting.anchored(calendar.day(setting.today + timedelta(days=step)))


def clock(parts: Parts, setting: Setting) -> Period:
    """As in "10 p.m. Wednesday", "0648 GMT": the day with the time as told; a zone is not counted in."""
    time = _time(parts.get("clock") or parts["hhmm"])
    if "month" in parts:
        day = absolute.month_day(parts, setting)
    elif "weekday" in parts:
        day = relative.weekday(parts, setting)
    elif parts.get("deictic") in ("today", "yesterday", "tomorrow"):
        day = relative.deictic(parts, setting)
    elif "deictic" not in parts and setting.day and setting.close:
        day = replace(setting.day, anchor="earlier")
    else:
        day = _today(setting, 0)
    return replace(day, value=f"{day.value}T{time}") if day.value else day


def _time(text: str) -> str:
    if text == "noon":
        return "12:00"
    if text == "midnight":
        return "24:00"
    found = re.match(r"(\d\d)(\d\d)$|(\d{1,2})(?:[:.](\d\d))?", text)
    assert found
    hour, minute = int(found[1] or found[3]), found[2] or found[4] or "00"
    if "p" in text and hour < 12:
        hour += 12
    if "a" in text and hour == 12:
        hour = 0
    return f"{hour:02}:{minute}"


def duration(parts: Parts, setting: Setting) -> Period:
    """A length; "the past two months" and "the next week" also have bounds."""
    number = _length(parts)
    times, unit, in_clock = unit_of(parts["unit"])
    value = _duration_value(number, times, unit, in_clock)
    way = parts.get("way", "").split()[-1] if "way" in parts else ""
    if setting.today is None or number is None or in_clock or way not in ("past", "last", "next", "coming"):
        return Period(value)
    whole = max(round(number * times), 1)
    if way in ("past", "last"):
        return Period(value, calendar.add(setting.today, -whole, unit), setting.today, setting.anchor)
    return Period(value, setting.today, calendar.add(setting.today, whole, unit), setting.anchor)


def _length(parts: Parts) -> float | None:
    if "number" in parts:
        return count(parts["number"])
    return None if parts["unit"].endswith("s") else 1


def _duration_value(number: float | None, times: int, unit: str, in_clock: bool) -> str:
    prefix = "PT" if in_clock else "P"
    if number is None:
        return f"{prefix}X{unit}" if times == 1 else f"PX{unit}"
    amount = number * times
    if amount == int(amount):
        return f"{prefix}{int(amount)}{unit}"
    smaller = {
        "Y": ("M", 12),
        "H": ("M", 60),
        "M": ("S", 60) if in_clock else ("D", 30),
        "D": ("H", 24),
        "W": ("D", 7),
    }.get(unit)
    if smaller is None:
        return f"{prefix}{amount}{unit}"
    whole, rest = int(amount), round((amount - int(amount)) * smaller[1])
    return f"{prefix}{f'{whole}{unit}' if whole else ''}{rest}{smaller[0]}"


def every(parts: Parts, _: Setting) -> Period:
    """What comes back: "every Friday", "each month", "daily", "a year"."""
    vocab = vocabulary()
    if "weekday" in parts:
        return Period(f"XXXX-WXX-{vocab['weekday_numbers'][parts['weekday'].rstrip('.').removesuffix('s')]}")
    if "month" in parts:
        return Period(f"XXXX-{vocab['month_numbers'][parts['month'].rstrip('.')]:02}")
    if "season" in parts:
        return Period(f"XXXX-{vocab['seasons'][parts['season']]}")
    if "part" in parts:
        return Period(f"XXXX-XX-XXT{vocab['parts'][parts['part']]}")
    if "word" in parts:
        return Period(str(vocab["adverbs"][parts["word"]]))
    times, unit, in_clock = unit_of(parts["unit"])
    if "number" in parts and "times" not in parts["all"]:
        number = count(parts["number"])
    else:
        number = ordinal(parts["ordinal"]) if "ordinal" in parts else 2 if " other " in parts["all"] else 1
    return Period(_duration_value(number or 1, times, unit, in_clock))


def vague(parts: Parts, setting: Setting) -> Period:
    value = _vague_values()[" ".join(parts["vague"].split())]
    side = _VAGUE_BOUNDS[value]
    earliest = setting.today if side > 0 else None
    latest = setting.today if side < 0 else None
    return Period(value, earliest, latest, setting.anchor)


@cache
def _vague_values() -> dict[str, str]:
    return {row["phrase"]: row["value"] for row in table("when/vague.csv", "phrase", "value")}

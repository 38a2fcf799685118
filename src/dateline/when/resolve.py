"""Time expressions to values and bounds: counted from the day of telling, the tense, and the times named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.records import Sentence, TimeRef
from dateline.when import absolute, extent, relative
from dateline.when.calendar import Period
from dateline.when.grammar import Rule, groups, line, rules
from dateline.when.setting import Setting
from dateline.when.tense import direction

_NEAR = 7  # days between a dateline and the publication it belongs to
_JOINED = re.compile(r"\s*(?:-|to|and|until|through|or)\s*(?:the\s+)?", re.IGNORECASE)
_LENGTH = re.compile(r"PT?[\dX]")
_QUARTERS = frozenset({"date.quarter", "date.quarter-year", "date.this-quarter"})
_COMPARED = _QUARTERS | {"date.ago", "date.later", "date.year-ago", "date.period-year"}
_BACK = re.compile(r"ago|earlier|last year|corresponding", re.IGNORECASE)
_ROOMS = (absolute, relative, extent)


@dataclass(frozen=True, slots=True)
class _Named:
    """What the story has named so far."""

    earlier: Period | None = None
    day: Period | None = None
    quarter: Period | None = None
    quarter_at: int = -9
    day_at: int = -9


def resolve(
    found: tuple[TimeRef, ...],
    sentences: tuple[Sentence, ...],
    published: date | None,
    dateline: date | None = None,
) -> tuple[TimeRef, ...]:
    """The same expressions with value, earliest, latest and anchor; without any anchor the year stays XXXX."""
    today, anchor = _today(published, dateline)
    by_index = {s.index: s for s in sentences}
    named = _Named()
    out = []
    for at, ref in enumerate(found):
        sentence = by_index[ref.sentence]
        start_of = _range_start(ref, found[at + 1 : at + 2], sentence)
        ref, period = _settled(ref, sentence, _setting(ref, sentence, today, anchor, named), start_of)
        named = _remember(
            named, ref, period, line(sentence)[ref.span.start - sentence.span.start :][: ref.span.end - ref.span.start]
        )
        out.append(_bounded(ref, sentence, today))
    return tuple(out)


def open_value(rule: Rule, words: str, start: int, end: int) -> str:
    """The value that a match has without any day to count from."""
    return _maker(rule.make)(groups(rule, words, start, end), Setting()).value


def _today(published: date | None, dateline: date | None) -> tuple[date | None, str]:
    if published is None:
        return (dateline, "dateline") if dateline else (None, "none")
    if dateline and 0 <= (published - dateline).days <= _NEAR:
        return dateline, "dateline"
    return published, "published"


def _setting(ref: TimeRef, sentence: Sentence, today: date | None, anchor: str, named: _Named) -> Setting:
    nearby = 0 <= ref.sentence - named.quarter_at <= 3
    tense = direction(sentence, ref.head)
    close = 0 <= ref.sentence - named.day_at <= 2
    return Setting(today, anchor, tense, False, named.earlier, named.day, named.quarter, nearby, close)


def _range_start(ref: TimeRef, following: tuple[TimeRef, ...], sentence: Sentence) -> str:
    """The year told at the end of "between July 4 and July 9, 2020", "" where there is none."""
    if ref.rule not in ("date.month-day", "date.month", "date.day-month") or not following:
        return ""
    end, words, start = following[0], line(sentence), sentence.span.start
    if end.sentence != ref.sentence or not _JOINED.fullmatch(words[ref.span.end - start : end.span.start - start]):
        return ""
    parts = groups(rules()[end.rule], words, end.span.start - start, end.span.end - start)
    return parts.get("year", "") if end.rule in ("date.month-day-year", "date.month-year") else ""


def _settled(ref: TimeRef, sentence: Sentence, setting: Setting, year: str) -> tuple[TimeRef, Period]:
    rule = rules()[ref.rule]
    start = sentence.span.start
    parts = groups(rule, line(sentence), ref.span.start - start, ref.span.end - start)
    period = _maker(rule.make)({"year": year, **parts} if year else parts, setting)
    anchor = period.anchor or "none"
    if _LENGTH.match(period.value) and ref.type == "DATE":
        ref = replace(ref, type="DURATION")  # "two hours later" is no day of its own
    return replace(ref, value=period.value, earliest=period.earliest, latest=period.latest, anchor=anchor), period


def _maker(name: str) -> Callable[[Mapping[str, str], Setting], Period]:
    room = next(r for r in _ROOMS if hasattr(r, name))
    maker: Callable[[Mapping[str, str], Setting], Period] = getattr(room, name)
    return maker


def _remember(named: _Named, ref: TimeRef, period: Period, text: str) -> _Named:
    if ref.type not in ("DATE", "TIME") or period.earliest is None or period.latest is None or "_REF" in period.value:
        return named
    if _BACK.search(text) and ref.rule in _COMPARED:
        return named  # "up from 40 a year earlier" does not move the story back
    if "-Q" in period.value and ref.rule in _QUARTERS:
        named = replace(named, quarter=period, quarter_at=ref.sentence)
    if period.earliest == period.latest:
        day = Period(period.earliest.isoformat(), period.earliest, period.latest)
        return replace(named, earlier=day, day=day, day_at=ref.sentence)
    return replace(named, earlier=period)


def _bounded(ref: TimeRef, sentence: Sentence, today: date | None) -> TimeRef:
    """Here "since 2014" runs to the day of telling, "until Friday" has no first day."""
    if ref.type not in ("DATE", "TIME") or ref.earliest is None:
        return ref
    before = line(sentence)[: ref.span.start - sentence.span.start].lower().split()
    word = before[-1] if before else ""
    if word == "since":
        return replace(ref, latest=today if today and today >= ref.earliest else None)
    if word in ("until", "till", "before", "by"):
        return replace(ref, earliest=None)
    if word == "after":
        return replace(ref, latest=None)
    return ref

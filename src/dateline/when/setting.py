"""What a relative time is counted from: the day of telling, the tense, and the times named before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dateline.when.calendar import Period

_LONG_AGO = 300  # days; a past tense is rarely wrong, a future one often belongs to another clause
_LATELY = 30  # days by which an untold tense leans to the past


@dataclass(frozen=True, slots=True)
class Setting:
    """``today`` is None in a story without any date; ``direction`` is -1 past, 1 future, 0 untold."""

    today: date | None = None
    anchor: str = "none"
    direction: int = 0
    strict: bool = False  # the period of today itself does not count ("last May" in May)
    earlier: Period | None = None  # the last date named before in the story
    day: Period | None = None  # the last full day named before
    quarter: Period | None = None  # the last quarter named before
    nearby: bool = False  # the quarter was named at most three sentences before
    close: bool = False  # the day was named at most two sentences before

    def towards(self, direction: int, strict: bool = False) -> Setting:
        """The same setting with the direction that a word such as "next" gives."""
        return replace(self, direction=direction, strict=strict)

    def anchored(self, period: Period) -> Period:
        """A period that was found by counting from the day of telling."""
        return replace(period, anchor=self.anchor) if period.earliest else period


def nearest(choices: list[Period], setting: Setting, stretch: int) -> Period:
    """The choice that tense asks for, unless it lies much further off than the other one.

    ``stretch`` is how many days further off a future may lie.
    """
    past, future = _sides(choices, setting)
    if past is None or future is None or past == future:
        return past or future or Period("")
    assert setting.today and past.earliest and past.latest and future.earliest
    behind = max((setting.today - past.latest).days, 0)
    ahead = max((future.earliest - setting.today).days, 0)
    if setting.strict:
        return past if setting.direction < 0 else future
    if setting.direction < 0:
        return past if behind - ahead <= _LONG_AGO else future
    if setting.direction > 0:
        return future if ahead - behind <= stretch else past
    return past if behind <= ahead + _LATELY else future


def _sides(choices: list[Period], setting: Setting) -> tuple[Period | None, Period | None]:
    today = setting.today
    assert today
    if setting.strict:
        before = [p for p in choices if p.latest and p.latest < today]
        after = [p for p in choices if p.earliest and p.earliest > today]
    else:
        before = [p for p in choices if p.earliest and p.earliest <= today]
        after = [p for p in choices if p.latest and p.latest >= today]
    return (before[-1] if before else None), (after[0] if after else None)

"""Which time goes with which event."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.parse import parse_text
from dateline.records import Sentence, TimeRef
from dateline.when.attach import event_value, saying_time, time_of
from dateline.when.find import find
from dateline.when.resolve import resolve

PUBLISHED = date(2021, 9, 17)  # a Friday


def parts(text: str, word: str) -> tuple[Sentence, int, tuple[TimeRef, ...]]:
    sentences = parse_text(text)
    refs = resolve(find(text, sentences), sentences, PUBLISHED)
    sentence, head = next((s, t.i) for s in sentences for t in s.tokens if t.text == word)
    return sentence, head, refs


def value(text: str, word: str) -> str:
    ref = time_of(*parts(text, word))
    return event_value(ref) if ref else ""


CASES = [
    # the time of the saying is not the time of the said
    ("The agency said on September 13 that the country had launched a missile.", "launched", ""),
    ("The agency said on Monday the North fired two missiles on Sunday.", "fired", "2021-09-12"),
    ("The agency said on Monday the North fired two missiles on Sunday.", "said", "2021-09-13"),
    ("Officials said Tuesday that police arrested ten men last month.", "arrested", "2021-08"),
    ("The minister told reporters on Tuesday that troops would leave on October 1.", "leave", "2021-10-01"),
    ("The ministry announced Wednesday it would expel the diplomats.", "expel", ""),
    ("Rebels shelled the port on Sunday, the mayor said on Monday.", "shelled", "2021-09-12"),
    ("Rebels shelled the port, the mayor said on Monday.", "shelled", ""),
    ("The envoy said a general had claimed on Monday that rebels seized it on Saturday.", "seized", "2021-09-11"),
    ("The envoy said a general had claimed on Monday that rebels seized it on Saturday.", "claimed", "2021-09-13"),
    # nouns and light verbs
    ("The two ministers held talks in Vienna on Thursday.", "talks", "2021-09-16"),
    ("The two ministers held talks in Vienna on Thursday.", "held", "2021-09-16"),
    ("An attack on Tuesday killed ten soldiers.", "attack", "2021-09-14"),
    ("Leaders condemned Wednesday's attack on the school.", "attack", "2021-09-15"),
    ("Leaders condemned Wednesday's attack on the school.", "condemned", ""),
    ("They recalled the 2011 uprising.", "uprising", "2011"),
    ("He was killed in a raid on Monday.", "raid", "2021-09-13"),
    # one clause carries its time to another
    ("The two leaders met on Monday and signed a treaty.", "signed", "2021-09-13"),
    ("Gunmen opened fire on Monday, killing six guards.", "killing", "2021-09-13"),
    ("Troops began withdrawing from the valley on Sunday.", "withdrawing", "2021-09-12"),
    ("The two sides agreed on Monday to hold a summit.", "hold", ""),
    ("The two sides agreed on Monday to hold a summit in October.", "hold", "2021-10"),
    ("On Monday the first ships to leave port were boarded by marines.", "boarded", "2021-09-13"),
    ("Smugglers had dug a tunnel below the fence nearly three years ago.", "dug", "2018"),
    ("The prisoners were freed and flown home on Thursday.", "freed", "2021-09-16"),
    ("Talks scheduled for Tuesday will go ahead.", "Talks", "2021-09-21"),
    ("They were killed when a bomb exploded on Sunday.", "killed", "2021-09-12"),
    # what is no event date
    ("They have fought for three years.", "fought", ""),
    ("He will stay in office until June 5.", "stay", ""),
    ("They protest every Friday.", "protest", ""),
    ("The army has recently shelled the town.", "shelled", ""),
    ("They have fought since 2014.", "fought", "2014"),
    # no finer than told
    ("The deal was signed last week.", "signed", "2021-09"),
    ("The rebels split during the autumn of 2012.", "split", "2012"),
    ("Both missiles were fired on Sept 11-12.", "fired", "2021-09"),
    ("A convoy was hit late on Thursday night.", "hit", "2021-09-16"),
    ("The bridge was built in the 1970s.", "built", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), CASES, ids=[f"{c[1]}: {c[0]}" for c in CASES])
def test_event_date(text: str, word: str, expected: str) -> None:
    assert value(text, word) == expected


def test_saying_time_is_that_of_the_reporting_verb() -> None:
    ref = saying_time(*parts("The agency said on September 13 that the country had launched a missile.", "launched"))
    assert ref and ref.value == "2021-09-13"


def test_saying_time_in_a_statement() -> None:
    ref = saying_time(*parts("The army said in a communique on Tuesday that rebels had seized the dam.", "seized"))
    assert ref and ref.value == "2021-09-14"


def test_no_saying_time_without_a_saying() -> None:
    assert saying_time(*parts("Rebels seized the dam on Tuesday.", "seized")) is None


def test_week_across_two_months_gives_the_year() -> None:
    ref = TimeRef(
        parts("x last week", "last")[2][0].span, 0, 2, "DATE", "2021-W35", date(2021, 8, 30), date(2021, 9, 5)
    )
    assert event_value(ref) == "2021"

"""Hard cases of finding and resolving: year ends, same-day weekdays, ranges, anchors, and what must stay open."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.parse import parse_text
from dateline.records import TimeRef
from dateline.when.find import find
from dateline.when.resolve import resolve


def read(text: str, published: str | None, dateline: str | None = None) -> dict[str, TimeRef]:
    sentences = parse_text(text)
    day = date.fromisoformat(published) if published else None
    refs = resolve(find(text, sentences), sentences, day, date.fromisoformat(dateline) if dateline else None)
    return {text[r.span.start : r.span.end]: r for r in refs}


CASES = [
    # year ends
    ("The court jailed him on December 30.", "2021-01-02", "December 30", "2020-12-30"),
    ("The truce will begin on January 3.", "2020-12-29", "January 3", "2021-01-03"),
    ("He was detained in December.", "2021-01-15", "December", "2020-12"),
    ("Voters will choose a president in January.", "2020-12-15", "January", "2021-01"),
    ("The rebels took the town last month.", "2021-01-15", "last month", "2020-12"),
    ("Talks collapsed last week.", "2021-01-04", "last week", "2020-W53"),
    ("The ministers signed the pact on Thursday.", "2021-01-01", "Thursday", "2020-12-31"),
    ("The ministers will sign the pact tomorrow.", "2020-12-31", "tomorrow", "2021-01-01"),
    ("He resigned at the end of last year.", "2021-01-04", "the end of last year", "2020"),
    # weekdays by tense, the same day
    ("Rebels shelled the airport on Friday.", "2021-09-17", "Friday", "2021-09-17"),
    ("The president will meet the envoys on Friday.", "2021-09-17", "Friday", "2021-09-17"),
    ("The envoys will meet on Tuesday.", "2021-09-17", "Tuesday", "2021-09-21"),
    ("The envoys met on Tuesday.", "2021-09-17", "Tuesday", "2021-09-14"),
    ("The envoys are scheduled to meet Monday.", "2021-09-17", "Monday", "2021-09-20"),
    ("Parliament is due to vote on Wednesday.", "2021-09-17", "Wednesday", "2021-09-22"),
    ("The minister was forced to resign on Sunday.", "2021-09-17", "Sunday", "2021-09-12"),
    ("On Monday the men who want to leave were searched.", "2021-09-17", "Monday", "2021-09-13"),
    ("They had been due to meet on Wednesday, but the talks were called off.", "2021-09-17", "Wednesday", "2021-09-15"),
    # ranges, written forms
    ("The pair held talks from Nov. 3 to 5, 2019.", "2021-09-17", "Nov. 3 to 5, 2019", "2019-11-03/2019-11-05"),
    ("Both missiles were fired on Sept 11-12.", "2021-09-13", "Sept 11-12", "2021-09-11/2021-09-12"),
    ("It was signed on the 4th of July, 1995.", "2021-09-13", "the 4th of July, 1995", "1995-07-04"),
    ("The tanker sailed on 2019-02-28.", "2021-09-13", "2019-02-28", "2019-02-28"),
    ("They met between July 4 and July 9, 2018.", "2021-09-13", "July 4", "2018-07-04"),
    ("War raged in 1991-1995.", "2021-09-13", "1991-1995", "1991/1995"),
    # counted from what the story named before
    ("The two met on March 30. Three days later shells hit the town.", "2021-05-01", "Three days later", "2021-04-02"),
    ("He fled on February 28, 2020. The following day troops came.", "2021-05-01", "The following day", "2020-02-29"),
    ("Rockets fell on April 9. A day earlier, an envoy had left.", "2021-05-01", "A day earlier", "2021-04-08"),
    ("The coup came in 1999. Two years later the generals left.", "2021-05-01", "Two years later", "2001"),
    ("He was jailed in March 2015. The previous month he ran.", "2021-05-01", "The previous month", "2015-02"),
    # other sizes
    ("The rebels split during the autumn of 2012.", "2021-05-01", "the autumn of 2012", "2012-FA"),
    ("Trade fell in the first quarter of 2020.", "2021-05-01", "the first quarter of 2020", "2020-Q1"),
    ("The border dates from the late 1940s.", "2021-05-01", "the late 1940s", "194"),
    ("It was built in the 12th century.", "2021-05-01", "the 12th century", "11"),
    ("He was held for two and a half years.", "2021-05-01", "two and a half years", "P2Y6M"),
    ("The rocket was launched at 0648 GMT on Friday.", "2021-05-01", "0648 GMT on Friday", "2021-04-30T06:48"),
    ("Police fired tear gas late on the eve of Christmas Day.", "2021-12-27", "the eve of Christmas Day", "2021-12-24"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "words", "value"), CASES, ids=[c[0] for c in CASES])
def test_value(text: str, published: str, words: str, value: str) -> None:
    assert {k: r.value for k, r in read(text, published).items()}[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The schedule said he would arrive on September 14.", "September 14", "XXXX-09-14"),
        ("The schedule said he would arrive on Tuesday.", "Tuesday", "XXXX-WXX-2"),
        ("They were freed last month.", "last month", "XXXX-XX"),
        ("They were freed in March.", "March", "XXXX-03"),
        ("They were freed yesterday.", "yesterday", "XXXX-XX-XX"),
        ("They fled on Christmas Day.", "Christmas Day", "XXXX-12-25"),
        ("They were freed two days ago.", "two days ago", "XXXX-XX-XX"),
    ],
)
def test_without_any_anchor_the_year_stays_open(text: str, words: str, value: str) -> None:
    ref = read(text, None)[words]
    assert (ref.value, ref.earliest, ref.latest, ref.anchor) == (value, None, None, "none")


def test_dateline_counts_where_there_is_no_publication_date() -> None:
    ref = read("The envoys met on Monday.", None, dateline="2021-09-14")["Monday"]
    assert (ref.value, ref.anchor) == ("2021-09-13", "dateline")


def test_dateline_goes_before_a_publication_date_of_the_same_week() -> None:
    assert read("Shells fell today.", "2021-09-15", dateline="2021-09-14")["today"].value == "2021-09-14"


def test_dateline_of_another_month_is_not_trusted() -> None:
    assert read("Shells fell today.", "2021-09-15", dateline="2021-07-14")["today"].value == "2021-09-15"


def test_since_runs_to_the_day_of_telling() -> None:
    ref = read("They have fought since 2014.", "2021-09-17")["2014"]
    assert (ref.value, ref.earliest, ref.latest) == ("2014", date(2014, 1, 1), date(2021, 9, 17))


def test_until_has_no_first_day() -> None:
    ref = read("He will stay until June 5.", "2021-05-17")["June 5"]
    assert (ref.earliest, ref.latest) == (None, date(2021, 6, 5))


def test_earlier_this_week_ends_before_today() -> None:
    ref = read("He was freed earlier this week.", "2018-02-01")["earlier this week"]
    assert (ref.earliest, ref.latest) == (date(2018, 1, 29), date(2018, 1, 31))


def test_early_month_is_its_first_third() -> None:
    ref = read("He was freed in early March.", "2018-06-01")["early March"]
    assert (ref.value, ref.earliest, ref.latest) == ("2018-03", date(2018, 3, 1), date(2018, 3, 11))


def test_past_months_have_bounds() -> None:
    ref = read("Hundreds drowned over the past two months.", "2021-05-31")["the past two months"]
    assert (ref.type, ref.value, ref.earliest) == ("DURATION", "P2M", date(2021, 3, 31))


def test_a_day_that_does_not_exist_gets_no_value() -> None:
    assert read("He was freed on February 30.", "2021-05-31")["February 30"].value == ""


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Theresa May spoke. May said no.",
        "They may march on the capital.",
        "The town could fall to the rebels.",
        "Resolution 1973 was adopted.",
        "More than 2000 people fled.",
        "Border guards held a 14-year-old boy.",
    ],
)
def test_not_a_time(text: str) -> None:
    assert read(text, "2021-05-31") == {}


def test_perfect_infinitive_is_past() -> None:
    assert read("He is said to have left the country in August.", "2016-10-13")["August"].value == "2016-08"


def test_since_is_past() -> None:
    assert read("Prices will stay at their lowest since November.", "2018-02-06")["November"].value == "2017-11"

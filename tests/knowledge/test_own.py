"""Own rows beside shipped ones: kept apart, replaced as a whole, believed first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.knowledge.actors import Entry, Holder, Player, Sort
from dateline.knowledge.days import term_day, without
from dateline.knowledge.own import Own, Source, files_of, together
from dateline.knowledge.own import without as without_source
from dateline.knowledge.precedence import entries_beside, holders_beside

SHIPPED = Holder("GHA", "foreign minister", "Ama Mensah-Owusu", (), "2010-01-01", "2014-06-30", "1.0")
OWN = replace(SHIPPED, person="Ama Mensah Owusu", end="2012-12-31", source="mine.csv")
FRONT = Entry(Sort.GROUP, "Tano Front", "group:tano-front", "Tano Front", ("CIV",), ("REB",), "groups Tano Front")


def test_an_own_term_replaces_the_shipped_one_of_person_and_office() -> None:
    assert holders_beside([SHIPPED], [OWN]) == (replace(OWN, person="Ama Mensah-Owusu", aliases=("Ama Mensah Owusu",)),)


def test_other_offices_and_times_of_the_person_stay() -> None:
    minister = replace(SHIPPED, title="finance minister")
    later = replace(SHIPPED, start="2020-01-01", end="")
    body = replace(SHIPPED, country="UNO", title="deputy secretary-general")
    assert holders_beside([minister, later, body], [OWN])[1:] == (minister, later, body)


def test_a_namesake_in_another_state_gives_way_at_that_time() -> None:
    assert holders_beside([replace(SHIPPED, country="TGO")], [OWN]) == (OWN,)


def test_a_shipped_name_stays_outside_the_time_of_the_own_row() -> None:
    own = replace(FRONT, sectors=("PTY",), start="2007-03-04", end="2011", kind="listed", source="mine")
    assert [(e.sectors, e.start, e.end) for e in entries_beside([FRONT], [own])] == [
        (("PTY",), "2007-03-04", "2011"),
        (("REB",), "", "2007-03-03"),
        (("REB",), "2012-01-01", ""),
    ]


@pytest.mark.parametrize(
    "time, cut, left",
    [
        (("", ""), ("", ""), []),
        (("2001", "2009"), ("2010", ""), [("2001", "2009")]),
        (("2001", "2009"), ("2003-02", "2004"), [("2001", "2003-01-31"), ("2005-01-01", "2009")]),
        (("", "2009"), ("2009-12-31", ""), [("", "2009-12-30")]),
    ],
)
def test_cutting_times(time: tuple[str, str], cut: tuple[str, str], left: list[tuple[str, str]]) -> None:
    assert without(*time, *cut) == left


def test_days_of_wikidata() -> None:
    assert term_day("2009-01-20T00:00:00Z") == "2009-01-20"
    assert term_day("http://www.wikidata.org/.well-known/genid/0a1b") == ""
    with pytest.raises(ValueError):
        term_day("2009-02-30")


def test_a_source_is_replaced_as_a_whole_and_rows_stand_once() -> None:
    front = Player("Tano Front", (), "CIV", ("PTY",), "", "", Sort.GROUP, (), "cast")
    first = Own((Source("mine.csv", "offices", "a1"), Source("cast", "cast", "")), (OWN,), (front,))
    newer = Own((Source("mine.csv", "offices", "b2"),), (replace(OWN, end="2013"),) * 2, ())
    have = together(first, newer)
    assert [(s.name, s.version) for s in have.sources] == [("cast", ""), ("mine.csv", "b2")]
    assert [h.end for h in have.holders] == ["2013"]
    assert have.players == (front,)
    assert files_of(together(have, newer)) == files_of(have)


def test_nothing_left_is_no_file() -> None:
    have = without_source(Own((Source("mine.csv", "offices", "a1"),), (OWN,), ()), ["mine.csv"])
    assert set(files_of(have).values()) == {""}

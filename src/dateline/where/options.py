"""What each place name of a story can mean, before they are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, exp, log10, radians, sin, sqrt

from dateline.knowledge.gazetteer import Entry, country_place, divisions, entries
from dateline.records import Place
from dateline.where.names import adjectives, short_forms

MOST = 30  # places weighed for one name
_PRIOR = {"country": 8.0, "continent": 7.0, "admin1": 6.3, "sea": 6.0, "region": 6.3, "county": 5.0}
_PRIOR_SITE = 5.5


@dataclass(frozen=True, slots=True)
class Option:
    """A place with what speaks for it before any context, in powers of ten of inhabitants."""

    place: Place
    prior: float
    countries: tuple[str, ...]
    radius_km: float


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the story, with what follows it where it is said to lie ("Paris, Texas")."""

    folded: str
    hint: str
    options: tuple[Option, ...]


def options_of(name: str, adjective: bool = False) -> tuple[Option, ...]:
    """The places of a name, best first; an adjective means its country."""
    if adjective:
        code = adjectives().get(name.lower(), "")
        place = country_place(code) if code else None
        return (Option(place, 8.0, (code,), 500.0),) if place else ()
    found = [e for full in short_forms().get(name, (name,)) for e in entries(full)]
    if not found and name.lower().endswith(" city"):
        found = list(entries(name[:-5]))
    if not found:
        found = list(_without_generic(name))
    if any(e.kind not in ("country", "town", "county") for e in found):
        found = [e for e in found if e.kind != "country" or e.own_name]  # England and Crimea are themselves first
    options = sorted((_option(e) for e in found), key=lambda o: -o.prior)
    return tuple(options[:MOST])


def _without_generic(name: str) -> tuple[Entry, ...]:
    """ "Kabul airport", "Lake County": the place before the generic word, as the best that is known."""
    first, _, last = name.rpartition(" ")
    if not first:
        return ()
    if last.lower() in ("province", "state", "region", "governorate", "oblast", "district", "prefecture", "department"):
        return divisions(first) or entries(first)
    return ()


def _option(entry: Entry) -> Option:
    prior = _PRIOR.get(entry.kind, _PRIOR_SITE)
    if entry.kind == "town":
        prior = log10(entry.population + 30) + (0.0 if entry.own_name else -1.5)
    elif not entry.own_name and entry.kind != "country":
        prior -= 0.5
    return Option(entry.place, prior, entry.countries, entry.radius_km)


def within(option: Option, region: Place) -> bool:
    """Whether the option lies in the country or first-level division ``region``."""
    if region.country not in option.countries:
        return False
    return not region.admin1 or region.admin1 == option.place.admin1


def km(a: Place, b: Place) -> float:
    """Great-circle distance in kilometres; half the globe where a coordinate is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 20000.0
    half = sin(radians(b.lat - a.lat) / 2) ** 2
    half += cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def near(a: Option, b: Option) -> float:
    """1 for the same spot, falling to 0 over some hundred kilometres."""
    return exp(-km(a.place, b.place) / 150)

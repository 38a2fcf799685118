"""The country where a story plays: for acts whose own sentence does not tell where they took place.

An inference and marked as one ("story scene"); never finer than a country, and not for acts of speech, which happen
wherever the speaker is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.gazetteer import country_place
from dateline.records import Located
from dateline.where.names import listed

_FINE = 1.5  # a town or site tied by a preposition, against 1 for a country
_ADJECTIVE = 0.3
_FADING = 0.95  # a sentence
_LEAST = 0.5  # share of the votes: below it more than half of the guesses were wrong


def scene_of(sentence: int, places: Sequence[Located]) -> Located | None:
    """The country most located around that sentence, with the nearest words that name it; None without a clear one."""
    votes: dict[str, float] = defaultdict(float)
    for place in places:
        if _country(place) and _weight(place):
            votes[_country(place)] += _weight(place) * _FADING ** abs(place.sentence - sentence)
    best = max(sorted(votes), key=lambda c: votes[c], default="")
    if not best or votes[best] < _LEAST * sum(votes.values()):
        return None
    told = [p for p in places if _country(p) == best and _weight(p)]
    nearest = min(told, key=lambda p: ("adjective" in p.why, abs(p.sentence - sentence), p.span))
    share = votes[best] / sum(votes.values())
    return replace(nearest, place=country_place(best), score=round(share, 3), why="story scene", candidates=())


def _country(place: Located) -> str:
    return place.place.country if place.place else ""


def _weight(place: Located) -> float:
    if not place.place or "metonym" in place.why:
        return 0.0
    if "adjective" in place.why:
        return _ADJECTIVE
    if place.preposition not in listed("taking_place"):
        return 0.0
    return 1.0 if place.place.precision == "country" else _FINE

"""People of no named country belong to the one the passage speaks of; the two leaders are those of its countries."""

from __future__ import annotations

from datetime import date

from dateline.reading.parse import parse_text
from dateline.who.find import find
from dateline.who.follow import follow
from dateline.who.resolve import resolve


def whom(text: str, words: str) -> tuple[set[str], set[str]]:
    """Countries and names of the mention ``words``."""
    sentences = parse_text(text)
    mentions = follow(find(text, sentences), sentences)
    found = resolve(mentions, sentences, date(2019, 6, 1))
    meant = [r.actor for r in found if text[r.mention.span.start : r.mention.span.end] == words]
    return {a.country for a in meant}, {a.name for a in meant}


def test_police_are_of_the_country_most_spoken_of() -> None:
    text = (
        "Kenya has closed its border with Somalia. Kenya will keep it shut. Police beat two drivers in Kenya's north."
    )
    assert whom(text, "Police")[0] == {"KEN"}


def test_a_missile_may_be_anybodys() -> None:
    assert whom("Kenya said on Monday that a missile fell near a farm in Kenya.", "a missile")[0] <= {""}


def test_the_two_leaders_are_those_of_the_two_countries() -> None:
    text = "Peru and Chile will talk about the fishery again. The two leaders meet on Monday."
    assert whom(text, "The two leaders")[0] == {"PER", "CHL"}


def test_a_name_is_written_as_in_the_text() -> None:
    assert whom("Chile's Foreign Ministry answered.", "Chile's Foreign Ministry")[1] == {"Chile's Foreign Ministry"}

"""Which words name places, and how they stand in the sentence."""

from collections.abc import Callable
from typing import Any

import pytest

Found = dict[str, Any]


def test_prepositions_are_kept(places: Callable[..., Found]) -> None:
    found = places("Jets flew over Raqqa and a ship sank off Yemen near Aden.")
    assert {n: p.preposition for n, p in found.items()} == {"Raqqa": "over", "Yemen": "off", "Aden": "near"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pyongyang says the test was a success.", "Pyongyang"),
        ("Beijing wants the sanctions lifted.", "Beijing"),
        ("The envoy held talks with Moscow.", "Moscow"),
        ("New sanctions on Iran were announced.", "Iran"),
        ("Seoul's hopes faded.", "Seoul"),
        ("The launch was condemned by Tokyo and Washington.", "Washington"),
    ],
)
def test_a_capital_that_acts_is_somebody(places: Callable[..., Found], text: str, name: str) -> None:
    assert "metonym" in places(text)[name].why


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministers met in Beijing.", "Beijing"),
        ("Moscow is a city of twelve million.", "Moscow"),
        ("The president flew to Tokyo.", "Tokyo"),
        ("Rockets hit Kyiv overnight.", "Kyiv"),
    ],
)
def test_a_capital_that_locates_is_somewhere(places: Callable[..., Found], text: str, name: str) -> None:
    assert "metonym" not in places(text)[name].why


def test_adjectives_are_marked(places: Callable[..., Found]) -> None:
    found = places("Syrian troops entered the town with Iranian advisers.")
    assert found["Syrian"].why.startswith("adjective")
    assert found["Syrian"].place.country == "SYR"


def test_a_region_word_in_front_is_left_out(places: Callable[..., Found]) -> None:
    assert "Iraq" in places("Fighting went on in northern Iraq.")


def test_nested_names_are_found(places: Callable[..., Found]) -> None:
    assert "Syria" in places("Shells fell in Aleppo. The Bank of Syria was closed, and the University of Aleppo too.")
    assert any("Aleppo" in n for n in places("Shells fell near the University of Aleppo in Aleppo."))


def test_long_names_stay_whole(places: Callable[..., Found]) -> None:
    assert "Guinea-Bissau" in places("Soldiers in Guinea-Bissau seized the palace.")
    assert "Democratic Republic of the Congo" in places("Rebels in the Democratic Republic of the Congo withdrew.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("May said she would resign.", "May"),
        ("The talks will end in March.", "March"),
        ("Reading the letter aloud, he wept.", "Reading"),
        ("It was a nice day. Nice words were said.", "Nice"),
        ("Doctors fear West Nile virus.", "Nile"),
        ("It costs US$50.", "US$"),
    ],
)
def test_words_that_only_look_like_places(places: Callable[..., Found], text: str, name: str) -> None:
    assert name not in places(text)


def test_a_trap_before_its_region_is_a_place(places: Callable[..., Found]) -> None:
    assert places("Police in Reading, Pennsylvania, closed the road.")["Reading"].place.admin1 == "PA"


def test_sisters_of_places_are_places(places: Callable[..., Found]) -> None:
    assert {"Bakhmut", "Avdiivka", "Kherson"} <= set(places("Shells fell on Bakhmut, Avdiivka and Kherson."))


def test_every_span_is_what_the_text_says(places: Callable[..., Found]) -> None:
    text = "In Kabul, the Taliban met envoys from Qatar."
    assert all(text[p.span.start : p.span.end] == n for n, p in places(text).items())

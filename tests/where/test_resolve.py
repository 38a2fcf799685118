"""Which place a name means, by what stands around it."""

from collections.abc import Callable
from typing import Any

import pytest

CASES = [
    ("Tripoli", "Fighting broke out in Tripoli, Libya.", "LBY"),
    ("Tripoli", "Lebanese soldiers were deployed in Tripoli, Lebanon, after a protest.", "LBN"),
    (
        "Tripoli",
        "The army moved into Tripoli after clashes near Beirut, and Lebanon closed its border with Syria.",
        "LBN",
    ),
    ("Tripoli", "The militia left Tripoli (Lebanon) on Sunday.", "LBN"),
    ("Georgia", "Georgia and Russia exchanged fire near Tbilisi.", "GEO"),
    ("Georgia", "Voters in Atlanta, Georgia, queued for hours.", "USA GA"),
    ("Paris", "Ministers met in Paris on Monday.", "FRA"),
    ("Paris", "A factory in Paris, Texas, burned down.", "USA TX"),
    ("Cordoba", "Unions marched in Cordoba, Argentina.", "ARG"),
    ("Cordoba", "Unions marched in Cordoba, and in Seville and Madrid the Spanish police watched.", "ESP"),
    ("Rafah", "Israeli tanks entered Rafah after strikes on Khan Younis.", "PSE"),
    ("Birmingham", "Police in Birmingham, Alabama, arrested two men.", "USA AL"),
    ("Birmingham", "British police arrested two men in Birmingham and Manchester.", "GBR"),
    ("Springfield", "The governor spoke in Springfield, Ill., on Friday.", "USA IL"),
    ("Tokyo", "Envoys will meet in Tokyo (Japan) next week.", "JPN"),
    ("Lebanon", "Lebanon asked the Security Council to meet.", "LBN"),
    ("Kunsan", "Jets took off from Kunsan in South Korea.", "KOR"),
    ("Panmunjom", "The generals met at Panmunjom.", ""),
    ("Punggye-ri", "The North closed its site at Punggye-ri.", "PRK"),
    ("Crimea", "Drones hit an airfield in Crimea.", "UKR"),
    ("Sana'a", "Jets bombed a camp near Sana'a.", "YEM"),
    ("Laurel County", "Deputies in Laurel County, Ky., found the car.", "USA KY"),
    ("Punjab", "Farmers in Punjab, Pakistan, blocked a road.", "PAK"),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_the_story_tells_which_one(country: Callable[..., str], name: str, text: str, expected: str) -> None:
    assert country(name, text) == expected


def test_the_dateline_decides_between_equals(country: Callable[..., str]) -> None:
    assert country("Alexandria", "The mayor of Alexandria resigned.", "RICHMOND, Virginia") == "USA VA"
    assert country("Alexandria", "The mayor of Alexandria resigned.", "CAIRO") == "EGY"


def test_a_name_keeps_its_meaning_through_the_story(country: Callable[..., str]) -> None:
    text = "Smoke hung over Paris. Firemen in Paris, Texas, said that nobody was hurt."
    assert country("Paris", text) == "USA TX"


def test_precision_says_how_fine_the_place_is(places: Callable[..., dict[str, Any]]) -> None:
    found = places("They met in Mosul, in Donbas, at Incirlik Air Base and in Kenya.")
    kinds = {n: p.place.precision for n, p in found.items()}
    assert (kinds["Mosul"], kinds["Donbas"], kinds["Kenya"]) == ("city", "region", "country")
    assert "site" in kinds.values()


def test_the_word_behind_makes_it_a_province(places: Callable[..., dict[str, Any]]) -> None:
    assert places("Rebels attacked villages in Aleppo province.")["Aleppo"].place.precision == "region"
    assert places("Rebels attacked Aleppo.")["Aleppo"].place.precision == "city"


def test_no_more_than_five_candidates_are_kept(places: Callable[..., dict[str, Any]]) -> None:
    found = places("The mayor of Springfield spoke in Springfield.")["Springfield"]
    assert len(found.candidates) == 5
    assert 0 < found.score < 1


def test_an_unknown_name_stays_unknown(places: Callable[..., dict[str, Any]]) -> None:
    found = places("Troops were sent to Xyzzyqua, a village near Mosul.")
    assert all(p.place is None for n, p in found.items() if n == "Xyzzyqua")

"""Where an act took place, as against places that are only named."""

from collections.abc import Callable

import pytest

from dateline.reading.parse import parse_text
from dateline.where.find import find
from dateline.where.resolve import resolve
from dateline.where.scene import scene_of

CASES = [
    ("Gunmen killed three soldiers in Mosul.", "killed", "Mosul"),
    ("The attack in Mosul was condemned by France.", "attack", "Mosul"),
    ("The attack in Mosul was condemned by France.", "condemned", ""),
    ("Gunmen killed three soldiers in Mosul, northern Iraq.", "killed", "Mosul"),
    ("Pyongyang fired a missile over Hokkaido.", "fired", "Hokkaido"),
    ("Pyongyang said it would test more missiles.", "said", ""),
    ("The envoys met in Tokyo on Tuesday.", "met", "Tokyo"),
    ("The ministers condemned the bombing of Raqqa.", "bombing", "Raqqa"),
    ("Russia imposed sanctions on Turkey.", "imposed", ""),
    ("The minister began a visit to Seoul.", "visit", "Seoul"),
    ("He flew to Abuja, where she met the president.", "met", "Abuja"),
    ("Turkish forces captured Afrin on Sunday.", "captured", "Afrin"),
    ("Thousands marched through Minsk to demand new elections.", "marched", "Minsk"),
    ("Hundreds were arrested at protests across Belarus.", "arrested", "Belarus"),
    ("Syrian troops withdrew.", "withdrew", ""),
    ("The president criticised the withdrawal of US forces.", "withdrawal", ""),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_where_it_took_place(where: Callable[[str, str], str], text: str, word: str, expected: str) -> None:
    assert where(text, word) == expected


def test_the_scene_is_the_country_most_located_and_never_finer() -> None:
    text = (
        "Shells fell on Afrin in northern Syria. Clashes went on near Manbij. Ankara denied it. Two people were killed."
    )
    sentences = parse_text(text)
    scene = scene_of(3, resolve(find(text, sentences), sentences))
    assert scene is not None
    assert scene.place is not None
    assert (scene.place.country, scene.place.precision, scene.why) == ("SYR", "country", "story scene")


def test_a_story_without_places_has_no_scene() -> None:
    text = "Two people were killed on Sunday."
    sentences = parse_text(text)
    assert scene_of(0, resolve(find(text, sentences), sentences)) is None

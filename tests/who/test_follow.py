"""Later mentions to earlier ones of the same story."""

from __future__ import annotations

import pytest

from dateline.reading.parse import parse_text
from dateline.who.find import find
from dateline.who.follow import follow


def links(text: str) -> list[tuple[str, list[str]]]:
    sentences = parse_text(text)
    found = follow(find(text, sentences), sentences)
    words = [text[m.span.start : m.span.end] for m in found]
    return [(words[m.id], [words[f] for f in m.follows]) for m in found]


CASES = [
    ("Envoy Sung Kim spoke in Tokyo. Kim left at noon.", "Kim", ["Envoy Sung Kim"]),
    ("The African Union (AU) met. The AU sent monitors.", "AU", ["The African Union"]),
    ("The Peruvian foreign minister spoke. The minister left.", "The minister", ["The Peruvian foreign minister"]),
    ("Kenya closed the border. The country reopened it later.", "The country", ["Kenya"]),
    ("Kari Lund arrived. She met farmers.", "She", ["Kari Lund"]),
    ("Mary Otieno thanked John Mwangi. He smiled.", "He", ["John Mwangi"]),
    ("Angela Merkel met Emmanuel Macron because she wanted a deal.", "she", ["Angela Merkel"]),
    ("Norway won a seat. It will join in January.", "It", ["Norway"]),
    ("Rebels freed the miners. They fled at night.", "They", ["Rebels"]),
    ("His defence minister, Luis Vega, resigned.", "Luis Vega", ["His defence minister"]),
    ("Farmers met Kari Lund. Then Karl Berg spoke. Lund left.", "Lund", ["Kari Lund"]),
    ("Boko Haram raided a village. The group took cattle.", "The group", ["Boko Haram"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_follows(text: str, words: str, expected: list[str]) -> None:
    assert (words, expected) in links(text)


def test_surname_prefers_the_end_of_a_name() -> None:
    text = "Kim Jong Un watched a parade. Sung Kim arrived in Seoul. Kim called for talks."
    assert ("Kim", ["Sung Kim"]) in links(text)


def test_two_countries() -> None:
    text = "Kenya and Uganda signed a treaty. Both countries will open the road."
    assert ("Both countries", ["Kenya", "Uganda"]) in links(text)


def test_the_two_leaders() -> None:
    text = "Angela Merkel met Emmanuel Macron in Paris. The two leaders agreed on a fund."
    assert ("The two leaders", ["Angela Merkel", "Emmanuel Macron"]) in links(text)


def test_first_person_in_a_quotation_stays_open() -> None:
    assert ("We", []) in links('Norway sent ships. "We want peace," the minister said.')


def test_him_is_not_the_subject_of_the_verb() -> None:
    text = "Luis Vega spoke first. John Mwangi praised him."
    assert ("him", ["Luis Vega"]) in links(text)


def test_a_woman_is_not_he() -> None:
    assert ("He", []) in links("Queen Margrethe arrived. He waved.")


def test_nationals_are_not_their_country() -> None:
    assert ("Kenyans", []) in links("Kenya voted. Kenyans queued for hours.")

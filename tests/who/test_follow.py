"""Later mentions to earlier ones of the same story."""

from __future__ import annotations

import pytest

from dateline.reading.parse import parse_text
from dateline.who.find import find
from dateline.who.follow import follow
from dateline.who.resolve import resolve


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


ASIDES = [
    ("Rosa Halvor opened a show. The Halvor Foundation paid for it.", "Halvor", ["Rosa Halvor"]),
    ("The ferry sailed on Tuesday. It came back late on Tuesday.", "Tuesday", ["Tuesday"]),
    ("Members of the Harvest Union voted. The Harvest Union won.", "Harvest Union", ["Members of the Harvest Union"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), ASIDES)
def test_names_that_nobody_acts_under_have_chains(text: str, words: str, expected: list[str]) -> None:
    assert any(w == words and {*f} & {*expected} for w, f in links(text))


def test_names_that_nobody_acts_under_are_no_actors() -> None:
    text = "Rosa Halvor opened a show on Tuesday. The Halvor Foundation paid for it."
    sentences = parse_text(text)
    told = resolve(follow(find(text, sentences), sentences), sentences, None)
    words = [text[r.mention.span.start : r.mention.span.end] for r in told]
    assert "Tuesday" not in words and "Halvor" not in words


def test_acronym_before_its_full_name() -> None:
    text = "The FHU met in May. Later the Free Harvest Union elected Rosa Quint."
    assert ("the Free Harvest Union", ["The FHU"]) in links(text)


def test_a_new_full_name_is_not_an_earlier_namesake() -> None:
    text = "Rosa Quint spoke. Quint sat down. Then the lawyer Peter Quint rose."
    assert ("the lawyer Peter Quint", []) in links(text)


def test_surname_stays_with_the_child_after_its_parent_is_named() -> None:
    text = "Omar Barak spoke. Barak sat down. His father Salim Barak wept. Barak left."
    assert links(text)[-1] == ("Barak", ["Barak"])


def test_a_whole_people_is_its_country() -> None:
    text = "Belgium won. The Belgians were cheered by ten Belgians."
    assert ("The Belgians", ["Belgium"]) in links(text)
    assert ("ten Belgians", []) in links(text)


def test_the_state_of_a_place_is_the_place() -> None:
    text = "Farmers left Idaho. A museum was given to the State of Idaho by the council."
    assert ("the State of Idaho", ["Idaho"]) in links(text)


def test_full_names_that_differ_in_a_letter() -> None:
    assert ("Kristen Voll", ["Kristin Voll"]) in links("Kristin Voll spoke. Reporters met Kristen Voll later.")

"""Mentions: their spans, cores, heads and kinds."""

from __future__ import annotations

from dateline.reading.parse import parse_text
from dateline.records import Mention, MentionKind
from dateline.who.find import find


def mentions(text: str) -> dict[str, Mention]:
    return {text[m.span.start : m.span.end]: m for m in find(text, parse_text(text))}


def core(text: str, words: str) -> str:
    m = mentions(text)[words]
    return text[m.core.start : m.core.end]


def test_title_and_name_are_one_mention() -> None:
    assert core("Norwegian Foreign Minister Kari Lund arrived.", "Norwegian Foreign Minister Kari Lund") == "Kari Lund"


def test_title_reaches_its_name_over_prepositions() -> None:
    text = "The meeting was led by the Director General in charge of Africa affairs Takeshi Morino."
    assert core(text, "the Director General in charge of Africa affairs Takeshi Morino") == "Takeshi Morino"


def test_description_with_number() -> None:
    assert mentions("Gunmen freed 12 captive schoolgirls.")["12 captive schoolgirls"].kind is MentionKind.DESCRIPTION


def test_conjuncts_are_separate() -> None:
    assert {"Kenya", "Uganda"} <= set(mentions("Kenya and Uganda signed the treaty."))


def test_possessor_is_a_mention_of_its_own() -> None:
    found = mentions("Peru's foreign minister resigned.")
    assert found["Peru"].kind is MentionKind.NAME
    assert found["Peru's foreign minister"].kind is MentionKind.TITLE


def test_adjective_owns_what_acts() -> None:
    assert mentions("A Russian missile fell near the border.")["Russian"].kind is MentionKind.ADJECTIVE


def test_capital_is_a_place_name() -> None:
    assert mentions("Beijing recalled its ambassador.")["Beijing"].kind is MentionKind.PLACE_NAME


def test_quantity_heads_the_phrase() -> None:
    text = "Dozens of militants surrendered."
    m = mentions(text)["Dozens of militants"]
    assert text[m.core.start : m.core.end] == "militants"
    assert m.head == 0


def test_secretary_of_state_is_one_title() -> None:
    assert mentions("The secretary of state left early.")["The secretary of state"].kind is MentionKind.TITLE


def test_the_south_korean_is_not_the_south() -> None:
    assert "the South" not in mentions("He praised the South Korean army.")


def test_pronouns_but_no_expletive() -> None:
    found = mentions("She left. It rained.")
    assert found["She"].kind is MentionKind.PRONOUN


def test_unrelated_noun_before_a_name_stays_outside() -> None:
    assert "Pyongyang" in mentions("The envoys met amid signs Pyongyang has restarted a reactor.")


def test_ids_are_positions() -> None:
    text = "Kenya thanked Norway. It sent wheat."
    assert [m.id for m in find(text, parse_text(text))] == [0, 1, 2]


def test_person_with_the_surname_of_a_capital() -> None:
    found = mentions("Israel Katz met reporters.")
    assert "Israel Katz" in found
    assert "Israel" not in found


def test_place_inside_a_longer_name() -> None:
    found = mentions("She teaches at the University of Lower Saxony.")
    assert "Lower Saxony" in found and "Lower" not in found


def test_a_stroke_between_spaces_parts_phrases() -> None:
    assert "Peter Marek" in mentions("Reuters / Peter Marek took the picture.")

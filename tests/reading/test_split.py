"""Sentences of a paragraph and the copy they are found in, on sentences of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.split import reading_copy, sentence_spans

# One case a line: the sentences, with " | " where the text has a blank and a new sentence begins.
CASES = [
    "The envoys met in Lima. | They talked for two hours.",
    "Mr. Vega left for Quito. | Mrs. Soto stayed.",
    "Gen. Amadou Keita and Lt. Col. Issa Ba were arrested.",
    "Troops crossed the border on Sept. 14 near Puerto Azul.",
    "He arrived on Dec. 3. | The talks began a day later.",
    "The U.S. President flew home after the U.N. Security Council had voted.",
    "She works at the U.S. State Department.",
    "They bought jets from the U.S. | The price was not told.",
    "The vote took place at 9 p.m. Friday in the old town.",
    "It ended at 11 p.m. | The minister did not comment.",
    "Sen. J. R. Alvarez, a Democrat from Calif., opposed the bill.",
    "Coach A.J. Hinds and author C.S. Lowell signed the letter.",
    "Drs. Anna and Leo Weiss treated the wounded.",
    "The firm Harmattan Inc. denied the charge.",
    "“We will not yield,” the minister said. | “We never have.”",
    '"Stop the war!" the crowd shouted.',
    '"Will they sign?" Mr. Kim asked on Monday.',
    '"Will they sign?" | Nobody knew.',
    "Who fired first? | Both sides blame the other.",
    "The ceasefire holds! | So far, at least.",
    "The army left … | Then the rebels came.",
    "The price rose by 3.5 percent to $1.2 million.",
    "The case of Lopez v. Harmattan will be heard in May.",
    "The talks, which began in 2019. failed again.",
    "Weapons came from the US. and Korea.",
    "He was born on St. Lucia and works in St. Petersburg.",
    "No. 10 declined to comment.",
    "(The army denies this.) | A court will decide.",
    "The minister, i.e. the acting one, resigned.",
    "See https://t.co/AbCd for the list.",
    "Write to desk@harmattan.Example now.",
]


def _sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentence_spans(reading_copy(text))]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    assert _sentences(case.replace(" | ", " ")) == case.split(" | ")


def test_blank_lost_between_sentences() -> None:
    assert _sentences("The ship sank this week.The crew was saved.") == [
        "The ship sank this week.",
        "The crew was saved.",
    ]


def test_stop_left_by_machine_translation_is_masked() -> None:
    copy = reading_copy("Weapons came from the US. and Korea.")
    assert copy == "Weapons came from the US  and Korea."


def test_stop_before_an_address_or_a_letter_of_a_list_is_kept() -> None:
    assert reading_copy("It is over. https://t.co/x or b. c) nothing") == "It is over. https://t.co/x or b. c) nothing"


def test_abbreviation_before_small_letter_keeps_its_stop() -> None:
    assert reading_copy("He paid approx. two million, etc. and left") == "He paid approx. two million, etc. and left"


def test_copy_exchanges_quotes_and_blanks_only() -> None:
    assert reading_copy("“No”,\u00a0he said – ‘never’.") == "\"No\", he said – 'never'."


def test_part_of_a_text_keeps_its_offsets() -> None:
    text = "Headline\nThe army left. The rebels came."
    spans = sentence_spans(reading_copy(text), 9, len(text))
    assert [(s.start, text[s.start : s.end]) for s in spans] == [(9, "The army left."), (24, "The rebels came.")]


@given(st.text())
def test_copy_is_as_long_as_the_text(text: str) -> None:
    assert len(reading_copy(text)) == len(text)


@given(st.text(alphabet="ab AB.!?\"'U.S()\n…"))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    copy = reading_copy(text)
    spans = sentence_spans(copy)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert "".join(copy[s.start : s.end] for s in spans).split() == [] or "".join(
        "".join(copy[s.start : s.end].split()) for s in spans
    ) == "".join(copy.split())

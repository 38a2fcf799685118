"""Status of events: every cue's examples, and the floor of the measured scores on our own sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.reading.parse import parse_text
from dateline.records import Judged, Status
from dateline.says.status import judge
from dateline.says.status_cues import StatusExample, status_cues
from dateline.tree import at

_ROWS = [json.loads(x) for x in (Path(__file__).parent / "status_sentences.jsonl").read_text("utf8").splitlines()]
_EXAMPLES = [pytest.param(e, id=f"{c.id}-{n}") for c in status_cues().rows for n, e in enumerate(c.examples)]
_NEVER = [pytest.param(c.id, e, id=f"{c.id}-{n}") for c in status_cues().rows for n, e in enumerate(c.never)]


def judged(text: str, event: str, words: tuple[str, ...] = ()) -> Judged:
    sentences = parse_text(text)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.text == event or (
                event not in {t.text for s in sentences for t in s.tokens} and event in token.text
            ):
                return judge(sentence, token.i, tuple(t.i for t in sentence.tokens if t.text in words))
    raise AssertionError(f"no word {event!r} in {text!r}")


@pytest.mark.parametrize("example", _EXAMPLES)
def test_a_cue_gives_its_examples_their_status(example: StatusExample) -> None:
    assert judged(example.text, example.event).status is example.status


@pytest.mark.parametrize(("cue", "example"), _NEVER)
def test_a_cue_leaves_what_it_must_not_touch(cue: str, example: StatusExample) -> None:
    assert cue not in judged(example.text, example.event).rule.split("+")


def f1(half: str) -> dict[str, float]:
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for row in _ROWS:
        if row["half"] == half:
            found = judged(row["text"], row["event"]).status
            given[found] += 1
            wanted[row["status"]] += 1
            right[row["status"]] += found == row["status"]
    return {s.value: 2 * right[s] / (given[s] + wanted[s]) for s in Status}


def test_the_status_of_the_tuning_sentences_stays_right() -> None:
    assert min(f1("tune").values()) >= 0.95


def test_there_are_enough_sentences_of_every_status() -> None:
    assert len(_ROWS) >= 600
    assert min(Counter(row["status"] for row in _ROWS).values()) >= 100


def words_of_cues(text: str, event: str) -> Iterator[str]:
    for span in judged(text, event).cues:
        yield text[span.start : span.end]


def test_the_cues_are_the_words_that_told_the_status() -> None:
    assert list(words_of_cues("The premier denied that he refused to meet the nuns.", "meet")) == ["denied", "refused"]


def test_a_condition_is_kept() -> None:
    text = "The clan vowed to attack the mine if the army stayed."
    found = judged(text, "attack")
    assert found.status is Status.POSSIBLE
    assert found.condition is not None
    assert text[found.condition.start : found.condition.end] == "if the army stayed"


def test_a_light_verb_and_its_noun_are_judged_as_one() -> None:
    assert judged("The two sides will hold talks in Accra.", "talks", ("hold",)).status is Status.PLANNED
    assert judged("The two sides held no talks in Accra.", "talks", ("held",)).status is Status.NEGATED
    assert judged("The two sides held no talks in Accra.", "held", ("talks",)).status is Status.NEGATED


def test_a_verb_of_speaking_is_not_changed_by_what_it_says() -> None:
    assert judged("The premier threatened to expel the envoy.", "threatened").status is Status.ACTUAL
    assert judged("The bloc called for talks with the clans.", "called").status is Status.ACTUAL


def test_a_cue_is_read_through_the_noun_before_a_misplaced_clause() -> None:
    sentence = "Shares fell on Friday amid rumours the king has pardoned the rebels."
    assert judged(sentence, "pardoned").status is Status.POSSIBLE


def test_every_span_of_a_judgement_lies_in_its_sentence() -> None:
    for sentence in parse_text("The junta may free the poet. It has no plans to hold a vote unless the clans disarm."):
        for token in sentence.tokens:
            for span in judge(sentence, token.i).cues:
                assert at(sentence, span)

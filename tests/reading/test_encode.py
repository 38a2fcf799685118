"""The trained reader over parsed sentences."""

from __future__ import annotations

import numpy as np

from dateline.reading.encode import encode
from dateline.reading.parse import parse_text
from dateline.sense import event_at, plan, role, roles_at, status_at, types_at

TEXT = "Police in Kampala arrested three opposition leaders on Monday. The weather stayed fine."


def _word(sentence: int, word: str) -> tuple[int, int]:
    tokens = parse_text(TEXT)[sentence].tokens
    return sentence, next(t.i for t in tokens if t.text == word)


def test_every_sentence_has_an_array_row_for_every_word() -> None:
    sentences = parse_text(TEXT)
    senses = encode(sentences)
    assert [len(s.labels) for s in senses] == [len(s.tokens) for s in sentences]
    assert senses[0].labels.shape[1] == len(plan()["labels"])
    assert senses[0].left.shape[:2] == senses[0].right.shape[:2] == (len(sentences[0].tokens), len(plan()["roles"]))


def test_an_arrest_is_seen_with_its_two_sides() -> None:
    sense = encode(parse_text(TEXT))[0]
    _, arrested = _word(0, "arrested")
    everybody = np.arange(len(sense.labels))
    of = roles_at(sense, arrested, sense.right, everybody, np.zeros_like(everybody))
    assert types_at(sense, arrested)["COERCE"] > 0.5
    assert max(status_at(sense, arrested).items(), key=lambda kv: kv[1])[0] == "actual"
    assert of[_word(0, "Police")[1], role("actor")] > of[_word(0, "leaders")[1], role("actor")]
    assert of[_word(0, "leaders")[1], role("recipient")] > of[_word(0, "Police")[1], role("recipient")]


def test_fine_weather_is_no_event() -> None:
    sense = encode(parse_text(TEXT))[1]
    assert max(event_at(sense, i) for i in range(len(sense.labels))) < 0.5


def test_a_long_text_is_read_in_windows_without_loss() -> None:
    sentences = parse_text(" ".join([TEXT] * 30))
    senses = encode(sentences)
    assert [len(s.labels) for s in senses] == [len(s.tokens) for s in sentences]


def test_a_sentence_longer_than_a_window_is_read_as_far_as_the_encoder_goes() -> None:
    sentences = parse_text("Police arrested " + ", ".join(["three opposition leaders"] * 300) + ".")
    assert [len(s.labels) for s in encode(sentences)] == [len(s.tokens) for s in sentences]


def test_nothing_is_read_of_nothing() -> None:
    assert encode(()) == ()

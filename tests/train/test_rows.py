"""What the training program is given, and how trust is fitted."""

from __future__ import annotations

from corpus.notation import parse
from train.rows import row
from train.weigh import fit, reliability

PASSAGE = """## ea-001 | 2017-03-06 | agency | east-asia | missiles
[North Korea|a1] [test-fired|e1] two missiles. [Pyongyang|a1] had [threatened|e2] [Seoul|a2].
a1: PRK MIL
a2: KOR GOV
e1: MOBILIZE/weapons actual a=a1
e2: THREATEN/violence actual a=a1 r=a2
"""


def test_a_passage_becomes_words_with_events_and_roles() -> None:
    found = row(next(parse(PASSAGE)))
    events = {e["label"]: e for e in found["events"]}
    words = found["words"]
    assert [words[i] for i in events["THREATEN/violence"]["actor"]] == ["Pyongyang"]
    assert [words[i] for i in events["THREATEN/violence"]["recipient"]] == ["Seoul"]
    assert [words[i] for i in events["MOBILIZE/weapons"]["actor"]] == ["Korea"]


def test_mentions_further_away_are_neither_wanted_nor_wrong() -> None:
    found = row(next(parse(PASSAGE)))
    threat = next(e for e in found["events"] if e["label"].startswith("THREATEN"))
    assert [found["words"][i] for i in threat["also"]["actor"]] == ["Korea"]


def test_a_fact_that_tells_gets_weight() -> None:
    samples = [({"1": 1.0, "tells": float(n % 2)}, n % 2 == 1) for n in range(200)]
    weights = fit(samples)
    assert weights["tells"] > 2
    assert weights["1"] < 0


def test_reliability_compares_what_was_said_with_what_was_so() -> None:
    samples = [({"1": 1.0}, n % 4 == 0) for n in range(100)]
    (line,) = reliability(samples, {"1": -1.0986})
    assert line["n"] == 100
    assert abs(line["said"] - line["so"]) < 0.01

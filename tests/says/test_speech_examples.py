"""Every example in knowledge/says/speech.yaml runs: [source] {cue} <content>, and what must never fire."""

import re

import pytest

from dateline.reading.parse import parse_text
from dateline.records import Attribution, Span
from dateline.says import lexicon
from dateline.says.source import kind_of
from dateline.says.speech import find

SECTIONS = ("verbs", "nouns", "adjectives", "raising", "adverbs", "phrases")
ROWS = [row for section in SECTIONS for row in lexicon.rows(section)]
EXAMPLES = [(row["id"], row["stance"], text) for row in ROWS for text in row["examples"]]
NEVER = [(row["id"], text) for row in ROWS for text in row["never"]]
MARKS = re.compile(r"[\[\]{}<>]")


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return re.findall(r"\w+", " ".join(text[s.start : s.end] for s in sorted(spans)))


def marked(text: str, opening: str, closing: str) -> list[str]:
    found = re.findall(re.escape(opening) + "(.*?)" + re.escape(closing), text)
    return re.findall(r"\w+", " ".join(found))


def says_so(text: str, plain: str, attribution: Attribution) -> bool:
    source = (attribution.source,) if attribution.source else ()
    told = marked(text, "[", "]")
    return (
        words(plain, (attribution.cue,)) == marked(text, "{", "}")
        and words(plain, attribution.content) == marked(text, "<", ">")
        and (words(plain, source) == told or not told)
    )


@pytest.mark.parametrize(("row", "stance", "text"), EXAMPLES, ids=[f"{r}-{n}" for n, (r, _, _) in enumerate(EXAMPLES)])
def test_example_is_found_with_its_spans_and_stance(row: str, stance: str, text: str) -> None:
    plain = MARKS.sub("", text)
    found = find(plain, parse_text(plain))
    right = [a for a in found if says_so(text, plain, a)]
    assert right, [(plain[a.cue.start : a.cue.end], words(plain, a.content), a.rule) for a in found]
    assert right[0].stance.value == stance
    assert right[0].rule.split(".")[1] == row


@pytest.mark.parametrize(("row", "text"), NEVER)
def test_what_must_not_fire_does_not(row: str, text: str) -> None:
    found = find(text, parse_text(text))
    assert [a.rule for a in found if a.rule.split(".")[1] == row] == []


def test_every_row_has_an_example() -> None:
    assert [row["id"] for row in ROWS if not row["examples"] and row["id"] != "labels"] == []


@pytest.mark.parametrize("kind", [r["kind"] for r in lexicon.source_rows()])
def test_examples_of_source_words_have_their_kind(kind: str) -> None:
    for text in next(r["examples"] for r in lexicon.source_rows() if r["kind"] == kind):
        sentence = parse_text(text + " said so.")[0]
        phrase = [t for t in sentence.tokens if t.span.end <= len(text)]
        assert kind_of(phrase).value == kind, text


def test_there_are_more_than_three_hundred_verbs_of_saying() -> None:
    assert len(lexicon.verbs()) > 300

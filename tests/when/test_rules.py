"""Every example of the rules and tables of knowledge/when, run."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.knowledge.load import document, table
from dateline.reading.parse import parse_text
from dateline.records import TimeRef
from dateline.when.find import find
from dateline.when.resolve import resolve

RULES: list[dict[str, Any]] = document("when/rules.yaml")
EXAMPLES = [(row["id"], e) for row in RULES for e in row["examples"]]
NEVER = [(row["id"], text) for row in RULES for text in row.get("never", ())]


def read(text: str, published: date | None) -> tuple[TimeRef, ...]:
    sentences = parse_text(text)
    return resolve(find(text, sentences), sentences, published)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda x: x if isinstance(x, str) else x["text"])
def test_example_fires(rule: str, example: dict[str, Any]) -> None:
    refs = read(example["text"], example["published"])
    assert (rule, str(example["value"])) in [(r.rule, r.value) for r in refs]


@pytest.mark.parametrize(("rule", "text"), NEVER)
def test_never_fires(rule: str, text: str) -> None:
    assert rule not in [r.rule for r in read(text, date(2020, 5, 4))]


@pytest.mark.parametrize("row", table("when/vague.csv", "phrase", "type", "value", "text"), ids=lambda r: r["phrase"])
def test_vague_phrase(row: dict[str, str]) -> None:
    refs = read(row["text"], date(2020, 5, 4))
    assert (row["type"], row["value"]) in [(r.type, r.value) for r in refs]


@pytest.mark.parametrize("row", table("when/holidays.csv", "name", "rule", "text"), ids=lambda r: r["name"])
def test_holiday(row: dict[str, str]) -> None:
    refs = read(row["text"], date.fromisoformat(row["published"]))
    assert row["value"] in [r.value for r in refs]


@pytest.mark.parametrize("row", table("when/days.csv", "phrase", "value", "text"), ids=lambda r: r["text"])
def test_named_day(row: dict[str, str]) -> None:
    assert row["value"] in [r.value for r in read(row["text"], date.fromisoformat(row["published"]))]


def test_every_rule_has_an_example() -> None:
    assert [row["id"] for row in RULES if not row.get("examples")] == []

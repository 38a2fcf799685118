"""Every rule fires on its examples and stays silent on what stands under ``never``."""

from __future__ import annotations

import pytest

from dateline.knowledge.rules import codes
from dateline.knowledge.shapes import Example, Rule
from dateline.reading.parse import parse_text
from dateline.records import Candidate, Sentence
from dateline.what.match import find

_NOMINAL = {"PROPN", "PRON"}
EXAMPLES = [(rule, example) for rule in codes().rules.values() for example in rule.examples]
NEVER = [(rule, text) for rule in codes().rules.values() for text in rule.never]


def cast(sentence: Sentence, named: set[str]) -> dict[int, int]:
    """Names, pronouns and the words that the example names as possible actors; the who room is not asked."""
    found = (t for t in sentence.tokens if t.pos in _NOMINAL or t.entity in ("NORP", "GPE") or t.text in named)
    return {t.i: t.i for t in found}


def firings(rule: Rule, text: str, named: set[str]) -> list[tuple[Sentence, Candidate]]:
    return [(s, c) for s in parse_text(text) for c in find(s, cast(s, named)) if c.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda x: x.id if isinstance(x, Rule) else x.text[:40])
def test_rule_fires_on_its_example(rule: Rule, example: Example) -> None:
    found = firings(rule, example.text, {*example.actors, *example.recipients})
    assert found, "the rule does not fire"
    assert any(_fits(rule, example, s, c) for s, c in found), [_told(s, c) for s, c in found]


@pytest.mark.parametrize(("rule", "text"), NEVER, ids=lambda x: x.id if isinstance(x, Rule) else x[:40])
def test_rule_is_silent(rule: Rule, text: str) -> None:
    assert not firings(rule, text, set())


def _fits(rule: Rule, example: Example, sentence: Sentence, candidate: Candidate) -> bool:
    code = f"{candidate.type}/{candidate.mode}" if candidate.mode else candidate.type
    wanted = example.code or (f"{rule.type}/{rule.mode}" if rule.mode else rule.type)
    right_code = code == wanted if example.code else code.split("/")[0] == wanted.split("/")[0]
    actors, recipients = _words(sentence, candidate.actors), _words(sentence, candidate.recipients)
    return right_code and set(example.actors) <= actors and set(example.recipients) <= recipients


def _words(sentence: Sentence, ids: tuple[int, ...]) -> set[str]:
    return {sentence.tokens[i].text for i in ids}


def _told(sentence: Sentence, c: Candidate) -> str:
    return f"{c.type}/{c.mode} actors={_words(sentence, c.actors)} recipients={_words(sentence, c.recipients)}"

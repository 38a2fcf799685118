"""Time expressions in parsed sentences."""

from __future__ import annotations

from itertools import pairwise

from dateline.records import Sentence, Span, TimeRef
from dateline.tree import at
from dateline.when.grammar import Hit, hits, line
from dateline.when.resolve import open_value

_OF_MONTHS = frozenset({"in", "since", "by", "until"})
_VERBS = frozenset({"MD", "VB", "VBP", "VBD", "VBZ"})


def find(text: str, sentences: tuple[Sentence, ...]) -> tuple[TimeRef, ...]:  # noqa: ARG001 - one call for all rooms
    """Every DATE, TIME, DURATION and SET of the story in text order; ``value`` says what holds without a calendar."""
    named = _surnames(sentences)
    return tuple(
        ref for sentence in sentences for ref in _in_sentence(sentence) if not _is_person(sentence, ref, named)
    )


def _surnames(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The last words of the full names in the story, which may be month names (Theresa May)."""
    pairs = ((a, b) for s in sentences for a, b in pairwise(s.tokens))
    return frozenset(b.text for a, b in pairs if a.entity == b.entity == "PERSON" and not b.begins)


def _is_person(sentence: Sentence, ref: TimeRef, named: frozenset[str]) -> bool:
    token = sentence.tokens[ref.head]
    if ref.rule != "date.month" or len(at(sentence, ref.span)) > 1:
        return False
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    return (
        token.entity == "PERSON"
        or (token.text in named and before not in _OF_MONTHS)
        or token.dep in ("nsubj", "agent")
    )


def _in_sentence(sentence: Sentence) -> list[TimeRef]:
    words = line(sentence)
    found = (_ref(sentence, hit, words) for hit in hits(words))
    return [ref for ref in found if ref is not None]


def _ref(sentence: Sentence, hit: Hit, words: str) -> TimeRef | None:
    span = Span(sentence.span.start + hit.start, sentence.span.start + hit.end)
    tokens = at(sentence, span)
    if not tokens or (len(tokens) == 1 and tokens[0].tag in _VERBS and not tokens[0].entity):
        return None  # "may", "march", "fall" as verbs
    head = next((t for t in reversed(tokens) if t.pos not in ("PUNCT", "PART", "ADP")), tokens[-1])
    value = open_value(hit.rule, words, hit.start, hit.end)
    return TimeRef(span, sentence.index, head.i, hit.rule.type, value, rule=hit.rule.id)

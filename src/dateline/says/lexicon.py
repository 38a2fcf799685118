"""The words of saying and what each may govern, read once from knowledge/says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.knowledge.load import document
from dateline.records import SourceKind, Stance

_SPEECH = "says/speech.yaml"
_SOURCES = "says/sources.yaml"


@dataclass(frozen=True, slots=True)
class Sense:
    """One way a word of saying is used: what follows it, how the speaker stands to it, and the row that says so."""

    rule: str
    stance: Stance
    frames: frozenset[str]
    prepositions: frozenset[str]


@cache
def verbs() -> dict[str, tuple[Sense, ...]]:
    """Senses by lemma; a verb with its particle is one word with an underscore (point_out)."""
    return _senses("verbs")


@cache
def nouns() -> dict[str, tuple[Sense, ...]]:
    """Senses of nouns such as claim, by lemma and by plural."""
    return _senses("nouns")


@cache
def adjectives() -> dict[str, tuple[Sense, ...]]:
    """Senses of adjectives such as confident."""
    return _senses("adjectives")


@cache
def raising() -> dict[str, tuple[Sense, ...]]:
    """Senses of verbs whose passive takes an infinitive (is said to)."""
    return _senses("raising")


@cache
def adverbs() -> dict[str, tuple[Sense, ...]]:
    """Senses of adverbs such as reportedly."""
    return _senses("adverbs")


@cache
def phrases(rule: str) -> tuple[Stance, frozenset[str]]:
    """The stance and the phrases of one row under ``phrases``."""
    row = next(r for r in rows("phrases") if r["id"] == rule)
    return Stance(row["stance"]), frozenset(row["words"])


@cache
def rows(section: str) -> tuple[dict[str, Any], ...]:
    """The rows of one section of speech.yaml as written, with their examples."""
    return tuple(document(_SPEECH)[section])


@cache
def kinds() -> tuple[tuple[SourceKind, frozenset[str], frozenset[str]], ...]:
    """Kinds of source with their head nouns (small letters) and proper names, in order of precedence."""
    return tuple(
        (SourceKind(r["kind"]), frozenset(r["words"].lower().split()), frozenset(r.get("names", "").split()))
        for r in source_rows()
    )


@cache
def source_rows() -> tuple[dict[str, Any], ...]:
    """The rows of sources.yaml as written, with their examples."""
    return tuple(document(_SOURCES))


def _senses(section: str) -> dict[str, tuple[Sense, ...]]:
    out: dict[str, tuple[Sense, ...]] = {}
    for row in rows(section):
        sense = Sense(
            f"speech.{row['id']}",
            Stance(row["stance"]),
            frozenset(row.get("frames", ())),
            frozenset(row.get("prepositions", ())),
        )
        for word in row["words"].split():
            out[word] = (sense, *out.get(word, ()))  # the later row is the more special one
    return out

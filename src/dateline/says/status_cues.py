"""The cues of knowledge/says/status.yaml: which word, governing what, does what to the status of an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import BadKnowledge
from dateline.knowledge.load import document
from dateline.records import Status, Token

_FILE = "says/status.yaml"
_KEYS = frozenset({"word", "as", "governs", "status", "examples", "never"})
_KINDS = frozenset({"verb", "noun", "adj", "adverb", "prep", "mark", "modal", "det"})


@dataclass(frozen=True, slots=True)
class StatusExample:
    """A sentence in which the cue must give the event word its status."""

    text: str
    event: str
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue; ``governs`` names the slots (see status_links.py), ``effect`` a row of the table of effects."""

    id: str
    word: str
    rest: tuple[str, ...]  # further words that must stand beside it: "off" of "call off"
    kind: str
    governs: frozenset[str]
    effect: str
    examples: tuple[StatusExample, ...]
    never: tuple[StatusExample, ...]


@dataclass(frozen=True, slots=True)
class StatusCues:
    """All of status.yaml."""

    effects: Mapping[str, Mapping[Status, Status]]
    rows: tuple[Cue, ...]
    by_word: Mapping[tuple[str, str], tuple[Cue, ...]]
    lists: Mapping[str, frozenset[str]]


@cache
def status_cues() -> StatusCues:
    """Read and check status.yaml once."""
    page = document(_FILE)
    effects = {name: _effect(name, row) for name, row in page["effects"].items()}
    rows = tuple(
        cue
        for group, entries in page["cues"].items()
        for n, row in enumerate(entries, 1)
        for cue in [_cue(f"{_FILE}: {group} row {n}", group, row, effects)]
    )
    lists = {name: frozenset(str(x) for x in row) for name, row in page["lists"].items()}
    return StatusCues(effects, rows, _index(rows), lists)


def _index(rows: tuple[Cue, ...]) -> dict[tuple[str, str], tuple[Cue, ...]]:
    out: dict[tuple[str, str], list[Cue]] = {}
    for cue in rows:
        out.setdefault((cue.kind, cue.word), []).append(cue)
    return {key: tuple(sorted(found, key=lambda c: -len(c.rest))) for key, found in out.items()}


def _effect(name: str, row: Mapping[str, str]) -> dict[Status, Status]:
    if set(row) != {s.value for s in Status}:
        raise BadKnowledge(f"{_FILE}: the effect {name} must say what becomes of each of the five statuses")
    return {Status(key): Status(value) for key, value in row.items()}


def _cue(where: str, group: str, row: Mapping[str, Any], effects: Mapping[str, object]) -> Cue:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise BadKnowledge(f"{where}: unknown key {unknown[0]!r}; use one of {', '.join(sorted(_KEYS))}")
    missing = sorted(_KEYS - {"never"} - set(row))
    if missing:
        raise BadKnowledge(f"{where}: {missing[0]} is missing")
    if row["as"] not in _KINDS or row["status"] not in effects:
        raise BadKnowledge(f"{where}: as must be one of {', '.join(sorted(_KINDS))}, status a row under effects")
    word, *rest = str(row["word"]).split()
    governs = row["governs"] if isinstance(row["governs"], list) else [row["governs"]]
    slots = [str(x) for x in governs]
    return Cue(
        id=f"status.{group}.{row['as']}.{'_'.join([word, *rest])}.{slots[0]}",
        word=word,
        rest=tuple(rest),
        kind=str(row["as"]),
        governs=frozenset(slots),
        effect=str(row["status"]),
        examples=tuple(_example(x) for x in row["examples"]),
        never=tuple(_example(x) for x in row.get("never") or ()),
    )


def _example(row: Mapping[str, str]) -> StatusExample:
    return StatusExample(row["text"], row["event"], Status(row["status"]) if "status" in row else None)


def forms(word: Token) -> tuple[str, ...]:
    """What the word may be listed as; the lemma of "hopes" is now and then "hop"."""
    text = word.text.lower()
    cut = [text[: -len(end)] for end in ("s", "d", "ed") if text.endswith(end)]
    cut += [text[:-3], text[:-3] + "e"] if text.endswith("ing") else []
    return tuple(dict.fromkeys([word.lemma, text, *cut]))

"""The event types and the rules that find them, from knowledge/what/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import BadKnowledge
from dateline.knowledge.load import document, documents
from dateline.knowledge.shapes import EventType, Example, Rule

_KEYS = frozenset(
    [
        "id",
        "code",
        "verb",
        "noun",
        "adj",
        "actors",
        "recipients",
        "needs",
        "unless",
        "modes",
        "mode_from",
        "speech",
        "both",
        "public",
        "p",
        "examples",
        "never",
        "note",
    ]
)
_SPEECH_TYPES = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Codes:
    """All of knowledge/what: types, rules by predicate word, word lists."""

    types: Mapping[str, EventType]
    rules: Mapping[str, Rule]
    by_verb: Mapping[str, tuple[Rule, ...]]
    by_noun: Mapping[str, tuple[Rule, ...]]
    by_adjective: Mapping[str, tuple[Rule, ...]]
    lists: Mapping[str, frozenset[str]]
    content_modes: Mapping[str, Mapping[str, str]]


@cache
def codes() -> Codes:
    """Read and check everything under knowledge/what once."""
    plover = document("what/plover.yaml")
    types = {name: _event_type(name, row) for name, row in plover["types"].items()}
    lists = {name: frozenset(str(x) for x in row) for name, row in document("what/lists.yaml").items()}
    rules: dict[str, Rule] = {}
    for name, rows in documents("what/rules"):
        for n, row in enumerate(rows or (), 1):
            rule = _rule(f"what/rules/{name.rsplit('/', 1)[-1]}: row {n}", row, types, lists)
            if rule.id in rules:
                raise BadKnowledge(f"{name}: row {n}: the id {rule.id} is used twice; rename one")
            rules[rule.id] = rule
    return Codes(
        types,
        rules,
        _index(rules, "verbs"),
        _index(rules, "nouns"),
        _index(rules, "adjectives"),
        lists,
        plover["content_modes"],
    )


def _event_type(name: str, row: Mapping[str, Any]) -> EventType:
    return EventType(name, row["quad"], float(row["score"]), dict(row.get("modes") or {}), row["definition"])


def _index(rules: Mapping[str, Rule], words: str) -> dict[str, tuple[Rule, ...]]:
    out: dict[str, list[Rule]] = {}
    for rule in rules.values():
        for word in getattr(rule, words):
            out.setdefault(word.split()[0], []).append(rule)
    return {word: tuple(found) for word, found in out.items()}


def _rule(
    where: str, row: Mapping[str, Any], types: Mapping[str, EventType], lists: Mapping[str, frozenset[str]]
) -> Rule:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise BadKnowledge(f"{where}: unknown key {unknown[0]!r}; use one of {', '.join(sorted(_KEYS))}")
    for key in ("id", "code", "examples"):
        if not row.get(key):
            raise BadKnowledge(f"{where}: {key} is missing; every rule has an id, a code and examples")
    kind, mode = _code(where, str(row["code"]), types)
    return Rule(
        id=str(row["id"]),
        type=kind,
        mode=mode,
        verbs=_words(row.get("verb"), lists, where),
        nouns=_words(row.get("noun"), lists, where),
        adjectives=_words(row.get("adj"), lists, where),
        actors=_slots(row.get("actors", "subj")),
        recipients=_slots(row.get("recipients", "")),
        needs=_conditions(row.get("needs"), lists, where),
        unless=_conditions(row.get("unless"), lists, where),
        modes=_modes(where, kind, row.get("modes"), types, lists),
        mode_from=str(row.get("mode_from", "")),
        speech=bool(row.get("speech", kind in _SPEECH_TYPES)),
        public=bool(row.get("public", False)),
        both=bool(row.get("both", False)),
        probability=float(row.get("p", 0.8)),
        examples=tuple(_example(x) for x in row["examples"]),
        never=tuple(str(x) for x in row.get("never") or ()),
    )


def _code(where: str, code: str, types: Mapping[str, EventType]) -> tuple[str, str | None]:
    kind, _, mode = code.partition("/")
    if kind not in types or (mode and mode not in types[kind].modes):
        raise BadKnowledge(f"{where}: {code} is no PLOVER type or mode; see what/plover.yaml")
    return kind, mode or None


def _words(value: Any, lists: Mapping[str, frozenset[str]], where: str) -> tuple[str, ...]:
    """A word, a list of words, and @names of lists, in a stable order."""
    if value is None:
        return ()
    out: list[str] = []
    for word in [value] if isinstance(value, str) else value:
        word = str(word)
        if word.startswith("@"):
            if word[1:] not in lists:
                raise BadKnowledge(f"{where}: there is no list {word}; add it to what/lists.yaml")
            out += sorted(lists[word[1:]])
        else:
            out.append(word)
    return tuple(dict.fromkeys(out))


def _slots(value: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(s.strip() for s in part.split("+")) for part in str(value).split("|") if part.strip())


def _conditions(
    value: Mapping[str, Any] | None, lists: Mapping[str, frozenset[str]], where: str
) -> tuple[tuple[str, frozenset[str]], ...]:
    out = []
    for slot, wanted in (value or {}).items():
        found = () if wanted in ("any", ["any"]) else _words(wanted, lists, where)
        out.append((str(slot), frozenset(found)))
    return tuple(out)


def _modes(
    where: str,
    kind: str,
    value: Mapping[str, Any] | None,
    types: Mapping[str, EventType],
    lists: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, frozenset[str]], ...]:
    for mode in value or {}:
        _code(where, f"{kind}/{mode}", types)
    return tuple((str(mode), frozenset(_words(x, lists, where))) for mode, x in (value or {}).items())


def _example(row: Any) -> Example:
    if isinstance(row, str):
        return Example(row)
    return Example(
        str(row["text"]),
        tuple(map(str, row.get("actors") or ())),
        tuple(map(str, row.get("recipients") or ())),
        str(row.get("code", "")),
    )

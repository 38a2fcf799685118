"""The rules for time expressions: read from knowledge/when, compiled once, matched on a sentence's own characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import BadKnowledge
from dateline.knowledge.load import document, table
from dateline.records import Sentence

_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " "})
_LISTS = {
    "months": "month",
    "month_abbreviations": "month_abbr",
    "weekdays": "weekday",
    "weekday_abbreviations": "weekday_abbr",
    "units": "unit",
    "seasons": "season",
    "parts": "part",
    "numbers": "number",
    "tens": "tens",
    "ordinals": "ordinal",
    "decades": "decade",
    "uncertain": "uncertain",
    "approximate": "approximate",
    "zones": "zone",
}
_MACRO = re.compile(r"\{([a-z]\w*)(?::([a-z]))?(\?)?\}")
_PROPER = ("month", "weekday")  # groups that English writes with a capital


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of rules.yaml, compiled."""

    id: str
    type: str
    make: str
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    rank: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched ``start`` to ``end`` of a sentence line."""

    start: int
    end: int
    rule: Rule


def line(sentence: Sentence) -> str:
    """The sentence with its own offsets: every token at its place, blanks between, quotes and dashes made plain."""
    chars = [" "] * (sentence.span.end - sentence.span.start)
    for token in sentence.tokens:
        at = token.span.start - sentence.span.start
        chars[at : at + len(token.text)] = token.text
    return "".join(chars).translate(_PLAIN)


@cache
def vocabulary() -> dict[str, Any]:
    """The word tables of knowledge/when/words.yaml."""
    words = dict(document("when/words.yaml"))
    return {
        **words,
        "month_numbers": {**words["months"], **words["month_abbreviations"]},
        "weekday_numbers": {**words["weekdays"], **words["weekday_abbreviations"]},
    }


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, in the order of the file."""
    macros = _macros()
    return {row["id"]: _rule(row, rank, macros) for rank, row in enumerate(document("when/rules.yaml"))}


def hits(text: str) -> list[Hit]:
    """The longest matches that do not overlap, in text order; the earlier rule wins a tie."""
    if not _gate().search(text):
        return []
    found = [hit for rule in rules().values() for hit in _tries(rule, text)]
    found.sort(key=lambda h: (h.start - h.end, h.rule.rank))
    taken: list[Hit] = []
    for hit in found:
        if all(hit.end <= t.start or t.end <= hit.start for t in taken):
            taken.append(hit)
    return sorted(taken, key=lambda h: h.start)


def groups(rule: Rule, text: str, start: int, end: int) -> dict[str, str]:
    """The named parts of a match in lower case; ``month`` holds whichever of month, month_b, month_c was used."""
    found = rule.pattern.match(text, start, end) or rule.pattern.match(text, start)
    parts = {k: v.lower() for k, v in (found.groupdict() if found else {}).items() if v}
    for name in list(parts):
        base, _, copy = name.rpartition("_")
        if base and len(copy) == 1:
            parts.setdefault(base, parts[name])
    parts["all"] = text[start:end].lower()
    return parts


def _tries(rule: Rule, text: str) -> Iterator[Hit]:
    for match in rule.pattern.finditer(text):
        start, end = match.span()
        if end > start and _fits(rule, text, start, end) and _written(match):
            yield Hit(start, end, rule)


def _fits(rule: Rule, text: str, start: int, end: int) -> bool:
    if rule.before and not rule.before.search(text, 0, start):
        return False
    if rule.unless_before and rule.unless_before.search(text, 0, start):
        return False
    return not (rule.unless_after and rule.unless_after.match(text, end))


def _written(match: re.Match[str]) -> bool:
    return all(value[0].isupper() for name, value in match.groupdict().items() if value and name.startswith(_PROPER))


def _rule(row: dict[str, Any], rank: int, macros: dict[str, str]) -> Rule:
    def compiled(key: str) -> re.Pattern[str] | None:
        return re.compile(_expand(row[key], macros), re.IGNORECASE) if key in row else None

    try:
        body = _expand(row["pattern"], macros)
        pattern = re.compile(rf"(?<![\w'])(?:{body})(?!\w)", re.IGNORECASE)
        return Rule(
            row["id"],
            row["type"],
            row["make"],
            pattern,
            compiled("before"),
            compiled("unless_before"),
            compiled("unless_after"),
            rank,
        )
    except (re.error, KeyError) as error:
        raise BadKnowledge(f"when/rules.yaml: rule {row.get('id')}: {error}; mend the row") from error


def _expand(pattern: str, macros: dict[str, str]) -> str:
    used = set(re.findall(r"\(\?P<(\w+)>", pattern))

    def put(found: re.Match[str]) -> str:
        name, copy, optional = found[1], found[2], found[3]
        if name not in macros:
            raise KeyError(f"no {name} in grammar.yaml")
        if name.endswith("_words") or name == "edge_nouns":
            return macros[name]
        label = next(
            x for x in (f"{name}_{copy}" if copy else name, *(f"{name}_{c}" for c in "bcdefgh")) if x not in used
        )
        used.add(label)
        group = f"(?P<{label}>{macros[name]})"
        return rf"(?:{group}[ -]?\b)?" if optional else group

    return re.sub(r"(?<!\[) (?![\]-])", r"\\s+", _MACRO.sub(put, pattern)).replace(r"\s+?", r"\s*")


@cache
def _macros() -> dict[str, str]:
    vocab = vocabulary()
    macros = {f"{short}_words": _either(vocab[name]) for name, short in _LISTS.items()}
    macros["vague_words"] = _either(row["phrase"] for row in table("when/vague.csv", "phrase"))
    macros["holiday_words"] = _either(row["name"] for row in table("when/holidays.csv", "name"))
    macros["named_day_words"] = "|".join(row["phrase"] for row in table("when/days.csv", "phrase"))
    for name, pattern in document("when/grammar.yaml").items():
        macros[name] = _MACRO.sub(lambda found: macros[found[1]], pattern)
    return macros


def _either(words: Any) -> str:
    return "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(words, key=len, reverse=True))


@cache
def _gate() -> re.Pattern[str]:
    vocab = vocabulary()
    words = [
        *(w for key in ("month_numbers", "weekday_numbers", "units", "seasons", "parts", "decades") for w in vocab[key])
    ]
    words += vocab["triggers"]
    words += [row["phrase"] for row in table("when/vague.csv", "phrase")] + [
        row["name"] for row in table("when/holidays.csv", "name")
    ]
    return re.compile(rf"\d|\b(?:{_either(words)})", re.IGNORECASE)

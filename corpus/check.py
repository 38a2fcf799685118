"""The one checker of the corpus: notation, codes, dates, duplicates, template fills, contamination."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from corpus.notation import Event, Passage
from dateline.knowledge.load import document, table

SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "JUD",
        "LEG",
        "PTY",
        "REB",
        "SPY",
        "UAF",
        "PRM",
        "OPP",
        "CVL",
        "JRN",
        "BUS",
        "CRM",
        "EDU",
        "ELI",
        "LAB",
        "MED",
        "REF",
        "REL",
        "SOC",
        "AGR",
        "PRE",
        "UNK",
        "IGO",
        "NGO",
    ]
)
KINDS = frozenset(["media", "official", "organisation", "witness", "party", "document", "unnamed"])
STYLES = frozenset(["agency", "local", "state", "broadcaster", "translated"])
BLOCS = frozenset(["IGO", "NGO", "MNC", "IMG", "ISM", "UNO", "EUR", "-", "SUN", "YUG", "SCG", "DDR", "CSK", "XKX"])
PRECISIONS = frozenset(["site", "city", "region", "country", "sea"])
FIGURES = frozenset(
    [
        "killed",
        "wounded",
        "detained",
        "released",
        "displaced",
        "deployed",
        "sentenced",
        "expelled",
        "money",
        "range",
        "weapons",
        "count",
    ]
)
_TIMEX = re.compile(
    r"^(\d{4}(-\d\d(-\d\d)?)?|\d{4}-(W\d\d|Q\d|H\d|SP|SU|FA|WI)|\d{3}|XXXX(-\d\d)?(-\d\d)?|XXXX-WXX-\d"
    r"|P(X|\d+)[DWMY]|PT(X|\d+)[HMS]|(PAST|PRESENT|FUTURE)_REF|\d{4}-\d\d-\d\dT[\d:A-Z]+|\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d)$"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MAX_SKELETON = 4
MAX_SIMILAR = 0.7


def complaints(passages: Sequence[Passage], gold: Sequence[str] = ()) -> Iterator[str]:
    """One line for every fault: passage, what is wrong, remedy. ``gold`` are texts that may not be copied from."""
    known = _codes()
    for n, count in Counter(p.id for p in passages).items():
        if count > 1:
            yield f"{n}: the id is used {count} times; rename"
    for p in passages:
        yield from (f"{p.file}: {p.id}: {x}" for x in _passage(p, known))
    yield from _skeletons(passages)
    yield from _near_duplicates(passages)
    yield from _contaminated(passages, gold)


def _codes() -> tuple[frozenset[str], dict[str, frozenset[str]], frozenset[str]]:
    plover = document("what/plover.yaml")
    countries = frozenset(row["code"] for row in table("who/countries.csv", "code"))
    modes = {name: frozenset(row.get("modes") or ()) for name, row in plover["types"].items()}
    return countries | BLOCS, modes, frozenset(plover["contexts"])


def _passage(p: Passage, known: tuple[frozenset[str], dict[str, frozenset[str]], frozenset[str]]) -> Iterator[str]:
    countries, modes, contexts = known
    labels = {m.label for m in p.marks}
    if p.style not in STYLES:
        yield f"style {p.style}; use {', '.join(sorted(STYLES))}"
    for label in sorted(labels - set(p.notes) - {e.label for e in p.events}):
        yield f"mark {label} has no line; add '{label}: ...'"
    for label in sorted({*p.notes, *(e.label for e in p.events)} - labels):
        yield f"line {label} has no mark in the text; mark its words"
    for label, note in p.notes.items():
        yield from _note(p, label, note.split(), countries)
    for e in p.events:
        yield from _event(e, p, modes, contexts)


def _note(p: Passage, label: str, words: list[str], countries: frozenset[str]) -> Iterator[str]:
    match label[0]:
        case "a":
            if len(words) != 2 or words[0] not in countries or words[1] not in SECTORS | {"-"}:
                yield f"{label}: {' '.join(words)}; write COUNTRY SECTOR, - for unknown"
        case "s":
            if len(words) < 2 or words[0] not in KINDS or words[1] not in countries:
                yield f"{label}: {' '.join(words)}; write KIND COUNTRY"
        case "p":
            if len(words) < 2 or words[0] not in countries or words[1] not in PRECISIONS:
                yield f"{label}: {' '.join(words)}; write COUNTRY PRECISION"
        case "t":
            yield from _time(p, label, words)
        case "q":
            if len(words) < 2 or words[0] not in FIGURES or not re.match(r"^[\d.]+$", words[1]):
                yield f"{label}: {' '.join(words)}; write KIND NUMBER [UNIT] [about|at-least|up-to|...]"


def _time(p: Passage, label: str, words: list[str]) -> Iterator[str]:
    if len(words) != 1 or not _TIMEX.match(words[0]):
        yield f"{label}: {' '.join(words)}; write one TIMEX3 value"
        return
    for day in re.findall(r"\d{4}-\d\d-\d\d", words[0]):
        try:
            found = date.fromisoformat(day)
        except ValueError:
            yield f"{label}: {day} is no day of the calendar"
            continue
        named = [w for w in _WEEKDAYS if label in {m.label for m in p.marks} and re.search(rf"\b{w}\b", p.words(label))]
        if len(named) == 1 and "/" not in words[0] and _WEEKDAYS[found.weekday()] != named[0]:
            yield f"{label}: {day} was a {_WEEKDAYS[found.weekday()]}, the text says {named[0]}"


def _event(e: Event, p: Passage, modes: dict[str, frozenset[str]], contexts: frozenset[str]) -> Iterator[str]:
    if e.type not in modes:
        yield f"{e.label}: {e.type} is no type"
    elif e.mode is not None and e.mode not in modes[e.type]:
        yield f"{e.label}: {e.type} has no mode {e.mode}"
    for label in (*e.actors, *e.recipients):
        if label not in p.notes or label[0] != "a":
            yield f"{e.label}: {label} is no actor of this passage"
    for label in e.by:
        if label not in p.notes or label[0] not in "as":
            yield f"{e.label}: by={label} is no source of this passage"
    for label, letter in ((e.when, "t"), (e.where, "p"), *((q, "q") for q in e.quantities)):
        if label and (label not in p.notes or label[0] != letter):
            yield f"{e.label}: {label} is not marked"
    for c in e.contexts:
        if c not in contexts:
            yield f"{e.label}: {c} is no context"


def sentences(text: str) -> list[str]:
    """The sentences of a passage, as the project's own splitter sees them."""
    from dateline.reading.split import reading_copy, sentence_spans

    out = []
    for line in text.split("\n"):
        copy = reading_copy(line)
        out += [line[s.start : s.end] for s in sentence_spans(copy)]
    return out


def skeleton(sentence: str) -> str:
    """A sentence without names and numbers: two of the same skeleton are one template filled twice."""
    out = re.sub(r"\b[A-Z][\w'-]*(?: [A-Z][\w'-]*)*", "N", sentence)
    return re.sub(r"\d[\d,.]*", "0", out)


def _skeletons(passages: Sequence[Passage]) -> Iterator[str]:
    where: dict[str, list[str]] = defaultdict(list)
    for p in passages:
        for s in sentences(p.text):
            if len(s.split()) > 4:
                where[skeleton(s)].append(p.id)
    for shape, ids in where.items():
        if len(ids) > MAX_SKELETON:
            yield f"{', '.join(ids)}: one sentence skeleton {len(ids)} times ({shape[:60]}); rewrite some"


def _shingles(text: str, n: int) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + n]) for i in range(len(words) - n + 1)}


def _signature(shingles: set[str], size: int = 64) -> tuple[int, ...]:
    """MinHash of a set of shingles."""
    hashes = [int.from_bytes(hashlib.blake2b(s.encode(), digest_size=8).digest(), "big") for s in shingles] or [0]
    mask = (1 << 61) - 1
    return tuple(min((h * (2 * k + 3) + k * 0x9E3779B97F4A7C15) & mask for h in hashes) for k in range(size))


def _near_duplicates(passages: Sequence[Passage]) -> Iterator[str]:
    bands: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    shingles = [_shingles(p.text, 3) for p in passages]
    for n, found in enumerate(shingles):
        signature = _signature(found)
        for b in range(16):
            bands[b, signature[4 * b : 4 * b + 4]].append(n)
    pairs = {(a, b) for group in bands.values() for i, a in enumerate(group) for b in group[i + 1 :]}
    for a, b in sorted(pairs):
        union = len(shingles[a] | shingles[b])
        if union and len(shingles[a] & shingles[b]) / union > MAX_SIMILAR:
            yield f"{passages[a].id} and {passages[b].id} say nearly the same; rewrite one"


def _contaminated(passages: Sequence[Passage], gold: Sequence[str]) -> Iterator[str]:
    forbidden: set[str] = set()
    for text in gold:
        forbidden |= _shingles(text, 8)
    for p in passages:
        shared = sorted(_shingles(p.text, 8) & forbidden)
        if shared:
            yield f"{p.id}: shares eight words with a gold text ({shared[0]}); rewrite"


def gold_texts(folder: Path) -> list[str]:
    """All texts under a gold folder, for the contamination check; empty where there is none."""
    import json

    out = []
    for path in sorted(folder.glob("**/*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            out += [row[k] for k in ("text", "sentence") if isinstance(row.get(k), str)]
    return out + [p.read_text(encoding="utf8") for p in sorted(folder.glob("**/*.txt"))]

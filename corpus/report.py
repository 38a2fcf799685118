"""Coverage of the corpus: what there is, and what is thin against the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.check import sentences
from corpus.notation import Passage
from dateline.knowledge.load import document

FLOORS = {
    "passages": 1200,
    "sentences": 4500,
    "events": 3500,
    "hard negatives": 250,
    "countries": 120,
    "actor strings": 1500,
}
STATUS_FLOOR = 250
MODE_FLOOR = 25


def report(passages: Sequence[Passage]) -> Iterator[str]:
    """The coverage report, one line each, thin cells marked."""
    counts = figures(passages)
    for name, floor in FLOORS.items():
        yield _line(name, counts[name], floor)
    yield f"sentences without an event: {counts['empty'] / max(1, counts['sentences']):.2f} (aim one third)"
    events = [e for p in passages for e in p.events]
    status = Counter(e.status for e in events)
    for name in ("planned", "called_for", "possible", "negated"):
        yield _line(f"status {name}", status[name], STATUS_FLOOR)
    modes = Counter((e.type, e.mode) for e in events)
    for kind, row in document("what/plover.yaml")["types"].items():
        total = sum(n for (t, _), n in modes.items() if t == kind)
        yield _line(f"type {kind}", total, MODE_FLOOR * max(1, len(row.get("modes") or ())))
        for mode in row.get("modes") or ():
            yield _line(f"  {kind}/{mode}", modes[kind, mode], MODE_FLOOR)
    for label, values in (
        ("style", Counter(p.style for p in passages)),
        ("region", Counter(p.region for p in passages)),
        ("chain depth", Counter(str(len(e.by)) for e in events)),
    ):
        yield f"{label}: " + ", ".join(f"{k} {n}" for k, n in sorted(values.items()))


def figures(passages: Sequence[Passage]) -> dict[str, int]:
    """The counted quantities that have floors."""
    found = [(p, sentences(p.text)) for p in passages]
    return {
        "passages": len(passages),
        "sentences": sum(len(s) for _, s in found),
        "events": sum(len(p.events) for p in passages),
        "hard negatives": sum(not p.events for p in passages),
        "countries": len({_country(k, n) for p in passages for k, n in p.notes.items() if k[0] in "asp"} - {"-"}),
        "actor strings": len({p.text[m.start : m.end] for p in passages for m in p.marks if m.label[0] == "a"}),
        "empty": sum(_empty(p, s) for p, s in found),
    }


def _country(label: str, note: str) -> str:
    """The country code of a label's line: first for actors and places, second for sources (KIND COUNTRY)."""
    return note.split()[1 if label[0] == "s" else 0]


def _empty(p: Passage, found: Sequence[str]) -> int:
    at, empty = 0, 0
    for sentence in found:
        start = p.text.find(sentence, at)
        at = start + len(sentence)
        empty += not any(m.label[0] == "e" and start <= m.start < at for m in p.marks)
    return empty


def _line(name: str, count: int, floor: int) -> str:
    return f"{name}: {count}" + (f"  THIN, floor {floor}" if count < floor else "")

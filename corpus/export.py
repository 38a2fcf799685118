"""The corpus as the story scorer reads it: stories with text and date, and one line an event."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.notation import Event, Passage
from corpus.split import part_of


def export(passages: Sequence[Passage], folder: Path) -> None:
    """Write stories.jsonl (with its part as ``split``) and gold.jsonl into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    stories = [
        {"id": p.id, "text": p.text, "title": "", "published": str(p.published), "source": "", "split": part_of(p.id)}
        for p in passages
    ]
    events = [_line(p, e, n) for p in passages for n, e in enumerate(p.events, 1)]
    for name, rows in (("stories.jsonl", stories), ("gold.jsonl", events)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / name).write_text(text, encoding="utf8")


def _line(p: Passage, e: Event, n: int) -> dict[str, Any]:
    spans = [[m.start, m.end] for m in p.marks if m.label == e.label]
    return {
        "story": p.id,
        "n": n,
        "type": e.type,
        "mode": e.mode,
        "status": e.status,
        "actors": [_actor(p, a) for a in e.actors],
        "recipients": [_actor(p, a) for a in e.recipients],
        "date": {"text": p.words(e.when) if e.when else "", "value": _day(p.notes.get(e.when, ""))},
        "place": _place(p, e.where),
        "attribution": [{"text": p.words(s), "name": p.words(s)} for s in e.by],
        "evidence": spans[0],
        "more_evidence": spans[1:],
    }


def _actor(p: Passage, label: str) -> dict[str, str]:
    country, sector = p.notes[label].split()
    blank = {"-": ""}
    return {
        "text": p.words(label),
        "name": p.words(label),
        "country": blank.get(country, country),
        "sector": blank.get(sector, sector),
    }


def _place(p: Passage, label: str) -> dict[str, str]:
    if not label:
        return {"text": "", "country": ""}
    country = p.notes[label].split()[0]
    return {"text": p.words(label), "country": "" if country == "-" else country}


def _day(value: str) -> str:
    """The TIMEX value as the story codings give it: a day, a month, a year or nothing."""
    match = re.match(r"^\d{4}(-\d\d(-\d\d)?)?$", value.split("/")[0])
    return match.group() if match else ""

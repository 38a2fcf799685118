"""``dateline who``: whom a name can mean on a day, and whom it means in a story."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from dateline.errors import DatelineError
from dateline.knowledge.spelling import pieces
from dateline.records import Office, Problem, Resolved, Story
from dateline.who.ask import Bearer, bearers

_PLAIN_WIDTH = 118  # where the output is no terminal: a file must not depend on the window it was made in
_COLUMNS = ("who", "country", "sectors", "office", "score", "why", "source")
Line = dict[str, Any]


def show(name: str, on: date | None, story: str, form: str, limit: int) -> int:
    """Print the candidates and, with ``story``, what the name means there; returns the exit code."""
    found = bearers(name, on)
    told = _in_stories(name, on, story) if story else []
    if not found and not told:
        day = f" on {on}" if on else ""
        print(f"dateline: {name}: nobody of that name is known{day}; add one with knowledge add", file=sys.stderr)
        return 1
    candidates = [_candidate(b) for b in found[:limit]]
    if form == "jsonl":
        for line in (*candidates, *told):
            print(json.dumps(line, ensure_ascii=False))
    else:
        if candidates:
            _print(f"{name}{f' on {on}' if on else ''}", _COLUMNS, candidates)
        if told:
            _print(f"{name} in {story}", ("words", *_COLUMNS[:-1]), told)
    if len(found) > limit:
        print(f"{len(found) - limit} more; --limit {len(found)} shows them", file=sys.stderr)
    return 0


def _candidate(b: Bearer) -> Line:
    return {
        "who": b.name, "id": b.id, "country": b.country, "sectors": list(b.sectors), "office": _offices(b.offices),
        "score": b.score, "why": b.why, "source": b.source or "shipped",
    }  # fmt: skip


def _offices(offices: Sequence[Office]) -> list[Line]:
    return [{k: v for k, v in asdict(o).items() if k in ("title", "of", "start", "end")} for o in offices]


def _in_stories(name: str, on: date | None, file: str) -> list[Line]:
    """The mentions of a story that the name stands in, or that mean somebody of the name."""
    from dateline.coder import annotate, read
    from dateline.reading.text import read_all

    out = []
    for story in read_all([file], published=on, stdin=sys.stdin.buffer):
        if isinstance(story, Problem):
            raise DatelineError(f"{story.where}: {story.message}")
        dated = replace(story, published=on) if on else story
        out += [_meant(story, r) for r in annotate(read(dated), judged=False).resolved if _of_name(story, r, name)]
    return out


def _of_name(story: Story, r: Resolved, name: str) -> bool:
    asked = set(pieces(name))
    return asked <= set(pieces(story.text[r.mention.span.start : r.mention.span.end])) or asked <= set(
        pieces(r.actor.name)
    )


def _meant(story: Story, r: Resolved) -> Line:
    span = r.mention.span
    return {
        "story": story.id, "words": story.text[span.start : span.end], "start": span.start, "end": span.end,
        "who": r.actor.name, "id": r.actor.id, "country": r.actor.country, "sectors": list(r.actor.sectors),
        "office": _offices(r.actor.offices), "score": round(r.score, 2), "why": r.why,
    }  # fmt: skip


def _print(title: str, columns: Sequence[str], lines: Sequence[Line]) -> None:
    terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if terminal else _PLAIN_WIDTH, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), title=title, title_justify="left")
    for column in columns:
        table.add_column(column, ratio={"why": 4, "office": 3, "who": 3, "words": 3}.get(column))
    for line in lines:
        table.add_row(*(_cell(line[c]) for c in columns))
    console.print(table)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(_office(v) if isinstance(v, dict) else str(v) for v in value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _office(office: Line) -> str:
    until = f" - {office['end']}" if office["end"] else " -"
    return f"{office['title']} ({office['start']}{until})"

"""The user's own rows: what was imported or added, kept apart from what is shipped."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.errors import BadKnowledge
from dateline.knowledge.actors import Holder, Player, Sort
from dateline.knowledge.days import term_day
from dateline.knowledge.home import home
from dateline.knowledge.load import cell, own_table

OFFICES = ("country", "title", "person", "aliases", "start", "end", "sure", "source")
ACTORS = ("name", "variants", "country", "sectors", "from", "until", "note", "kind", "source")
SOURCES = ("source", "format", "version", "dated")
_WEAK = re.compile(r"weak: ([^.]+)")


@dataclass(frozen=True, slots=True)
class Source:
    """Where own rows come from; ``version`` is of the file's bytes, ``dated`` as the user gave it."""

    name: str
    format: str
    version: str
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """All own rows, in order of source."""

    sources: tuple[Source, ...] = ()
    holders: tuple[Holder, ...] = ()
    players: tuple[Player, ...] = ()


@cache
def own() -> Own:
    """The rows of the user's own folder, read once."""
    return Own(
        tuple(Source(r["source"], r["format"], r["version"], r["dated"]) for r in own_table("sources.csv", *SOURCES)),
        tuple(_holder(r) for r in own_table("offices.csv", *OFFICES)),
        tuple(_player(r) for r in own_table("actors.csv", *ACTORS)),
    )


def _holder(row: dict[str, str]) -> Holder:
    country, title, person, aliases, start, end, sure, source = (row[c] for c in OFFICES)
    _check_days("offices.csv", person, start, end)
    return Holder(country, title, person, cell(aliases), start, end, sure, source)


def _player(row: dict[str, str]) -> Player:
    weak = _WEAK.search(row["note"])
    _check_days("actors.csv", row["name"], row["from"], row["until"])
    if row["kind"] not in tuple(Sort):
        raise BadKnowledge(
            f"{home() / 'actors.csv'}: {row['name']} is of kind {row['kind']}; write person, group or anybody"
        )
    return Player(
        row["name"], cell(row["variants"]), row["country"], cell(row["sectors"]), row["from"], row["until"],
        Sort(row["kind"]), cell(weak[1]) if weak else (), row["source"],
    )  # fmt: skip


def _check_days(file: str, name: str, *days: str) -> None:
    for day in days:
        try:
            term_day(day)
        except ValueError:
            raise BadKnowledge(f"{home() / file}: {name}: {day} is no date; import the source again") from None


def without(have: Own, names: Iterable[str]) -> Own:
    """The rows of all sources but ``names``."""
    gone = frozenset(names)
    return Own(
        tuple(s for s in have.sources if s.name not in gone),
        tuple(h for h in have.holders if h.source not in gone),
        tuple(p for p in have.players if p.source not in gone),
    )


def together(have: Own, more: Own) -> Own:
    """The rows of both, those of a source of ``more`` replaced by its new ones; every row once, in order of source."""
    kept = without(have, (s.name for s in more.sources))
    return Own(
        tuple(sorted((*kept.sources, *more.sources), key=lambda s: s.name)),
        tuple(sorted(dict.fromkeys((*kept.holders, *more.holders)), key=lambda h: h.source)),
        tuple(sorted(dict.fromkeys((*kept.players, *more.players)), key=lambda p: p.source)),
    )


def files_of(have: Own) -> dict[str, str]:
    """Name -> text of the CSV files that hold the rows; the text is "" where there is none to hold."""
    holders = [
        (h.country, h.title, h.person, "|".join(h.aliases), h.start, h.end, h.sure, h.source) for h in have.holders
    ]
    sources = [(s.name, s.format, s.version, s.dated) for s in have.sources]
    return {
        "offices.csv": _csv(OFFICES, holders),
        "actors.csv": _csv(ACTORS, [_cells(p) for p in have.players]),
        "sources.csv": _csv(SOURCES, sources),
    }


def _cells(p: Player) -> Sequence[str]:
    note = f"weak: {'|'.join(p.weak)}" if p.weak else ""
    sectors = "|".join(p.sectors)
    return (p.name, "|".join(p.variants), p.country, sectors, p.start, p.end, note, p.kind.value, p.source)


def _csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows((columns, *rows) if rows else ())
    return out.getvalue()

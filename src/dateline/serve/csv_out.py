"""Claims as CSV, one row each; cells that a spreadsheet would run as formulas are guarded with an apostrophe."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from dateline.formats.line import claim_line
from dateline.records import Claim, Coded

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show(coded: Iterator[tuple[Coded, tuple[Claim, ...]]], out: TextIO) -> None:
    """Write the header and one row a claim."""
    writer = csv.DictWriter(out, fieldnames=list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    for one, claims in coded:
        for claim in claims:
            line = claim_line(claim, one.reading.story.text)
            writer.writerow({name: _guard(read(line)) for name, read in COLUMNS.items()})


def _guard(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _names(side: str) -> Any:
    return lambda line: "; ".join(x["name"] for x in line[side])


def _countries(side: str) -> Any:
    return lambda line: "; ".join(dict.fromkeys(x["country"] for x in line[side] if x["country"]))


def _sectors(side: str) -> Any:
    return lambda line: "; ".join(dict.fromkeys(x["sector"] for x in line[side] if x["sector"]))


def _of(part: str, key: str) -> Any:
    return lambda line: "" if line[part] is None or line[part][key] is None else line[part][key]


def _figures(line: dict[str, Any]) -> str:
    parts = (f"{q['kind']} {q['approximate']} {q['value']:g} {q['unit']}" for q in line["quantities"])
    return "; ".join(" ".join(p.split()) for p in parts)


COLUMNS: dict[str, Any] = {
    "story": lambda line: line["story"],
    "id": lambda line: line["id"],
    "type": lambda line: line["type"],
    "mode": lambda line: line["mode"] or "",
    "status": lambda line: line["status"],
    "actors": _names("actors"),
    "actor_countries": _countries("actors"),
    "actor_sectors": _sectors("actors"),
    "recipients": _names("recipients"),
    "recipient_countries": _countries("recipients"),
    "recipient_sectors": _sectors("recipients"),
    "date": _of("date", "value"),
    "earliest": _of("date", "earliest"),
    "latest": _of("date", "latest"),
    "place": _of("place", "name"),
    "place_country": _of("place", "country"),
    "place_precision": _of("place", "precision"),
    "lat": _of("place", "lat"),
    "lon": _of("place", "lon"),
    "according_to": lambda line: " > ".join(a["name"] for a in line["attribution"]),
    "quantities": _figures,
    "contexts": lambda line: "; ".join(line["contexts"]),
    "probability": lambda line: line["probability"],
    "quote": lambda line: line["evidence"]["quote"],
    "start": lambda line: line["evidence"]["start"],
    "end": lambda line: line["evidence"]["end"],
}

"""The bundled example stories, written for the project: used by the demo, the docs and the golden tests."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files

from dateline.records import Source, Story

_HERE = files("dateline.examples")


def stories() -> list[Story]:
    """The five examples in order of their index."""
    rows = csv.DictReader(_HERE.joinpath("index.csv").read_text(encoding="utf8").splitlines())
    return [
        Story(
            id=row["file"].removesuffix(".txt"),
            text=_HERE.joinpath(row["file"]).read_text(encoding="utf8"),
            title=row["title"],
            published=date.fromisoformat(row["published"]),
            source=Source(row["source"]),
            url=row["url"],
        )
        for row in rows
    ]

"""What a mention tells by itself about whom it means, before the rest of the story is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.records import Office, Token


@dataclass(frozen=True, slots=True)
class Told:
    """One actor that a mention could mean; ``score`` is how sure, ``why`` the rule and the row."""

    id: str
    name: str
    country: str
    sectors: tuple[str, ...]
    score: float
    why: str
    offices: tuple[Office, ...] = ()


def best(readings: Iterable[Told]) -> Told | None:
    """The surest of the readings, the first of equals."""
    out: Told | None = None
    for r in readings:
        if out is None or r.score > out.score:
            out = r
    return out


def written(tokens: Sequence[Token]) -> str:
    """The words as they stand in the text: "Russia's", not "Russia 's"."""
    out = ""
    for before, t in zip((None, *tokens), tokens, strict=False):
        out += (" " if before is not None and t.span.start > before.span.end else "") + t.text
    return out

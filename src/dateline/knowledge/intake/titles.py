"""Offices under the titles that news give them: Minister of Foreign Affairs -> foreign minister."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.knowledge.load import cell, table
from dateline.knowledge.spelling import pieces

_PROVISIONAL = re.compile(r"(?:acting|interim|caretaker|transitional) ")


@lru_cache(maxsize=65536)
def title_of(position: str, country: str = "") -> str:
    """The title of an office of ``country`` as role nouns have it; the position as written where no rule knows it."""
    plain = _PROVISIONAL.sub("", " ".join(pieces(position)), count=1)
    before, after = _own_words(country)
    bare = after.sub("", before.sub("", plain)) if before.pattern else plain
    for pattern, title in _rules():
        match = pattern.fullmatch(bare)
        if match:
            return title.replace("$0", match[0]).replace("$1", match[1] or "") if "$" in title else title
    own = " ".join(position.split())
    return own[:1].lower() + own[1:] if own[1:2].islower() else own


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r["pattern"]), r["title"]) for r in table("who/titles.csv", "pattern", "title"))


@cache
def _own_words(country: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The country's adjectives before a title, and its names after it."""
    rows = [r for r in table("who/countries.csv", "code", "name", "variants", "adjectives") if r["code"] == country]
    names = [f for r in rows for f in (r["name"], *cell(r["variants"]))]
    adjectives = [f for r in rows for f in cell(r["adjectives"])]
    if not names:
        return re.compile(""), re.compile("")
    return re.compile(f"^(?:{_any(adjectives + names)}) "), re.compile(f" of (?:the )?(?:{_any(names)})$")


def _any(forms: list[str]) -> str:
    plain = sorted({" ".join(pieces(f)) for f in forms} - {""}, key=lambda f: (-len(f), f))
    return "|".join(re.escape(p) for p in plain)

"""PETRARCH (Phoenix) actor dictionaries: blocks of names and of codes that are limited to dates.

    NAME_ [CODE]  ; comment            a name, and what it is coded as
    NAME_                              or the name alone,
    +ANOTHER_NAME_                     its other names,
        [USAGOV 20010120-20090120]     and its codes: in a time, until < or from > a day on,
        [USAELI]                       and without a date: what it is at all other times

Words are joined by _, days are YYYYMMDD or YYMMDD, and # or ; begins a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from dateline.knowledge.actors import Player, Sort, Words
from dateline.knowledge.days import without
from dateline.knowledge.intake.found import Intake, Refused, numbered
from dateline.knowledge.intake.lands import code_of
from dateline.knowledge.load import cell, table
from dateline.knowledge.spelling import pieces

_COMMENT = re.compile(r"[#;].*")
_CODES = re.compile(r"\[([^\]]*)\]")
_DATED = re.compile(r"(?P<code>[A-Za-z~/-]+)\s*(?:(?P<mark>[<>])\s*(?P<day>\d+)|(?P<start>\d+)\s*-\s*(?P<end>\d+))?")
_SMALL = frozenset({"OF", "AND", "THE", "FOR", "IN"})
_PIVOT = 30  # YYMMDD: 30 and later is of the last century
_ACRONYM = 5  # letters; a longer word alone is a name, not an acronym
_ONE = timedelta(days=1)


@dataclass(slots=True)
class _Block:
    line: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[int, str]] = field(default_factory=list)


def read_phoenix(path: Path, text: str, source: str) -> Intake:
    """The actors of a dictionary with the times of their codes; forms that name a country are known already."""
    found = Intake(source)
    for block in _blocks(text):
        _take(found, path, block)
    found.players = list(dict.fromkeys(found.players))
    return found


def _blocks(text: str) -> Iterator[_Block]:
    block = _Block(0)
    for n, raw in numbered(text):
        line = _COMMENT.sub("", raw).rstrip()
        name = line.split("[", 1)[0].strip()
        if name and not name.startswith("+"):
            if block.line:
                yield block
            block = _Block(n)
        if not block.line:
            block = _Block(n) if line.strip() else block
        if name:
            block.names.append(name.removeprefix("+"))
        block.codes += [(n, code) for code in _CODES.findall(line)]
    if block.line:
        yield block


def _take(found: Intake, path: Path, block: _Block) -> None:
    names = []
    for name in block.names:
        with found.row(f"{path}:{block.line}"):
            names.append(_written(name))
    if not block.names:
        found.refused.append(f"{path}:{block.line}: a code without a name; write the name in the line before")
    if not names:
        return
    if not block.codes:
        found.refused.append(f"{path}:{block.line}: {names[0]} has no code; write one as [USAGOV] behind or under it")
        return
    coded: list[tuple[str, str, str, Words]] = []
    for line, code in block.codes:
        with found.row(f"{path}:{line}"):
            coded += _coded(code)
    for start, end, country, sectors in _times(coded):
        forms = [n for n in dict.fromkeys(names) if code_of(n) != country or not country]
        found.known += len(names) - len(forms)
        if forms:
            weak = tuple(n for n in forms if len(pieces(n)) == 1)
            found.players.append(
                Player(forms[0], tuple(forms[1:]), country, sectors, start, end, Sort.ANYBODY, weak, found.source)
            )


def _written(name: str) -> str:
    """BAN_KI-MOON_ -> Ban Ki-Moon; acronyms stay."""
    words = name.replace("_", " ").split()
    if not pieces(name) or "~" in name or "&" in name[:1]:
        raise Refused(f"{name or '(nothing)'} is no name; this reads dictionaries of actors, not of agents")
    if len(words) == 1 and (len(words[0]) <= _ACRONYM or "." in words[0]):
        return words[0]
    return " ".join(w.lower() if n and w in _SMALL else _capital(w) for n, w in enumerate(words))


def _capital(word: str) -> str:
    return word.title().replace("'S", "'s") if word.isupper() else word


def _coded(code: str) -> list[tuple[str, str, str, Words]]:
    """Start, end, country and sectors of one code; [---] says that nothing is known."""
    if not code.strip("- "):
        return []
    match = _DATED.fullmatch(code.strip())
    if match is None:
        raise Refused(f"[{code}] cannot be read; write [CODE], [CODE >20010120], [CODE <20090120] or [CODE FROM-UNTIL]")
    start, end = "", ""
    if match["mark"] == ">":
        start = _day(match["day"]).isoformat()
    elif match["mark"] == "<":
        end = (_day(match["day"]) - _ONE).isoformat()
    elif match["start"]:
        start, end = _day(match["start"]).isoformat(), _day(match["end"]).isoformat()
        if end < start:
            raise Refused(f"[{code}]: the end is before the start; mend the dates")
    return [(start, end, *_meaning(match["code"].upper()))]


def _day(digits: str) -> date:
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= _PIVOT else "20") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else date.fromisoformat("")
    except ValueError:
        raise Refused(f"{digits} is no day; write YYYYMMDD") from None


def _meaning(code: str) -> tuple[str, Words]:
    """Country and sectors of a CAMEO code, three letters at a time; parts that name a group or creed are dropped."""
    country, sectors = "", dict[str, None]()
    for one in code.split("/"):
        for part in (one[n : n + 3] for n in range(0, len(one), 3)):
            land, roles = _parts().get(part, (code_of(part) if part.isalpha() and len(part) == 3 else "", ()))
            narrower = country == "IGO" and part in ("UNO", "EUR", "EEC")
            if land and (not country or narrower):
                country = land
            sectors |= dict.fromkeys(roles)
    if not country and not sectors:
        raise Refused(f"{code} names neither country nor sector; write a code such as USAGOV or REB")
    return country, tuple(sectors)


def _times(coded: Sequence[tuple[str, str, str, Words]]) -> Iterator[tuple[str, str, str, Words]]:
    """Every code with its own times: a dated one before those below it, an undated one when no other holds."""
    dated = [c for c in coded if c[0] or c[1]]
    taken: list[tuple[str, str]] = []
    for start, end, country, sectors in (*dated, *(c for c in coded if not (c[0] or c[1]))):
        times = [(start, end)]
        for cut in taken:
            times = [left for time in times for left in without(*time, *cut)]
        taken += times
        yield from ((*time, country, sectors) for time in times)


@cache
def _parts() -> dict[str, tuple[str, Words]]:
    return {r["code"]: (r["country"], cell(r["sectors"])) for r in table("who/cameo_codes.csv", "code", "country")}

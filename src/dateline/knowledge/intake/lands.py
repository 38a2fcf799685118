"""The country of a row: by code, by name, or by what its office is of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dateline.knowledge.actors import Words
from dateline.knowledge.cast import listed
from dateline.knowledge.intake.found import Refused
from dateline.knowledge.load import cell, table
from dateline.knowledge.spelling import pieces

_OF = re.compile(r" (?:of|for) (?:the )?", re.IGNORECASE)


def land_in(text: str) -> str:
    """The three-letter code for a code of two or three letters or a name; Refused when it is none."""
    code = code_of(text)
    if not code:
        raise Refused(f"{text} is no country; write its ISO 3166 code of three letters, such as USA")
    return code


def code_of(text: str) -> str:
    """As ``land_in``, "" when it is none."""
    upper = text.strip().upper()
    if upper in _codes():
        return _codes()[upper]
    return _names().get(pieces(text), "")


def land_of_office(position: str) -> str:
    """The country or bloc whose office a title is, "" when it does not say: Secretary-General of the United Nations."""
    words = pieces(position)
    tails = [pieces(position[m.end() :]) for m in _OF.finditer(position)]
    heads = [words[:n] for n in range(min(len(words) - 1, 5), 0, -1)]  # OSCE High Commissioner
    return next((_bodies()[form] for form in (*tails, *heads) if form in _bodies()), "")


@cache
def _codes() -> Mapping[str, str]:
    rows = table("who/countries.csv", "code", "iso2")
    return {c: r["code"] for r in rows for c in (r["iso2"], r["code"]) if c} | {c: c for c in listed("special_codes")}


@cache
def _names() -> Mapping[Words, str]:
    out: dict[Words, str] = {}
    for row in table("who/countries.csv", "code", "name", "variants"):
        for form in (*cell(row["variants"]), row["name"]):
            out[pieces(form)] = row["code"]
    return {k: v for k, v in out.items() if k}


@cache
def _bodies() -> Mapping[Words, str]:
    out: dict[Words, str] = {}
    for row in table("who/countries.csv", "code", "name", "variants", "weak"):
        out |= {pieces(f): row["code"] for f in (row["name"], *cell(row["variants"])) if f not in cell(row["weak"])}
    for row in table("who/organisations.csv", "name", "variants", "country", "weak"):
        out |= {pieces(f): row["country"] for f in (row["name"], *cell(row["variants"])) if f not in cell(row["weak"])}
    return {k: v for k, v in out.items() if k and v}

"""Figures that belong to an event: killed, wounded, detained, range, money, weapons ... with unit and approximation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from dateline.knowledge.load import document
from dateline.knowledge.rules import codes
from dateline.records import Quantity, Sentence, Span, Token
from dateline.tree import ancestors, children

_FIGURE = re.compile(r"^\d[\d,]*(?:\.\d+)?$")
_MONEY = frozenset({"$", "€", "£", "¥", "us$", "dollar", "euro", "pound", "yuan", "rouble", "ruble", "yen", "won"})
_RANGES = frozenset({"range", "distance", "altitude", "fly", "travel", "height", "reach"})


@cache
def _known() -> Mapping[str, Any]:
    known: Mapping[str, Any] = document("what/quantities.yaml")
    return known


def quantities_of(text: str, sentence: Sentence, told: Span, kind: str) -> tuple[Quantity, ...]:
    """The figures of ``sentence`` that belong to an event of type ``kind`` told at ``told``."""
    out: list[Quantity] = []
    for token in sentence.tokens:
        value = _value(sentence, token)
        if value is None or token.entity in ("DATE", "TIME", "ORDINAL", "PERCENT"):
            continue
        found = _quantity(text, sentence, token, value, kind)
        inside = told.start <= token.span.start < told.end
        if found is not None and (inside or found.kind in ("range", "weapons")):
            out.append(found)
    return tuple(out)


def _value(sentence: Sentence, token: Token) -> float | None:
    """The number that starts at ``token``: 1,500 · twelve · dozens; None inside a longer number."""
    word = token.text.lower()
    if _FIGURE.match(token.text):
        value = float(token.text.replace(",", ""))
    elif word in _known()["numbers"] and (token.tag == "CD" or token.pos == "NUM"):
        value = float(_known()["numbers"][word])
    elif word in _known()["vague"] and (token.pos in ("NOUN", "NUM") or token.tag == "JJ"):
        return float(_known()["vague"][word])
    else:
        return None
    before = sentence.tokens[token.i - 1] if token.i else None
    if (
        before is not None
        and (before.tag == "CD" or before.text.lower() in _known()["numbers"])
        and before.head in (token.i, token.head)
    ):
        return None
    return value * _multiplier(sentence, token)


def _multiplier(sentence: Sentence, token: Token) -> float:
    factor = 1.0
    for after in sentence.tokens[token.i + 1 : token.i + 3]:
        word = after.text.lower()
        if word not in ("hundred", "thousand", "million", "billion", "trillion", "m", "mn", "bn"):
            break
        factor *= _known()["numbers"][word]
    return factor


def _quantity(text: str, sentence: Sentence, token: Token, value: float, kind: str) -> Quantity | None:
    unit_token = _unit(sentence, token)
    unit = unit_token.lemma if unit_token is not None else ""
    around = {unit} | {t.lemma for t in _neighbours(sentence, token, unit_token)}
    name = _kind(kind, unit, around, sentence, token)
    if not name:
        return None
    span = Span(token.span.start, max(token.span.end, unit_token.span.end if unit_token else 0))
    if span.end - span.start > 60:
        span = token.span
    return Quantity(name, value, _unit_name(unit), _approximate(text, sentence, token), span)


def _kind(event: str, unit: str, around: set[str], sentence: Sentence, token: Token) -> str:
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    if token.entity == "MONEY" or before in _MONEY or unit in _MONEY:
        return "money"
    if _unit_name(unit) in ("km", "miles", "metres"):
        return "range" if event == "MOBILIZE" or around & _RANGES else ""
    if unit in codes().lists["weapon"]:
        return "weapons" if event in ("MOBILIZE", "ASSAULT", "AID") else ""
    for row in _known()["kinds"]:
        if event in row["types"] and around & set(row["words"]):
            return str(row["kind"])
    return ""


def _unit(sentence: Sentence, token: Token) -> Token | None:
    """What is counted: the noun the number modifies, or the object of its "of"."""
    head = sentence.tokens[token.head]
    while head.tag == "CD" and head.head != head.i:
        head = sentence.tokens[head.head]
    if token.dep in ("nummod", "quantmod", "compound", "amod") and head.tag.startswith("NN"):
        return head
    for prep in children(sentence, token.i, "prep"):
        if prep.text.lower() == "of":
            return next(iter(children(sentence, prep.i, "pobj")), None)
    return None


def _neighbours(sentence: Sentence, token: Token, unit: Token | None) -> list[Token]:
    start = unit if unit is not None else token
    up = []
    for governor in ancestors(sentence, start.i):
        up.append(governor)
        if governor.tag.startswith("VB"):
            break
    return [*up, *children(sentence, start.i), *children(sentence, token.i)]


def _unit_name(unit: str) -> str:
    return next((name for name, words in _known()["units"].items() if unit in words), unit)


def _approximate(text: str, sentence: Sentence, token: Token) -> str:
    before = text[max(sentence.span.start, token.span.start - 20) : token.span.start].lower().rstrip(" $€£")
    for phrase, meaning in _known()["approximate"].items():
        if before.endswith(phrase):
            return str(meaning)
    return token.text.lower() if token.text.lower() in _known()["vague"] else ""

"""Sentences of a paragraph, and the copy of a text that the parser reads.

The copy has the length of the original, so every offset in it is an offset of the stored story. Only characters that
mislead a parser are exchanged: curly quotes, odd spaces, and full stops that machine translation left inside a
sentence ("from the US. and Korea").
"""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.load import words
from dateline.records import Span

_SAME_LENGTH = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'"}
    | dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u200b\u200c\u200d\u200e\u200f\ufeff\u2060\t\r\x0b\x0c", " ")
)
_STOP = re.compile(r"([.!?…]+)([\"')\]]*)\s+(?=[\"'(\[]*(\w))")
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][\"')\]]*(?=[A-Z][a-z]*[ ,'])")  # "this week.The army": the blank was lost
_TORN = re.compile(r"(?<=\w)\.(?= +(?!https?:|www\.|pic\.|[a-z]\))[a-z])")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]$")
_NEAR = 24  # characters looked at on either side of a stop
_WORD_BEFORE = re.compile(r"([\w.&'-]+)$")
_WORD_AFTER = re.compile(r"[\"'(\[]*([\w'-]+)")


def reading_copy(text: str) -> str:
    """``text`` with misleading characters exchanged one for one; always of the same length."""
    return _mask_false_stops(text.translate(_SAME_LENGTH))


def sentence_spans(copy: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of one paragraph of a reading copy, between ``start`` and ``end``, without outer white space."""
    end = len(copy) if end is None else end
    cuts = [m.end() for m in _STOP.finditer(copy, start, end) if _is_boundary(copy, m)]
    cuts += [m.end() for m in _GLUED.finditer(copy, start, end) if not _in_address(copy, m.start())]
    cuts = [start, *sorted(cuts)]
    cuts.append(end)
    return [s for a, b in zip(cuts, cuts[1:], strict=False) if (s := _trim(copy, a, b)).end > s.start]


def _is_boundary(copy: str, match: re.Match[str]) -> bool:
    if match.group(3).islower():
        return False
    if match.group(1) != ".":
        return not (match.group(2) and _speaker_follows(copy, match.end()))
    return not _stop_belongs_to_word(copy, match.start(1), match.end())


def _speaker_follows(copy: str, at: int) -> bool:
    """Whether a question or call in quotes goes on with who said it ("Will they sign?" Mr. Kim asked.)."""
    return bool(_speaker().match(copy, at))


def _stop_belongs_to_word(copy: str, stop: int, after: int) -> bool:
    """Whether the full stop at ``stop`` is part of an abbreviation that goes on in the same sentence."""
    word = _word_before(copy, stop)
    if len(word) == 1 and word.isupper() and word != "I":
        return True  # an initial
    if word in _titles():
        return True
    if word not in abbreviations() and not _INITIALS.match(word):
        return False
    follower = _WORD_AFTER.match(copy, after)
    return follower is None or follower.group(1) not in _starters()


def _mask_false_stops(copy: str) -> str:
    """Full stops before a lower-case word become spaces, unless an abbreviation owns them."""
    chars = list(copy)
    for match in _TORN.finditer(copy):
        word = _word_before(copy, match.start())
        if len(word) > 1 and word not in abbreviations() and "." not in word:
            chars[match.start()] = " "
    return "".join(chars)


def _word_before(copy: str, stop: int) -> str:
    found = _WORD_BEFORE.search(copy, max(0, stop - _NEAR), stop)
    return found.group(1) if found else ""


def _in_address(copy: str, at: int) -> bool:
    """Whether the stop stands inside a web or mail address or a file name."""
    word = copy[max(0, at - _NEAR) : at].rpartition(" ")[2]
    return any(x in word for x in ("/", "@", "www"))


def _trim(copy: str, start: int, end: int) -> Span:
    while start < end and copy[start].isspace():
        start += 1
    while end > start and copy[end - 1].isspace():
        end -= 1
    return Span(start, end)


@cache
def abbreviations() -> frozenset[str]:
    return words("reading/abbreviations.txt")


@cache
def _starters() -> frozenset[str]:
    return words("reading/starters.txt")


@cache
def _titles() -> frozenset[str]:
    return words("reading/titles.txt")


@cache
def _speaker() -> re.Pattern[str]:
    said = "|".join(sorted(words("reading/said.txt")))
    return re.compile(rf"(?:[A-Z][\w.'-]* ){{1,4}}(?:{said})\b")

"""Names as they compare: without case, accents, hyphens, apostrophes and, more loosely, ways of transliterating."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dateline.knowledge.load import table, words

_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_GENITIVE = re.compile("['’]s(?![a-z])")
_DOTTED = re.compile(r"(?<![a-z])(?:[a-z]\.){2,}[a-z]?(?![a-z])")  # u.s. r.o.k.
_CUTS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[str, ...]:
    """The comparable words of a name: ``U.S.`` -> us, ``Kim Jong-un`` -> kim jong un, ``Sana'a`` -> sanaa."""
    low = text.lower()
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        low = "".join(c for c in low if not unicodedata.combining(c))
    low = _GENITIVE.sub(" s", low)
    low = _APOSTROPHES.sub("", low)
    low = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", low)
    return tuple(p for p in _CUTS.split(low) if p)


@lru_cache(maxsize=65536)
def key(name: str) -> tuple[str, ...]:
    """A person's name whatever the order of its parts: the sorted pieces."""
    return tuple(sorted(pieces(name)))


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """A person's name whatever the order and the transliteration; two people may share it, so it is weak evidence."""
    parts = [p for p in pieces(name) if p not in _particles()]
    return " ".join(sorted(_sounded(p) for p in parts))


@lru_cache(maxsize=65536)
def _sounded(piece: str) -> str:
    for pattern, letter in _sounds():
        piece = pattern.sub(letter, piece)
    return piece


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    """One sound, several spellings: what makes Chung and Jeong, Zelenskyy and Zelensky one name."""
    return tuple((re.compile(row["pattern"]), row["sound"]) for row in table("who/sounds.csv", "pattern", "sound"))


@cache
def _particles() -> frozenset[str]:
    return words("who/particles.txt")

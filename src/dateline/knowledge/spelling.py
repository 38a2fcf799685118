"""Names as they compare: without case, accents, hyphens, apostrophes, and, more loosely, without the ways of transliterating."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_GENITIVE = re.compile("['’]s(?![a-z])")
_DOTTED = re.compile(r"(?<![a-z])(?:[a-z]\.){2,}[a-z]?(?![a-z])")  # u.s. r.o.k.
_CUTS = re.compile(r"[^a-z0-9]+")
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "bint", "ben", "abu", "de", "da", "von", "van", "der", "den", "la", "le"})
# One sound, several spellings: what follows makes Chung and Jeong, Yong and Young, Zelenskyy and Zelensky one name.
_SOUNDS = (
    (re.compile("^(?:ch?e|je|cho)ong|^chung|^jung"), "jong"),
    (re.compile("^(?:yi|rhee|lee|ri)$"), "li"),
    (re.compile("^(?:bak|pak)$"), "park"),
    (re.compile("^eui|^ui"), "i"),
    (re.compile("^y[eo]+u?ng"), "yong"),
    (re.compile("^[mM](?:u|o)h?a+m+[ae]d$"), "mohamed"),
    (re.compile("^yu(?=[lr])"), "iu"),
    (re.compile("dzh|dj"), "j"),
    (re.compile("kh"), "h"),
    (re.compile("ph"), "f"),
    (re.compile("ou|oo"), "u"),
    (re.compile("ee|ie|ei|ey|[iy]+"), "i"),
    (re.compile("q|ck"), "k"),
    (re.compile("aa|ae|ah$"), "a"),
    (re.compile(r"([b-df-hj-np-tv-z])\1"), r"\1"),
)


@lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[str, ...]:
    """The comparable words of a name: ``U.S.`` -> us, ``Kim Jong-un`` -> kim jong un, ``Sana'a`` -> sanaa."""
    low = text.lower().translate(_LETTERS)
    low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    low = _GENITIVE.sub(" s", low)
    low = _APOSTROPHES.sub("", low)
    low = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", low)
    return tuple(p for p in _CUTS.split(low) if p)


def key(name: str) -> tuple[str, ...]:
    """A person's name whatever the order of its parts: the sorted pieces."""
    return tuple(sorted(pieces(name)))


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """A person's name whatever the order and the transliteration; two people may share it, so it is weak evidence."""
    parts = [p for p in pieces(name) if p not in _PARTICLES]
    return " ".join(sorted(_sounded(p) for p in parts))


def _sounded(piece: str) -> str:
    for pattern, letter in _SOUNDS:
        piece = pattern.sub(letter, piece)
    return piece

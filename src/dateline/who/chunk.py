"""Flat noun phrases, read from the tags: steadier than the tree where names and headlines confuse the parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import Sentence, Token

_INSIDE = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "X", "SYM"})
_TIMES = frozenset({"DATE", "TIME"})
_HYPHENS = frozenset({"-", "–"})
_BREAKS = _HYPHENS | {"/", "—"}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens ``start`` to ``end`` (exclusive); ``parts`` are the stretches between possessive marks."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]

    @property
    def last(self) -> tuple[int, int]:
        return self.parts[-1]


def chunks(sentence: Sentence, named: frozenset[int]) -> Iterator[Chunk]:
    """The noun phrases without what follows their head; tokens in ``named`` belong to names and are always inside."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if not _opens(tokens, i, named):
            i += 1
            continue
        end = _close(tokens, i, named)
        chunk = _chunk(tokens, i, end, named)
        if chunk is not None:
            yield chunk
        i = max(end, i + 1)


def _opens(tokens: tuple[Token, ...], i: int, named: frozenset[int]) -> bool:
    t = tokens[i]
    return i in named or t.pos == "DET" or t.tag in ("PRP$", "PDT", "WP$") or _inside(tokens, i, named)


def _close(tokens: tuple[Token, ...], i: int, named: frozenset[int]) -> int:
    end = i + 1
    while end < len(tokens):
        t = tokens[end]
        new = t.tag in ("DT", "PRP$", "PDT", "WP$") and end not in named
        if new and tokens[end - 1].tag not in ("PDT", "POS") and tokens[end - 1].text.lower() not in ("all", "both"):
            break
        if not (new or _inside(tokens, end, named)):
            break
        end += 1
    return end


def _inside(tokens: tuple[Token, ...], i: int, named: frozenset[int]) -> bool:
    t = tokens[i]
    if i in named or t.tag == "POS":
        return True
    if t.entity in _TIMES and t.tag.startswith("NNP"):
        return False
    if t.text in _BREAKS and 0 < i < len(tokens) - 1 and not _joins(tokens, i):
        return False
    if t.pos in _INSIDE or t.tag in ("NN", "NNS", "NNP", "NNPS"):
        return not (t.pos == "ADJ" and t.dep in ("acomp", "oprd"))
    if t.tag in ("VBN", "VBG", "JJ") and t.dep in ("amod", "compound"):
        return True
    if t.text in _HYPHENS and 0 < i < len(tokens) - 1:
        return _joins(tokens, i)
    return t.tag in ("RB", "RBR", "RBS") and t.dep == "advmod" and t.head > i and tokens[t.head].pos in ("ADJ", "NUM")


def _joins(tokens: tuple[Token, ...], i: int) -> bool:
    """A hyphen without spaces around it."""
    before, after = tokens[i - 1], tokens[i + 1]
    return before.span.end == tokens[i].span.start and tokens[i].span.end == after.span.start


def _chunk(tokens: tuple[Token, ...], start: int, end: int, named: frozenset[int]) -> Chunk | None:
    while end > start and end - 1 not in named and not _heads(tokens[end - 1]):
        end -= 1
    while start < end and tokens[start].text in _HYPHENS:
        start += 1
    if end <= start:
        return None
    parts: list[tuple[int, int]] = []
    begin = start
    for k in range(start, end):
        if tokens[k].tag == "POS" and k not in named:
            if k > begin:
                parts.append((begin, k))
            begin = k + 1
    if begin < end:
        parts.append((begin, end))
    return Chunk(start, end, tuple(parts)) if parts else None


def _heads(token: Token) -> bool:
    """Whether the word can end a phrase: nouns, numbers and adjectives used as nouns (the accused, the wounded)."""
    return (
        token.pos in ("NOUN", "PROPN", "NUM")
        or token.tag.startswith("NN")
        or (token.pos == "ADJ" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT"))
    )


def head_of(sentence: Sentence, start: int, end: int) -> int:
    """The token from ``start`` to ``end`` (exclusive) that hangs on a word outside; the last noun where several do."""
    outside = [
        t for t in sentence.tokens[start:end] if (t.head == t.i or not start <= t.head < end) and t.pos not in _LIGHT
    ]
    nouns = [t for t in outside if t.pos in ("NOUN", "PROPN", "NUM", "PRON")]
    return (nouns or outside or list(sentence.tokens[end - 1 : end]))[-1].i


_LIGHT = frozenset({"DET", "PUNCT", "PART", "ADP", "ADV"})

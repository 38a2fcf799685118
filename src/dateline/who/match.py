"""Where the words of a sentence are names of the cast, names the parser knows, or role nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.knowledge.cast import Cast, Entry, Role, Sort, Words, cast, listed
from dateline.knowledge.spelling import pieces
from dateline.records import Sentence, Token

_THROUGH = frozenset("-–’'‘`´") | {""}  # punctuation that a name runs through
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens ``start`` to ``end`` (exclusive) that name somebody; without entries the parser alone says so."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    label: str = ""

    @property
    def sort(self) -> Sort | None:
        return self.entries[0].sort if self.entries else None


def table_hits(sentence: Sentence) -> list[Hit]:
    """The longest names of the tables, left to right, without overlap."""
    cells = [_pieces(t) for t in sentence.tokens]
    shouting = _is_shouting(sentence)
    out: list[Hit] = []
    i = 0
    while i < len(cells):
        hit = _longest(cast(), sentence, cells, i, shouting) if cells[i] else None
        if hit is not None:
            out.append(hit)
        i = hit.end if hit else i + 1
    return out


def _pieces(token: Token) -> Words:
    return pieces(token.text) if any(c.isalnum() for c in token.text) else ()


def _is_shouting(sentence: Sentence) -> bool:
    letters = [t.text for t in sentence.tokens if t.text.isalpha() and len(t.text) > 1]
    return len(letters) > 2 and sum(w.isupper() for w in letters) > 0.7 * len(letters)


def _longest(known: Cast, sentence: Sentence, cells: list[Words], i: int, shouting: bool) -> Hit | None:
    hit = _from(known, sentence, cells, i, shouting)
    if cells[i] == ("the",) and i + 1 < len(cells) and cells[i + 1]:
        inner = _from(known, sentence, cells, i + 1, shouting)  # "the South Korean" is no "the South"
        return inner if inner and (hit is None or inner.end > hit.end) else hit
    return hit


def _from(known: Cast, sentence: Sentence, cells: list[Words], i: int, shouting: bool) -> Hit | None:
    for words, entries in known.names.get(cells[i][0], ()):
        end = _reach(sentence, cells, i, words)
        if end is None:
            continue
        fitting = tuple(e for e in entries if _written_alike(sentence.tokens[i:end], e, shouting))
        if fitting:
            return Hit(i, end, fitting, sentence.tokens[i].entity)
    return None


def _reach(sentence: Sentence, cells: list[Words], i: int, words: Words) -> int | None:
    """The token after the last of ``words`` read from token ``i`` on, None where they do not stand there."""
    done = 0
    while done < len(words):
        if i >= len(cells):
            return None
        if not cells[i]:
            if done == 0 or sentence.tokens[i].text not in _THROUGH:
                return None
            i += 1
            continue
        part = cells[i][: len(words) - done]
        if part != words[done : done + len(part)]:
            return None
        done += len(part)
        i += 1
    return i


def _written_alike(tokens: tuple[Token, ...], entry: Entry, shouting: bool) -> bool:
    """Whether the case of the words allows the name: US is no pronoun, turkey no country, the south no Korea."""
    first = next((t for t in tokens if t.text.lower() != "the"), tokens[0])
    form = entry.form.removeprefix("the ").removeprefix("The ")
    if form[:1].islower():
        return len(pieces(form)) > 1 or not form[:1].isalpha() or first.pos in ("ADJ", "PROPN", "NOUN")
    if not any(c.isupper() for c in first.text):
        return False
    short = form.replace(".", "").isupper() and len(form.replace(".", "")) <= 5
    if short and len(tokens) == 1:
        text = first.text.replace(".", "")
        written = text.isupper() or (len(text) > 3 and text.istitle() and first.tag.startswith("NNP"))  # Nato, Isis
        return written and not (shouting and form.lower().replace(".", "") in listed("common_words"))
    return True


def parser_hits(sentence: Sentence, taken: Iterable[Hit]) -> Iterator[Hit]:
    """The named entities of the parser outside ``taken``, without their articles and titles."""
    used = {k for h in taken for k in range(h.start, h.end)}
    for start, end, label in _entities(sentence):
        run = [k for k in range(start, end) if k not in used]
        for a, b in _runs(run):
            trimmed = _trim(sentence, a, b)
            if trimmed is not None:
                yield Hit(*trimmed, label=label)


def _entities(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    start = 0
    tokens = sentence.tokens
    for i in range(len(tokens) + 1):
        ends = i == len(tokens) or tokens[i].begins or tokens[i].entity != tokens[start].entity
        if ends:
            if i > start and tokens[start].entity in _NAMED:
                yield start, i, tokens[start].entity
            start = i


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    while numbers:
        n = 1
        while n < len(numbers) and numbers[n] == numbers[0] + n:
            n += 1
        yield numbers[0], numbers[0] + n
        numbers = numbers[n:]


def _trim(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The capitalised middle of tokens ``start`` to ``end``; roles and titles at its left are no part of a name."""
    tokens = sentence.tokens
    while start < end and (tokens[start].pos in ("DET", "PUNCT", "PART", "ADP", "CCONJ") or is_low(tokens[start])):
        start += 1
    while end > start and (tokens[end - 1].pos in ("PUNCT", "PART", "ADP", "CCONJ", "DET") or is_low(tokens[end - 1])):
        if end - start > 2 and tokens[end - 2].text == "-" and tokens[end - 1].tag.startswith("NNP"):
            break  # Ui-yong
        end -= 1
    return (start, end) if start < end else None


def is_low(token: Token) -> bool:
    """Whether the word is written without capital or digit at its start."""
    return not any(c.isupper() or c.isdigit() for c in token.text)


def role_tokens(sentence: Sentence) -> frozenset[int]:
    """The tokens that belong to a role noun."""
    found = ((role_at(sentence, t.i), t.i) for t in sentence.tokens if t.text[:1].isalpha())
    return frozenset(k for hit, end in found if hit is not None for k in range(hit[0], end + 1))


def joined_roles(sentence: Sentence) -> frozenset[int]:
    """The tokens of role nouns with a preposition inside: secretary of state, minister of the interior."""
    out: set[int] = set()
    for t in sentence.tokens:
        hit = role_at(sentence, t.i) if t.pos in ("NOUN", "PROPN") else None
        if hit is not None and any(sentence.tokens[k].pos in ("ADP", "DET") for k in range(hit[0], t.i)):
            out |= set(range(hit[0], t.i + 1))
    return frozenset(out)


def role_at(sentence: Sentence, end: int, start: int = 0) -> tuple[int, Role] | None:
    """The longest role noun whose last token is ``end``, with its first token, not before ``start``."""
    tokens, known = sentence.tokens, cast()
    last = tokens[end]
    for form in (last.text, last.lemma):
        words = pieces(form)
        if not words:
            continue
        best = _role(known, sentence, end, start, words)
        if best is not None:
            return best
    return None


def _role(known: Cast, sentence: Sentence, end: int, start: int, words: Words) -> tuple[int, Role] | None:
    best = (end, known.roles[words]) if words in known.roles else None
    for i in range(end - 1, max(start, end - 7) - 1, -1):
        token = sentence.tokens[i]
        if not token.text[:1].isalnum() and token.text not in _THROUGH and token.text != "&":
            break
        words = _pieces(token) + words
        if len(words) > known.longest_role:
            break
        if words in known.roles and _pieces(token):
            best = (i, known.roles[words])
    return best

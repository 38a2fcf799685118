"""Names that nobody acts under: inside longer names (the Warhol of the Warhol Factory), of days and of things.

They are mentions, so that every name of a story has its chain, but no actors; the rest of the room never sees them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.knowledge.cast import Sort, Words, listed
from dateline.knowledge.spelling import pieces
from dateline.records import Mention, MentionKind, Sentence, Token
from dateline.tree import at
from dateline.who.match import Hit, is_low, role_tokens, table_hits
from dateline.who.names import names_of

_PROPER = ("NNP", "NNPS")
_ADJECTIVAL = frozenset({Sort.ADJECTIVE, Sort.PEOPLE})
_LANDS = _ADJECTIVAL | {Sort.COUNTRY, Sort.CAPITAL, Sort.SEAT}
_SHORT = 3  # letters; a shorter surname may be any part of a longer name
_INNER = frozenset({Sort.COUNTRY, Sort.CAPITAL, Sort.ORGANISATION, Sort.GROUP, Sort.MEDIA})


@lru_cache(maxsize=4)
def asides_of(sentences: tuple[Sentence, ...]) -> Mapping[int, tuple[Hit, ...]]:
    """The names of every sentence by its index that belong to no actor, in text order."""
    hits = names_of(sentences)
    known = _known(sentences, hits)
    out = {}
    for s in sentences:
        found = {(h.start, h.end): h for h in (*_inside(s, hits[s.index], known), *_left_over(s, hits[s.index]))}
        out[s.index] = tuple(found[k] for k in sorted(found))
    return out


def is_aside(mention: Mention, sentence: Sentence, asides: Sequence[Hit]) -> bool:
    """Whether the mention is one of the ``asides`` of its sentence."""
    if mention.kind is not MentionKind.NAME or mention.span != mention.core:
        return False
    tokens = at(sentence, mention.core)
    return any(h.start == tokens[0].i and h.end == tokens[-1].i + 1 for h in asides)


def acting(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions without asides; who followed one follows the first other mention of its chain."""
    asides, by_index = asides_of(tuple(sentences)), {s.index: s for s in sentences}
    roots: dict[int, int] = {}
    for m in mentions:
        roots[m.id] = roots[m.follows[0]] if len(m.follows) == 1 else m.id
    kept = [m for m in mentions if not is_aside(m, by_index[m.sentence], asides[m.sentence])]
    ids = {m.id for m in kept}
    first: dict[int, int] = {}
    for m in kept:
        first.setdefault(roots[m.id], m.id)
    out = []
    for m in kept:
        follows = [f if f in ids else first.get(roots[f], m.id) for f in m.follows]
        out.append(replace(m, follows=tuple(f for f in follows if f < m.id)))
    return tuple(out)


def _known(sentences: Sequence[Sentence], hits: Mapping[int, Sequence[Hit]]) -> Mapping[Words, Hit]:
    """The names of the story by their words, persons by their surnames, too."""
    out: dict[Words, Hit] = {}
    for s in sentences:
        for h in hits[s.index]:
            if h.sort in _ADJECTIVAL or h.sort is Sort.SEAT:  # no North in a Northern Alliance
                continue
            words = _words(s.tokens[h.start : h.end])
            out[words] = h
            if _is_person(h) and len(words) > 1 and len(s.tokens[h.end - 1].text) > _SHORT:
                out.setdefault(words[-1:], Hit(h.end - 1, h.end, label="PERSON"))
    return out


def _words(tokens: Sequence[Token]) -> Words:
    return pieces(" ".join(t.text for t in tokens if t.pos != "DET"))


# --- inside longer names -----------------------------------------------------------------------------------------


def _inside(sentence: Sentence, hits: Sequence[Hit], known: Mapping[Words, Hit]) -> Iterator[Hit]:
    for hit in hits:
        if _of_some(sentence, hit):
            yield hit
        if hit.end - hit.start > 1 and not _is_person(hit) and hit.sort not in _LANDS:
            yield from _parts(sentence, hit, known)


def _is_person(hit: Hit) -> bool:
    return hit.sort is Sort.PERSON if hit.entries else hit.label == "PERSON"


def _of_some(sentence: Sentence, hit: Hit) -> bool:
    """Whether the name only tells whose members or supporters are meant; the owner in "most of Iran's oil" acts."""
    after = sentence.tokens[hit.end].tag if hit.end < len(sentence.tokens) else ""
    if after in ("POS", "HYPH") or after.startswith("NN"):
        return False
    k = hit.start - 1
    if k >= 0 and sentence.tokens[k].pos == "DET":
        k -= 1
    before = [t.text.lower() for t in sentence.tokens[max(k - 1, 0) : k + 1]]
    return len(before) == 2 and before[1] == "of" and before[0] in listed("quantities")


def _parts(sentence: Sentence, hit: Hit, known: Mapping[Words, Hit]) -> Iterator[Hit]:
    """The names at the beginning of a longer name and after a preposition in it."""
    tokens = sentence.tokens
    first = hit.start + (tokens[hit.start].pos == "DET")
    starts = [first] + [k + 1 for k in range(first + 1, hit.end - 1) if tokens[k].pos in ("ADP", "DET")]
    for a in starts:
        if tokens[a].tag not in _PROPER:
            continue
        stop = next((k for k in range(a, hit.end) if tokens[k].pos in ("ADP", "DET")), hit.end)
        last = stop if a > first else hit.end - 1
        if a == first and stop < hit.end:
            last = stop - 1  # what stands before "of" is the head of the whole
        part = _longest(sentence, a, last, known)
        if part is None and a > first and tokens[first].text.lower() in listed("place_heads"):
            part = Hit(a, stop, label="GPE")
        if part is not None:
            yield part


def _longest(sentence: Sentence, start: int, last: int, known: Mapping[Words, Hit]) -> Hit | None:
    """The longest name from token ``start`` on that ends before or at ``last`` (exclusive)."""
    for end in range(last, start, -1):
        same = known.get(_words(sentence.tokens[start:end]))
        if same is not None:
            return replace(same, start=start, end=end)
        own = _table_name(sentence, start, end)
        if own is not None:
            return own
    return None


def _table_name(sentence: Sentence, start: int, end: int) -> Hit | None:
    piece = replace(sentence, tokens=sentence.tokens[start:end])
    hits = [h for h in table_hits(piece) if (h.start, h.end) == (0, end - start) and h.sort in _INNER]
    return replace(hits[0], start=start, end=end) if hits else None


# --- names of days, events and things ----------------------------------------------------------------------------


def _left_over(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Runs of words tagged as names that belong to no name of an actor and to no title."""
    if not any(t.tag[:2] in ("NN", "VB", "JJ") and is_low(t) for t in sentence.tokens):
        return  # a headline in capitals
    named = {k for h in hits for k in range(h.start, h.end)}
    taken = named | role_tokens(sentence)
    start = 0
    for t in (*sentence.tokens, None):
        free = t is not None and t.tag in _PROPER and t.i not in taken and t.text[:1].isupper()
        end = t.i if t is not None else len(sentence.tokens)
        if not free:
            whole = start - 1 not in named and end not in named
            if end > start and whole and not _abbreviates(sentence.tokens[start:end]):
                yield Hit(start, end)
            start = end + 1


def _abbreviates(tokens: Sequence[Token]) -> bool:
    """Whether nothing but a form of address or a mark is left: "Mr.", "A."."""
    return len(tokens) == 1 and (tokens[0].text.endswith(".") or len(tokens[0].text) < 2)

"""Find everybody who could act: names, titles, descriptions, pronouns, countries that own what acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.cast import Sort, listed
from dateline.records import Mention, MentionKind, Sentence
from dateline.tree import ancestors, span_of
from dateline.who.aside import asides_of
from dateline.who.chunk import Chunk, chunks, head_of
from dateline.who.match import Hit, joined_roles, role_at
from dateline.who.names import names_of

_ADJECTIVAL = frozenset({Sort.ADJECTIVE, Sort.COUNTRY, Sort.PEOPLE, Sort.CAPITAL, Sort.SEAT})
_PLACES = frozenset({Sort.CAPITAL, Sort.SEAT})
_TITLE_LINKS = frozenset({"for", "of", "on", "to", "in", "and", "-", "–"})


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:  # noqa: ARG001
    """Every mention in text order; ``follows`` is still empty."""
    found: list[Mention] = []
    hits, asides = names_of(tuple(sentences)), asides_of(tuple(sentences))
    for sentence in sentences:
        inside = [*_without_parts(_phrases(sentence, hits[sentence.index])), *_pronouns(sentence)]
        inside += _besides(sentence, asides[sentence.index], inside)
        found += sorted(inside, key=lambda m: (m.span.start, m.span.end))
    return tuple(replace(m, id=i) for i, m in enumerate(found))


def _besides(sentence: Sentence, asides: Iterable[Hit], acting: Iterable[Mention]) -> list[Mention]:
    """The names that nobody acts under."""
    taken = {m.span for m in acting}
    found = [_aside(sentence, hit) for hit in asides]
    return [m for m in found if m.span not in taken]


def _aside(sentence: Sentence, hit: Hit) -> Mention:
    whole = (hit.start, hit.end)
    return _mention(sentence, whole, whole, head_of(sentence, *whole), MentionKind.NAME)


def _without_parts(mentions: Iterable[Mention]) -> list[Mention]:
    """Drop titles that are the beginning of a longer phrase with a name."""
    found = list(mentions)
    names = [(m.span, m.head) for m in found if m.kind is MentionKind.NAME]
    return [
        m
        for m in found
        if m.kind is not MentionKind.TITLE
        or not any(h == m.head and s.start == m.span.start and s.end > m.span.end for s, h in names)
    ]


def _phrases(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Mention]:
    named = frozenset(k for h in hits for k in range(h.start, h.end)) | joined_roles(sentence)
    flat = list(chunks(sentence, named))
    done: set[tuple[int, int]] = set()
    for n, chunk in enumerate(flat):
        for mention in _of_chunk(sentence, flat, n, chunk, hits):
            mark = (mention.head, mention.core.start)
            if mark not in done:
                done.add(mark)
                yield mention


def _of_chunk(
    sentence: Sentence, flat: Sequence[Chunk], n: int, chunk: Chunk, hits: Sequence[Hit]
) -> Iterator[Mention]:
    start = chunk.start
    for a, b in chunk.parts:
        inside = [h for h in hits if a <= h.start and h.end <= b]
        core, kind, end = _core(sentence, a, b, inside)
        last = (a, b) == chunk.last
        if core is not None:
            shares = last and kind in (MentionKind.TITLE, MentionKind.DESCRIPTION)
            first = _left(sentence, flat, n, chunk, hits) if shares else start
            first = _after_stray_noun(sentence, first, core[0])
            head = head_of(sentence, max(a, first), b)
            if last and kind is MentionKind.NAME:
                titled = _long_title(sentence, flat, n, core, hits)
                if titled is not None:
                    first, head = titled, head_of(sentence, titled, end)
            quantity = _quantity(sentence, flat, n) if last and first == start else None
            if quantity is not None:
                first, head = quantity
            yield _mention(sentence, (first, end), core, head, kind)
        for hit in inside:
            if core != (hit.start, hit.end):
                yield _inner(sentence, hit)


def _after_stray_noun(sentence: Sentence, first: int, core: int) -> int:
    """Where the phrase begins when an unrelated noun stands before the name: "amid signs Pyongyang has"."""
    if core == first:
        return first
    before = sentence.tokens[core - 1]
    stray = before.tag in ("NN", "NNS") and before.head != core and not before.text[:1].isupper()
    if stray and before.dep not in ("compound", "amod", "nmod") and role_at(sentence, core - 1, first) is None:
        return core
    return first


def _core(sentence: Sentence, a: int, b: int, inside: Sequence[Hit]) -> tuple[tuple[int, int] | None, MentionKind, int]:
    """The core of the phrase part, its kind and where its span ends."""
    tail = next((h for h in inside if h.end == b), None)
    role = role_at(sentence, b - 1, a) if b - a > 0 else None
    if role is not None and (tail is None or (not tail.entries and role[0] <= tail.start)):
        kind = MentionKind.TITLE if role[1].kind in ("office", "voice") else MentionKind.DESCRIPTION
        return (role[0], b), kind, b
    if tail is None:
        late = next((h for h in inside if h.label == "PERSON" and h.end < b), None)
        return ((late.start, late.end), MentionKind.NAME, late.end) if late else (None, MentionKind.NAME, b)
    if tail.sort is Sort.ADJECTIVE and sentence.tokens[tail.end - 1].dep in ("amod", "acomp", "nmod", "compound"):
        return None, MentionKind.ADJECTIVE, b
    if tail.sort is Sort.PEOPLE or tail.sort is Sort.ADJECTIVE:
        return (tail.start, tail.end), MentionKind.DESCRIPTION, b
    return (tail.start, tail.end), MentionKind.PLACE_NAME if tail.sort in _PLACES else MentionKind.NAME, b


def _inner(sentence: Sentence, hit: Hit) -> Mention:
    """A name inside a longer phrase: the possessor of what the phrase means."""
    if hit.sort in _ADJECTIVAL:
        kind = MentionKind.ADJECTIVE
    else:
        kind = MentionKind.NAME
    whole = (hit.start, hit.end)
    return _mention(sentence, whole, whole, head_of(sentence, *whole), kind)


def _mention(sentence: Sentence, span: tuple[int, int], core: tuple[int, int], head: int, kind: MentionKind) -> Mention:
    tokens = sentence.tokens
    return Mention(
        id=0,
        span=span_of(list(tokens[span[0] : span[1]])),
        core=span_of(list(tokens[core[0] : core[1]])),
        sentence=sentence.index,
        head=head,
        kind=kind,
    )


def _left(sentence: Sentence, flat: Sequence[Chunk], n: int, chunk: Chunk, hits: Sequence[Hit]) -> int:
    """Where the phrase begins with the adjectives coordinated to its own: "US and South Korean officials"."""
    first = chunk.start
    while n > 0:
        before = flat[n - 1]
        between = sentence.tokens[before.end : first]
        if not between or len(between) > 2 or any(t.dep != "cc" and t.text != "," for t in between):
            return first
        tail = next((h for h in hits if h.end == before.end and h.sort in _ADJECTIVAL), None)
        if tail is None or not _shares_head(sentence, tail.end - 1, range(chunk.start, chunk.end)):
            return first
        first, n = before.start, n - 1
    return first


def _shares_head(sentence: Sentence, i: int, inside: range) -> bool:
    """Whether the adjective ``i`` belongs to the noun of the phrase ``inside`` as its own adjectives do."""
    token = sentence.tokens[i]
    if token.dep in ("amod", "nmod") and token.head >= inside.start:
        return True
    for above in ancestors(sentence, i):
        if token.dep not in ("amod", "nmod", "compound", "conj"):
            return False
        if above.i in inside:
            return True
        token = above
    return False


def _long_title(
    sentence: Sentence, flat: Sequence[Chunk], n: int, core: tuple[int, int], hits: Iterable[Hit]
) -> int | None:
    """The first token of a title that reaches the name over prepositions: "Envoy for Peace on the Sea Noh Kyu Duk"."""
    own = flat[n]
    before = range(own.start, core[0])
    if core[1] - core[0] < 2 or core[1] != own.end or not any(sentence.tokens[k].pos != "DET" for k in before):
        return None
    if role_at(sentence, core[0] - 1, own.start) or not _is_person(core, hits):
        return None
    for k in range(n - 1, max(n - 4, -1), -1):
        between = [t.text.lower() for t in sentence.tokens[flat[k].end : flat[k + 1].start]]
        if not between or not set(between) <= _TITLE_LINKS:
            return None
        role = role_at(sentence, flat[k].end - 1, flat[k].last[0])
        if role is not None and role[1].kind in ("office", "voice", "person"):
            return flat[k].start
    return None


def _is_person(core: tuple[int, int], hits: Iterable[Hit]) -> bool:
    return any((h.start, h.end) == core and (h.label == "PERSON" or h.sort in (None, Sort.PERSON)) for h in hits)


def _quantity(sentence: Sentence, flat: Sequence[Chunk], n: int) -> tuple[int, int] | None:
    """Start and head of "dozens of", "a group of", "21 of the" before the phrase."""
    tokens, start = sentence.tokens, flat[n].start
    if start < 2 or tokens[start - 1].text.lower() != "of":
        return None
    word = tokens[start - 2]
    if word.text.lower() not in listed("quantities") and not (word.pos == "NUM" or word.tag == "CD"):
        return None
    first = word.i
    while first > 0 and tokens[first - 1].pos in ("DET", "NUM", "ADJ") and tokens[first - 1].head == word.i:
        first -= 1
    return first, word.i


def _pronouns(sentence: Sentence) -> Iterator[Mention]:
    for t in sentence.tokens:
        if t.tag in ("PRP", "PRP$") and t.dep != "expl":
            yield Mention(0, t.span, t.span, sentence.index, t.i, MentionKind.PRONOUN)

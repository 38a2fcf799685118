"""Place names in the text: those the parser saw, those only the gazetteer knows, and adjectives of countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.knowledge.geonames import fold
from dateline.records import Located, Sentence, Token
from dateline.where import names
from dateline.where.evidence import Story, follows, length, reason, tied
from dateline.where.role import head_of, preposition_of, role_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MARKS = frozenset({"'s", "’s", "'", "’", ",", ")", "-", "–", "("})


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of one sentence that name a place, and what says so."""

    tokens: list[Token]
    why: str


def find(text: str, sentences: tuple[Sentence, ...]) -> tuple[Located, ...]:
    """Every place named in the sentences, in text order, still without what it means (``place`` is None)."""
    sure = [_sure(text, s) for s in sentences]
    places = frozenset(fold(names.written(text, p.tokens)) for parts in sure for p in parts if p.why != "adjective")
    story = Story(text, places, _people(sentences))
    out: list[Located] = []
    for sentence, parts in zip(sentences, sure, strict=True):
        kept = [p for p in parts if _stands(story, sentence, p)]
        taken = {t.i for p in parts for t in p.tokens}
        out += [_located(text, sentence, p) for p in (*kept, *_missed(story, sentence, taken))]
    return tuple(sorted(out, key=lambda p: p.span))


def _located(text: str, sentence: Sentence, part: _Part) -> Located:
    head = head_of(part.tokens)
    role = "" if part.why == "adjective" else role_of(sentence, head, fold(names.written(text, part.tokens)))
    why = f"{part.why}; {role}" if role else part.why
    return Located(names.span(part.tokens), sentence.index, head, None, 0.0, why, preposition_of(sentence, head))


def _sure(text: str, sentence: Sentence) -> list[_Part]:
    """Long names of the gazetteer, what the parser calls a place trimmed to the name, and adjectives of countries."""
    out = [_Part(p, "long name") for p in _long_names(text, sentence)]
    taken = {t.i for p in out for t in p.tokens}
    for tokens in _entities(sentence):
        for part in _of_entity(text, sentence, tokens):
            if taken.isdisjoint(t.i for t in part.tokens):
                out.append(part)
                taken |= {t.i for t in part.tokens}
    for token in sentence.tokens:
        if token.i not in taken and _is_adjective(token):
            out.append(_Part([token], "adjective"))
    return out


def _long_names(text: str, sentence: Sentence) -> Iterator[list[Token]]:
    """Names of several words from our own lists, whatever the parser says: "Rapides Parish", "Guinea-Bissau"."""
    for run in names.runs(sentence):
        for part in names.known_parts(text, run, names.is_listed):
            part = without_kind(part)
            if len(part) > 1 and _ends(part) and not all(t.entity == "PERSON" for t in part):
                yield part


def _ends(part: list[Token]) -> bool:
    """On a capital letter, or on the tail of a hyphenated name: "Punggye-ri"."""
    return names.capitalised(part[-1]) or part[-2].text == "-"


def _of_entity(text: str, sentence: Sentence, tokens: list[Token]) -> Iterator[_Part]:
    if tokens[0].entity in _PLACES:
        for part in _trimmed(text, sentence, tokens):
            adjective = len(part) == 1 and _is_adjective(part[0])
            yield _Part(part, "adjective" if adjective else "name")
    elif tokens[0].entity == "NORP":
        for n in range(len(tokens)):
            if names.written(text, tokens[n:]).lower() in names.adjectives():
                yield _Part(tokens[n:], "adjective")
                return


def _is_adjective(token: Token) -> bool:
    if token.entity in ("PERSON", "LANGUAGE") or not names.capitalised(token):
        return False
    return token.text.lower() in names.adjectives() and not names.is_listed(token.text)


def _entities(sentence: Sentence) -> Iterator[list[Token]]:
    current: list[Token] = []
    for token in sentence.tokens:
        if current and (token.begins or token.entity != current[-1].entity):
            yield current
            current = []
        if token.entity:
            current.append(token)
    if current:
        yield current


def _trimmed(text: str, sentence: Sentence, tokens: list[Token]) -> Iterator[list[Token]]:
    """ "the northern city of Mosul" -> Mosul; "Paris, Texas" -> Paris and Texas; "Kabul airport" stays."""
    tokens = _without_edges(text, sentence, tokens)
    if not tokens or not any(names.capitalised(t) for t in tokens):
        return
    tokens = without_kind(tokens)
    if names.is_known(names.written(text, tokens)) or len(tokens) == 1:
        yield tokens
        return
    parts = list(names.known_parts(text, tokens))
    small = all(t.text.lower() in names.listed("generic") and not names.capitalised(t) for t in tokens[1:])
    if parts and (small or any(t.text in (",", "and", "-", "to") for t in tokens)):
        yield from parts
    else:
        yield tokens


def without_kind(tokens: list[Token]) -> list[Token]:
    """The bare name: "Aceh province" -> Aceh, "Ohio State" -> Ohio; resolve looks at the word behind it again."""
    last = tokens[-1].text
    return tokens[:-1] if len(tokens) > 1 and (last == "State" or last in names.listed("divisions")) else tokens


def _without_edges(text: str, sentence: Sentence, tokens: list[Token]) -> list[Token]:
    while tokens and tokens[-1].text in _MARKS:
        tokens = tokens[:-1]
    if tokens and (nxt := tokens[-1].i + 1) < len(sentence.tokens) and sentence.tokens[nxt].text == ".":
        with_dot = [*tokens, sentence.tokens[nxt]]
        if names.written(text, with_dot) in names.short_forms():
            return with_dot
    while tokens and tokens[0].text.lower() in names.listed("before") | _MARKS:
        if tokens[0].text.lower() != "the" and names.is_known(names.written(text, tokens)):
            break
        tokens = tokens[1:]
    return tokens


def _people(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The last names of those who are named in full."""
    persons = [e for s in sentences for e in _entities(s) if e[0].entity == "PERSON"]
    return frozenset(fold(e[-1].text) for e in persons if len(e) > 1 and names.capitalised(e[-1]))


def _stands(story: Story, sentence: Sentence, part: _Part) -> bool:
    """Whether what the parser or the lists call a place holds: unknown names and namesakes of people need a tie."""
    if part.why not in ("name", "long name"):
        return True
    name = names.written(story.text, part.tokens)
    if names.traps().get(fold(name)) == "never" or follows(sentence, part.tokens) in names.listed("not_before"):
        return False
    if names.is_listed(name):
        return True
    if fold(name) in story.people or not names.is_known(name):
        return tied(sentence, part.tokens)
    return (
        part.tokens[0].entity == "GPE"
        or tied(sentence, part.tokens)
        or length(sentence, part.tokens) == len(part.tokens)
    )


def _missed(story: Story, sentence: Sentence, taken: set[int]) -> Iterator[_Part]:
    """Gazetteer names that the parser did not call places, where more than the capital letter speaks for them."""
    found = set(taken)
    for run in names.runs(sentence):
        free = [t for t in run if t.i not in taken]
        for part in names.known_parts(story.text, free):
            part = without_kind(part)
            if part[-1].i - part[0].i == len(part) - 1 and (why := reason(story, sentence, part, found)):
                found |= {t.i for t in part}
                yield _Part(part, why)

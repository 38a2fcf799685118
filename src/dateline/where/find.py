"""Place names in the text: those the parser saw, those only the gazetteer knows, and adjectives of countries."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.geonames import fold
from dateline.records import Located, Sentence, Span, Token
from dateline.where import names
from dateline.where.role import head_of, preposition_of, role_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset({"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW"})


def find(text: str, sentences: tuple[Sentence, ...]) -> tuple[Located, ...]:
    """Every place named in the sentences, in text order, still without what it means (``place`` is None)."""
    seen = [(s, _named(text, s)) for s in sentences]
    known = frozenset(fold(names.written(text, t)) for _, parts in seen for t, _ in parts)
    out: list[Located] = []
    for sentence, parts in seen:
        taken = {t.i for tokens, _ in parts for t in tokens}
        every = [*parts, *_missed(text, sentence, taken, known)]
        out += [_located(text, sentence, tokens, why) for tokens, why in every]
    return tuple(sorted(out, key=lambda p: p.span))


def _located(text: str, sentence: Sentence, tokens: list[Token], why: str) -> Located:
    head = head_of(sentence, tokens)
    role = "adjective" if why == "adjective" else role_of(sentence, head, fold(names.written(text, tokens)))
    reasons = why if why == role or not role else f"{why}; {role}"
    return Located(names.span(tokens), sentence.index, head, None, 0.0, reasons, preposition_of(sentence, head))


def _named(text: str, sentence: Sentence) -> list[tuple[list[Token], str]]:
    """What the parser calls a place, trimmed to the name, and adjectives of countries."""
    out: list[tuple[list[Token], str]] = []
    for tokens in _entities(sentence):
        label = tokens[0].entity
        if label in _PLACES:
            out += [(part, "name") for part in _trimmed(text, tokens)]
        elif label == "NORP" and (part := _adjective(text, tokens)):
            out.append((part, "adjective"))
    return out


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


def _trimmed(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """ "the northern city of Mosul" -> Mosul; "Paris, Texas" -> Paris and Texas; "Kabul airport" stays."""
    while tokens and tokens[-1].text in ("'s", "’s", "'", "’", ",", ".", ")", "-"):
        tokens = tokens[:-1]
    while (
        tokens and not names.is_known(names.written(text, tokens)) and tokens[0].text.lower() in names.listed("before")
    ):
        tokens = tokens[1:]
    while tokens and tokens[0].text.lower() == "the":
        tokens = tokens[1:]
    if not tokens or not any(names.capitalised(t) for t in tokens):
        return
    if names.is_known(names.written(text, tokens)) or len(tokens) == 1:
        yield tokens
        return
    parts = list(names.known_parts(text, tokens))
    if parts and any(t.text == "," for t in tokens):
        yield from parts
    elif parts and all(t.text.lower() in names.listed("generic") for t in tokens if t not in parts[0]):
        yield parts[0]
    else:
        yield tokens


def _adjective(text: str, tokens: list[Token]) -> list[Token] | None:
    for n in range(len(tokens)):
        part = tokens[n:]
        if names.written(text, part).lower() in names.adjectives():
            return part
    return None


def _missed(text: str, sentence: Sentence, taken: set[int], known: frozenset[str]) -> Iterator[tuple[list[Token], str]]:
    """Gazetteer names that the parser did not call places, where something beside the capital letter speaks for them."""
    for run in names.runs(sentence):
        for part in names.known_parts(text, run):
            if taken.isdisjoint(t.i for t in part) and (why := _reason(text, sentence, part, known)):
                yield part, why


def _reason(text: str, sentence: Sentence, part: list[Token], known: frozenset[str]) -> str:
    name = names.written(text, part)
    if name in names.abbreviations():
        free = name in names.free_abbreviations() or _behind_comma(sentence, part)
        return "abbreviation" if free else ""
    needs = names.traps().get(fold(name), "")
    label = part[0].entity
    if needs == "never" or _inside_person(sentence, part):
        return ""
    located = _behind_locative(sentence, part)
    if _before_region(text, sentence, part):
        return "before region"
    if needs == "region" or label in _NO_PLACES:
        return ""
    if needs == "in":
        return "locative" if located else ""
    if names.is_listed(name) and (not label or len(part) == _length(sentence, part)):
        return "gazetteer"
    if fold(name) in known and len(part) == _length(sentence, part):
        return "named again"
    return "locative" if located and len(part) == _length(sentence, part) else ""


def _length(sentence: Sentence, part: list[Token]) -> int:
    """How many words the entity or capitalised run around the part has, the part included."""
    first, last = part[0].i, part[-1].i
    while first > 0 and _joined(sentence.tokens[first - 1]):
        first -= 1
    while last + 1 < len(sentence.tokens) and _joined(sentence.tokens[last + 1]):
        last += 1
    return last - first + 1


def _joined(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")


def _inside_person(sentence: Sentence, part: list[Token]) -> bool:
    around = sentence.tokens[max(part[0].i - 1, 0) : part[-1].i + 2]
    return any(t.entity == "PERSON" and t not in part for t in around if t.text[:1].isupper()) and all(
        t.entity == "PERSON" for t in part
    )


def _behind_locative(sentence: Sentence, part: list[Token]) -> bool:
    i = part[0].i - 1
    while i >= 0 and sentence.tokens[i].text.lower() in names.listed("before") and sentence.tokens[i].pos != "ADP":
        i -= 1
    return i >= 0 and sentence.tokens[i].text.lower() in names.listed("locative")


def _before_region(text: str, sentence: Sentence, part: list[Token]) -> bool:
    """ "Reading, Pennsylvania": a comma and a country or region behind the name."""
    tokens, i = sentence.tokens, part[-1].i + 1
    if i + 1 >= len(tokens) or tokens[i].text != ",":
        return False
    for n in range(3, 0, -1):
        name = text[tokens[i + 1].span.start : tokens[min(i + n, len(tokens) - 1)].span.end]
        if name in names.abbreviations() or names.is_listed(name):
            return True
    return False


def _behind_comma(sentence: Sentence, part: list[Token]) -> bool:
    return part[0].i > 1 and sentence.tokens[part[0].i - 1].text == ","


def overlaps(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end

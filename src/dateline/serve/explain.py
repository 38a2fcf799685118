"""Why a sentence was coded or not: its gate, actors, predicates, rules, rejected readings, times, places, speakers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from dateline.records import Candidate, Claim, Coded, Sentence, Span
from dateline.serve.table import side, when_words, where_words


def explain(coded: Coded, only: int | None, out: TextIO) -> None:
    """Write the explanation of every sentence, or of sentence ``only``, of one story."""
    out.write(f"{coded.reading.story.id}\n")
    for sentence in coded.reading.sentences:
        if only is None or sentence.index == only:
            out.write("\n".join(_sentence(coded, sentence)) + "\n")
    if only is None:
        for line in _not_read(coded):
            out.write(line + "\n")


def _sentence(coded: Coded, sentence: Sentence) -> Iterator[str]:
    yield f"\n[{sentence.index}] {sentence.role}: {_words(coded, sentence.span)}"
    yield from _actors(coded, sentence)
    yield from _times_and_places(coded, sentence)
    yield from _speech(coded, sentence)
    yield from _predicates(coded, sentence)


def _actors(coded: Coded, sentence: Sentence) -> Iterator[str]:
    layers = coded.layers
    known = {r.mention.id for r in layers.resolved}
    for r in layers.resolved:
        if r.mention.sentence == sentence.index:
            yield f"    who    {_words(coded, r.mention.span)} = {side([r]).plain}  [{r.why}; {r.score:.2f}]"
    for m in layers.mentions:
        if m.sentence == sentence.index and m.id not in known:
            yield f"    who    {_words(coded, m.span)} = nobody known ({m.kind})"


def _times_and_places(coded: Coded, sentence: Sentence) -> Iterator[str]:
    for t in coded.layers.times:
        if t.sentence == sentence.index:
            value = f"{t.type} {t.value or '?'} {when_words(t)}"
            yield f"    when   {_words(coded, t.span)} = {value}  [{t.rule}, from {t.anchor or 'none'}]"
    for p in coded.layers.places:
        if p.sentence == sentence.index:
            others = ", ".join(f"{c.name} {c.country}" for c in p.candidates[:4])
            place = where_words(p) or "unknown"
            yield f"    where  {_words(coded, p.span)} = {place}  [{p.why}] candidates: {others or 'none'}"


def _speech(coded: Coded, sentence: Sentence) -> Iterator[str]:
    for a in coded.layers.attributions:
        if a.sentence == sentence.index:
            who = _words(coded, a.source) if a.source else "nobody named"
            content = " ... ".join(_words(coded, s) for s in a.content)
            yield f"    says   {who} ({a.kind}) {a.stance} by {_words(coded, a.cue)!r}: {content}  [{a.rule}]"


def _predicates(coded: Coded, sentence: Sentence) -> Iterator[str]:
    here = [c for c in coded.layers.candidates if c.sentence == sentence.index]
    if not here:
        yield "    what   no word here is a known predicate of an event"
    for c in here:
        words = " ".join(sentence.tokens[i].text for i in c.words)
        code = c.type + (f"/{c.mode}" if c.mode else "")
        verdict = f"not coded: {c.rejected}" if c.rejected else _verdict(coded, sentence, c)
        reading = f"{words!r} ({c.form}) reads as {code} by rule {c.rule}, probability {c.probability:.2f}"
        yield f"    what   {reading}: {verdict}"


def _verdict(coded: Coded, sentence: Sentence, candidate: Candidate) -> str:
    head = sentence.tokens[candidate.head].span
    claim = next((c for c in coded.claims if _tells(c, head, candidate)), None)
    if claim is None:
        return "coded"
    told_here = claim.evidence.sentence == sentence.index
    note = "" if told_here else f", told again (first in sentence {claim.evidence.sentence})"
    cues = ", ".join(repr(e.quote) for name, e in claim.fields if name == "status") or "no cue"
    return f"coded as claim {claim.id}, {claim.status} ({cues}){note}"


def _tells(claim: Claim, head: Span, candidate: Candidate) -> bool:
    return claim.type == candidate.type and any(
        e.span.start <= head.start < e.span.end and e.read_by == candidate.rule
        for e in (claim.evidence, *claim.more_evidence)
    )


def _not_read(coded: Coded) -> Iterator[str]:
    read = {s.span for s in coded.reading.sentences}
    for zone in coded.reading.zones:
        covered = any(zone.span.start <= s.start < zone.span.end for s in read)
        if not covered and (words := _words(coded, zone.span).strip()):
            yield f"\n[-] {zone.role}, not coded: {words}"


def _words(coded: Coded, span: Span) -> str:
    return " ".join(coded.reading.story.text[span.start : span.end].split())

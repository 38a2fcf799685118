"""Predicate, mentions, time, place and attribution to one Claim with its evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records import (
    Attribution,
    Candidate,
    Claim,
    Evidence,
    Judged,
    Located,
    Quantity,
    Resolved,
    Sentence,
    Span,
    Story,
    TimeRef,
    Token,
)
from dateline.tree import subtree


@dataclass(frozen=True, slots=True)
class Found:
    """What the other rooms found about one candidate."""

    judged: Judged
    when: TimeRef | None
    said_when: TimeRef | None
    where: Located | None
    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    contexts: Mapping[str, Span]  # each with the words that tell it


def claim(
    story: Story,
    sentence: Sentence,
    candidate: Candidate,
    actors: Mapping[int, Sequence[Resolved]],
    found: Found,
    credit: Span | None = None,
) -> Claim:
    """The claim that ``candidate`` makes, each field with the words it rests on; ``credit`` is a caption's agency."""
    doers = _all(candidate.actors, actors)
    others = tuple(r for r in _all(candidate.recipients, actors) if _is_other(r, doers))
    if candidate.type == "MOBILIZE":
        others = tuple(r for r in others if not _is_force(r))
    span = _with_whole_names(clause(sentence, candidate), sentence, (*doers, *others))
    key = claim_key(candidate.type, doers, others, found.when, found.where)
    evidence = _evidence(story, sentence, span, candidate.rule)
    fields = _fields(story, sentence, candidate, found, doers, others)
    if credit is not None:
        fields.append(("credit", _evidence(story, sentence, credit, "reading.wire")))
    mode = candidate.mode or _mode_by_sides(candidate.type, doers)
    return Claim(
        id=_digest(key, story.id, str(span.start), str(span.end), mode or "", found.judged.status),
        key=key,
        story_id=story.id,
        type=candidate.type,
        mode=mode,
        status=found.judged.status,
        contexts=tuple(found.contexts),
        actors=doers,
        recipients=others,
        when=found.when,
        where=found.where,
        attributions=found.attributions,
        quantities=found.quantities,
        probability=candidate.probability,
        evidence=evidence,
        fields=tuple(fields),
        said_when=found.said_when,
    )


def _mode_by_sides(kind: str, doers: Sequence[Resolved]) -> str | None:
    """A meeting of three countries or more is multilateral."""
    countries = {r.actor.country for r in doers if r.actor.country}
    return "multilateral" if kind == "CONSULT" and len(countries) > 2 else None


def _is_other(r: Resolved, doers: Sequence[Resolved]) -> bool:
    """Somebody, and not the doer again: a sea or a report is no recipient."""
    somebody = bool(r.actor.country or r.actor.sectors)
    return somebody and r.actor.id not in {d.actor.id for d in doers}


def _is_force(r: Resolved) -> bool:
    """Troops and police are what is mobilised, not against whom."""
    return r.actor.sectors[:1] in (("MIL",), ("COP",))


def claim_key(
    kind: str,
    doers: Sequence[Resolved],
    others: Sequence[Resolved],
    when: TimeRef | None,
    where: Located | None,
) -> str:
    """What is claimed, without where it was read: equal for two reports of one act."""
    day = when.value if when else ""
    country = where.place.country if where and where.place else ""
    sides = [",".join(sorted(r.actor.id for r in side)) for side in (doers, others)]
    return _digest(kind, *sides, day, country)


def _with_whole_names(span: Span, sentence: Sentence, actors: Sequence[Resolved]) -> Span:
    """``span`` stretched so that no actor's name is cut in two."""
    for r in actors:
        name = r.mention.span
        if r.mention.sentence == sentence.index and name.start < span.end and span.start < name.end:
            span = Span(min(span.start, name.start), max(span.end, name.end))
    return span


def clause(sentence: Sentence, candidate: Candidate) -> Span:
    """The shortest part of the sentence that carries the event: the predicate's own clause."""
    top = min(candidate.words, key=lambda i: _depth(sentence, i), default=candidate.head)
    tokens = _without_edges(_clause_tokens(sentence, top))
    wanted = [sentence.tokens[i] for i in candidate.words]
    every = [*tokens, *wanted]
    return Span(min(t.span.start for t in every), max(t.span.end for t in every))


def _clause_tokens(sentence: Sentence, top: int) -> list[Token]:
    """The subtree of the predicate with its inherited surroundings, without coordinated sister clauses."""
    token = sentence.tokens[top]
    inside = subtree(sentence, top)
    sisters = {
        t.i
        for child in inside
        if child.dep in ("conj", "parataxis") and child.head == top and child.tag.startswith("VB")
        for t in subtree(sentence, child.i)
    }
    kept = [t for t in inside if t.i not in sisters]
    if token.dep in ("relcl", "acl") and token.i != token.head:
        kept.append(sentence.tokens[token.head])
    return kept


def _without_edges(tokens: list[Token]) -> list[Token]:
    tokens = sorted(tokens, key=lambda t: t.i)
    while len(tokens) > 1 and tokens[-1].dep in ("punct", "cc"):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].dep in ("punct", "cc") and tokens[0].text not in "\"'"):
        tokens.pop(0)
    return tokens


def _depth(sentence: Sentence, i: int) -> int:
    depth = 0
    while sentence.tokens[i].head != i and depth < 100:
        i = sentence.tokens[i].head
        depth += 1
    return depth


def _all(mentions: Sequence[int], actors: Mapping[int, Sequence[Resolved]]) -> tuple[Resolved, ...]:
    out: dict[str, Resolved] = {}
    for m in mentions:
        for r in actors.get(m, ()):
            out.setdefault(r.actor.id, r)
    return tuple(out.values())


def _evidence(story: Story, sentence: Sentence, span: Span, read_by: str) -> Evidence:
    return Evidence(story.id, sentence.index, span, story.text[span.start : span.end], read_by)


def _fields(
    story: Story,
    sentence: Sentence,
    candidate: Candidate,
    found: Found,
    doers: Sequence[Resolved],
    others: Sequence[Resolved],
) -> list[tuple[str, Evidence]]:
    def ev(span: Span, read_by: str, at: int = sentence.index) -> Evidence:
        return Evidence(story.id, at, span, story.text[span.start : span.end], read_by)

    out = [("type", ev(sentence.tokens[i].span, candidate.rule)) for i in candidate.words]
    out += [("actors", ev(r.mention.span, r.why, r.mention.sentence)) for r in doers]
    out += [("recipients", ev(r.mention.span, r.why, r.mention.sentence)) for r in others]
    out += [("status", ev(cue, found.judged.rule)) for cue in found.judged.cues]
    if found.judged.condition is not None:
        out.append(("condition", ev(found.judged.condition, found.judged.rule)))
    if found.when is not None:
        out.append(("when", ev(found.when.span, found.when.rule)))
    if found.where is not None:
        out.append(("where", ev(found.where.span, found.where.why)))
    out += [("attribution", ev(a.cue, a.rule)) for a in found.attributions]
    out += [("contexts", ev(span, f"what.context.{name}")) for name, span in found.contexts.items()]
    out += [("quantities", ev(q.span, f"what.quantity.{q.kind}")) for q in found.quantities]
    return out


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

"""Which attributions cover a stretch of text, and who their speakers are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.records import Attribution, Resolved, Sentence, SourceKind, Span, Token
from dateline.tree import ancestors, at

_REACTING = frozenset({"object", "small", "infinitive"})
_REPORTING = ("speech.raise", "speech.refuse", "speech.quote-as")
_MEDIA = frozenset({"JRN"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_PARTY = frozenset({"REB", "PTY", "OPP", "UAF", "SEP"})
_ORGANISATION = frozenset({"IGO", "NGO", "UNO", "EUR", "MNC"})


def chain(attributions: Iterable[Attribution], span: Span, sentence: Sentence | None = None) -> tuple[Attribution, ...]:
    """The attributions that say what ``span`` tells, outermost first; none whose cue is part of the span.

    Praise, blame and plans are left out: who condemns a raid does not report it. With the ``sentence`` of the span
    what is only background to the reported clause ("kidnapped" in "freed the girls who were kidnapped") is left
    to the reporter's own voice.
    """
    found = [a for a in attributions if _asserts(a) and _covers(a, span) and not _meets(a.cue, span)]
    if sentence is not None:
        found = [a for a in found if a.sentence != sentence.index or not _is_background(sentence, span, a)]
    return tuple(sorted(found, key=lambda a: (a.depth, -_size(a), a.cue.start)))


def reporters(links: Iterable[Attribution], actors: Iterable[str]) -> tuple[Attribution, ...]:
    """The links of a speech act's chain that report it: those whose speaker is not among its own ``actors`` (ids)."""
    own = frozenset(actors)
    return tuple(a for a in links if a.speaker is None or a.speaker.actor.id not in own)


def _asserts(attribution: Attribution) -> bool:
    frame = attribution.rule.rpartition(".")[2]
    return frame not in _REACTING or attribution.rule.startswith(_REPORTING)


def _is_background(sentence: Sentence, span: Span, attribution: Attribution) -> bool:
    """Whether the reported clause takes the span for granted: a relative clause, or a noun behind a preposition."""
    inside = at(sentence, span)
    if not inside:
        return False
    head = next((t for t in inside if t.head == t.i or not _within(sentence.tokens[t.head], span)), inside[0])
    path = [head]
    for above in ancestors(sentence, head.i):
        if _meets(above.span, attribution.cue) or not _covers(attribution, above.span):
            break
        path.append(above)
    if any(t.dep == "relcl" for t in path[:-1]):
        return True
    return head.pos == "NOUN" and any(t.dep == "pobj" for t in path[:2]) and len(path) > 2


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.span.start < span.end


def name(attributions: Iterable[Attribution], resolved: tuple[Resolved, ...]) -> tuple[Attribution, ...]:
    """The attributions with the speaker that their source names, and the kind that follows from who it is."""
    return tuple(_named(a, resolved) for a in attributions)


def _covers(attribution: Attribution, span: Span) -> bool:
    shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in attribution.content)
    return 2 * shared > span.end - span.start


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _size(attribution: Attribution) -> int:
    return sum(c.end - c.start for c in attribution.content)


def _named(attribution: Attribution, resolved: tuple[Resolved, ...]) -> Attribution:
    if attribution.source is None:
        return attribution
    speaker = _speaker(attribution.source, resolved)
    if speaker is None:
        return attribution
    return replace(attribution, speaker=speaker, kind=_kind(speaker, attribution.kind))


def _speaker(source: Span, resolved: tuple[Resolved, ...]) -> Resolved | None:
    touching = [r for r in resolved if _meets(r.mention.core, source)]
    if touching:
        return max(touching, key=lambda r: _fit(r, source))
    # "the minister, who said": the relative pronoun is no mention, what stands before it is
    before = [r for r in resolved if 0 <= source.start - r.mention.span.end <= 2]
    return max(before, key=lambda r: r.mention.span.end - r.mention.span.start) if before else None


def _fit(r: Resolved, source: Span) -> tuple[float, int]:
    """How well a mention fills the source; one that opens the source is preferred to one in its later detail."""
    span = r.mention.span
    shared = min(span.end, source.end) - max(span.start, source.start)
    union = max(span.end, source.end) - min(span.start, source.start)
    return shared / union + (0.4 if span.start - source.start <= 4 else 0.0), -span.start


def _kind(speaker: Resolved, told: SourceKind) -> SourceKind:
    sectors = {*speaker.actor.sectors, speaker.actor.country}
    if told in (SourceKind.DOCUMENT, SourceKind.WITNESS) and not sectors & _MEDIA:
        return told
    if sectors & _MEDIA:
        return SourceKind.MEDIA
    if sectors & _PARTY:
        return SourceKind.PARTY
    if sectors & _ORGANISATION:
        return SourceKind.ORGANISATION
    if sectors & _OFFICIAL:
        return SourceKind.OFFICIAL
    return told

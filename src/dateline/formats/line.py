"""The output line of one claim, and the line of layers under it: plain dictionaries for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline import __version__
from dateline.knowledge.load import fingerprint
from dateline.records import Attribution, Claim, Coded, Evidence, Located, Quantity, Resolved, Span, TimeRef
from dateline.when.attach import event_value

# The codebook's guide codes every intergovernmental body as IGO; which one it is stays in "bloc" and in the id.
_BLOC = {"UNO": "IGO", "EUR": "IGO", "IGO": "IGO"}


def claim_line(claim: Claim, text: str) -> dict[str, Any]:
    """One claim as it is printed by ``dateline code -f jsonl``; ``text`` is the text of its story."""
    return {
        "story": claim.story_id,
        "id": claim.id,
        "key": claim.key,
        "type": claim.type,
        "mode": claim.mode,
        "status": str(claim.status),
        "contexts": list(claim.contexts),
        "actors": [_actor(r, text) for r in claim.actors],
        "recipients": [_actor(r, text) for r in claim.recipients],
        "date": _date(claim.when, text),
        "said": _date(claim.said_when, text),
        "place": _place(claim.where, text),
        "attribution": [_attribution(a, text) for a in claim.attributions],
        "quantities": [_quantity(q, text) for q in claim.quantities],
        "probability": claim.probability,
        "evidence": _evidence(claim.evidence),
        "more_evidence": [_evidence(e) for e in claim.more_evidence],
        "fields": [{"field": name, **_evidence(e), "read_by": e.read_by} for name, e in claim.fields],
        "read_by": sorted({claim.evidence.read_by, *(e.read_by for _, e in claim.fields if e.read_by)}),
        "coder": f"dateline {__version__} (knowledge {fingerprint()})",
    }


def layers_line(coded: Coded) -> dict[str, Any]:
    """The layers under the claims of one story, as printed by ``dateline annotate``."""
    layers = coded.layers
    resolved = {r.mention.id: r for r in reversed(layers.resolved)}
    return {
        "id": coded.reading.story.id,
        "sentences": [[s.span.start, s.span.end, str(s.role)] for s in coded.reading.sentences],
        "zones": [[z.span.start, z.span.end, str(z.role)] for z in coded.reading.zones],
        "mentions": [
            _mention(m.span, str(m.kind), resolved.get(m.id), _chain(m.id, layers.mentions)) for m in layers.mentions
        ],
        "timex": [[t.span.start, t.span.end, t.type, t.value] for t in layers.times],
        "toponyms": [_toponym(p) for p in layers.places],
        "attrs": [_attr(a) for a in layers.attributions if a.depth == 0],
    }


def _chain(mention: int, mentions: Sequence[Any]) -> int:
    """The id of the first mention of the same one."""
    seen = set()
    while mentions[mention].follows and mention not in seen:
        seen.add(mention)
        mention = mentions[mention].follows[0]
    return mention


def _mention(span: Span, kind: str, resolved: Resolved | None, chain: int) -> dict[str, Any]:
    return {
        "start": span.start,
        "end": span.end,
        "kind": kind,
        "actor": resolved.actor.id if resolved else None,
        "name": resolved.actor.name if resolved else None,
        "country": resolved.actor.country if resolved else None,
        "sector": _sector(resolved),
        "chain": chain,
    }


def _sector(resolved: Resolved | None) -> str | None:
    return resolved.actor.sectors[0] if resolved and resolved.actor.sectors else None


def _toponym(located: Located) -> dict[str, Any]:
    place = located.place
    gid = place.id.removeprefix("gn:") if place and place.id.startswith("gn:") else None
    return {
        "start": located.span.start,
        "end": located.span.end,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "gid": gid,
        "id": place.id if place else None,
        "country": place.country if place else None,
        "precision": place.precision if place else None,
    }


def _attr(a: Attribution) -> dict[str, Any]:
    return {
        "source": [[a.source.start, a.source.end]] if a.source else [],
        "cue": [[a.cue.start, a.cue.end]] if a.cue.end > a.cue.start else [],
        "content": [[s.start, s.end] for s in a.content],
        "stance": str(a.stance),
        "kind": str(a.kind),
        "rule": a.rule,
    }


def _actor(r: Resolved, text: str) -> dict[str, Any]:
    span = r.mention.span
    return {
        "text": text[span.start : span.end],
        "span": [span.start, span.end],
        "name": r.actor.name,
        "id": r.actor.id,
        "country": _BLOC.get(r.actor.country, r.actor.country),
        "bloc": r.actor.country if r.actor.country in _BLOC else None,
        "sector": r.actor.sectors[0] if r.actor.sectors else _BLOC.get(r.actor.country, ""),
        "sectors": list(r.actor.sectors),
        "office": r.actor.offices[0].title if r.actor.offices else None,
        "score": round(r.score, 3),
        "why": r.why,
    }


def _date(ref: TimeRef | None, text: str) -> dict[str, Any] | None:
    if ref is None:
        return None
    return {
        "text": text[ref.span.start : ref.span.end],
        "value": event_value(ref),
        "timex": ref.value,
        "earliest": ref.earliest.isoformat() if ref.earliest else None,
        "latest": ref.latest.isoformat() if ref.latest else None,
        "precision": _precision(ref),
        "anchor": ref.anchor,
    }


def _precision(ref: TimeRef) -> str:
    if ref.earliest is None or ref.latest is None:
        return "open"
    days = (ref.latest - ref.earliest).days + 1
    return (
        "day" if days == 1 else "week" if days <= 7 else "month" if days <= 31 else "year" if days <= 366 else "longer"
    )


def _place(located: Located | None, text: str) -> dict[str, Any] | None:
    if located is None:
        return None
    place = located.place
    return {
        "text": text[located.span.start : located.span.end],
        "name": place.name if place else "",
        "country": place.country if place else "",
        "admin1": place.admin1 if place else "",
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else "",
        "id": place.id if place else None,
        "why": located.why,
    }


def _attribution(a: Attribution, text: str) -> dict[str, Any]:
    span = a.source or a.cue
    return {
        "text": text[span.start : span.end],
        "name": a.speaker.actor.name if a.speaker else text[span.start : span.end],
        "id": a.speaker.actor.id if a.speaker else None,
        "country": a.speaker.actor.country if a.speaker else "",
        "kind": str(a.kind),
        "cue": text[a.cue.start : a.cue.end],
        "stance": str(a.stance),
    }


def _quantity(q: Quantity, text: str) -> dict[str, Any]:
    return {
        "kind": q.kind,
        "value": q.value,
        "unit": q.unit,
        "approximate": q.approximate,
        "text": text[q.span.start : q.span.end],
        "span": [q.span.start, q.span.end],
    }


def _evidence(e: Evidence) -> dict[str, Any]:
    return {"start": e.span.start, "end": e.span.end, "quote": e.quote, "sentence": e.sentence}

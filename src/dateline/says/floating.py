"""Give every quotation to the attribution it belongs to, also over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Sentence, Span
from dateline.says import quotes
from dateline.says.verbs import Draft


def attach(text: str, found: list[Draft], regions: Sequence[Span], sentences: Sequence[Sentence]) -> None:
    """Widen the contents of the drafts to the quotations they cut, and hand them the quotations that stand alone."""
    for draft in found:
        if draft.rule == "speech.colon" and all(t.text.isupper() for t in draft.source):
            draft.content = [_turn(text, draft)]
        draft.content = _widened(draft, regions)
    for draft in found:
        if draft.quotable and not draft.content:
            draft.content = _near(text, draft, regions, found)
    owner: Draft | None = None
    for region in regions:
        holders = [d for d in found if any(_mostly(region, c) for c in d.content)]
        if holders:
            owner = max(holders, key=lambda d: sum(c.end - c.start for c in d.content))
            continue
        claimed = _floats(text, region, found, owner, regions, sentences)
        if claimed is not None:
            claimed.content = [*claimed.content, region]
            owner = claimed


def _turn(text: str, draft: Draft) -> Span:
    """What is said in one turn of a transcript ("HALE: ..."): all up to the end of the paragraph."""
    stop = text.find("\n", draft.cue.end)
    return Span(draft.content[0].start if draft.content else draft.cue.end, len(text) if stop < 0 else stop)


def _widened(draft: Draft, regions: Sequence[Span]) -> list[Span]:
    """The contents with every quotation that they begin or end in taken in whole."""
    out: list[Span] = []
    for piece in draft.content:
        start, end = piece.start, piece.end
        for region in regions:
            if not quotes.touches(region, piece) or quotes.inside(region, draft.cue):
                continue
            start, end = min(start, region.start), max(end, region.end)
        out.append(Span(start, end))
    return _merged(out)


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _near(text: str, draft: Draft, regions: Sequence[Span], found: Sequence[Draft]) -> list[Span]:
    """The quotations in the sentence of a cue that has no content yet, or after its colon."""
    span = draft.sentence.span
    taken = [c for d in found for c in d.content]
    here = [
        r
        for r in regions
        if quotes.touches(r, span) and not quotes.touches(r, draft.cue) and not any(_mostly(r, c) for c in taken)
    ]
    if here and here[0].start > draft.cue.end and text[: here[0].start].rstrip()[-1:] not in ",:":
        return [_words_with(text, draft, here[0])]
    if here:
        return here
    if text[draft.cue.end : span.end].rstrip().endswith(":"):
        after = [r for r in regions if r.start >= span.end]
        if after and not text[span.end : after[0].start].strip():
            return after[:1]
    return []


def _words_with(text: str, draft: Draft, region: Span) -> Span:
    """A quoted phrase inside a clause that the parser did not see: all from the verb to the end of the sentence."""
    start = draft.cue.end + len(text[draft.cue.end :]) - len(text[draft.cue.end :].lstrip())
    stop = draft.sentence.span.start + len(text[draft.sentence.span.start : draft.sentence.span.end].rstrip(" .\n"))
    return Span(start, max(stop, region.end))


def _mostly(region: Span, piece: Span) -> bool:
    shared = min(region.end, piece.end) - max(region.start, piece.start)
    return 2 * shared > region.end - region.start


def _floats(
    text: str,
    region: Span,
    found: Sequence[Draft],
    owner: Draft | None,
    regions: Sequence[Span],
    sentences: Sequence[Sentence],
) -> Draft | None:
    """The draft that a quotation without a cue of its own goes on from, None for a mere quoted phrase."""
    if not _stands_alone(text, region, sentences):
        beside = [d for d in found if d.quotable and d.content and quotes.touches(d.sentence.span, region)]
        beside = [d for d in beside if any(quotes.inside(c, r) for r in regions for c in d.content)]
        return beside[0] if beside else None
    line = text.rfind("\n", 0, region.start) + 1
    before = [d for d in found if d.quotable and d.content and line <= d.cue.start < region.start]
    if before:
        return before[-1]
    if owner is not None and _goes_on(text, region, owner, regions):
        return owner
    return None


def _stands_alone(text: str, region: Span, sentences: Sequence[Sentence]) -> bool:
    """Whether the quotation fills the sentences that it touches."""
    touched = [s.span for s in sentences if quotes.touches(s.span, region)]
    outside = sum(len(text[s.start : s.end].strip()) for s in touched) - (region.end - region.start)
    return bool(touched) and outside <= 3


def _goes_on(text: str, region: Span, owner: Draft, regions: Sequence[Span]) -> bool:
    """Whether the paragraph before ended in an open quotation of the same speaker."""
    before = [r for r in regions if r.end <= region.start]
    if not before or quotes.closed(text, before[-1]):
        return False
    return not text[before[-1].end : region.start].strip() and any(_mostly(before[-1], c) for c in owner.content)

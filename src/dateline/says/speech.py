"""Who says it: every attribution of a story, from its quotation marks and its words of saying."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Attribution, Sentence, SourceKind, Span
from dateline.says import phrases, quotes, source, verbs
from dateline.says.floating import attach
from dateline.says.verbs import Draft


def find(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """The attributions of ``text`` in order of their cues; ``speaker`` is left for the caller to fill."""
    regions = quotes.regions(text)
    found: list[Draft] = []
    for sentence in sentences:
        here = [*verbs.drafts(sentence), *phrases.drafts(sentence)]
        found += [d for d in here if not _first_person_in_quotes(d, regions)]
    attach(text, found, regions, sentences)
    kept = _without_doubles([d for d in found if d.content])
    for draft in kept:
        _cut_at_outer(draft, kept)
        draft.content = _without_own_words(text, draft)
    kept = [d for d in kept if d.content]
    return tuple(sorted((_record(d, kept, regions) for d in kept), key=lambda a: (a.cue.start, a.depth)))


def _first_person_in_quotes(draft: Draft, regions: Sequence[Span]) -> bool:
    """Whether a speaker speaks of what he himself thinks; that he says it is attributed already."""
    if not any(quotes.inside(r, draft.cue) for r in regions):
        return False
    return len(draft.source) <= 1 and all(t.text.lower() in ("i", "we", "you") for t in draft.source)


def _cut_at_outer(draft: Draft, kept: Sequence[Draft]) -> None:
    """End a content before the "reported Belna" that closes the sentence and reports it."""
    for outer in kept:
        mutual = outer.sentence is draft.sentence and any(quotes.inside(c, outer.cue) for c in draft.content)
        if mutual and outer is not draft and _over(outer, draft):
            stop = min([outer.cue.start, *(t.span.start for t in outer.source)])
            left = [Span(c.start, min(c.end, stop)) for c in draft.content if c.start < stop]
            draft.content = left or draft.content


def _without_own_words(text: str, draft: Draft) -> list[Span]:
    """The content without the words of its own cue and source, which a quotation without its mark may swallow."""
    speaker = source.span_of(draft.source)
    pieces = draft.content
    for hole in (draft.cue, *((speaker,) if speaker else ())):
        cut = [p for p in pieces if quotes.touches(p, hole)]
        pieces = [p for p in pieces if p not in cut]
        for p in cut:
            pieces += [x for x in (Span(p.start, hole.start), Span(hole.end, p.end)) if x.start < x.end]
    return sorted(p for p in pieces if any(c.isalnum() for c in text[p.start : p.end]))


def _without_doubles(found: list[Draft]) -> list[Draft]:
    """One attribution a cue and content: the first of those that share both."""
    seen: set[tuple[Span, ...]] = set()
    out = []
    for draft in found:
        key = (draft.cue, *draft.content)
        if key not in seen:
            seen.add(key)
            out.append(draft)
    return out


def _record(draft: Draft, all_drafts: Sequence[Draft], regions: Sequence[Span]) -> Attribution:
    """The finished attribution; what stands in a quotation is never outermost, even when nobody is named for it."""
    quoted = any(quotes.inside(r, draft.cue) for r in regions)
    above = [o for o in all_drafts if o is not draft and _over(o, draft)]
    speaker = source.span_of(draft.source)
    return Attribution(
        source=speaker,
        cue=draft.cue,
        content=tuple(sorted(draft.content)),
        sentence=draft.sentence.index,
        stance=draft.stance,
        kind=draft.kind if speaker else SourceKind.UNNAMED,
        depth=max(len(above), int(quoted)),
        rule=draft.rule,
    )


def _over(outer: Draft, inner: Draft) -> bool:
    """Whether ``inner`` is reported by ``outer``; of two that hold each other's cue the earlier is outer."""
    if not any(quotes.inside(c, inner.cue) for c in outer.content):
        return False
    mutual = any(quotes.inside(c, outer.cue) for c in inner.content)
    return not mutual or outer.content[0].start < inner.content[0].start

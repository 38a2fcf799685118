"""I and we inside a quotation are whoever is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Attribution, Mention, MentionKind, Resolved, Span

_FIRST_PERSON = ("i", "we", "us", "me", "our", "my")


def speak_for_themselves(
    text: str, mentions: Sequence[Mention], resolved: tuple[Resolved, ...], speech: Sequence[Attribution]
) -> tuple[Resolved, ...]:
    """``resolved`` with every unresolved pronoun that lies in what a known speaker says in the first person."""
    known = {r.mention.id for r in resolved}
    spoken = [a for a in speech if a.speaker is not None]
    more = [
        Resolved(m, speaker.actor, round(0.9 * speaker.score, 3), "who.quoted: first person of the one quoted")
        for m in mentions
        if m.kind is MentionKind.PRONOUN and m.id not in known
        if text[m.span.start : m.span.end].lower() in _FIRST_PERSON
        if (speaker := _speaker(m.span, spoken)) is not None
    ]
    return tuple(sorted((*resolved, *more), key=lambda r: (r.mention.id, r.actor.id)))


def _speaker(span: Span, spoken: Sequence[Attribution]) -> Resolved | None:
    """The innermost speaker whose words cover ``span``."""
    covering = [a for a in spoken if any(c.start <= span.start and span.end <= c.end for c in a.content)]
    inner = min(covering, key=lambda a: sum(c.end - c.start for c in a.content), default=None)
    return inner.speaker if inner is not None else None

"""One act told more than once in a story is one claim with more evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.records import Claim, Resolved, Status, TimeRef

_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
_NEAR = 2  # sentences: two utterances further apart are two acts
_NEAR_ENOUGH = 3  # sentences: further apart, only the same words tell the same act again (measured on the stories)


def fold(claims: Sequence[Claim], aside: frozenset[int] = frozenset()) -> tuple[Claim, ...]:
    """The claims in text order, those that tell the same act again folded into the first that told it.

    Sentences in ``aside`` (captions, headlines) count as later than all others: a body that tells the act tells more.
    """
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.evidence.sentence in aside, _place(c))):
        at = next((n for n, first in enumerate(kept) if same_act(first, claim)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = _joined(kept[at], claim)
    return tuple(sorted(kept, key=_place))


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.evidence.span.start, claim.evidence.span.end, claim.type


def same_act(first: Claim, later: Claim) -> bool:
    """Whether ``later`` tells again what ``first`` told, as far as nothing in either speaks against it."""
    if first.type != later.type or not _modes_agree(first.mode, later.mode):
        return False
    if not _status_agrees(first.status, later.status) or not _days_agree(first.when, later.when):
        return False
    if not _sides_agree(first, later) or not (_words(first) == _words(later) or _apart(first, later) <= _NEAR_ENOUGH):
        return False
    if first.type in _WORDS:
        return _one_utterance(first, later)
    return True


def _one_utterance(first: Claim, later: Claim) -> bool:
    return _apart(first, later) <= _NEAR or first.mode == later.mode == "disapprove"


def _apart(first: Claim, later: Claim) -> int:
    return abs(first.evidence.sentence - later.evidence.sentence)


def _words(claim: Claim) -> set[str]:
    """The stems of the words that tell the act; endings do not make another act."""
    return {e.quote.lower()[:5] for name, e in claim.fields if name == "type"}


def _modes_agree(a: str | None, b: str | None) -> bool:
    return a == b or a is None or b is None


def _status_agrees(a: Status, b: Status) -> bool:
    return a is b


def _days_agree(a: TimeRef | None, b: TimeRef | None) -> bool:
    if a is None or b is None or a.earliest is None or b.earliest is None:
        return True
    return a.earliest <= (b.latest or b.earliest) and b.earliest <= (a.latest or a.earliest)


def _sides_agree(first: Claim, later: Claim) -> bool:
    if first.type in ("CONSULT", "COOPERATE"):
        return _within([*later.actors, *later.recipients], [*first.actors, *first.recipients])
    return _side_agrees(first.actors, later.actors) and _side_agrees(first.recipients, later.recipients)


def _within(some: Sequence[Resolved], others: Sequence[Resolved]) -> bool:
    """Whether everybody on the shorter side is somebody on the longer."""
    short, long = sorted((some, others), key=len)
    return all(any(_same_one(a, b) for b in long) for a in short)


def _side_agrees(a: Sequence[Resolved], b: Sequence[Resolved]) -> bool:
    """Somebody in common, or one side unknown."""
    return not a or not b or any(_same_one(x, y) for x in a for y in b)


def _same_one(a: Resolved, b: Resolved) -> bool:
    """The same actor, or one acting for the other: Wang Yi and China, but not China's parliament or two ministers."""
    if a.actor.id == b.actor.id:
        return True
    if a.actor.id.startswith("person:") and b.actor.id.startswith("person:"):
        return False
    same_country = bool(a.actor.country) and a.actor.country == b.actor.country
    return same_country and a.actor.sectors[:1] == b.actor.sectors[:1]


def _joined(first: Claim, later: Claim) -> Claim:
    """The first telling, with what only the later one knows."""
    return replace(
        first,
        mode=first.mode or later.mode,
        actors=first.actors or later.actors,
        recipients=first.recipients or later.recipients,
        when=first.when or later.when,
        where=first.where or later.where,
        quantities=first.quantities or later.quantities,
        contexts=tuple(dict.fromkeys((*first.contexts, *later.contexts))),
        probability=max(first.probability, later.probability),
        more_evidence=(*first.more_evidence, later.evidence, *later.more_evidence),
        fields=(*first.fields, *(f for f in later.fields if f[0] == "credit")),
    )

"""Whom a demand, a denial or a threat is meant for, where its own clause does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.rules import codes
from dateline.records import Candidate, MentionKind, Resolved, Sentence
from dateline.tree import subtree

_FAR = 2  # sentences that the other side may stand before


def meant_for(
    candidate: Candidate, sentence: Sentence, resolved: Sequence[Resolved], actors: Mapping[int, Sequence[Resolved]]
) -> Candidate:
    """``candidate`` with the other side of the passage as recipient, where its type needs one and none is told."""
    if candidate.recipients or not candidate.actors or candidate.type not in codes().lists["two_sided"]:
        return candidate
    doers = {r.actor.country or r.actor.id for m in candidate.actors for r in actors.get(m, ())}
    near = [r for r in resolved if _other(r, doers) and 0 <= candidate.sentence - r.mention.sentence <= _FAR]
    here = [r for r in near if r.mention.sentence == candidate.sentence]
    below = {t.i for t in subtree(sentence, candidate.head)}
    inside = [r for r in here if r.mention.head in below and r.mention.head > candidate.head]
    after = [r for r in here if r.mention.head > candidate.head]
    before = [r for r in near if r not in after]
    chosen = next(iter(inside), None) or next(reversed(before), None) or next(iter(after), None)
    return candidate if chosen is None else replace(candidate, recipients=(chosen.mention.id,))


def _other(r: Resolved, doers: set[str]) -> bool:
    """Somebody of another country than the doers."""
    return bool(r.actor.country) and r.actor.country not in doers and r.mention.kind is not MentionKind.PRONOUN

"""Whom a demand, a denial or a threat is meant for, where its own clause does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.rules import codes
from dateline.records import Candidate, MentionKind, Resolved, Sentence
from dateline.tree import subtree

_FAR = 2  # sentences that the other side may stand before
_Actors = Mapping[int, Sequence[Resolved]]


def with_other_side(
    candidates: Sequence[Candidate], sentences: Sequence[Sentence], resolved: Sequence[Resolved], actors: _Actors
) -> tuple[Candidate, ...]:
    """``candidates`` in text order, those that need another side and name none with that of the passage."""
    lists = codes().lists
    out: list[Candidate] = []
    for n, c in enumerate(candidates):
        found: tuple[int, ...] = ()
        if c.actors and not c.recipients and c.type in lists["answering"]:
            found = _answered(c, [*out, *candidates[n + 1 :]], actors)
        if c.actors and not (c.recipients or found) and c.type in lists["two_sided"]:
            found = _of_the_passage(c, sentences[c.sentence], resolved, actors)
        out.append(replace(c, recipients=found) if found else c)
    return tuple(out)


def _answered(candidate: Candidate, others: Sequence[Candidate], actors: _Actors) -> tuple[int, ...]:
    """Who did to the doers what they deny, refuse or agree to: the nearest act upon them, not after this sentence."""
    doers = _countries(candidate.actors, actors)
    near = [
        o
        for o in others
        if 0 <= candidate.sentence - o.sentence <= _FAR
        and o.type in codes().lists["answered"]
        and _countries(o.recipients, actors) & doers
        and o.actors
        and not _countries(o.actors, actors) & doers
    ]
    nearest = min(near, key=lambda o: (candidate.sentence - o.sentence, abs(candidate.head - o.head)), default=None)
    return () if nearest is None else nearest.actors


def _countries(mentions: Sequence[int], actors: _Actors) -> set[str]:
    return {r.actor.country for m in mentions for r in actors.get(m, ()) if r.actor.country}


def _of_the_passage(
    candidate: Candidate, sentence: Sentence, resolved: Sequence[Resolved], actors: _Actors
) -> tuple[int, ...]:
    """The nearest of another country under the predicate: "insisted that Turkey not attack". A guess from further
    away would be right too seldom (4 of 11 accusations, 8 of 12 demands on the stories) to stand in a record."""
    doers = {r.actor.country or r.actor.id for m in candidate.actors for r in actors.get(m, ())}
    below = {t.i for t in subtree(sentence, candidate.head) if t.i > candidate.head}
    inside = (r for r in resolved if r.mention.sentence == sentence.index and r.mention.head in below)
    chosen = next((r for r in inside if _other(r, doers)), None)
    return () if chosen is None else (chosen.mention.id,)


def _other(r: Resolved, doers: set[str]) -> bool:
    """Somebody of another country than the doers."""
    return bool(r.actor.country) and r.actor.country not in doers and r.mention.kind is not MentionKind.PRONOUN

"""Who plays which role in a candidate: the rule's slots and the trained reader's scores, put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dateline.records import Candidate, Form
from dateline.sense import role
from dateline.what.learned import READER
from dateline.what.scene import Filler, Scene, playing
from dateline.what.trust import Facts, fitted, logistic, logit

SIDES = ("actor", "recipient")
_EVEN = 0.5


def with_roles(candidate: Candidate, scene: Scene) -> Candidate:
    """The candidate with both sides filled: by its rule, else by everybody who more likely than not stands there."""
    found: dict[str, list[int]] = {side: [] for side in SIDES}
    for filler, facts in facts_of(candidate, scene):
        p = {side: probability(side, facts[side]) for side in SIDES}
        best = max(SIDES, key=lambda side: p[side])
        if p[best] >= _EVEN:
            found[best].append(filler.mention)
    doers = candidate.actors or tuple(m for m in found["actor"] if m not in candidate.recipients)
    others = candidate.recipients or tuple(m for m in found["recipient"] if m not in doers)
    return replace(candidate, actors=doers, recipients=others)


def probability(side: str, facts: Facts) -> float:
    """The probability that a mention stands on this side."""
    return logistic(fitted()["roles"][side], facts)


def facts_of(candidate: Candidate, scene: Scene) -> list[tuple[Filler, dict[str, Facts]]]:
    """For every filler and side, what speaks for and against him there."""
    scores = playing(scene, candidate.words)
    columns = {side: role(side) for side in SIDES}
    local = np.array([f.away == 0 for f in scene.fillers], dtype=bool)
    best = {side: _best(scores[:, n], local) for side, n in columns.items()}
    out = []
    for filler, score in zip(scene.fillers, scores, strict=True):
        p = {side: float(score[n]) for side, n in columns.items()}
        shared = _grammar(candidate, filler)
        out.append((filler, {side: shared | _told(side, p, best[side], filler) for side in SIDES}))
    return out


def _best(scores: NDArray[np.float32], local: NDArray[np.bool_]) -> float:
    """The highest score of anybody in the sentence itself."""
    return float(scores[local].max()) if local.any() else 0.0


def _told(side: str, p: Mapping[str, float], best: float, filler: Filler) -> Facts:
    """What the reader says of the filler, and of the best one in the sentence itself."""
    own, other = logit(p[side]), logit(max(v for k, v in p.items() if k != side))
    if filler.away == 0:
        return {"own": own, "other": other, "behind": float(best - p[side] > _EVEN)}
    return {"own away": own, "other away": other, "filled": logit(best), "filled for sure": float(best > _EVEN)}


def _grammar(candidate: Candidate, filler: Filler) -> Facts:
    of_rule = candidate.rule != READER
    acts, bears = filler.mention in candidate.actors, filler.mention in candidate.recipients
    out = {"1": 1.0, "noun": float(candidate.form is not Form.VERB), "of rule": float(of_rule)}
    if filler.away:
        return out | {"away": 1.0, "far away": float(filler.away < -1), "later": float(filler.away > 0)}
    return out | {
        "rule acts": float(of_rule and acts),
        "rule bears": float(of_rule and bears),
        "another acts": float(of_rule and bool(candidate.actors) and not acts),
        "another bears": float(of_rule and bool(candidate.recipients) and not bears),
        "before": float(min(filler.words) < candidate.head),
    }

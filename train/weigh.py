"""Fit how much to trust rules and reader together, on the dev part; print the reliability table on the test part.

python -m train.weigh OUT.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from corpus.notation import Event, Passage, load
from corpus.split import part_of
from numpy.typing import NDArray

from dateline.coder import scenes
from dateline.records import Candidate, Sentence, Span, Story
from dateline.what.roles import SIDES, with_roles
from dateline.what.roles import facts_of as role_facts
from dateline.what.scene import Scene
from dateline.what.trust import Facts, fitted, logistic
from dateline.what.weigh import facts_of
from train.rows import CORPUS

Samples = list[tuple[Facts, bool]]
Seen = tuple[Scene, list[Candidate]]
RIDGE = 2.0
STEPS = 60


def main(out: Path) -> int:
    """Roles first: who stands on which side is a fact for the judgement of the event."""
    passages = load(CORPUS)
    dev, test = ([(p, list(scenes(_story(p)))) for p in passages if part_of(p.id) == part] for part in ("dev", "test"))
    roles = {side: fit([s for read in dev for s in _role_samples(*read, side)]) for side in SIDES}
    _save(out, roles, {}, [])
    weights = fit([s for read in dev for s in _event_samples(*read)])
    table = reliability([s for read in test for s in _event_samples(*read)], weights)
    _save(out, roles, weights, table)
    for row in table:
        print(row)
    return 0


def _save(out: Path, roles: dict[str, Facts], weights: Facts, table: list[dict[str, float]]) -> None:
    kept = {"weights": weights, "roles": roles, "reliability": table}
    out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")
    fitted.cache_clear()


def fit(samples: Samples) -> Facts:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    names = sorted({name for facts, _ in samples for name in facts})
    x = np.array([[facts.get(name, 0.0) for name in names] for facts, _ in samples])
    y = np.array([float(right) for _, right in samples])
    ridge = np.array([0.0 if name == "1" else RIDGE for name in names])
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = _probabilities(x, w)
        slope = x.T @ (p - y) + ridge * w
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-6)
        w -= np.linalg.solve(bend, slope)
    return {name: round(float(v), 4) for name, v in zip(names, w, strict=True)}


def _probabilities(x: NDArray[np.float64], w: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ w, -30, 30))))


def reliability(samples: Samples, weights: Facts) -> list[dict[str, float]]:
    """For each tenth of probability: how many candidates, what was said, what was so."""
    p = np.array([logistic(weights, facts) for facts, _ in samples])
    y = np.array([float(right) for _, right in samples])
    out = []
    for tenth in range(10):
        here = (p >= tenth / 10) & (p < (tenth + 1) / 10 if tenth < 9 else p <= 1)
        if here.any():
            said, so = float(p[here].mean()), float(y[here].mean())
            out.append({"from": tenth / 10, "n": int(here.sum()), "said": round(said, 3), "so": round(so, 3)})
    return out


def _event_samples(passage: Passage, read: Sequence[Seen]) -> Iterator[tuple[Facts, bool]]:
    for scene, found in read:
        candidates = [with_roles(c, scene) for c in found]
        for c in candidates:
            yield facts_of(c, scene, candidates), _event(passage, c, scene.sentence) is not None


def _role_samples(passage: Passage, read: Sequence[Seen], side: str) -> Iterator[tuple[Facts, bool]]:
    for scene, candidates in read:
        for c in candidates:
            event = _event(passage, c, scene.sentence)
            if event is not None:
                labels = event.actors if side == "actor" else event.recipients
                for filler, facts in role_facts(c, scene):
                    spans = [r.mention.core for r in scene.actors[filler.mention]]
                    yield facts[side], _is_one_of(passage, spans, labels)


def _story(passage: Passage) -> Story:
    return Story(passage.id, passage.text, published=passage.published)


def _event(passage: Passage, c: Candidate, sentence: Sentence) -> Event | None:
    """The annotated event of the candidate's type at its words."""
    spans = [sentence.tokens[w].span for w in c.words]
    for event in passage.events:
        if event.type == c.type and any(
            m.label == event.label and s.start < m.end and m.start < s.end for m in passage.marks for s in spans
        ):
            return event
    return None


def _is_one_of(passage: Passage, spans: Sequence[Span], labels: Sequence[str]) -> bool:
    """Whether one of the marked actors is named there: the mention ends inside the mark."""
    marks = [m for m in passage.marks if m.label in labels]
    return any(m.start <= s.start and s.end <= m.end for m in marks for s in spans)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

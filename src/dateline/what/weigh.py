"""How probable a candidate is: what its rule, the trained reader and its two sides tell, put together.

A logistic regression over a few telling facts, fitted on the dev part of the corpus (python -m train.weigh); its
weights and its reliability table lie beside the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.knowledge.rules import codes
from dateline.records import Candidate, Form, Resolved, Role, Sense
from dateline.sense import event_at, types_at
from dateline.what.climate import COLD, WARM, is_state
from dateline.what.learned import READER
from dateline.what.political import is_political
from dateline.what.scene import Scene
from dateline.what.trust import Facts, fitted, logistic, logit

_LEAST = 0.003  # against division by nothing
_MANY = 3


def probability(facts: Facts) -> float:
    """The probability that a careful coder would code the candidate as this type."""
    return logistic(fitted()["weights"], facts)


def facts_of(candidate: Candidate, scene: Scene, rivals: Iterable[Candidate]) -> Facts:
    """What speaks for and against a candidate; ``rivals`` are the other readings of the sentence."""
    of_rule = candidate.rule != READER
    p, event, at = _sensed(candidate, scene.sense)
    prior = codes().rules[candidate.rule].probability if of_rule else 0.5
    out = {
        "1": 1.0,
        "type by rule" if of_rule else "type": logit(p),
        "event by rule" if of_rule else "event": logit(event),
        "share": p / max(event, _LEAST),
        "rule": float(of_rule),
        "prior": logit(prior),
        "rivals": float(min(_MANY, len(_other_types(candidate, rivals)))),
        "noun": float(candidate.form is Form.NOUN),
        "light": float(candidate.form is Form.LIGHT),
        "adjective": float(candidate.form is Form.ADJECTIVE),
        "modifier": float(scene.sentence.tokens[at].dep == "amod"),
        "headline": float(scene.sentence.role is not Role.BODY),
        "politics": scene.politics,
        "lukewarm": float(scene.politics < WARM),
        "cold": float(scene.politics < COLD),
        f"type {candidate.type}": 1.0,
        f"rule {candidate.type}": float(of_rule),
    }
    return out | _sides(candidate, scene.actors)


def _sensed(candidate: Candidate, sense: Sense) -> tuple[float, float, int]:
    """The reader's probability of the type, of any event, and the word of the candidate where it is highest."""
    at = max(candidate.words, key=lambda w: types_at(sense, w)[candidate.type])
    return types_at(sense, at)[candidate.type], max(event_at(sense, w) for w in candidate.words), at


def _sides(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]]) -> Facts:
    doers = [r for m in candidate.actors for r in actors.get(m, ())]
    others = [r for m in candidate.recipients for r in actors.get(m, ())]
    return {
        "actor": float(bool(doers)),
        "recipient": float(bool(others)),
        "nobody": float(not doers and not others),
        "political actor": float(any(map(is_political, doers))),
        "political recipient": float(any(map(is_political, others))),
        "private": float(not any(map(is_political, [*doers, *others]))),
        "state acts": float(any(map(is_state, doers))),
        "state bears": float(any(map(is_state, others))),
    }


def _other_types(candidate: Candidate, rivals: Iterable[Candidate]) -> set[str]:
    """The types that other rules read in the same words."""
    words = set(candidate.words)
    return {r.type for r in rivals if r.rule != READER and r.type != candidate.type and words & set(r.words)}

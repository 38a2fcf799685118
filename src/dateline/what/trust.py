"""How much to trust rules and reader: the fitted weights, and the curve that turns facts into a probability."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Facts = dict[str, float]
_EDGE = 0.003  # probabilities nearer to 0 or 1 say no more


@cache
def fitted() -> dict[str, Any]:
    """What ``python -m train.weigh`` fitted on the dev part of the corpus: weights, roles, reliability."""
    path = files("dateline.knowledge") / "what" / "reader" / "weights.json"
    return dict(json.loads(path.read_text(encoding="utf8")))


def logistic(weights: Mapping[str, float], facts: Facts) -> float:
    """The probability that facts of these weights give."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in facts.items())))


def logit(p: float) -> float:
    """The log-odds of a probability, kept from the edges."""
    p = min(max(p, _EDGE), 1 - _EDGE)
    return math.log(p / (1 - p))

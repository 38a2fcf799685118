"""How far a word stands from a predicate, in few steps: what the trained reader and its training both count by."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BEFORE, AFTER = 3, 1  # sentences: further away counts as this far
_STEPS = (1, 2, 3, 5, 8, 13, 21)  # words, within one sentence, to either side
_HERE = BEFORE + AFTER
PLACES = _HERE + 2 * len(_STEPS) + 3


def places(words: NDArray[np.int64], sentences: NDArray[np.int64]) -> NDArray[np.int64]:
    """The place of each word, by its distance in ``words`` and ``sentences`` from the predicate (0, 0)."""
    away = np.clip(sentences, -BEFORE, AFTER)
    other = np.where(away < 0, away + BEFORE, BEFORE + AFTER - 1)
    steps = np.searchsorted(_STEPS, np.abs(words), side="right")
    here = _HERE + len(_STEPS) + 1 + np.sign(words) * steps
    return np.where(away == 0, here, other).astype(np.int64)

"""Questions to the trained reader's view of a sentence (records.Sense). Knows no words of any language."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dateline.nearness import places
from dateline.records import Sense


@cache
def plan() -> dict[str, list[str]]:
    """The names of the reader's labels, statuses and roles, in the order of its arrays."""
    text = (files("dateline.knowledge") / "what" / "reader" / "reader.json").read_text(encoding="utf8")
    known = json.loads(text)
    return {k: list(known[k]) for k in ("labels", "statuses", "roles")}


@cache
def _near() -> NDArray[np.float32]:
    """What the distance alone tells of a role, as log-odds [roles, places]."""
    text = (files("dateline.knowledge") / "what" / "reader" / "reader.json").read_text(encoding="utf8")
    return np.array(json.loads(text)["near"], dtype=np.float32)


@cache
def _columns() -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for n, label in enumerate(plan()["labels"]):
        out.setdefault(label.split("/")[0], []).append(n)
    return out


def types_at(sense: Sense, word: int) -> dict[str, float]:
    """The probability of each of the sixteen types at a word; what is missing to 1 is that of no event."""
    row = sense.labels[word]
    return {kind: float(row[at].sum()) for kind, at in _columns().items() if kind != "-"}


def mode_at(sense: Sense, word: int, kind: str) -> tuple[str | None, float]:
    """The likeliest mode of a type at a word, with its share among the modes of the type."""
    at = _columns()[kind]
    row = sense.labels[word][at]
    best = int(row.argmax())
    label = plan()["labels"][at[best]]
    return (label.split("/")[1] if "/" in label else None), float(row[best] / max(float(row.sum()), 1e-9))


def event_at(sense: Sense, word: int) -> float:
    """The probability that the word is a predicate of any event."""
    return 1.0 - float(sense.labels[word][0])


def status_at(sense: Sense, word: int) -> dict[str, float]:
    """The probability of each status, should the word be a predicate."""
    return dict(zip(plan()["statuses"], map(float, sense.statuses[word]), strict=True))


def roles_at(
    sense: Sense, word: int, rights: NDArray[np.float32], others: NDArray[np.int64], away: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The probabilities [words, roles] that other words play each role for the predicate ``word``.

    ``rights`` are their right sides, ``others`` their indices in sentences that stand ``away`` from the predicate's.
    """
    fit = np.einsum("rd,krd->kr", sense.left[word], rights)
    scores = fit + _near()[:, places(others - word, away)].T
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)


def role(name: str) -> int:
    """The column of a role."""
    return plan()["roles"].index(name)

"""A sentence as the judges of events see it: its words, what the reader thinks, and who is at hand to play a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.nearness import AFTER, BEFORE
from dateline.records import Resolved, Sense, Sentence
from dateline.sense import roles_at


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention that could play a role: ``away`` sentences from the predicate's own, at these words of its sentence."""

    mention: int
    away: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    sentence: Sentence
    sense: Sense
    actors: Mapping[int, Sequence[Resolved]]
    politics: float  # share of the story's sentences that name a political actor
    heat: float  # how full of events the trained reader finds the story
    fillers: tuple[Filler, ...]
    rights: NDArray[np.float32]  # the role vectors of the fillers' words, one after the other

    @property
    def here(self) -> dict[int, int]:
        """Word -> mention, in the sentence itself."""
        return {w: f.mention for f in self.fillers if f.away == 0 for w in f.words}


def fillers_near(words: Mapping[int, Mapping[int, Sequence[int]]], sentence: int) -> tuple[Filler, ...]:
    """Who is named in the sentence or near it; ``words`` maps sentences to mentions to their words."""
    return tuple(
        Filler(mention, n - sentence, tuple(at))
        for n in range(sentence - BEFORE, sentence + AFTER + 1)
        for mention, at in words.get(n, {}).items()
    )


def playing(scene: Scene, words: Sequence[int]) -> NDArray[np.float32]:
    """The probability [fillers, roles] that each filler plays each role for the predicate made of ``words``."""
    if not scene.fillers:
        return np.zeros((0, scene.sense.left.shape[1]), dtype=np.float32)
    others = np.array([w for f in scene.fillers for w in f.words])
    away = np.array([f.away for f in scene.fillers for _ in f.words])
    of_words = np.max([roles_at(scene.sense, w, scene.rights, others, away) for w in words], axis=0)
    ends = np.cumsum([len(f.words) for f in scene.fillers])
    starts = [0, *ends[:-1]]
    return np.stack([of_words[a:b].max(axis=0) for a, b in zip(starts, ends, strict=True)])

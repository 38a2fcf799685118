"""What is read: a story, its zones, sentences and words, and the trained reader's view of them.

Part of records.py, which names all of it again; import from there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from dateline.kinds import Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, order=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a story."""

    name: str = ""
    country: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    text: str
    title: str = ""
    published: date | None = None
    source: Source = field(default_factory=Source)
    url: str = ""
    language: str = "en"
    retrieved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text with its role; the zones of a story cover its text without overlap."""

    span: Span
    role: Role
    value: str = ""  # the place of a dateline, the agency of a credit


@dataclass(frozen=True, slots=True)
class Token:
    """One word; ``i`` and ``head`` count within the sentence, a root is its own head."""

    i: int
    text: str
    lemma: str
    tag: str  # Penn Treebank
    pos: str  # universal
    dep: str
    head: int
    span: Span
    entity: str = ""  # spaCy's entity label, "" outside one
    begins: bool = False  # first token of its entity
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    index: int
    span: Span
    role: Role
    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...] = ()  # the children of every token


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """What the trained reader thinks of a sentence: arrays over its words, read through dateline.sense.

    ``labels`` [words, labels] and ``statuses`` [words, statuses] are probabilities; ``left`` and ``right``
    [words, roles, width] are the two sides of the role scores.
    """

    labels: NDArray[np.float32]
    statuses: NDArray[np.float32]
    left: NDArray[np.float32]
    right: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """A story with its zones and parsed sentences: what reading hands to the rooms."""

    story: Story
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    skipped: tuple[tuple[Span, str], ...] = ()  # stretches that were not parsed, each with its reason

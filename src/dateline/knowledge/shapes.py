"""Typed rows of the knowledge files."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's 16 event types."""

    name: str
    quad: str  # verbal cooperation, material cooperation, verbal conflict, material conflict
    score: float
    modes: dict[str, float]  # mode -> PLOVER score
    definition: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which a rule must fire, with the head words of its actors and recipients."""

    text: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    code: str = ""  # TYPE or TYPE/mode where it is another than the rule's


@dataclass(frozen=True, slots=True)
class Rule:
    """Which words in which frame are an event of which type.

    A slot is a grammatical place around the predicate (see what/slots.py). ``actors`` and ``recipients`` are
    alternatives, tried in order, of slots that are taken together: ``with + between | to``.
    """

    id: str
    type: str
    mode: str | None
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...]
    recipients: tuple[tuple[str, ...], ...]
    needs: tuple[tuple[str, frozenset[str]], ...]  # slot -> lemmas of which one must fill it; empty = anything
    unless: tuple[tuple[str, frozenset[str]], ...]
    modes: tuple[tuple[str, frozenset[str]], ...]  # mode -> lemmas around the predicate that tell it
    mode_from: str  # slot whose own event decides the mode, "" = none
    speech: bool
    public: bool  # counts without a political actor: an arrest or an air strike is never private
    both: bool  # counts only where both an actor and a recipient are found
    probability: float
    examples: tuple[Example, ...] = field(default=())
    never: tuple[str, ...] = field(default=())

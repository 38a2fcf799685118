"""The rows of the cast: names, role nouns and terms of office, shipped and the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Words = tuple[str, ...]


class Sort(StrEnum):
    """What a name of the tables stands for."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    ORGANISATION = "organisation"
    GROUP = "group"
    MEDIA = "media"
    PERSON = "person"
    ANYBODY = "anybody"  # an own row that does not say whether it names a person or a body


@dataclass(frozen=True, slots=True)
class Entry:
    """One name form of one row; ``countries`` and ``sectors`` are what the row says, ``row`` names it for people."""

    sort: Sort
    form: str
    id: str
    name: str
    countries: Words
    sectors: Words
    row: str
    weak: bool = False  # the form has other meanings: believe it only in the right company
    start: str = ""
    end: str = ""
    kind: str = ""
    source: str = ""  # of an own row, "" for a shipped one

    @property
    def own(self) -> bool:
        """Whether the user listed this actor himself, with country and sectors."""
        return bool(self.source) and self.kind == "listed"


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun: what its bearer is (``sectors``) and how the noun refers (``kind``)."""

    words: str
    sectors: Words
    kind: str  # office, person, people, body, voice, thing


@dataclass(frozen=True, slots=True)
class Holder:
    """One person's time in one office; dates are YYYY[-MM[-DD]], "" = unknown start or open end."""

    country: str
    title: str
    person: str
    aliases: Words
    start: str
    end: str
    sure: str
    source: str = ""  # of an own row, "" for a shipped one


@dataclass(frozen=True, slots=True)
class Player:
    """A person or body of the user's own cast, with what it is from ``start`` to ``end``, whole days both."""

    name: str
    variants: Words
    country: str
    sectors: Words
    start: str
    end: str
    kind: Sort
    weak: Words  # forms that have other meanings
    source: str

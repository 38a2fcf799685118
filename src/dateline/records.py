"""Every record that crosses a doorway between rooms: frozen, slotted, typed, without behaviour.

Offsets are half-open characters of ``Story.text`` as it was stored, never of a cleaned copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.kinds import Form as Form
from dateline.kinds import MentionKind as MentionKind
from dateline.kinds import Role as Role
from dateline.kinds import SourceKind as SourceKind
from dateline.kinds import Stance as Stance
from dateline.kinds import Status as Status
from dateline.texts import Reading as Reading
from dateline.texts import Sense as Sense
from dateline.texts import Sentence as Sentence
from dateline.texts import Source as Source
from dateline.texts import Span as Span
from dateline.texts import Story as Story
from dateline.texts import Token as Token
from dateline.texts import Zone as Zone


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody as named in the text. ``core`` is the name or head phrase inside ``span``."""

    id: int  # position among the mentions of the story
    span: Span
    core: Span
    sentence: int
    head: int  # token index in the sentence
    kind: MentionKind
    follows: tuple[int, ...] = ()  # earlier mentions of the same one (several for "the three envoys")


@dataclass(frozen=True, slots=True)
class Office:
    title: str
    of: str  # country or organisation code
    start: str = ""  # YYYY[-MM[-DD]], "" = unknown
    end: str = ""  # "" = open
    person: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    name: str
    country: str = ""  # ISO 3166-1 alpha-3 or PLOVER's UNO EUR IGO NGO MNC IMG ISM KOS
    sectors: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention and whom it means, with the reason."""

    mention: Mention
    actor: Actor
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time expression; ``value`` is TIMEX3 (XXXX-09-14 while the year is unknown), bounds are inclusive days."""

    span: Span
    sentence: int
    head: int  # token index of its last word in the sentence
    type: str  # DATE TIME DURATION SET
    value: str = ""
    earliest: date | None = None
    latest: date | None = None
    anchor: str = ""  # published, dateline, earlier, calendar, none
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    country: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    precision: str = ""  # site, city, region, country


@dataclass(frozen=True, slots=True)
class Located:
    """A place as named in the text and the place it means; ``place`` is None while unresolved."""

    span: Span
    sentence: int
    head: int
    place: Place | None
    score: float = 0.0
    why: str = ""
    preposition: str = ""  # the word that ties it to what happened there: in, at, near, over ...
    candidates: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of who says it: the words of the source, of the cue, and all that it covers."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    sentence: int
    stance: Stance = Stance.SAYS
    kind: SourceKind = SourceKind.UNNAMED
    speaker: Resolved | None = None
    depth: int = 0  # 0 = outermost
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate that could be an event, with the tokens that fill its roles."""

    sentence: int
    head: int  # token index of the predicate
    form: Form
    rule: str
    type: str
    mode: str | None
    actors: tuple[int, ...]  # token heads
    recipients: tuple[int, ...]
    words: tuple[int, ...] = ()  # tokens that make up the predicate ("held" "talks")
    probability: float = 0.5
    context: str = ""
    speech: bool = False  # the saying itself is the act (calls on, condemns, denies)
    rejected: str = ""  # why it was not coded, "" when it was


@dataclass(frozen=True, slots=True)
class Judged:
    """The status of a predicate with the words that told it."""

    status: Status
    cues: tuple[Span, ...] = ()
    rule: str = ""
    condition: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    kind: str  # killed wounded detained displaced money range weapons
    value: float
    unit: str
    approximate: str  # "" exact, "about", "at least", "dozens" ...
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    story_id: str
    sentence: int
    span: Span
    quote: str
    read_by: str  # rule id or model version


@dataclass(frozen=True, slots=True)
class Claim:
    """What one story asserts: who did what to whom, when, where, according to whom and how surely."""

    id: str
    key: str
    story_id: str
    type: str
    mode: str | None
    status: Status
    contexts: tuple[str, ...]
    actors: tuple[Resolved, ...]
    recipients: tuple[Resolved, ...]
    when: TimeRef | None
    where: Located | None
    attributions: tuple[Attribution, ...]  # outermost first
    quantities: tuple[Quantity, ...]
    probability: float
    evidence: Evidence
    more_evidence: tuple[Evidence, ...] = ()
    fields: tuple[tuple[str, Evidence], ...] = ()  # field name -> the words it rests on
    said_when: TimeRef | None = None  # when it was said, where that is another day than the act's


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, in one line for people: file, record, remedy."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Layers:
    """All that the rooms found in one story, under its claims."""

    mentions: tuple[Mention, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    times: tuple[TimeRef, ...] = ()
    places: tuple[Located, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    senses: Mapping[int, Sense] = field(default_factory=dict, compare=False)  # by sentence


@dataclass(frozen=True, slots=True)
class Coded:
    reading: Reading
    layers: Layers
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()

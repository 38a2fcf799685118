"""Every record that crosses a doorway between rooms: frozen, slotted, typed, without behaviour.

Offsets are half-open characters of ``Story.text`` as it was stored, never of a cleaned copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from dateline.kinds import Form as Form
from dateline.kinds import MentionKind as MentionKind
from dateline.kinds import Role as Role
from dateline.kinds import SourceKind as SourceKind
from dateline.kinds import Stance as Stance
from dateline.kinds import Status as Status

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

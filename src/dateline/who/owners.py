"""Whose somebody is: the countries and organisations that the words around a noun name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.knowledge.cast import Entry, Sort, listed
from dateline.records import MentionKind, Sentence, Token
from dateline.tree import children, preposition
from dateline.who.facts import Facts, relational
from dateline.who.match import Hit
from dateline.who.scene import Scene, choose

_SIDES = frozenset({"pro", "anti", "non"})
_OWNERS = ("of", "in", "from", "at", "with")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mention is read against."""

    sentences: dict[int, Sentence]
    hits: Mapping[int, Sequence[Hit]]
    scene: Scene
    on: date | None


@dataclass(frozen=True, slots=True)
class Owner:
    """A country or organisation that a noun belongs to."""

    country: str
    entry: Entry


def entry_of(entries: Sequence[Entry], label: str, setting: Setting) -> Entry | None:
    """What a name means in this story on its day, None where it stays open; ``label`` is the parser's."""
    dated = [e for e in entries if _valid(e, setting.on)]
    return choose(dated, setting.scene, label) if dated else None


def _valid(entry: Entry, on: date | None) -> bool:
    if on is None:
        return not entry.end
    day = on.isoformat()
    return (not entry.start or entry.start <= day) and (not entry.end or day[: len(entry.end)] <= entry.end)


def country_of(entry: Entry, setting: Setting) -> str:
    """The country of a row; of several the one that the story is about, a special code where it is about none."""
    counts = setting.scene.counts
    best = max(entry.countries, key=lambda c: counts.get(c, 0.0), default="")
    if len(entry.countries) < 2 or counts.get(best, 0.0):
        return best
    return best if best in listed("special_codes") else ""


def owners_of(fact: Facts, setting: Setting, limit: int) -> list[Owner]:
    """Whose the person or body is: country words and organisations before ``limit``, else after "of", "in", "from"."""
    sentence = setting.sentences[fact.mention.sentence]
    hits = [h for h in fact.hits if h.end <= limit and not _only_sided(sentence, h)]
    if fact.relational:
        telling = fact.role is not None and relational()[fact.role.words]
        hits = [h for h in hits if telling and h.sort in (Sort.ADJECTIVE, Sort.GROUP)]
    owners = [o for o in (_owner(h, setting) for h in hits) if o is not None]
    if owners:
        return _together(sentence, hits, owners)
    if fact.relational:
        return []
    for word in _OWNERS:
        for head in _role_heads(fact):
            found = [
                _owner(h, setting) for t in preposition(sentence, head, word) for h in _hits_at(t, setting, sentence)
            ]
            known = [o for o in found if o is not None]
            if known:
                return known
    return []


def _role_heads(fact: Facts) -> list[int]:
    last_of_role = fact.role_start + max(len(fact.role_words) - 1, 0)
    ends = {last_of_role} if fact.role is not None and fact.mention.kind is MentionKind.NAME else set()
    return sorted({fact.mention.head, fact.core[-1].i} | ends)


def _hits_at(token: Token, setting: Setting, sentence: Sentence) -> Iterator[Hit]:
    """The names that the phrase of ``token`` is or begins with, and those coordinated to it."""
    for t in (token, *children(sentence, token.i, "conj")):
        own = [h for h in setting.hits[sentence.index] if h.entries and h.start <= t.i < h.end]
        inner = [
            h
            for k in children(sentence, t.i, "amod", "poss", "compound", "nmod")
            for h in setting.hits[sentence.index]
            if h.entries and h.start <= k.i < h.end
        ]
        yield from own or inner


def _together(sentence: Sentence, hits: Sequence[Hit], owners: list[Owner]) -> list[Owner]:
    """All owners when they are coordinated, else the one nearest to the noun; an organisation before its country."""
    if len(hits) < 2:
        return owners[:1]
    for one, two in zip(hits, hits[1:], strict=False):
        between = sentence.tokens[one.end : two.start]
        if not between or any(t.text.lower() not in ("and", ",", "-", "–", "/", "&", "the") for t in between):
            return owners[-1:]
    return list({o.country: o for o in owners}.values())


def _only_sided(sentence: Sentence, hit: Hit) -> bool:
    """Whether the name is only whose friend or foe somebody is: pro-Russian, US-backed."""
    tokens = sentence.tokens
    if hit.start > 1 and tokens[hit.start - 1].text == "-" and tokens[hit.start - 2].text.lower() in _SIDES:
        return True
    return (
        hit.end + 1 < len(tokens)
        and tokens[hit.end].text == "-"
        and tokens[hit.end + 1].text.lower() in listed("backing")
    )


def _owner(hit: Hit, setting: Setting) -> Owner | None:
    entry = entry_of(hit.entries, hit.label, setting)
    if entry is None or entry.sort is Sort.PERSON or (entry.sort is Sort.ANYBODY and hit.label == "PERSON"):
        return None
    country = country_of(entry, setting)
    return Owner(country, entry) if country else None

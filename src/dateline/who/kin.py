"""Whether two names can belong to one: equal, shorter, initials; in any order and transliteration."""

from __future__ import annotations

from dateline.knowledge.cast import Sort, Words, listed
from dateline.knowledge.spelling import sound
from dateline.records import MentionKind
from dateline.who.facts import Facts

_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "s"})
_LONG = 6  # letters
_LAND = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.CAPITAL, Sort.SEAT})


def same_name(one: Facts, other: Facts) -> bool:
    """One row of the tables, one country whichever way it is named, or the same words."""
    if one.entries and other.entries:
        lands = {e.countries for e in (*one.entries, *other.entries)}
        capitals = [any(e.sort is Sort.CAPITAL for e in x.entries) for x in (one, other)]
        sorts = {e.sort for e in (*one.entries, *other.entries)}
        shared = {e.id for e in one.entries} & {e.id for e in other.entries}
        return bool(shared) and len(lands) == 1 and capitals[0] == capitals[1] and Sort.PEOPLE not in sorts
    if one.person and other.person and len(one.words) > 1 and len(other.words) > 1:
        return (_alike(one) == _alike(other) or _one_letter(one.words, other.words)) and could_be(one, other)
    words = _bare(one)
    return bool(words) and words == _bare(other) and (_proper(one) and _proper(other))


def _one_letter(one: Words, other: Words) -> bool:
    """Whether two full names differ in one letter of a long first name: Kristin and Kristen."""
    if one[1:] != other[1:] or len(one[0]) != len(other[0]) or len(one[0]) < _LONG:
        return False
    return sum(a != b for a, b in zip(one[0], other[0], strict=True)) == 1


def _bare(fact: Facts) -> Words:
    """The words of a name without the article and what only says that it is a place: the State of Texas."""
    words = fact.words[1:] if fact.words[:1] == ("the",) and len(fact.words) > 1 else fact.words
    if len(words) > 2 and words[1] == "of" and words[0] in listed("place_kinds") and not fact.entries:
        return words[2:]
    return words


def _proper(fact: Facts) -> bool:
    """Whether the core is written as a name."""
    return fact.core[-1].tag.startswith("NNP") or fact.mention.kind is MentionKind.NAME


def _alike(fact: Facts) -> str:
    return sound(" ".join(fact.words))


def could_be(one: Facts, other: Facts) -> bool:
    """Nothing in the two speaks against their being one: person or not, gender, kind of name."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    lands = any(e.sort in _LAND for e in (*one.entries, *other.entries))
    return not lands and (one.person == other.person or not one.entries)


def shorter_name(short: Facts, full: Facts) -> bool:
    """``short`` is part of ``full``: Kim of Sung Kim, Amnesty of Amnesty International."""
    if len(short.words) >= len(full.words) or not short.words:
        return False
    if full.person and (short.person or (len(short.words) == 1 and not short.entries and not short.role)):
        return set(short.words) <= set(full.words) and len(short.words[-1]) > 1
    if short.person or full.person or short.core[0].entity in ("GPE", "LOC"):
        return False
    return short.words == full.words[: len(short.words)] and len(short.words[0]) > 3


def acronym_of(short: Facts, full: Facts) -> bool:
    """``short`` is made of the initials of ``full``."""
    text = "".join(t.text for t in short.core).replace(".", "")
    if not (2 <= len(text) <= 7 and text.isupper()) or len(full.words) < 2:
        return False
    words = [w for w in full.words if w not in _LINKING]
    return text.lower() in ("".join(w[0] for w in words), "".join(w[0] for w in full.words))

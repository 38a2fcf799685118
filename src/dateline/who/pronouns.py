"""Whom he, she, they, it and "the two leaders" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from dateline.knowledge.cast import Sort, listed
from dateline.records import MentionKind, Sentence
from dateline.who.facts import Facts, pronouns

_FAR = 3  # sentences that a pronoun reaches back
_LANDS = frozenset({Sort.COUNTRY, Sort.CAPITAL, Sort.SEAT})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "iobj", "obj"})


def antecedent(
    fact: Facts, before: Sequence[Facts], roots: Mapping[int, int], sentences: Mapping[int, Sentence]
) -> tuple[int, ...]:
    """The earlier mention that a pronoun of the third person means, () where nothing is safe."""
    fits = {"he": _is_he, "it": _is_it, "they": _is_they}.get(_means(fact))
    if fits is None:
        return ()
    return _best(fact, before, roots, sentences, fits)


def _means(fact: Facts) -> str:
    return pronouns().get(fact.pronoun, ("", ""))[0]


def _best(
    fact: Facts,
    before: Sequence[Facts],
    roots: Mapping[int, int],
    sentences: Mapping[int, Sentence],
    fits: Callable[[Facts, Facts], bool],
) -> tuple[int, ...]:
    """The candidate with the best of nearness, subject, gender, name and how often the story speaks of it."""
    genders = {roots[n]: f.gender for n, f in enumerate(before) if f.gender and f.person}
    often = Counter(roots.values())
    best, top = None, 0.0
    for n in range(len(before) - 1, -1, -1):
        other = before[n]
        back = fact.mention.sentence - other.mention.sentence
        if back > _FAR:
            break
        gender = genders.get(roots[n], "")
        if not fits(fact, other) or (gender and fact.gender and gender != fact.gender):
            continue
        if back == 0 and (_cannot_be(fact, other, sentences[fact.mention.sentence]) or other.quoted != fact.quoted):
            continue
        score = 10.0 - 2.0 * back + 2.0 * other.subject + 1.5 * (bool(gender) and gender == fact.gender)
        score += (other.mention.kind is not MentionKind.DESCRIPTION) + 0.4 * min(often[roots[n]], 5)
        if score > top:
            best, top = n, score
    return () if best is None else (best,)


def _cannot_be(fact: Facts, other: Facts, sentence: Sentence) -> bool:
    """Whether both are arguments of one verb ("Erdogan met him") or one stands inside the other."""
    if other.tokens[-1].i >= fact.tokens[0].i:
        return True
    token, mate = sentence.tokens[fact.mention.head], sentence.tokens[other.mention.head]
    if token.tag != "PRP" or token.dep not in _OBJECTS:
        return False
    verb = token.head
    if sentence.tokens[verb].pos == "ADP":
        verb = sentence.tokens[verb].head
    return mate.dep in ("nsubj", "nsubjpass") and mate.head == verb


def _is_he(fact: Facts, other: Facts) -> bool:  # noqa: ARG001
    if not other.person or other.plural:
        return False
    return other.mention.kind is MentionKind.PRONOUN or other.role is not None or bool(other.words)


def _is_it(fact: Facts, other: Facts) -> bool:  # noqa: ARG001
    if other.pronoun:
        return _means(other) == "it"
    if other.person or other.plural or other.mention.kind is MentionKind.ADJECTIVE:
        return False
    return bool(other.entries) or (other.role is not None and other.role.kind == "body")


def _is_they(fact: Facts, other: Facts) -> bool:  # noqa: ARG001
    if other.pronoun:
        return _means(other) == "they"
    return other.plural


def several(fact: Facts, before: Sequence[Facts], roots: Mapping[int, int]) -> tuple[int, ...]:
    """The last ``number`` different ones that "the three diplomats" can mean, () when fewer or more are near.

    The two leaders are those named, else those of the two countries named.
    """
    sides = fact.role is not None and fact.role.words in listed("side_words")
    own = () if sides else _last(fact, before, roots, lands=False)
    official = fact.role is not None and "GOV" in fact.role.sectors
    return own or (_last(fact, before, roots, lands=True) if sides or official else ())


def _last(fact: Facts, before: Sequence[Facts], roots: Mapping[int, int], *, lands: bool) -> tuple[int, ...]:
    for back in range(1, _FAR + 1):
        oldest = fact.mention.sentence - back
        found: dict[int, int] = {}
        for n, other in enumerate(before):
            if other.mention.sentence >= oldest and _one_of(other, lands):
                found[roots[n]] = n
        if len(found) == fact.number:
            return tuple(sorted(found.values()))
        if len(found) > fact.number:
            return ()
    return ()


def _one_of(other: Facts, lands: bool) -> bool:
    if lands:
        return any(e.sort in _LANDS for e in other.entries)
    return other.person and other.mention.kind is MentionKind.NAME

"""Tie later mentions to earlier ones of the same story: Kim -> Sung Kim, the ministry, he, the two leaders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.cast import Sort, listed
from dateline.records import Mention, MentionKind, Sentence
from dateline.who.facts import Facts, facts_of
from dateline.who.kin import acronym_of, could_be, same_name, shorter_name
from dateline.who.pronouns import antecedent, several

_PLACES = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.CAPITAL})
_NEAR = 8  # sentences that "the minister" reaches back
_SURNAME_WORTH = 4  # sentences by which a name at the end of another beats one at its beginning


def follow(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The same mentions with ``follows`` filled where it is safe; "I" and "we" in quotations stay open."""
    everything = facts_of(mentions, sentences)
    facts = [f for f in everything if not f.aside]
    by_index = {s.index: s for s in sentences}
    roots: dict[int, int] = {}  # mention -> first mention of the same one
    out = []
    for n, fact in enumerate(facts):
        found = _earlier(fact, facts[:n], roots, by_index)
        out.append(replace(fact.mention, follows=tuple(facts[k].mention.id for k in found)))
        roots[n] = roots[found[0]] if len(found) == 1 else n
    return _with_asides(everything, out)


def _with_asides(everything: Sequence[Facts], linked: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions, with the names that nobody acts under in the chains of those who do."""
    out = {m.id: m for m in linked}
    roots: dict[int, int] = {}
    for m in linked:
        roots[m.id] = roots[m.follows[0]] if len(m.follows) == 1 else m.id
    for fact in everything:
        if not fact.aside:
            continue
        own = fact.mention.id
        found = _same_beside(fact, [f for f in everything if f.mention.id in out])
        root = own if found is None else roots[found]
        out[own] = replace(fact.mention, follows=(root,) if root < own else ())
        if root > own:  # the first of the chain stands behind
            out[root] = replace(out[root], follows=(own,))
            roots = {k: own if r == root else r for k, r in roots.items()}
        roots[own] = min(root, own)
    return tuple(out[f.mention.id] for f in everything)


def _same_beside(fact: Facts, others: Sequence[Facts]) -> int | None:
    """The nearest mention, before or behind, with the same name or else a longer or shorter form of it."""
    kinds = (MentionKind.NAME, MentionKind.PLACE_NAME, MentionKind.ADJECTIVE)
    named = [o for o in others if o.mention.kind in kinds]
    named.sort(key=lambda o: (abs(o.mention.id - fact.mention.id), o.mention.id))
    same = next((o for o in named if same_name(fact, o)), None)
    if same is None:
        same = next((o for o in named if could_be(fact, o) and _form_of(fact, o)), None)
    return None if same is None else same.mention.id


def _form_of(fact: Facts, other: Facts) -> bool:
    return shorter_name(fact, other) or acronym_of(fact, other) or acronym_of(other, fact)


def _earlier(
    fact: Facts, before: Sequence[Facts], roots: dict[int, int], sentences: dict[int, Sentence]
) -> tuple[int, ...]:
    kind = fact.mention.kind
    if kind is MentionKind.PRONOUN:
        return antecedent(fact, before, roots, sentences)
    apposed = _apposed(fact, before, sentences[fact.mention.sentence])
    if apposed is not None:
        return (apposed,)
    if kind in (MentionKind.NAME, MentionKind.PLACE_NAME, MentionKind.ADJECTIVE) or fact.entries:
        found = _by_name(fact, before, roots)
        return () if found is None else (found,)
    if fact.number and fact.plural and fact.definite:
        return several(fact, before, roots)
    found = _by_role(fact, before)
    return () if found is None else (found,)


def _apposed(fact: Facts, before: Sequence[Facts], sentence: Sentence) -> int | None:
    """The mention that this one stands beside: "his defence secretary, Jim Mattis", "Protection Units (YPG)"."""
    first = fact.tokens[0].i
    for n in range(len(before) - 1, max(len(before) - 6, -1), -1):
        other = before[n]
        if other.mention.sentence != fact.mention.sentence or other.tokens[-1].i >= first:
            continue
        between = [t.text for t in sentence.tokens[other.tokens[-1].i + 1 : first]]
        if between == ["("] and fact.core[0].text.isupper() and len(fact.core[0].text) > 1 and not _is_place(fact):
            return n if not _is_place(other) else None
        if between != [","] and between != []:
            return None
        named = (fact.mention.kind is MentionKind.NAME) != (other.mention.kind is MentionKind.NAME)
        head = sentence.tokens[fact.mention.head]
        hangs = head.dep == "appos" and other.tokens[0].i <= head.head <= other.tokens[-1].i
        if named and hangs and fact.person and other.person and fact.plural == other.plural:
            return n
    return None


def _is_place(fact: Facts) -> bool:
    return any(e.sort in _PLACES or e.sort is Sort.PEOPLE for e in fact.entries)


def _by_name(fact: Facts, before: Sequence[Facts], roots: Mapping[int, int]) -> int | None:
    """The nearest earlier mention with the same name, a longer form of it, or a shorter one that nobody else claims."""
    if any(e.sort is Sort.PEOPLE for e in fact.entries):
        return _land_of(fact, before)
    claimed: set[int] = set()
    shorter: list[int] = []
    longer, near, kin = None, 0, None
    for n in range(len(before) - 1, -1, -1):
        other = before[n]
        if other.mention.kind is MentionKind.PRONOUN or not other.words:
            continue
        if same_name(fact, other):
            return n if longer is None else longer
        if could_be(fact, other) and (shorter_name(fact, other) or acronym_of(fact, other)):
            at = other.mention.sentence + (_SURNAME_WORTH if other.words[-len(fact.words) :] == fact.words else 0)
            if other.tokens[0].tag == "PRP$":
                kin = n if kin is None else kin  # after "his father Omar Sharif", Sharif is still the son
            elif longer is None or at > near:
                longer, near = n, at
        if could_be(fact, other) and (shorter_name(other, fact) or acronym_of(other, fact)):
            shorter.append(n)
        elif other.person and len(other.words) > 1:
            claimed.add(roots[n])
    short = next((n for n in shorter if roots[n] not in claimed), None)
    return next((n for n in (longer, kin, short) if n is not None), None)


def _land_of(fact: Facts, before: Sequence[Facts]) -> int | None:
    """The nearest mention of the country, or of its people, that "the Belgians" stands for; no count of people does."""
    if not _whole(fact):
        return None
    ids = {e.id for e in fact.entries}
    for n in range(len(before) - 1, -1, -1):
        other = before[n]
        if not other.entries or {e.id for e in other.entries} != ids or other.mention.kind is MentionKind.ADJECTIVE:
            continue
        if _whole(other) or other.entries[0].sort is Sort.COUNTRY:
            return n
    return None


def _whole(fact: Facts) -> bool:
    """Whether all of a people are meant: "the" and its name, nothing else."""
    people = any(e.sort is Sort.PEOPLE for e in fact.entries)
    return people and len(fact.tokens) == 2 and fact.tokens[0].text.lower() == "the"


def _by_role(fact: Facts, before: Sequence[Facts]) -> int | None:
    """The nearest earlier mention that "the minister", "the group", "the country", "the soldiers" can mean."""
    if fact.role is None or fact.number:
        return None
    proper = next((n for n in range(len(before) - 1, -1, -1) if fact.proper and same_name(fact, before[n])), None)
    if proper is not None or not fact.definite:
        return proper
    word = fact.role.words
    for n in range(len(before) - 1, -1, -1):
        other = before[n]
        if fact.mention.sentence - other.mention.sentence > _NEAR:
            return None
        if other.mention.sentence == fact.mention.sentence and other.tokens[-1].i >= fact.tokens[0].i:
            continue
        if word in listed("land_words"):
            if fact.hits or not _is_place(other):
                continue
            return n
        if word in listed("body_words"):
            if any(e.sort in (Sort.ORGANISATION, Sort.GROUP, Sort.MEDIA) for e in other.entries) and not fact.hits:
                return n
        elif _same_role(fact, other) or _named_by(fact, other):
            return n
    return None


def _same_role(fact: Facts, other: Facts) -> bool:
    if other.role is None or fact.role is None or other.plural != fact.plural:
        return False
    mine, theirs = fact.role_words, other.role_words
    alike = mine == theirs[-len(mine) :] or theirs == mine[-len(theirs) :]
    land = {c for h in fact.hits for e in h.entries for c in e.countries}
    other_land = {c for h in other.hits for e in h.entries for c in e.countries}
    return alike and (not land or bool(land & other_land))


def _named_by(fact: Facts, other: Facts) -> bool:
    """Whether the role noun is a word of a body's name: the church of the Church of Scientology, the council."""
    if fact.role is None or fact.role.kind != "body" or other.person or other.mention.kind is not MentionKind.NAME:
        return False
    return bool(fact.role_words) and fact.role_words[-1] in other.words and not fact.hits

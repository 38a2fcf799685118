"""The status of an event: actual, planned, called for, possible or negated, from the words that govern it.

The path from the predicate to the root is read from the root down: every governor turns the status of its own clause
into that of what it governs, then the clause itself adds its modal, tense, condition and negation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.records import Judged, Sentence, Span, Status, Token
from dateline.says.status_clause import (
    conditions,
    extra_future,
    is_finite,
    is_imperative,
    modal_of,
    modifier_cues,
    negations,
    shares_auxiliary,
    will_or_may,
)
from dateline.says.status_cues import Cue, forms, status_cues
from dateline.says.status_effects import (
    effect_of,
    first_person,
    is_fact,
    is_past,
    is_performed,
    is_ranked,
    is_said_to_occur,
    is_topic,
)
from dateline.says.status_links import NOUNS, VERBS, Link, governors, is_infinitive, link
from dateline.tree import children, subtree

_SAID = frozenset({"reported", "foretold"})
_OPEN = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CALLED_FOR})
_CLOSED = frozenset({Status.ACTUAL, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class _World:
    """What holds where a clause stands: the status it would have without words of its own."""

    status: Status = Status.ACTUAL
    cues: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()
    condition: Span | None = None
    how: str = ""  # the effect of the last governor
    giver: int | None = None  # the last governor: who speaks or wants

    def turned(self, status: Status, rule: str, *spans: Span) -> _World:
        return replace(self, status=status, cues=(*self.cues, *spans), rules=(*self.rules, rule))


def judge(sentence: Sentence, head: int, words: tuple[int, ...] = (), doer: int | None = None) -> Judged:
    """The status of the predicate ``head``, with the spans and ids of the cues that told it.

    ``words`` are its other tokens (light verb, particle, noun), ``doer`` the token of who does it, where known.
    """
    world = _clause(sentence, head, tuple(w for w in words if w != head), doer, frozenset())
    return Judged(world.status, tuple(sorted(set(world.cues))), "+".join(world.rules), world.condition)


def _clause(sentence: Sentence, i: int, words: tuple[int, ...], doer: int | None, seen: frozenset[int]) -> _World:
    if i in seen:
        return _World()
    seen = seen | {i}
    token = sentence.tokens[i]
    if token.dep == "conj" and token.head not in seen:
        return _coordinated(sentence, token, words, doer, seen)
    world = _context(sentence, i, words, doer, seen)
    return _own(sentence, token, words, doer, world, seen)


def _coordinated(
    sentence: Sentence, token: Token, words: tuple[int, ...], doer: int | None, seen: frozenset[int]
) -> _World:
    """A coordinated predicate stands where the first one does, and may share its modal and negation."""
    first = sentence.tokens[token.head]
    noun = _just_before(sentence, token) if token.pos in VERBS else None
    if noun and (cue := _cue(sentence, noun, "that", "")) and cue.kind == "noun":
        above = _clause(sentence, noun.i, (), None, seen)
        return _own(sentence, token, words, doer, _apply(sentence, cue, noun, token, doer, above), seen)
    like = (first.pos in VERBS) == (token.pos in VERBS)
    if not like or shares_auxiliary(sentence, first, token):
        return _own(sentence, token, words, doer, _clause(sentence, first.i, (), doer, seen), seen)
    seen = seen | {first.i}
    while first.dep == "conj" and first.head not in seen:
        first = sentence.tokens[first.head]
        seen = seen | {first.i}
    return _own(sentence, token, words, doer, _context(sentence, first.i, (), doer, seen), seen)


def _context(sentence: Sentence, i: int, words: tuple[int, ...], doer: int | None, seen: frozenset[int]) -> _World:
    token = sentence.tokens[i]
    found = link(sentence, i, words)
    if found is None:
        return _root(sentence, token)
    if found.slot == "light":
        return _clause(sentence, found.governor, (*words, i), doer, seen)
    for word, slot, hinge in _places(sentence, token, found):
        if word.i not in seen and (cue := _cue(sentence, word, slot, hinge)):
            above = found.governor if hinge else word.i
            return _apply(sentence, cue, word, token, doer, _clause(sentence, above, (), None, seen))
    return _uncued(sentence, token, found, _clause(sentence, found.governor, (), None, seen))


def _places(sentence: Sentence, token: Token, found: Link) -> Iterator[tuple[Token, str, str]]:
    """Where a cue for the link could stand, in order: word, slot, and the kind of a hinge ("" for a governor)."""
    if found.hinge is not None:
        hinge = sentence.tokens[found.hinge]
        kind = "mark" if hinge.dep in ("mark", "advmod") or token.pos in VERBS else "prep"
        if found.slot == "whether" or any(t.lemma in ("instead", "rather") for t in children(sentence, hinge.i)):
            yield hinge, found.slot, kind
    slots = [found.slot]
    if found.slot == "rel" and _could_be_content(sentence, token):
        slots.append("that")
    if "that" in slots and (noun := _just_before(sentence, token)):
        yield noun, "that", ""
    yield from ((word, slot, "") for slot in slots for word in governors(sentence, found))
    if found.hinge is not None:
        yield hinge, found.slot, kind
        yield hinge, found.slot, "prep"


def _just_before(sentence: Sentence, token: Token) -> Token | None:
    """The noun right before a clause, wherever the parser hung it: "amid rumours the king has fled"."""
    start = subtree(sentence, token.i)[0].i
    return sentence.tokens[start - 1] if start and sentence.tokens[start - 1].pos in NOUNS else None


def _could_be_content(sentence: Sentence, token: Token) -> bool:
    """ "rumours (that) the king has fled", parsed as a relative clause."""
    kids = children(sentence, token.i)
    return any(t.text.lower() == "that" for t in kids) or not any(t.tag in ("WDT", "WP", "WRB") for t in kids)


def _root(sentence: Sentence, token: Token) -> _World:
    """A headline's "X to meet Y" is planned, a bare imperative called for, a question possible."""
    last = next((t.text for t in reversed(sentence.tokens) if t.text not in "\"'”’)"), "")
    if last == "?":
        return _World().turned(Status.POSSIBLE, "status.question", sentence.tokens[-1].span)
    if token.tag == "VB" and is_infinitive(sentence, token):
        return _World().turned(Status.PLANNED, "status.infinitive", token.span)
    if is_imperative(sentence, token):
        return _World().turned(Status.CALLED_FOR, "status.imperative", token.span)
    return _World()


def _cue(sentence: Sentence, word: Token, slot: str, hinge: str) -> Cue | None:
    """The cue that ``word`` is for what fills its ``slot``."""
    for kind in (hinge,) if hinge else _kinds(word):
        for key in forms(word):
            for cue in status_cues().by_word.get((kind, key), ()):
                if (slot in cue.governs or hinge) and _beside(sentence, word, cue):
                    return cue
    return None


def _kinds(word: Token) -> tuple[str, ...]:
    if word.pos in NOUNS:
        return ("noun", "verb") if word.tag == "VBG" else ("noun",)
    return ("verb", "adj", "adverb") if word.pos in VERBS else ("adj", "adverb", "verb", "noun")


def _beside(sentence: Sentence, word: Token, cue: Cue) -> bool:
    near = [*children(sentence, word.i), sentence.tokens[word.head]]
    near += [t for k in near if k.head == word.i and k.dep in ("dobj", "prep", "prt") for t in children(sentence, k.i)]
    return all(any(rest in (t.text.lower(), t.lemma) for t in near) for rest in cue.rest)


def _apply(sentence: Sentence, cue: Cue, word: Token, token: Token, doer: int | None, above: _World) -> _World:
    """What becomes of the governor's status in what it governs."""
    effect = effect_of(sentence, cue, word, token, doer)
    if cue.kind in ("mark", "prep") and effect in ("same", "time") and is_past(sentence, token):
        return _World(how="reported")
    status = status_cues().effects[effect][above.status]
    how = effect if effect in _SAID else "reported" if is_finite(sentence, token) else ""
    how = "settled" if cue.kind == "mark" and effect == "planned" or effect == "during" else how
    how = "attempted" if cue.effect == "attempted" or word.lemma == "effort" else how
    return replace(above.turned(status, cue.id, word.span), how=how, giver=word.i)


def _uncued(sentence: Sentence, token: Token, found: Link, above: _World) -> _World:
    """Governed by a word that is no cue."""
    noun = token.pos in NOUNS
    if above.status in _OPEN and is_fact(sentence, token, found, above.how):
        return _World(how="reported")
    if found.slot == "to" and not noun:
        return above if is_ranked(sentence, found.governor) else _purpose(token, above)
    if token.tag == "VB" and found.slot in ("that", "comp", "dep") and is_imperative(sentence, token):
        return _World().turned(Status.CALLED_FOR, "status.imperative", token.span)
    if found.slot in ("rel", "parataxis", "clause", "that", "wh"):
        anew = above.status in _CLOSED or found.slot in ("rel", "wh")
        return _World(how="reported", giver=found.governor) if anew else above
    if not noun or above.status is Status.ACTUAL:
        return above
    topic = is_topic(sentence, token, found, above.status)
    return above if not topic and is_said_to_occur(sentence, token, found, above.status) else _World()


def _purpose(token: Token, above: _World) -> _World:
    return above.turned(status_cues().effects["purpose"][above.status], "status.purpose", token.span)


def _own(
    sentence: Sentence, token: Token, words: tuple[int, ...], doer: int | None, world: _World, seen: frozenset[int]
) -> _World:
    """What the clause or noun phrase itself adds: modal or tense, condition, modifiers, negation."""
    if token.pos in NOUNS:
        world = _modified(sentence, token, world)
    else:
        world = _moody(sentence, token, doer, world)
        for w in words:
            if sentence.tokens[w].pos in NOUNS and w != token.i:
                world = _modified(sentence, sentence.tokens[w], world)
        world = _conditional(sentence, token, world)
    not_words = negations(sentence, token, words, seen - {token.i})
    for t in not_words[:1] if len(not_words) % 2 else ():
        effect = "cannot" if world.how == "ability" else "not"
        world = world.turned(status_cues().effects[effect][world.status], "status.negation", t.span)
    return world


def _modified(sentence: Sentence, token: Token, world: _World) -> _World:
    for cue, word in modifier_cues(sentence, token) if world.how != "settled" else ():
        name = "same" if cue.effect == "attempted" and token.lemma in status_cues().lists["attacks"] else cue.effect
        effect = status_cues().effects.get(name)
        if cue.effect in ("same", "reported", "foretold", "obliged") or effect is None:
            continue
        world = world.turned(effect[world.status], cue.id, word.span)
    return world


def _moody(sentence: Sentence, token: Token, doer: int | None, world: _World) -> _World:
    if world.status not in (Status.ACTUAL, Status.PLANNED) or world.how == "settled":
        return world
    if found := modal_of(sentence, token):
        return _modal(sentence, token, doer, world, *found)
    if world.status is Status.ACTUAL and (cue := extra_future(sentence, token)):
        return world.turned(Status.PLANNED, "status.future", cue)
    return world


def _modal(sentence: Sentence, token: Token, doer: int | None, world: _World, cue: Cue, word: Token) -> _World:
    if cue.effect == "same" or is_performed(sentence, token, word):
        return world
    if cue.effect == "future":
        if world.status is Status.PLANNED:
            return world
        return world.turned(will_or_may(sentence, token, word, doer, world.how, world.giver), cue.id, word.span)
    if cue.effect == "called_for" and first_person(sentence, token):
        return world.turned(Status.PLANNED, cue.id, word.span)
    how = cue.effect if cue.effect == "ability" else world.how
    return replace(world.turned(status_cues().effects[cue.effect][world.status], cue.id, word.span), how=how)


def _conditional(sentence: Sentence, token: Token, world: _World) -> _World:
    if world.status is Status.ACTUAL or not (found := conditions(sentence, token)):
        return world
    mark, span = found
    status = Status.POSSIBLE if world.status is Status.PLANNED else world.status
    return replace(world.turned(status, "status.condition", mark), condition=span)

"""Which predicates could be events: verbs, event nouns and adjectives, with the mentions that fill their roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.knowledge.rules import codes
from dateline.knowledge.shapes import Rule
from dateline.records import Candidate, Form, Sentence, Token
from dateline.tree import children, preposition, subtree
from dateline.what.slots import by_phrase, fill, is_passive

_ADPOSITIONAL = ("prt", "prep", "advmod", "agent", "npadvmod", "dobj", "acomp", "oprd", "dep", "amod")
_DEEP = ("of", "by", "from", "in", "between", "against", "with", "for", "on", "to")


def find(sentence: Sentence, actors: Mapping[int, int]) -> tuple[Candidate, ...]:
    """Every rule that fires in the sentence, several on one predicate too.

    ``actors`` maps token indices to the ids of resolved mentions that could act or be acted on.
    """
    found = [c for token in sentence.tokens for c in _of_token(sentence, token, actors)]
    best = _by_head(found)
    return tuple(_with_content_mode(sentence, c, best) for c in found)


def stopped(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a rule of the candidate's type knows its word and says why it is none here ("charged with a task")."""
    known, token = codes(), sentence.tokens[candidate.head]
    rules = known.by_verb if token.tag.startswith("VB") else known.by_noun
    return any(
        _holds(sentence, token, None, slot, unwanted)
        for rule in rules.get(token.lemma, ())
        if rule.type == candidate.type
        for slot, unwanted in rule.unless
    )


def _of_token(sentence: Sentence, token: Token, actors: Mapping[int, int]) -> Iterator[Candidate]:
    known = codes()
    if token.tag.startswith("VB") and token.dep not in ("aux", "auxpass"):
        for rule in known.by_verb.get(token.lemma, ()):
            words = _words(sentence, token, rule.verbs)
            if words:
                yield from _candidate(sentence, token, Form.VERB, rule, words, None, actors)
    elif token.tag.startswith("NN") and token.dep not in ("compound", "nmod", "npadvmod"):
        rules = known.by_noun.get(token.lemma, ())
        light = _light_verb(sentence, token) if rules else None
        for rule in rules:
            if words := _words(sentence, token, rule.nouns):
                form = Form.NOUN if light is None else Form.LIGHT
                words = words if light is None else tuple(sorted({*words, light}))
                yield from _candidate(sentence, token, form, rule, words, light, actors)
    elif token.pos in ("ADJ", "VERB", "ADV"):
        for rule in known.by_adjective.get(token.text.lower(), ()):
            yield from _candidate(sentence, token, Form.ADJECTIVE, rule, (token.i,), None, actors)


def _words(sentence: Sentence, token: Token, phrases: tuple[str, ...]) -> tuple[int, ...]:
    """The tokens of the first phrase that stands here ("call on": the verb and its particle), () when none does."""
    for phrase in phrases:
        first, *rest = phrase.split()
        if first != token.lemma:
            continue
        words = [token.i]
        for word in rest:
            below = [t for t in subtree(sentence, token.i) if word in (t.text.lower(), t.lemma)] if rest else []
            direct = [t for t in below if t.head == token.i and t.dep in _ADPOSITIONAL or t.head in words]
            if not direct:
                break
            words.append(direct[0].i)
        else:
            return tuple(sorted(words))
    return ()


def _light_verb(sentence: Sentence, noun: Token) -> int | None:
    """The verb that only carries the noun: *held* talks, a meeting was *attended* by, talks *began*."""
    governor = sentence.tokens[noun.head]
    if governor.tag == "IN" and noun.dep == "pobj":
        verb = sentence.tokens[governor.head]
        carried = verb.lemma in ("carry", "engage", "participate", "take") and governor.text.lower() in (
            "in",
            "out",
            "part",
        )
        return verb.i if carried else None
    if not governor.tag.startswith("VB"):
        return None
    lists = codes().lists
    if noun.dep in ("dobj", "nsubjpass", "attr") and governor.lemma in lists["light"]:
        return governor.i
    if noun.dep == "nsubj" and (governor.lemma in lists["happen"] or _takes_place(sentence, governor)):
        return governor.i
    return None


def _takes_place(sentence: Sentence, verb: Token) -> bool:
    return verb.lemma == "take" and any(t.lemma == "place" for t in children(sentence, verb.i, "dobj"))


def _candidate(
    sentence: Sentence,
    token: Token,
    form: Form,
    rule: Rule,
    words: tuple[int, ...],
    light: int | None,
    actors: Mapping[int, int],
) -> Iterator[Candidate]:
    if not all(_holds(sentence, token, light, slot, wanted) for slot, wanted in rule.needs):
        return
    if any(_holds(sentence, token, light, slot, unwanted) for slot, unwanted in rule.unless):
        return
    doers = _first_filled(sentence, token, light, rule.actors, actors)
    others = tuple(m for m in _first_filled(sentence, token, light, rule.recipients, actors) if m not in doers)
    if rule.both and not (doers and others):
        return
    mode = _mode(sentence, token, light, rule) or rule.mode
    yield Candidate(
        sentence=sentence.index,
        head=token.i,
        form=form,
        rule=rule.id,
        type=rule.type,
        mode=mode,
        actors=doers,
        recipients=others,
        words=words,
        probability=_specific(rule),
        speech=rule.speech,
    )


def _specific(rule: Rule) -> float:
    """A rule that demands more is surer where several fire on one predicate."""
    return min(0.98, rule.probability + 0.02 * len(rule.needs))


def _first_filled(
    sentence: Sentence,
    token: Token,
    light: int | None,
    alternatives: tuple[tuple[str, ...], ...],
    actors: Mapping[int, int],
) -> tuple[int, ...]:
    """The mentions in the first alternative of slots that has any."""
    for slots in alternatives:
        tokens = [t for slot in slots for t in fill(sentence, token.i, slot, light)]
        tokens += [x for t in tokens for x in _list_members(sentence, t, actors)]
        found = [m for t in tokens for m in _actors_in(sentence, t, actors, 2)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _list_members(sentence: Sentence, token: Token, actors: Mapping[int, int]) -> list[Token]:
    """Further names of a list that the parser reads as appositions: "A, the South Korean envoy B, and C"."""
    if token.pos != "PROPN" or token.i not in actors:
        return []
    named = [t for t in subtree(sentence, token.i) if t.dep == "appos" and t.i in actors]
    return [
        t for t in named if any(x.pos == "PROPN" and x.entity != "GPE" for x in (t, *children(sentence, t.i, "appos")))
    ]


def _actors_in(sentence: Sentence, token: Token, actors: Mapping[int, int], depth: int) -> list[int]:
    """The mention at a token, else those that own it: "Pyongyang's missile test", "members of the cabinet"."""
    if token.i in actors:
        return [actors[token.i]]
    if depth == 0:
        return []
    inner = children(sentence, token.i, "poss", "compound", "amod", "nmod", "nummod")
    inner += [t for t in children(sentence, token.i, "appos") if t.i in actors]
    found = [m for t in inner for m in _actors_in(sentence, t, actors, depth - 1 if t.dep == "poss" else 0)]
    if found:
        return found
    for word in _DEEP:
        below = by_phrase(sentence, token.i) if word == "by" else preposition(sentence, token.i, word)
        found = [m for t in below for m in _actors_in(sentence, t, actors, depth - 1)]
        if found:
            return found
    return []


def _holds(sentence: Sentence, token: Token, light: int | None, slot: str, wanted: frozenset[str]) -> bool:
    if slot == "self":
        return token.lemma in wanted or token.text.lower() in wanted
    if slot == "modifier":
        return token.dep == "amod"
    if slot == "light":
        return light is not None and (not wanted or sentence.tokens[light].lemma in wanted)
    if slot == "sentence":
        found = list(sentence.tokens)
    elif slot == "passive":
        return is_passive(sentence, token.i)
    else:
        found = fill(sentence, token.i, slot, light)
    if not wanted:
        return bool(found)
    return any(_is_one_of(sentence, t, wanted) for t in found)


def _is_one_of(sentence: Sentence, token: Token, wanted: frozenset[str]) -> bool:
    if token.lemma in wanted or token.text.lower() in wanted:
        return True
    compound = " ".join([t.lemma for t in children(sentence, token.i, "compound", "amod")][-1:] + [token.lemma])
    if compound in wanted:
        return True
    if token.lemma in codes().lists["partitive"] or token.tag == "CD":
        return any(_is_one_of(sentence, t, wanted) for t in preposition(sentence, token.i, "of"))
    return False


def _mode(sentence: Sentence, token: Token, light: int | None, rule: Rule) -> str | None:
    if not rule.modes:
        return None
    around = {w for t in subtree(sentence, token.i if light is None else light) for w in (t.lemma, t.text.lower())}
    return next((mode for mode, lemmas in rule.modes if lemmas & around), None)


def _by_head(found: list[Candidate]) -> dict[int, Candidate]:
    best: dict[int, Candidate] = {}
    for c in found:
        if c.head not in best or c.probability > best[c.head].probability:
            best[c.head] = c
    return best


def _with_content_mode(sentence: Sentence, candidate: Candidate, best: Mapping[int, Candidate]) -> Candidate:
    """The mode of a request, refusal or threat by what is asked, refused or threatened."""
    rule = codes().rules[candidate.rule]
    table = codes().content_modes.get(candidate.type)
    if not rule.mode_from or not table:
        return candidate
    light = next((w for w in candidate.words if w != candidate.head and sentence.tokens[w].tag.startswith("VB")), None)
    for token in fill(sentence, candidate.head, rule.mode_from, light):
        inner = best.get(token.i) or next((best[t.i] for t in children(sentence, token.i, "dobj") if t.i in best), None)
        if inner is not None and inner.type in table:
            return replace(candidate, mode=table[inner.type])
    return replace(candidate, mode=candidate.mode or table[""] or None)

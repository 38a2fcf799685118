"""The one place that knows the order of the rooms: a story goes in, its claims come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from dateline.errors import DatelineError
from dateline.knowledge.rules import codes
from dateline.reading.encode import encode
from dateline.reading.parse import parse
from dateline.reading.wire import dateline_of, mark
from dateline.records import (
    Candidate,
    Claim,
    Coded,
    Layers,
    Located,
    MentionKind,
    Problem,
    Reading,
    Resolved,
    Role,
    Sense,
    Sentence,
    Span,
    Story,
)
from dateline.says.chain import chain, name, reporters
from dateline.says.speech import find as find_speech
from dateline.says.status import judge as judge_status
from dateline.what.climate import heat_of, politics_of
from dateline.what.contexts import contexts_of, themes
from dateline.what.fill import Found, claim, clause
from dateline.what.fold import fold
from dateline.what.judge import choose
from dateline.what.learned import candidates as learned_candidates
from dateline.what.learned import told_by
from dateline.what.match import find as find_events
from dateline.what.match import stopped
from dateline.what.others import with_other_side
from dateline.what.quantities import quantities_of
from dateline.what.scene import Scene, fillers_near
from dateline.when.attach import saying_time, time_of
from dateline.when.find import find as find_times
from dateline.when.resolve import resolve as resolve_times
from dateline.where.attach import place_of
from dateline.where.find import find as find_places
from dateline.where.resolve import resolve as resolve_places
from dateline.where.scene import scene_of
from dateline.who.find import find as find_mentions
from dateline.who.follow import follow
from dateline.who.quoted import speak_for_themselves
from dateline.who.resolve import resolve as resolve_actors


def code(story: Story) -> Coded:
    """Code one story; a failure inside is a Problem of the result and never an exception."""
    reading = Reading(story, (), ())
    try:
        reading = read(story)
        layers = annotate(reading)
        return Coded(reading, layers, claims_of(reading, layers))
    except DatelineError:
        raise  # a missing model or a broken knowledge file is no fault of the story
    except Exception as error:  # noqa: BLE001  one bad story may not stop the batch
        return Coded(reading, Layers(), (), (Problem(story.id, f"{type(error).__name__}: {error}; please report it"),))


def read(story: Story) -> Reading:
    """Zones and parsed sentences of a story."""
    zones = mark(story.text, story.title)
    return Reading(story, zones, parse(story.text, zones))


def annotate(reading: Reading, judged: bool = True) -> Layers:
    """All rooms but the last: who, when, where and who says what, with the candidates for events."""
    story, sentences = reading.story, reading.sentences
    mentions = follow(find_mentions(story.text, sentences), sentences)
    times = resolve_times(find_times(story.text, sentences), sentences, story.published, _dateline_day(reading))
    places = resolve_places(find_places(story.text, sentences), sentences, _dateline_place(reading))
    resolved = resolve_actors(mentions, sentences, story.published)
    speech = name(find_speech(story.text, sentences), resolved)
    resolved = speak_for_themselves(story.text, mentions, resolved, speech)
    senses = _senses(sentences, resolved)
    candidates = _candidates(sentences, resolved, senses) if judged else ()
    return Layers(mentions, resolved, times, places, speech, candidates, senses)


def claims_of(reading: Reading, layers: Layers) -> tuple[Claim, ...]:
    """The claims of a story from what the rooms found, each act once."""
    actors = _by_mention(layers.resolved)
    told = [c for c in layers.candidates if not c.rejected]
    kept = with_other_side(told, reading.sentences, layers.resolved, actors)
    aside = frozenset(s.index for s in reading.sentences if s.role is not Role.BODY)
    about = themes(reading.sentences)
    return fold([_claim(reading, layers, c, actors, about) for c in kept], aside)


def _senses(sentences: Sequence[Sentence], resolved: Sequence[Resolved]) -> dict[int, Sense]:
    """The trained reader's view of every sentence in which somebody is named who could act."""
    somebody = {r.mention.sentence for r in resolved if _is_somebody(r)}
    read_on = [s for s in sentences if s.index in somebody]
    return dict(zip((s.index for s in read_on), encode(read_on), strict=True))


def scenes(story: Story) -> Iterator[tuple[Scene, list[Candidate]]]:
    """Every sentence that could hold an event, with its candidates before anybody is put on a side or judged.

    For fitting the weights of both (train/weigh.py).
    """
    reading = read(story)
    layers = annotate(reading, judged=False)
    for scene in _scenes(reading.sentences, layers.resolved, layers.senses):
        yield scene, _possible(scene)


def _candidates(
    sentences: Sequence[Sentence], resolved: Sequence[Resolved], senses: Mapping[int, Sense]
) -> tuple[Candidate, ...]:
    out: list[Candidate] = []
    for scene in _scenes(sentences, resolved, senses):
        out += choose(_possible(scene), scene)
    return tuple(out)


def _scenes(
    sentences: Sequence[Sentence], resolved: Sequence[Resolved], senses: Mapping[int, Sense]
) -> Iterator[Scene]:
    actors = _by_mention(resolved)
    politics = politics_of(resolved, len(sentences))
    heat = heat_of(senses.values(), len(sentences), politics)
    words = {s.index: _fillers(s, resolved) for s in sentences if s.index in senses}
    for sentence in sentences:
        if sentence.index in senses:
            near = fillers_near(words, sentence.index)
            rights = [senses[sentence.index + f.away].right[list(f.words)] for f in near]
            yield Scene(sentence, senses[sentence.index], actors, politics, heat, near, np.concatenate(rights))


def _possible(scene: Scene) -> list[Candidate]:
    """What the rules and the reader see in a sentence."""
    rules = find_events(scene.sentence, scene.here)
    learned = (c for c in learned_candidates(scene) if not told_by(rules, c))
    return [*rules, *(c for c in learned if not stopped(scene.sentence, c))]


def _fillers(sentence: Sentence, resolved: Sequence[Resolved]) -> dict[int, list[int]]:
    """Mention -> words, for the words at which somebody can fill a role."""
    present = [r for r in resolved if r.mention.sentence == sentence.index and _is_somebody(r)]
    here = {t: r.mention.id for r in present for t in _heads(sentence, r)}
    out: dict[int, list[int]] = {}
    for word, mention in sorted((here | _titles(sentence, present, here)).items()):
        out.setdefault(mention, []).append(word)
    return out


def _is_somebody(r: Resolved) -> bool:
    """Not a missile, a ship or a sea of nobody: things act only for an owner."""
    return bool(r.actor.country or r.actor.sectors) or r.mention.kind is not MentionKind.DESCRIPTION


def _heads(sentence: Sentence, resolved: Resolved) -> list[int]:
    """The tokens at which the mention can fill a role: its head and the words of its name."""
    core = resolved.mention.core
    named = [t.i for t in sentence.tokens if core.start <= t.span.start < core.end and t.pos not in ("DET", "ADP")]
    return [*named, resolved.mention.head]


def _titles(sentence: Sentence, resolved: Sequence[Resolved], taken: Mapping[int, int]) -> dict[int, int]:
    """The title words of a mention, which the parser may take for its head ("the Director General ... Funakoshi")."""
    return {
        t.i: r.mention.id
        for r in resolved
        for t in sentence.tokens
        if r.mention.span.start <= t.span.start < r.mention.core.start
        and t.pos in ("NOUN", "PROPN")
        and t.i not in taken
    }


def _claim(
    reading: Reading,
    layers: Layers,
    candidate: Candidate,
    actors: Mapping[int, Sequence[Resolved]],
    about: Mapping[str, Span],
) -> Claim:
    story, sentence = reading.story, reading.sentences[candidate.sentence]
    told = clause(sentence, candidate)
    verb = min(candidate.words, key=lambda i: (not sentence.tokens[i].tag.startswith("VB"), i))
    if sentence.tokens[verb].lemma in codes().lists["arranging"]:
        verb = candidate.head  # "talks are set for Monday": the verb tells the status of the talks
    doer = _token_of(sentence, candidate.actors, actors)
    times = tuple(t for t in layers.times if t.sentence == sentence.index)
    places = tuple(p for p in layers.places if p.sentence == sentence.index and not _acts(p, candidate, actors))
    said = saying_time(sentence, verb, times)
    own = time_of(sentence, verb, times) or time_of(sentence, candidate.head, times)
    links = chain(layers.attributions, sentence.tokens[verb].span, sentence)
    if candidate.speech:
        links = reporters(links, [r.actor.id for m in candidate.actors for r in actors.get(m, ())])
    found = Found(
        judged=judge_status(sentence, verb, candidate.words, doer),
        when=own or (said if candidate.speech else None),  # a demand reported as said on Friday was made on Friday
        said_when=said,
        where=place_of(sentence, candidate.head, candidate.words, places) or _scene(layers, candidate),
        attributions=links,
        quantities=quantities_of(story.text, sentence, told, candidate.type),
        contexts=contexts_of(sentence, candidate.head, candidate.type, candidate.mode, about),
    )
    return claim(story, sentence, candidate, actors, found, _credit(reading, sentence))


def _credit(reading: Reading, sentence: Sentence) -> Span | None:
    """The words of the agency credited under a caption."""
    if sentence.role is not Role.CAPTION:
        return None
    after = (z for z in reading.zones if z.role is Role.CREDIT and z.span.start >= sentence.span.end)
    zone = next(after, None)
    near = zone is not None and "\n" not in reading.story.text[sentence.span.end : zone.span.start].strip(" ")
    return zone.span if zone is not None and near else None


def _scene(layers: Layers, candidate: Candidate) -> Located | None:
    """The country where the story plays, for a deed whose sentence tells no place; words may be said anywhere."""
    return None if candidate.speech else scene_of(candidate.sentence, layers.places)


def _acts(place: Located, candidate: Candidate, actors: Mapping[int, Sequence[Resolved]]) -> bool:
    """Whether the place's words are an actor of the event ("called on North Korea"): no scene, except of a visit."""
    if candidate.mode == "visit":
        return False
    sides = [r.mention.core for m in (*candidate.actors, *candidate.recipients) for r in actors.get(m, ())]
    return any(s.start <= place.span.start and place.span.end <= s.end for s in sides)


def _token_of(sentence: Sentence, mentions: Sequence[int], actors: Mapping[int, Sequence[Resolved]]) -> int | None:
    return next(
        (r.mention.head for m in mentions for r in actors.get(m, ()) if r.mention.sentence == sentence.index), None
    )


def _by_mention(resolved: Sequence[Resolved]) -> dict[int, list[Resolved]]:
    out: dict[int, list[Resolved]] = {}
    for r in resolved:
        out.setdefault(r.mention.id, []).append(r)
    return out


def _dateline_place(reading: Reading) -> str:
    zone = dateline_of(reading.zones)
    return zone.value if zone else ""


def _dateline_day(reading: Reading) -> date | None:
    """A full date in the byline or dateline of the story ("Updated: 2021-09-15"), as anchor where none was given."""
    for zone in reading.zones:
        if zone.role in ("dateline", "byline", "credit"):
            match = re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", reading.story.text[zone.span.start : zone.span.end])
            if match:
                return _day(*map(int, match.groups()))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

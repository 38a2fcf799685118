"""Which of the candidates are events, of which type and mode, and how probable each is.

Rules decide what is clear: among the readings of one predicate the surest rule wins, unless the trained reader sees
nothing of the kind there. Where no rule reads a word the reader decides, if it is sure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.rules import codes
from dateline.records import Candidate, Form, Resolved
from dateline.tree import children
from dateline.what.climate import bar_in, out_of_place
from dateline.what.learned import READER
from dateline.what.political import is_political
from dateline.what.roles import with_roles
from dateline.what.scene import Scene
from dateline.what.weigh import facts_of, probability

VETO = 0.03  # a rule's reading less probable than this is not believed
LONE = 0.8  # where the rule itself found nobody on either side
SURE = 0.75  # from here on what only the reader sees is an event
SURER = 0.9  # where the sentence already tells an act of that type
SUREST = 0.95  # where the words point back to something told ("the withdrawal")
_ARMED = frozenset({"REB", "UAF", "MIL", "PRM"})
_CIVIL_ACTS = frozenset({"PROTEST"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def choose(candidates: Sequence[Candidate], scene: Scene) -> tuple[Candidate, ...]:
    """All candidates with everybody on his side, those that are no events with the reason in ``rejected``."""
    filled = [_of_armed(with_roles(c, scene), scene.actors) for c in candidates]
    out: dict[int, Candidate] = {}
    for n in sorted(range(len(filled)), key=lambda n: _order(filled[n], scene, n)):
        p = round(probability(facts_of(filled[n], scene, filled)), 3)
        candidate = replace(filled[n], probability=p)
        reason = _why_not(candidate, candidates[n], scene, [c for c in out.values() if not c.rejected])
        out[n] = replace(candidate, rejected=reason)
    return tuple(out[n] for n in range(len(filled)))


def _of_armed(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]]) -> Candidate:
    """Crowds smash and burn in protest; armed groups destroy."""
    doers = [r for m in candidate.actors for r in actors.get(m, ())]
    if candidate.mode != "vandalize" or not doers or not all(_ARMED.intersection(r.actor.sectors) for r in doers):
        return candidate
    return replace(candidate, type="ASSAULT", mode="destroy")


def _order(candidate: Candidate, scene: Scene, n: int) -> tuple[bool, float, int, int]:
    """Rules before the reader, the surest first."""
    sure = candidate.probability if candidate.rule == READER else _prior(candidate, scene)
    return candidate.rule == READER, -sure, -len(candidate.words), n


def _prior(candidate: Candidate, scene: Scene) -> float:
    """The rule's own probability, less where a side is missing or the words are only a modifier."""
    p = candidate.probability
    if candidate.rule == READER:
        return p
    if not any(scene.actors.get(m) for m in candidate.actors):
        p -= 0.12
    if candidate.recipients and not any(scene.actors.get(m) for m in candidate.recipients):
        p -= 0.04
    if candidate.form is Form.NOUN:
        p -= 0.08
    if scene.sentence.tokens[candidate.head].dep == "amod":
        p -= 0.1
    return max(0.05, p)


def _why_not(candidate: Candidate, bare: Candidate, scene: Scene, told: Sequence[Candidate]) -> str:
    """The reason for which a candidate is not coded, "" where it is.

    ``bare`` is the candidate as its rule left it, ``told`` are the events found before it.
    """
    better = {w: c.rule for c in told for w in c.words}
    return (
        _nobody_political(candidate, scene.actors)
        or next((f"{better[w]} reads the same words better" for w in candidate.words if w in better), "")
        or _purpose_of_another(candidate, scene, told)
        or _not_sure(candidate, bare, scene, told)
        or out_of_place(candidate, scene.actors, scene.politics, _prior(bare, scene))
    )


def _not_sure(candidate: Candidate, bare: Candidate, scene: Scene, told: Sequence[Candidate]) -> str:
    bar = VETO if bare.actors or bare.recipients else LONE
    if candidate.rule == READER:
        bar = SURER if any(c.type == candidate.type for c in told) else SURE
        bar = SUREST if _points_back(candidate, scene) else bar
    bar = max(bar, bar_in(scene.heat))
    return "" if candidate.probability >= bar else f"not sure enough ({candidate.probability:.2f} under {bar})"


def _points_back(candidate: Candidate, scene: Scene) -> bool:
    """ "the withdrawal", "his offer": most often told before."""
    if candidate.form is not Form.NOUN:
        return False
    return any(t.dep == "poss" or t.text.lower() in _POINTING for t in children(scene.sentence, candidate.head))


def _purpose_of_another(candidate: Candidate, scene: Scene, told: Sequence[Candidate]) -> str:
    """ "visited Seoul to discuss": the talks are what the visit is for, not another meeting."""
    token = scene.sentence.tokens[candidate.head]
    if candidate.type != "CONSULT" or token.dep not in ("advcl", "xcomp"):
        return ""
    for_it = any(c.type == "CONSULT" and token.head in c.words for c in told)
    return "the purpose of a visit or meeting that is coded" if for_it else ""


def _nobody_political(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]]) -> str:
    """The reason for which nothing political happens here, "" where something does."""
    sides = [*candidate.actors, *candidate.recipients]
    if not sides:
        return "nobody found who did it or to whom"
    public = candidate.rule != READER and codes().rules[candidate.rule].public
    if candidate.type in _CIVIL_ACTS or public or _between_countries(candidate, actors):
        return ""
    if any(is_political(r) for m in sides for r in actors.get(m, ())):
        return ""
    return "no political actor on either side"


def _between_countries(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]]) -> bool:
    """Whether somebody of one country does it to somebody of another."""
    sides = [
        {r.actor.country for m in side for r in actors.get(m, ()) if r.actor.country}
        for side in (candidate.actors, candidate.recipients)
    ]
    return bool(sides[0] and sides[1] and sides[0] != sides[1])

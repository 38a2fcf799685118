"""Which of the candidates are events, of which type and mode, and how probable each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.knowledge.rules import codes
from dateline.records import Candidate, Form, Resolved, Sentence

# Sectors whose acts are politics by themselves; civilians, companies and the press only opposite one of these.
POLITICAL = frozenset(
    ["GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY", "UAF", "PRM", "OPP", "REF", "ELI", "IGO", "NGO"]
)
_BLOCS = frozenset(["UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "KOS"])
_CIVIL_ACTS = frozenset({"PROTEST"})


def choose(
    candidates: Sequence[Candidate], sentence: Sentence, actors: Mapping[int, Sequence[Resolved]]
) -> tuple[Candidate, ...]:
    """All candidates, the best on each predicate kept, the others with the reason in ``rejected``."""
    weighed = [_weigh(c, sentence, actors) for c in candidates]
    order = sorted(range(len(weighed)), key=lambda n: (-weighed[n].probability, _width(weighed[n]), n))
    taken: dict[int, str] = {}
    out: dict[int, Candidate] = {}
    for n in order:
        candidate = weighed[n]
        reason = _why_not(candidate, actors) or next(
            (f"{taken[w]} reads the same words better" for w in candidate.words if w in taken), ""
        )
        if not reason and _is_purpose_of_another(candidate, sentence, [out[k] for k in out]):
            reason = "the purpose of a visit or meeting that is coded"
        if not reason:
            taken.update(dict.fromkeys(candidate.words, candidate.rule))
        out[n] = replace(candidate, rejected=reason)
    return tuple(out[n] for n in range(len(weighed)))


def _is_purpose_of_another(candidate: Candidate, sentence: Sentence, judged: Sequence[Candidate]) -> bool:
    """ "visited Seoul to discuss": the talks are what the visit is for, not another meeting."""
    token = sentence.tokens[candidate.head]
    return (
        candidate.type == "CONSULT"
        and token.dep in ("advcl", "xcomp")
        and any(c.type == "CONSULT" and not c.rejected and token.head in c.words for c in judged)
    )


def _width(candidate: Candidate) -> int:
    return -len(candidate.words)


def _weigh(candidate: Candidate, sentence: Sentence, actors: Mapping[int, Sequence[Resolved]]) -> Candidate:
    """The rule's own probability, less where a side is missing or the words are only a modifier."""
    p = candidate.probability
    if not _known(candidate.actors, actors):
        p -= 0.12
    if candidate.recipients and not _known(candidate.recipients, actors):
        p -= 0.04
    if candidate.form is Form.NOUN:
        p -= 0.08
    if sentence.tokens[candidate.head].dep == "amod":
        p -= 0.1
    return replace(candidate, probability=round(max(0.05, p), 3))


def _why_not(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]]) -> str:
    """The reason for which nothing political happens here, "" where something does."""
    sides = [*candidate.actors, *candidate.recipients]
    if not sides:
        return "nobody found who did it or to whom"
    if candidate.type in _CIVIL_ACTS or codes().rules[candidate.rule].public or _between_countries(candidate, actors):
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


def is_political(resolved: Resolved) -> bool:
    """Whether this actor's acts are politics: a state, its bodies, an organisation, an armed group, a party."""
    actor = resolved.actor
    if actor.country in _BLOCS or POLITICAL.intersection(actor.sectors):
        return True
    return bool(actor.country) and not actor.sectors  # a country as such


def _known(mentions: Sequence[int], actors: Mapping[int, Sequence[Resolved]]) -> bool:
    return any(actors.get(m) for m in mentions)

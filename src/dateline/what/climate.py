"""How political a story is, and which acts to believe in a story that is hardly political at all.

A rocket that blasts off, a player who is sold and a star who apologises look like events to any list of verbs. In a
story where few sentences name a state, an army, a court or the like, an act must have one of these on a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.records import Candidate, Resolved, Sense
from dateline.what.political import POLITICAL

# Shares of sentences with a political actor, measured on 218 stories of all kinds: four of five stories of sport, show
# business, science and technology lie under WARM, all stories of wars and diplomacy above it.
WARM = 0.55
COLD = 0.25
SHORTEST = 4  # sentences; in a shorter text there is nothing to count
_ORGANISATIONS = frozenset({"UNO", "EUR", "IGO"})
_NO_STATE = frozenset({"NGO", "MNC", "IMG"})


def politics_of(resolved: Sequence[Resolved], sentences: int) -> float:
    """The share of the sentences of a story that name a political actor; 1 for a text too short to tell."""
    if sentences < SHORTEST:
        return 1.0
    return len({r.mention.sentence for r in resolved if is_state(r)}) / sentences


def is_state(r: Resolved) -> bool:
    """Somebody political who acts for a country or an intergovernmental body."""
    country = r.actor.country
    if country in _ORGANISATIONS:
        return True
    return bool(country) and country not in _NO_STATE and bool(POLITICAL.intersection(r.actor.sectors))


def out_of_place(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]], politics: float, prior: float) -> str:
    """Why an act is not believed in a story of this climate, "" where it is; ``prior`` is what its rule alone says."""
    if politics >= WARM:
        return ""
    does, bears = (
        any(is_state(r) for m in side for r in actors.get(m, ())) for side in (candidate.actors, candidate.recipients)
    )
    if not does and not bears:
        return f"hardly a political story ({politics:.2f}) and no state on a side"
    if politics < COLD and not (does and bears) and prior < 0.8:
        return f"no political story ({politics:.2f}) and a weak reading"
    return ""


# Measured on the same 218 stories: two of three quiet stories lie under TEPID, one in twenty of war and diplomacy does.
HOT, TEPID, CHILLY = 0.65, 0.5, 0.4
FEWEST = 7  # sentences; a shorter text has no climate of its own
BARS = (0.0, 0.3, 0.6, 0.9)  # the least probability of an act in hot, tepid, chilly and colder stories
_POLITICS = 0.6  # weight of the share of political sentences beside the reader's
_USUAL = 0.7  # share of political sentences that makes a story neither hotter nor cooler


def heat_of(senses: Iterable[Sense], sentences: int, politics: float) -> float:
    """How full of political acts a story is: the mean over its sentences of the surest event the reader sees in each,
    moved by the share of sentences that name a political actor."""
    if sentences < FEWEST:
        return HOT
    surest = (1.0 - float(sense.labels[:, 0].min()) for sense in senses if len(sense.labels))
    return sum(surest) / max(1, sentences) + _POLITICS * (politics - _USUAL)


def bar_in(heat: float) -> float:
    """The probability that an act must have at least in a story of this heat."""
    return BARS[sum(heat < step for step in (HOT, TEPID, CHILLY))]

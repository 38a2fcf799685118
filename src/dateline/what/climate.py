"""How political a story is, and which acts to believe in a story that is hardly political at all.

A rocket that blasts off, a player who is sold and a star who apologises look like events to any list of verbs. In a
story where few sentences name a state, an army, a court or the like, an act must have one of these on a side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records import Candidate, Resolved
from dateline.what.judge import POLITICAL

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


def out_of_place(candidate: Candidate, actors: Mapping[int, Sequence[Resolved]], politics: float) -> str:
    """Why an act is not believed in a story of this climate, "" where it is."""
    if politics >= WARM:
        return ""
    does, bears = (
        any(is_state(r) for m in side for r in actors.get(m, ())) for side in (candidate.actors, candidate.recipients)
    )
    if not does and not bears:
        return f"hardly a political story ({politics:.2f}) and no state on a side"
    if politics < COLD and not (does and bears) and candidate.probability < 0.8:
        return f"no political story ({politics:.2f}) and a weak reading"
    return ""

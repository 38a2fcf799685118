"""Who is a political actor: whose acts are politics by themselves."""

from __future__ import annotations

from dateline.records import Resolved

# Sectors whose acts are politics by themselves; civilians, companies and the press only opposite one of these.
POLITICAL = frozenset(
    ["GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY", "UAF", "PRM", "OPP", "REF", "ELI", "IGO", "NGO"]
)
_BLOCS = frozenset(["UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "KOS"])


def is_political(resolved: Resolved) -> bool:
    """Whether this actor's acts are politics: a state, its bodies, an organisation, an armed group, a party."""
    actor = resolved.actor
    if actor.country in _BLOCS or POLITICAL.intersection(actor.sectors):
        return True
    return bool(actor.country) and not actor.sectors  # a country as such

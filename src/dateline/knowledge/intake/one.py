"""One actor of a project's own cast list."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.errors import WrongUsage
from dateline.knowledge.actors import Player, Sort
from dateline.knowledge.intake.found import Refused, name_in, sector_in
from dateline.knowledge.intake.lands import land_in
from dateline.knowledge.intake.offices import term


def one_player(
    names: Sequence[str], country: str, sectors: Sequence[str], start: str, end: str, sort: Sort, source: str
) -> Player:
    """The actor with its name first and its aliases after it; WrongUsage says what is wrong."""
    try:
        forms = tuple(dict.fromkeys(name_in(n, "name") for n in names))
        land = land_in(country) if country else ""
        roles = tuple(dict.fromkeys(sector_in(s) for s in sectors))
        days = term(start, end) if start or end else ("", "")
    except Refused as error:
        raise WrongUsage(str(error)) from None
    if not land and not roles:
        raise WrongUsage(f"{forms[0]}: nothing is told; give --country or --sector")
    return Player(forms[0], forms[1:], land, roles, *days, sort, (), source)

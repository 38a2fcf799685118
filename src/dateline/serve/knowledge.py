"""What ``dateline knowledge`` does: read lists into the user's own rows, list and remove them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.errors import WrongUsage
from dateline.knowledge.actors import Sort
from dateline.knowledge.home import home
from dateline.knowledge.intake.found import Intake, Refused, text_of
from dateline.knowledge.intake.ftm import read_ftm
from dateline.knowledge.intake.lands import land_in
from dateline.knowledge.intake.offices import read_offices, term
from dateline.knowledge.intake.one import one_player
from dateline.knowledge.intake.phoenix import read_phoenix
from dateline.knowledge.own import Own, Source, files_of, own, together, without
from dateline.serve.write import whole_file

Reader = Callable[[Path, str, str], Intake]


def import_offices(files: Sequence[Path], country: str, source: str, dated: str) -> int:
    """Import tables of office-holders; returns the exit code, 1 when rows were refused."""
    try:
        land = land_in(country) if country else ""
    except Refused as error:
        raise WrongUsage(f"--country {error}") from None
    return _import(files, "offices", source, dated, lambda path, text, name: read_offices(path, text, name, land))


def import_phoenix(files: Sequence[Path], source: str, dated: str) -> int:
    """Import PETRARCH actor dictionaries."""
    return _import(files, "phoenix", source, dated, read_phoenix)


def import_ftm(files: Sequence[Path], source: str, dated: str) -> int:
    """Import FollowTheMoney entities."""
    return _import(files, "ftm", source, dated, read_ftm)


def _import(files: Sequence[Path], form: str, source: str, dated: str, read: Reader) -> int:
    names = [source or f.name for f in files]
    twice = sorted(n for n, times in Counter(names).items() if times > 1)
    if twice:
        raise WrongUsage(f"{twice[0]}: two files under one name; import them one by one with --source")
    have, refused = own(), 0
    for path, name in zip(files, names, strict=True):
        text, version = text_of(path)
        found = read(path, text, name)
        more = Own((Source(name, form, version, _day(dated)),), tuple(found.holders), tuple(found.players))
        have = together(have, more)
        refused += len(found.refused)
        for line in found.refused:
            print(f"dateline: {line}", file=sys.stderr)
        print(_told(found), file=sys.stderr)
    _store(have)
    return 1 if refused else 0


def _day(text: str) -> str:
    try:
        return term(text, "")[0] if text else ""
    except Refused as error:
        raise WrongUsage(f"--dated: {error}") from None


def _told(found: Intake) -> str:
    counts = [
        (len(found.holders), "terms of office"), (len(found.players), "actors"), (found.known, "known already"),
        (len(found.refused), "refused"),
    ]  # fmt: skip
    return f"{found.source}: " + (", ".join(f"{n} {what}" for n, what in counts if n) or "nothing in it")


def add(
    names: Sequence[str], country: str, sectors: Sequence[str], times: tuple[str, str], kind: Sort, source: str
) -> int:
    """Add one actor to a cast list; the same name from the same day on is replaced."""
    player = one_player(names, country, sectors, *times, kind, source)
    have = own()
    kept = [p for p in have.players if p.source == source and (p.name, p.start) != (player.name, player.start)]
    _store(together(have, Own((Source(source, "cast", ""),), (), (*kept, player))))
    print(f"{source}: {player.name} {' '.join((player.country, *player.sectors))}", file=sys.stderr)
    return 0


def show() -> int:
    """List the sources with their rows."""
    have = own()
    terms, actors = Counter(h.source for h in have.holders), Counter(p.source for p in have.players)
    for s in have.sources:
        facts = [s.format, f"{terms[s.name]} terms of office", f"{actors[s.name]} actors"]
        facts += [f"version {s.version}"] * bool(s.version) + [f"of {s.dated}"] * bool(s.dated)
        print(f"{s.name}: {', '.join(facts)}")
    print(f"{len(have.sources)} sources in {home()}", file=sys.stderr)
    return 0


def remove(names: Sequence[str]) -> int:
    """Remove all rows of the sources."""
    have = own()
    unknown = sorted(set(names) - {s.name for s in have.sources})
    if unknown:
        raise WrongUsage(f"{unknown[0]}: no such source; dateline knowledge list shows them")
    _store(without(have, names))
    return 0


def _store(have: Own) -> None:
    """Write the tables; each appears whole or not at all."""
    try:
        home().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUsage(f"{home()}: cannot be made ({error.strerror}); set DATELINE_KNOWLEDGE") from error
    for name, text in files_of(have).items():
        if text:
            with whole_file(home() / name) as out:
                out.write(text)
        else:
            (home() / name).unlink(missing_ok=True)

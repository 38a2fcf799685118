"""The commands under ``dateline knowledge``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Own knowledge: import, add, list, remove.")
imports = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Import lists of people, bodies and offices.")
app.add_typer(imports, name="import")

Files = Annotated[list[Path], typer.Argument(help="Files to import; one imported before is replaced.", dir_okay=False)]
Named = Annotated[str, typer.Option("--source", help="Name of the source; the file's name where none is given.")]
Dated = Annotated[str, typer.Option("--dated", help="Day the list is of, YYYY-MM-DD, to be shown by list.")]
Country = Annotated[str, typer.Option("--country", help="ISO 3166 code of three letters, such as USA.")]


class Kind(StrEnum):
    """What an added name stands for."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    MEDIA = "media"
    ANYBODY = "anybody"


@imports.command()
def offices(files: Files, country: Country = "", source: Named = "", dated: Dated = "") -> None:
    """Tables of office-holders: columns position, person, personID, start, end, country; Wikidata results."""
    from dateline.serve import knowledge

    raise typer.Exit(knowledge.import_offices(files, country, source, dated))


@imports.command()
def phoenix(files: Files, source: Named = "", dated: Dated = "") -> None:
    """PETRARCH (Phoenix) actor dictionaries with codes limited to dates."""
    from dateline.serve import knowledge

    raise typer.Exit(knowledge.import_phoenix(files, source, dated))


@imports.command()
def ftm(files: Files, source: Named = "", dated: Dated = "") -> None:
    """FollowTheMoney entities, one JSON object a line: Person, Position, Occupancy, Organization, PublicBody."""
    from dateline.serve import knowledge

    raise typer.Exit(knowledge.import_ftm(files, source, dated))


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="Name as news write it.")],
    country: Country = "",
    sector: Annotated[list[str] | None, typer.Option("--sector", help="PLOVER sector, such as GOV.")] = None,
    alias: Annotated[list[str] | None, typer.Option("--alias", help="Another spelling or name.")] = None,
    start: Annotated[str, typer.Option("--from", help="First day on which it is so.")] = "",
    end: Annotated[str, typer.Option("--until", help="Last day on which it is so.")] = "",
    kind: Annotated[Kind, typer.Option("--kind", help="What the name stands for.")] = Kind.ANYBODY,
    source: Annotated[str, typer.Option("--source", help="Name of the cast list.")] = "cast",
) -> None:
    """Add one actor to a cast list of your own."""
    from dateline.knowledge.actors import Sort
    from dateline.serve import knowledge

    names = [name, *(alias or [])]
    raise typer.Exit(knowledge.add(names, country, sector or [], (start, end), Sort(kind.value), source))


@app.command(name="list")
def list_() -> None:
    """List what is imported: source, format, rows, version."""
    from dateline.serve import knowledge

    raise typer.Exit(knowledge.show())


@app.command()
def remove(sources: Annotated[list[str], typer.Argument(help="Sources as list shows them.")]) -> None:
    """Remove all rows of a source."""
    from dateline.serve import knowledge

    raise typer.Exit(knowledge.remove(sources))

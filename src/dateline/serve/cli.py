"""The command line. Only what a command needs is imported, inside it: --help may not wait for a parser."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import DatelineError, WrongUsage
from dateline.serve.knowledge_cli import app as knowledge

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read news reports; print who did what to whom, when, where, according to whom, and how surely.",
)
app.add_typer(knowledge, name="knowledge")


class Format(StrEnum):
    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class Listing(StrEnum):
    """How to print what is no claim."""

    TABLE = "table"
    JSONL = "jsonl"


Files = Annotated[list[str], typer.Argument(help="Text, HTML or JSON-lines files, folders, or - for standard input.")]
Published = Annotated[str, typer.Option("--published", help="Day of publication, YYYY-MM-DD, where a story has none.")]
SourceName = Annotated[str, typer.Option("--source", help="Name of the outlet, where a story has none.")]
Output = Annotated[str, typer.Option("-o", "--output", help="File to write; it appears whole or not at all.")]
Surely = Annotated[float, typer.Option("--min-probability", min=0.0, max=1.0, help="Leave out claims below this.")]
Only = Annotated[int, typer.Option("--sentence", help="Explain only this sentence, counted from 0.")]


@app.command()
def code(
    files: Files,
    form: Annotated[Format, typer.Option("-f", "--format", help="How to print the claims.")] = Format.TABLE,
    output: Output = "",
    published: Published = "",
    source: SourceName = "",
    min_probability: Surely = 0.0,
) -> None:
    """Code stories: one line or row a claim, each with its evidence."""
    from dateline.serve import run

    job = run.Job(tuple(files), _day(published), source, min_probability)
    raise typer.Exit(run.code_files(job, form.value, Path(output) if output else None))


@app.command()
def annotate(files: Files, output: Output = "", published: Published = "", source: SourceName = "") -> None:
    """Print the layers under the claims: mentions, times, places, attributions; one JSON line a story."""
    from dateline.serve import run

    job = run.Job(tuple(files), _day(published), source, 0.0)
    raise typer.Exit(run.annotate_files(job, Path(output) if output else None))


@app.command()
def relate(
    file: Annotated[str, typer.Argument(help="JSON lines with a sentence and its two actors marked; - for stdin.")],
    output: Output = "",
) -> None:
    """Type the relation between two marked actors: one JSON line a sentence with root, quad class and mode."""
    from dateline.serve import run

    raise typer.Exit(run.relate_file(file, Path(output) if output else None))


@app.command()
def explain(files: Files, sentence: Only = -1, published: Published = "", source: SourceName = "") -> None:
    """Say for every sentence why it was coded or not."""
    from dateline.serve import run

    job = run.Job(tuple(files), _day(published), source, 0.0)
    raise typer.Exit(run.explain_files(job, None if sentence < 0 else sentence))


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A name, or one word of it.")],
    on: Annotated[str, typer.Option("--on", help="The day asked about, YYYY-MM-DD.")] = "",
    story: Annotated[str, typer.Option("--story", help="A story: say whom the name means there, and why.")] = "",
    form: Annotated[Listing, typer.Option("-f", "--format", help="How to print the candidates.")] = Listing.TABLE,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many candidates to show.")] = 20,
) -> None:
    """Say whom a name can mean on a day, with country, sectors, office, score and reason."""
    from dateline.serve.who import show

    raise typer.Exit(show(name, _day(on, "--on"), story, form.value, limit))


@app.command()
def demo() -> None:
    """Code the bundled example stories and show the table."""
    from dateline.serve import run

    raise typer.Exit(run.demo())


def _day(text: str, option: str = "--published") -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise WrongUsage(f"{option} {text}: not a date; write it as YYYY-MM-DD") from error
    if day.year < 1400:
        raise WrongUsage(f"{option} {text}: the year is before there were newspapers; write it as YYYY-MM-DD")
    return day


def _show_version(value: bool) -> None:
    if value:
        from dateline import __version__

        print(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of dateline itself."""


def main() -> None:
    """Entry point; one line for people instead of a traceback for what we raise on purpose."""
    try:
        app()
    except WrongUsage as error:
        print(f"dateline: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        raise SystemExit(1) from None
    except BrokenPipeError:  # the reader of our output went away ("| head")
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        print("dateline: stopped", file=sys.stderr)
        raise SystemExit(130) from None

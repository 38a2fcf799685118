"""Claims as a table for people: who -> did -> whom, when and where, how surely and according to whom, the words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.knowledge.load import document
from dateline.records import Attribution, Claim, Coded, Evidence, Located, Quantity, Resolved, Span, Story, TimeRef
from dateline.when.attach import event_value

_QUADS = {
    "verbal cooperation": "cyan",
    "material cooperation": "green",
    "verbal conflict": "yellow",
    "material conflict": "red",
}
_STATUS = {"actual": "bold", "planned": "blue", "called_for": "magenta", "possible": "dim", "negated": "red"}
_PLAIN_WIDTH = 118  # where the output is no terminal: a file must not depend on the window it was made in


def show(coded: Iterator[tuple[Coded, tuple[Claim, ...]]], out: TextIO) -> None:
    """Print one table a story to ``out``."""
    terminal = out is sys.stdout and sys.stdout.isatty()
    console = Console(file=out, width=None if terminal else _PLAIN_WIDTH, highlight=False)
    for one, claims in coded:
        story = one.reading.story
        console.print(_heading(story), soft_wrap=True)
        console.print(
            _table(story, claims, console.color_system is not None) if claims else Text("  nothing coded\n", "dim")
        )


def _heading(story: Story) -> Text:
    title = story.title or story.text.strip().split("\n", 1)[0][:90] or story.id
    facts = [x for x in (story.published.isoformat() if story.published else "", story.source.name) if x]
    return Text.assemble((title, "bold"), ("  " + ", ".join(facts) if facts else "", "dim"), ("  " + story.id, "dim"))


def _table(story: Story, claims: Sequence[Claim], colour: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, padding=(0, 1), show_lines=False)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column("who -> did -> whom", ratio=5)
    table.add_column("when, where", ratio=3)
    table.add_column("how surely, according to", ratio=3)
    table.add_column("in these words", ratio=7)
    for n, claim in enumerate(claims, 1):
        table.add_row(str(n), _deed(claim), _scene(claim), _source(claim, story), quote(claim, story, colour))
        table.add_row()
    return table


def _deed(claim: Claim) -> Text:
    from dateline.knowledge.rules import codes

    colour = _QUADS[codes().types[claim.type].quad]
    text = Text()
    text.append_text(side(claim.actors) if claim.actors else Text("somebody", "dim"))
    text.append("\n-> ")
    text.append(claim.type + (f" {claim.mode}" if claim.mode else ""), f"bold {colour}")
    if claim.recipients:
        text.append("\n-> ")
        text.append_text(side(claim.recipients))
    return text


def side(actors: Sequence[Resolved]) -> Text:
    """Actors as "Wang Yi (CHN GOV), protesters (CVL)"."""
    text = Text()
    for n, r in enumerate(actors):
        code = " ".join(x for x in (r.actor.country, *r.actor.sectors[:1]) if x)
        text.append(", " if n else "")
        text.append(r.actor.name)
        text.append(f" ({code})" if code else "", "dim")
    return text


def _scene(claim: Claim) -> Text:
    parts = [when_words(claim.when), where_words(claim.where)]
    if claim.when is None and claim.said_when is not None:
        parts.append(f"said {when_words(claim.said_when)}")
    parts += [quantity_words(q) for q in claim.quantities]
    return Text("\n".join(p for p in parts if p))


def when_words(ref: TimeRef | None) -> str:
    """ "14 Sep 2021", "Sep 2021", "XXXX-09-14" while the year is unknown, "" without a time."""
    if ref is None:
        return ""
    if ref.earliest is None or ref.latest is None:
        return event_value(ref) or ref.value
    if ref.earliest == ref.latest:
        return _day(ref.earliest)
    value = event_value(ref)
    return value if len(value) == 4 else f"{_day(ref.earliest)} - {_day(ref.latest)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def where_words(located: Located | None) -> str:
    """ "Tokyo, JPN"; the words of the text where the place is not known."""
    if located is None or located.place is None:
        return ""
    place = located.place
    return place.name if place.precision == "country" or not place.country else f"{place.name}, {place.country}"


def quantity_words(q: Quantity) -> str:
    """ "killed: at least 12 person", "released: hundreds prisoner"."""
    vague = q.approximate in document("what/quantities.yaml")["vague"]
    words = [f"{q.kind}:", q.approximate, "" if vague else f"{q.value:,.10g}", q.unit]
    return " ".join(w for w in words if w)


def _source(claim: Claim, story: Story) -> Text:
    text = Text(claim.status.replace("_", " "), _STATUS[claim.status])
    text.append(f" {claim.probability:.2f}", "dim")
    for a in claim.attributions:
        text.append("\n" + speaker_words(a, story))
    return text


def speaker_words(a: Attribution, story: Story) -> str:
    """Who says it, by name where it is known, else in the words of the story."""
    if a.speaker is not None:
        return f"{a.speaker.actor.name} ({a.kind})"
    span = a.source or a.cue
    return f"{story.text[span.start : span.end]} ({a.kind})"


def quote(claim: Claim, story: Story, colour: bool) -> Text:
    """The evidence with the words of the predicate marked: by style on a terminal, by asterisks elsewhere."""
    marked = [e.span for name, e in claim.fields if name == "type"]
    text = _marked(claim.evidence, story, marked, colour)
    if claim.more_evidence:
        again = len(claim.more_evidence)
        text.append(f"\n(told {again} more time{'s' if again > 1 else ''})", "dim")
    return text


def _marked(evidence: Evidence, story: Story, spans: Sequence[Span], colour: bool) -> Text:
    text = Text()
    at = evidence.span.start
    for span in sorted(spans):
        if not at <= span.start < span.end <= evidence.span.end:
            continue
        text.append(_flat(story.text[at : span.start]))
        word = story.text[span.start : span.end]
        text.append(word if colour else f"*{word}*", "bold underline")
        at = span.end
    text.append(_flat(story.text[at : evidence.span.end]))
    return text


def _flat(text: str) -> str:
    return "".join(" " if c.isspace() or not c.isprintable() else c for c in text)

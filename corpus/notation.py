"""The one parser and the one writer of the corpus notation (described in corpus/README.md).

A passage is a header, the text with marks, and one line a mark label::

    ## ea-0012 | 2017-03-06 | agency | east-asia | missiles
    [KCNA|s1] said on Monday that [North Korea|a1] had [test-fired|e1] two missiles on [Sunday|t1].
    a1: PRK MIL
    s1: media PRK
    t1: 2017-03-05
    e1: MOBILIZE/weapons actual a=a1 by=s1 t=t1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_MARK = re.compile(r"\[|\|([aestpq]\d+)\]")
_LABEL = re.compile(r"^([aestpq]\d+): *(.*)$")
_EVENT = re.compile(r"^([A-Z]+)(?:/([a-z-]+))? +(actual|planned|called_for|possible|negated)((?: +\w+=\S+)*)$")
_FIELDS = {"a": "actors", "r": "recipients", "by": "by", "t": "when", "p": "where", "q": "quantities", "c": "contexts"}


class NotationError(ValueError):
    """A passage that cannot be read; its text names file, passage and remedy."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the passage's text with its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Event:
    label: str
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    by: tuple[str, ...] = ()  # the chain of attribution, outermost first
    when: str = ""
    where: str = ""
    quantities: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    published: date
    style: str
    region: str
    topic: str
    text: str
    marks: tuple[Mark, ...]
    notes: dict[str, str]  # label -> what its line says, for actors, sources, times, places, quantities
    events: tuple[Event, ...]
    file: str = field(default="", compare=False)

    def words(self, label: str) -> str:
        """The words of the first mark with this label."""
        first = next(m for m in self.marks if m.label == label)
        return self.text[first.start : first.end]


def load(folder: Path) -> list[Passage]:
    """Every passage of every .txt file under ``folder``, in order of file and place."""
    return [p for path in sorted(folder.glob("**/*.txt")) for p in parse(path.read_text(encoding="utf8"), path.name)]


def parse(text: str, file: str = "") -> Iterator[Passage]:
    """The passages of one file."""
    for block in re.split(r"(?m)^(?=## )", text):
        if block.startswith("## "):
            yield _passage(block, file)


def write(passage: Passage) -> str:
    """The passage in the notation; ``parse`` of it gives the same passage."""
    head = f"## {passage.id} | {passage.published} | {passage.style} | {passage.region} | {passage.topic}"
    notes = [f"{label}: {note}" for label, note in passage.notes.items()]
    events = [f"{e.label}: {_event_line(e)}" for e in passage.events]
    return "\n".join([head, _marked(passage), *notes, *events]) + "\n\n"


def _passage(block: str, file: str) -> Passage:
    lines = [x.rstrip() for x in block.strip().split("\n")]
    head = [x.strip() for x in lines[0][3:].split("|")]
    where = f"{file}: {head[0]}"
    if len(head) != 5:
        raise NotationError(f"{where}: the header has {len(head)} fields; write id | date | style | region | topic")
    body = [x for x in lines[1:] if x and not _LABEL.match(x)]
    text, marks = _unmarked("\n".join(body), where)
    labels: dict[str, str] = {m[1]: m[2] for x in lines[1:] if (m := _LABEL.match(x))}
    events = tuple(_event(where, k, v) for k, v in labels.items() if k.startswith("e"))
    notes = {k: v for k, v in labels.items() if not k.startswith("e")}
    name, day, style, region, topic = head
    return Passage(name, _date(where, day), style, region, topic, text, tuple(marks), notes, events, file)


def _date(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotationError(f"{where}: {text} is no date; write YYYY-MM-DD") from error


def _unmarked(marked: str, where: str) -> tuple[str, list[Mark]]:
    text, starts, marks, last = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group(1) is None:
            starts.append(len(text))
        elif not starts:
            raise NotationError(f"{where}: a mark |{match.group(1)}] has no [ before it; add it")
        else:
            marks.append(Mark(starts.pop(), len(text), match.group(1)))
    if starts:
        raise NotationError(f"{where}: a [ is never closed by |label]; close it (no other square brackets in the text)")
    return text + marked[last:], sorted(marks, key=lambda m: (m.start, -m.end))


def _event(where: str, label: str, line: str) -> Event:
    match = _EVENT.match(line.strip())
    if match is None:
        raise NotationError(f"{where}: {label}: {line!r}; write TYPE/mode status a=.. r=.. by=.. t=.. p=..")
    values: dict[str, str] = {}
    for pair in match.group(4).split():
        key, value = pair.split("=", 1)
        if key not in _FIELDS:
            raise NotationError(f"{where}: {label}: unknown field {key}; use {', '.join(_FIELDS)}")
        values[_FIELDS[key]] = value

    def many(name: str, by: str = ",") -> tuple[str, ...]:
        return tuple(x for x in values.get(name, "").split(by) if x)

    return Event(
        label,
        match.group(1),
        match.group(2),
        match.group(3),
        many("actors"),
        many("recipients"),
        many("by", ">"),
        values.get("when", ""),
        values.get("where", ""),
        many("quantities"),
        many("contexts"),
    )


def _event_line(event: Event) -> str:
    code = event.type + (f"/{event.mode}" if event.mode else "")
    pairs = [
        ("a", ",".join(event.actors)),
        ("r", ",".join(event.recipients)),
        ("by", ">".join(event.by)),
        ("t", event.when),
        ("p", event.where),
        ("q", ",".join(event.quantities)),
        ("c", ",".join(event.contexts)),
    ]
    return " ".join([code, event.status, *(f"{k}={v}" for k, v in pairs if v)])


def _marked(passage: Passage) -> str:
    opens: dict[int, int] = {}
    closes: dict[int, list[Mark]] = {}
    for mark in passage.marks:
        opens[mark.start] = opens.get(mark.start, 0) + 1
        closes.setdefault(mark.end, []).append(mark)
    out = []
    for at, char in enumerate(passage.text + "\n"):
        inner_first = sorted(closes.get(at, ()), key=lambda m: -m.start)
        out.append("".join(f"|{m.label}]" for m in inner_first) + "[" * opens.get(at, 0) + char)
    return "".join(out).rstrip("\n")

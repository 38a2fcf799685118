"""Fills the examples of the codebook from the corpus: python -m corpus.render docs/codebook.md [--check].

A line that holds only ``{{ea-029 e1}}`` is an example, ``{{not me-014 s2}}`` a counter-example (sentence 2 of the
passage). The quote line beneath each is written here and never by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.check import sentences
from corpus.notation import Event, Mark, NotationError, Passage, load
from corpus.split import part_of

_PLACEHOLDER = re.compile(r"^\{\{(not )?([a-z]{2}-\d+) ([es])(\d+)\}\}$")
_CODE_HEADING = re.compile(r"^#{2,5} ([A-Z]+(?:/[a-z-]+)?)(?: \(.*\))?$")
PASSAGES = Path(__file__).parent / "passages"


class RenderError(ValueError):
    """A placeholder that cannot be filled; its text names the placeholder and the remedy."""


def render(text: str, passages: Sequence[Passage]) -> str:
    """The document with every quote line beneath a placeholder written anew."""
    by_id = {p.id: p for p in passages}
    out: list[str] = []
    code, stale = "", False
    for line in text.split("\n"):
        if line.startswith("#"):
            heading = _CODE_HEADING.match(line)
            code = heading[1] if heading else ""
        if stale and line.startswith("> "):
            continue
        stale = line.startswith("{{")
        out += [line, "> " + _quote(line, by_id, code)] if stale else [line]
    return "\n".join(out)


def placeholders(text: str) -> Iterator[tuple[str, bool, str]]:
    """Every placeholder as (code of its heading or "", whether it is a counter-example, its line)."""
    code = ""
    for line in text.split("\n"):
        if line.startswith("#"):
            heading = _CODE_HEADING.match(line)
            code = heading[1] if heading else ""
        if match := _PLACEHOLDER.match(line):
            yield code, bool(match[1]), line


def _quote(line: str, by_id: Mapping[str, Passage], code: str) -> str:
    match = _PLACEHOLDER.match(line)
    if match is None or bool(match[1]) != (match[3] == "s"):
        raise RenderError(f"{line}: write {{{{ea-029 e1}}}} or {{{{not ea-029 s2}}}}, alone on its line")
    passage = by_id.get(match[2])
    if passage is None:
        raise RenderError(f"{line}: no passage {match[2]}; use one of corpus/passages")
    if part_of(passage.id) == "test":
        raise RenderError(f"{line}: {passage.id} is in the test part; use a passage of train or dev")
    if match[1]:
        return _counter_example(line, passage, int(match[4]), code)
    return _example(line, passage, "e" + match[4], code)


def _example(line: str, p: Passage, label: str, code: str) -> str:
    event = next((e for e in p.events if e.label == label), None)
    if event is None:
        raise RenderError(f"{line}: {p.id} has no event {label}; use {', '.join(e.label for e in p.events)}")
    if code not in ("", event.type, _code(event)):
        raise RenderError(f"{line}: is {_code(event)} and stands under {code}; move or replace it")
    first = next((m for m in p.marks if m.label == label), None)
    if first is None:
        raise RenderError(f"{line}: {label} of {p.id} has no mark in the text; run python -m corpus {p.file}")
    start, end = next(s for s in _spans(p) if s[0] <= first.start < s[1])
    marks = [m for m in p.marks if m.label == label and start <= m.start and m.end <= end]
    return f"{_bold(p.text, start, end, marks)} ({_record(p, event)}; {p.id} {label})"


def _counter_example(line: str, p: Passage, number: int, code: str) -> str:
    spans = _spans(p)
    if not 1 <= number <= len(spans):
        raise RenderError(f"{line}: {p.id} has {len(spans)} sentences; use s1 to s{len(spans)}")
    start, end = spans[number - 1]
    inside = {m.label for m in p.marks if start <= m.start < end}
    events = [e for e in p.events if e.label in inside]
    if wrong := [e.label for e in events if code and code in (e.type, _code(e))]:
        raise RenderError(f"{line}: {wrong[0]} of that sentence is {code}; choose a sentence without")
    codes = ", ".join(f"{_code(e)} {e.status}" for e in events)
    marks = [m for m in p.marks if m.label in {e.label for e in events} and start <= m.start and m.end <= end]
    return f"{_bold(p.text, start, end, marks)} ({'only ' + codes if codes else 'no event'}; {p.id} s{number})"


def _spans(p: Passage) -> list[tuple[int, int]]:
    """The sentences of a passage as offsets into its text, in the order of ``corpus.check.sentences``."""
    out: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences(p.text):
        start = p.text.index(sentence, at)
        at = start + len(sentence)
        out.append((start, at))
    return out


def _bold(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    out, at = "", start
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start >= at:  # a mark inside another one is bold already
            out += f"{text[at : mark.start]}**{text[mark.start : mark.end]}**"
            at = mark.end
    return (out + text[at:end]).strip()


def _code(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else event.type


def _record(p: Passage, e: Event) -> str:
    actors = ", ".join(p.words(a) for a in e.actors)
    recipients = ", ".join(p.words(r) for r in e.recipients)
    whom = " -> ".join(x for x in (actors or "-", recipients) if x)
    by = " > ".join(p.words(s) for s in e.by)
    return f"{_code(e)} {e.status}: {whom}" + (f"; by {by}" if by else "") + "".join(_circumstances(p, e))


def _circumstances(p: Passage, e: Event) -> Iterator[str]:
    for label in (e.when, e.where, *e.quantities):
        if label:
            yield f"; {p.words(label)} = {p.notes[label]}"
    if e.contexts:
        yield f"; {', '.join(e.contexts)}"


def main(arguments: Sequence[str]) -> int:
    """Rewrite the documents named; with --check only say which are out of date (exit 1)."""
    paths = [Path(a) for a in arguments if a != "--check"]
    stale = 0
    for path in paths:
        before = path.read_text(encoding="utf8")
        try:
            after = render(before, load(PASSAGES))
        except (RenderError, NotationError) as error:
            print(f"{path}: {error}")
            return 1
        if after != before and "--check" in arguments:
            print(f"{path}: examples out of date; run python -m corpus.render {path}")
            stale = 1
        elif after != before:
            path.write_text(after, encoding="utf8")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

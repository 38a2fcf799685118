"""Stretches between quotation marks, also over several paragraphs and where a mark is missing."""

from __future__ import annotations

import re

from dateline.records import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_OPEN = "“«„"
_CLOSE = "”»"
_MARK = re.compile("[“«„”»\"]|''|``")


def regions(text: str) -> tuple[Span, ...]:
    """The quoted stretches of ``text`` with their marks, in order; none crosses a paragraph.

    A mark that is missing is taken to stand at the end of the paragraph: that is how a quotation
    that goes on in the next paragraph is set.
    """
    out: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        out += _within(text, paragraph.start(), paragraph.end())
    return tuple(out)


def _within(text: str, start: int, end: int) -> list[Span]:
    out: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        at, after = mark.span()
        if opened is None:
            if mark.group() in _CLOSE and not _could_open(text, at, after, end):
                continue  # its opening mark is missing: leave it
            opened = at
        elif mark.group() in '"``' and text[at - 1].isspace() and _could_open(text, at, after, end):
            out.append(Span(opened, at))  # the mark that should have closed the one before is missing
            opened = at
        elif mark.group() in _OPEN and after < end and text[after].isalnum():
            continue  # a quotation within the quotation
        else:
            out.append(Span(opened, after))
            opened = None
    if opened is not None and end - opened > 2 and not text[opened + 1].isspace():
        out.append(Span(opened, end))
    return [s for s in out if any(c.isalnum() for c in text[s.start : s.end])]


def _could_open(text: str, at: int, after: int, end: int) -> bool:
    return after < end and not text[after].isspace() and (at == 0 or not text[at - 1].isalnum())


def closed(text: str, region: Span) -> bool:
    """Whether the quotation ends with a mark of its own."""
    return region.end - region.start > 2 and text[region.end - 1] in "”»\"'"


def inside(region: Span, span: Span) -> bool:
    """Whether ``span`` lies wholly within the quotation."""
    return region.start <= span.start and span.end <= region.end


def touches(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end

"""Anything a person points at (file, folder, standard input) to stories, with one line for every record refused."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

from dateline.errors import UnreadableStory, WrongUsage
from dateline.reading.decode import encoding_of, kind_of_bytes, kind_of_name, peeled, text_stream, whole_text
from dateline.reading.html import page_story
from dateline.reading.language import is_foreign, name_of
from dateline.reading.records_in import Record, content_id, line_records, story_of, value_records
from dateline.records import Problem, Story

STDIN = "-"
_FAILURES = (OSError, EOFError, zlib.error, UnicodeDecodeError)


def read(
    path: str | os.PathLike[str],
    *,
    published: date | None = None,
    source: str = "",
    stdin: BinaryIO | None = None,
) -> Iterator[Story | Problem]:
    """The stories of a file, a folder or (``-``) standard input, and a problem for each record that is none.

    ``published`` and ``source`` apply where a record has none of its own. Raises WrongUsage only.
    """
    return read_all([path], published=published, source=source, stdin=stdin)


def read_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    source: str = "",
    stdin: BinaryIO | None = None,
) -> Iterator[Story | Problem]:
    """The stories of all ``paths`` in order; a story id that was met before is a problem."""
    names = [os.fspath(p) for p in paths]
    if "" in names:
        raise WrongUsage("an empty file name; give a file, a folder or - for standard input")
    if names.count(STDIN) > 1:
        raise WrongUsage("- (standard input) can be read only once")
    return _once(item for name in names for item in _items(name, published, source, stdin))


def _once(items: Iterable[Story | Problem | tuple[str, Story]]) -> Iterator[Story | Problem]:
    seen: set[str] = set()
    for item in items:
        if not isinstance(item, tuple):
            yield item
            continue
        where, story = item
        if story.id in seen:
            yield Problem(where, f"a story with the id {story.id[:60]} was read before; drop it or give it its own id")
        else:
            seen.add(story.id)
            yield story


def _items(
    name: str, published: date | None, source: str, stdin: BinaryIO | None
) -> Iterator[Problem | tuple[str, Story]]:
    if name == STDIN:
        yield from _guarded("stdin", stdin or sys.stdin.buffer, "", published, source)
        return
    for path in _files(name):
        if isinstance(path, Problem):
            yield path
            continue
        shown = _printable(str(path))
        try:
            stream = cast(BinaryIO, path.open("rb"))
        except (OSError, ValueError) as error:
            yield Problem(shown, complaint(error))
            continue
        with closing(stream):
            yield from _guarded(shown, stream, path.name, published, source)


def _guarded(
    shown: str, stream: BinaryIO, name: str, published: date | None, source: str
) -> Iterator[Problem | tuple[str, Story]]:
    """The stories of one open file; a failure half-way keeps what was read before it."""
    try:
        for where, record in _records(shown, stream, name):
            try:
                story = record if isinstance(record, Story) else story_of(record, where)
                yield where, _completed(story, where, published, source)
            except UnreadableStory as error:
                yield Problem(error.where, error.message)
    except UnreadableStory as error:
        yield Problem(error.where, error.message)
    except _FAILURES as error:
        yield Problem(shown, complaint(error))


def _records(shown: str, stream: BinaryIO, name: str) -> Iterator[Record]:
    head, whole = peeled(stream, zipped=name.lower().endswith(".gz"))
    if not head.strip():
        raise UnreadableStory(shown, "is empty; nothing to read in it")
    kind = kind_of_name(name)
    if kind in ("", "text"):
        sniffed = kind_of_bytes(head)
        kind = sniffed if not kind or sniffed == "html" else kind
    if kind == "html":
        yield shown, page_story(whole_text(whole, shown, html=True), shown)
    elif kind == "text":
        yield shown, Story("", whole_text(whole, shown))
    else:
        yield from _json_records(shown, head, whole, kind)


def _json_records(shown: str, head: bytes, whole: BinaryIO, kind: str) -> Iterator[Record]:
    if b"\0" in head and not encoding_of(head):
        raise UnreadableStory(shown, "is binary, not JSON; save it as UTF-8 text")
    stream = text_stream(head, whole)
    found = False
    for record in line_records(stream, shown) if _is_lines(head, kind) else value_records(stream, shown):
        found = True
        yield record
    if not found:
        raise UnreadableStory(shown, "holds no record; write one JSON object for each story")


def _is_lines(head: bytes, kind: str) -> bool:
    """JSON lines by name, or a first line that is an object of its own; else one value over many lines."""
    first = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").partition(b"\n")
    whole_line = first[0].rstrip().endswith(b"}") if first[1] else True
    return kind == "lines" or (not first[0].startswith(b"[") and whole_line)


def _completed(story: Story, where: str, published: date | None, source: str) -> Story:
    """The story with what the caller said of it; refused when it is not in English."""
    publisher = story.source if story.source.name else replace(story.source, name=source)
    if code := is_foreign(story.text):
        raise UnreadableStory(where, f"story is in {name_of(code)}; only English is coded, translate it first")
    return replace(
        story,
        id=story.id or content_id(story.text, publisher.name),
        source=publisher,
        published=story.published or published,
    )


def _files(name: str) -> Iterator[Path | Problem]:
    path = Path(name)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield Problem(_printable(name), complaint(error))
        return
    if is_folder:
        yield from _folder(path)
    else:
        yield path


def _folder(folder: Path) -> Iterator[Path | Problem]:
    """The files of a folder whose names tell that they can be read, in order of name; closed folders as problems."""
    closed: list[OSError] = []
    found = False
    for here, below, names in os.walk(folder, onerror=closed.append):
        below.sort()
        while closed:
            found = True
            error = closed.pop()
            yield Problem(_printable(str(error.filename or here)), complaint(error))
        for name in sorted(names):
            path = Path(here, name)
            if kind_of_name(name) and not name.startswith(".") and path.is_file():
                found = True
                yield path
    for error in closed:
        found = True
        yield Problem(_printable(str(error.filename or folder)), complaint(error))
    if not found:
        yield Problem(
            _printable(str(folder)), "the folder holds no story; put .txt, .html, .json or .jsonl files into it"
        )


def complaint(error: Exception) -> str:
    """One line for people about a file that cannot be opened or read to its end."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name"
    if isinstance(error, PermissionError):
        return "may not be read; give yourself read permission (chmod u+r)"
    if isinstance(error, UnicodeDecodeError):
        return f"is not {error.encoding} all through; save it again as UTF-8"
    if isinstance(error, EOFError | zlib.error) or type(error).__name__ == "BadGzipFile":
        return "the gzip file is broken or cut off; copy it again"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({' '.join(reason.split())}); check the file"


def _printable(name: str) -> str:
    """A file name on one line, whatever bytes it is made of."""
    shown = name.encode("utf-8", errors="backslashreplace").decode()
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in shown)

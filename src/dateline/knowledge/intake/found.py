"""What reading a foreign list gives, and how a wrong row is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import WrongUsage
from dateline.knowledge.actors import Holder, Player
from dateline.knowledge.cast import listed
from dateline.knowledge.load import table
from dateline.knowledge.spelling import pieces


class Refused(ValueError):
    """A row that cannot be used; the text says what is wrong and what to do."""


@dataclass(slots=True)
class Intake:
    """The rows of one source, filled while it is read; ``refused`` has a line for each wrong one."""

    source: str
    holders: list[Holder] = field(default_factory=list)
    players: list[Player] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    known: int = 0  # rows that say nothing new

    @contextmanager
    def row(self, where: str) -> Iterator[None]:
        """What is refused while a row is read is noted under ``where``, its file:line."""
        try:
            yield
        except Refused as error:
            self.refused.append(f"{where}: {error}")


def text_of(path: Path) -> tuple[str, str]:
    """The text of a file and twelve hex digits of its bytes; WrongUsage where it cannot be read."""
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig"), hashlib.sha256(data).hexdigest()[:12]
    except OSError as error:
        raise WrongUsage(f"{path}: cannot be read ({error.strerror}); give a file") from error
    except UnicodeDecodeError as error:
        raise WrongUsage(f"{path}: is no UTF-8 text; convert it (iconv -t utf-8)") from error


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without line ends."""
    for n, line in enumerate(text.split("\n"), 1):
        yield n, line.rstrip("\r")


def name_in(text: str, what: str) -> str:
    """The name as it is stored, Refused when no text could match it."""
    name = " ".join(text.split())
    if not name:
        raise Refused(f"no {what}; fill the cell")
    if not pieces(name):
        raise Refused(f"{name} has no Latin letters; give the spelling of English news")
    if "|" in name:
        raise Refused(f"{name} has a |; write one name a cell")
    return name


def sector_in(text: str) -> str:
    """The sector code, Refused when PLOVER has no such one."""
    known = [r["sector"] for r in table("who/sectors.csv", "sector", "name")]
    if text.upper() not in known:
        raise Refused(f"{text} is no sector; use one of {' '.join(known)}")
    return text.upper()


def special(code: str) -> bool:
    """Whether the code is of no state: UNO, IGO, NGO ..."""
    return code in listed("special_codes")

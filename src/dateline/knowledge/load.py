"""Read knowledge files; every complaint names the file, the row and the remedy."""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from dateline.errors import BadKnowledge

_ROOT = files("dateline.knowledge")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def words(name: str) -> frozenset[str]:
    """The white-space separated words of a text file under knowledge/."""
    return frozenset(_file(name).read_text(encoding="utf8").split())


def lines(name: str) -> tuple[str, ...]:
    """The non-empty lines of a text file under knowledge/."""
    return tuple(x.strip() for x in _file(name).read_text(encoding="utf8").splitlines() if x.strip())


def table(name: str, *columns: str) -> list[dict[str, str]]:
    """The rows of a CSV file under knowledge/; ``columns`` must be in its header."""
    text = _file(name).read_text(encoding="utf8")
    reader = csv.DictReader(text.splitlines())
    missing = [c for c in columns if c not in (reader.fieldnames or ())]
    if missing:
        raise BadKnowledge(f"{name}: the header lacks {', '.join(missing)}; add the column")
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise BadKnowledge(f"{name}: line {reader.line_num} has another number of cells than the header; quote it")
        rows.append(row)
    return rows


def cell(text: str) -> tuple[str, ...]:
    """The values of a cell, which are separated by |."""
    return tuple(x.strip() for x in text.split("|") if x.strip())


def document(name: str) -> Any:
    """A YAML file under knowledge/."""
    try:
        return yaml.load(_file(name).read_text(encoding="utf8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise BadKnowledge(f"{name}: {' '.join(str(error).split())}; mend the YAML") from error


def documents(folder: str) -> list[tuple[str, Any]]:
    """Every YAML file of a folder under knowledge/ with its name, in order of name."""
    names = sorted(x.name for x in (_ROOT / folder).iterdir() if x.name.endswith(".yaml"))
    return [(f"{folder}/{name}", document(f"{folder}/{name}")) for name in names]


@cache
def fingerprint() -> str:
    """Twelve hex digits that change with any knowledge file; every record carries them."""
    digest = hashlib.sha256()
    for name, entry in sorted(_walk(_ROOT, "")):
        digest.update(name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    out = []
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.name.startswith("__"):
            out += _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".csv", ".yaml", ".txt", ".json")):
            out.append((prefix + entry.name, entry))
    return out


def _file(name: str) -> Traversable:
    entry = _ROOT
    for part in name.split("/"):
        entry = entry / part
    return entry

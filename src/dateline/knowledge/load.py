"""Read knowledge files; every complaint names the file, the row and the remedy."""

from __future__ import annotations

import csv
import hashlib
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import BadKnowledge
from dateline.knowledge.home import home

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
    return _rows(name, _file(name), columns)


def own_table(name: str, *columns: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the user's own knowledge; none where there is no such file."""
    path = home() / name
    return _rows(str(path), path, columns) if path.is_file() else []


def _rows(name: str, file: Traversable | Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(file.read_text(encoding="utf8"), newline=""))
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
    return tuple(x.strip() for x in text.split("|") if x.strip()) if text else ()


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
    """Twelve hex digits that change with any knowledge file, shipped or the user's own; every record carries them."""
    digest = hashlib.sha256()
    own = _walk(home(), "own/") if home().is_dir() else []
    for name, entry in [*sorted(_walk(_ROOT, "")), *sorted(own)]:
        digest.update(name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _walk(folder: Traversable | Path, prefix: str) -> list[tuple[str, Traversable | Path]]:
    out: list[tuple[str, Traversable | Path]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.name.startswith("__"):
            out += _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".csv", ".yaml", ".txt", ".json", ".onnx")):
            out.append((prefix + entry.name, entry))
    return out


def _file(name: str) -> Traversable:
    entry = _ROOT
    for part in name.split("/"):
        entry = entry / part
    return entry

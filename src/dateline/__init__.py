"""Dateline keeps the record of the news: who did what to whom, when, where, according to whom, how surely."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.records import Claim, Coded, Story

if TYPE_CHECKING:
    from dateline.coder import code
    from dateline.reading.text import read

__version__ = "0.1.0"
__all__ = ["Claim", "Coded", "DatelineError", "Story", "__version__", "code", "read"]

_LATE = {"code": "dateline.coder", "read": "dateline.reading.text"}


def __getattr__(name: str) -> Any:
    """Import what needs a parser only when it is asked for; ``dateline --help`` must not wait for spaCy."""
    if name not in _LATE:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)

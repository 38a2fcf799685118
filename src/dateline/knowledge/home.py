"""Where a user's own knowledge lives, apart from what is shipped."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """$DATELINE_KNOWLEDGE, else the folder for data of the user's desktop; it need not exist."""
    told = os.environ.get("DATELINE_KNOWLEDGE", "")
    if told:
        return Path(told)
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data else Path.home() / ".local" / "share") / "dateline" / "knowledge"

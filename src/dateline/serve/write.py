"""Output files appear whole: written under a temporary name beside the target, then renamed."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import WrongUsage


@contextmanager
def whole_file(path: Path | None) -> Iterator[TextIO]:
    """A text stream to ``path``, which exists only once all was written; standard output for None."""
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise WrongUsage(f"{path}: cannot write there ({error.strerror}); choose another folder") from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf8", newline="") as out:
            yield out
        part.chmod(0o644)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

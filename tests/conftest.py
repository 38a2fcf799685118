"""Options and fixtures that several test modules share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# What a developer has imported for himself may not change what the tests find.
os.environ["DATELINE_KNOWLEDGE"] = str(Path(__file__).parent / "no-own-knowledge")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files; review the diff")


@pytest.fixture
def dateline() -> Run:
    """Run the command as a user would; returns exit code, output and errors."""

    def run(*args: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dateline", *args]
        return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)

    return run

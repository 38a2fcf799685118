"""docs/extend.md: every command it walks through exists, with its options; every file it names is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dateline.serve.cli import app

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "extend.md").read_text(encoding="utf8")
COMMANDS = [line.split("#")[0].strip() for line in TEXT.splitlines() if line.startswith("dateline ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_parse_with_their_options(line: str) -> None:
    command: Any = typer.main.get_command(app)
    words = shlex.split(line)[1:]
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    command.make_context("dateline", words)  # raises where an option is unknown


def test_the_commands_of_own_knowledge_are_all_shown() -> None:
    shown = {" ".join(c.split()[1:4]) for c in COMMANDS}
    knowledge: Any = typer.main.get_group(app).commands["knowledge"]
    for name, command in knowledge.commands.items():
        for form in getattr(command, "commands", {"": None}):
            assert any(x.startswith(f"knowledge {name} {form}".strip()) for x in shown), (name, form)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(knowledge/[\w/]+\.(?:csv|yaml))`", TEXT))))
def test_files_are_there(name: str) -> None:
    assert (ROOT / "src" / "dateline" / name).exists()

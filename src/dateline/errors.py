"""Everything Dateline raises on purpose.

DatelineError
├── UnreadableStory   a file or record that is no story we can code (exit code 1)
├── BadKnowledge      a knowledge file with a wrong row (file, row and remedy in the message)
├── MissingModel      no English parser is installed
└── WrongUsage        an option or argument that makes no sense (exit code 2)
"""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all of them; its text is one line for people."""


class UnreadableStory(DatelineError):
    """``where`` names file and record, ``message`` says what is wrong and what to do."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class BadKnowledge(DatelineError):
    """A row of a knowledge file cannot be used."""


class MissingModel(DatelineError):
    """spaCy is there but no English model."""


class WrongUsage(DatelineError):
    """Asked for something that cannot be done that way."""

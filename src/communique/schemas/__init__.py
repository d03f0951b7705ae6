"""JSON Schema (draft 2020-12) of the interchange: contact, statement, report, doubt."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("contact", "doubt", "report", "statement")


def load_schema(name: str) -> dict[str, Any]:
    """The schema of one type of object: `load_schema("contact")`."""
    text = files(__name__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema

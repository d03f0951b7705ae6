"""The web server of the intake's tests, here too."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_spec = importlib.util.spec_from_file_location(
    "serving", Path(__file__).parents[1] / "intake" / "conftest.py"
)
assert _spec and _spec.loader
serving = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(serving)


@pytest.fixture
def site() -> Iterator[Any]:
    with serving.serve() as served:
        served.give("/robots.txt", "", status=404)
        yield served

"""The cheap look keeps every page that can tell of a contact and passes over most others."""

from __future__ import annotations

import pytest

from communique.intake.first_look import PageLook

LOOK = PageLook(["spoke", "met", "talks"], ["Norland", "Sudria", "president", "leaders"])
FILL = "<p>" + "The harvest was good this year and the ferry ran on time. " * 12 + "</p>"


def page(*paragraphs: str, tag: str = "p") -> bytes:
    inner = "".join(f"<{tag}>{text}</{tag}>" for text in paragraphs)
    return f"<html><head><script>met('Norland','Sudria')</script></head><body>{inner}</body></html>".encode()


@pytest.mark.parametrize(
    "raw",
    [
        page("The President of Norland spoke by phone.", FILL),
        page(
            "Envoys of NORLAND and <b>Sudria</b> arrived at noon.",
            "They <a href='x'>met</a> until midnight.",
            FILL,
        ),
        page("Norland and Sudria held talks.", tag="div"),
        "Norland and Sudria met.".encode("utf-16"),
    ],
)
def test_pages_that_can_tell_of_a_contact(raw: bytes) -> None:
    assert LOOK.finds(raw)


@pytest.mark.parametrize(
    "raw",
    [
        page("The choir of Norland met on Monday.", FILL),
        page("Norland and Sudria grow barley.", FILL),
        page("Northnorlanders and Sudrians met.", FILL),
        page(FILL),
        b"",
    ],
)
def test_pages_that_cannot(raw: bytes) -> None:
    assert not LOOK.finds(raw)


def test_pages_are_counted() -> None:
    look = PageLook(["met"], ["Norland", "Sudria"])
    for raw in (page("Norland and Sudria met.", tag="div"), page("No.", FILL)):
        look.finds(raw)
    assert (look.seen, look.passed_over) == (2, 1)

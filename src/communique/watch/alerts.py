"""The watch's own feed: an Atom file with the contacts that it told of, the latest first."""

from __future__ import annotations

import datetime as dt
import os
from xml.sax.saxutils import escape

from communique.watch.state import WatchState

_ENTRIES = 200
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}


def write_alerts(path: str, state: WatchState) -> None:
    """Writes the file anew, whole or not at all."""
    entries = state.told(_ENTRIES)
    latest = max((told for *_, told in entries), default=0.0)
    opening = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        "<title>Contacts found by communique</title>\n<id>urn:communique:watch</id>\n"
        f"<updated>{_moment(latest)}</updated>\n<author><name>communique</name></author>\n"
    )
    parts = [
        f"<entry>\n<title>{_safe(title)}</title>\n<id>urn:communique:contact:{_safe(contact)}</id>\n"
        f"<updated>{_moment(told)}</updated>\n<summary>{_safe(summary)}</summary>\n</entry>\n"
        for contact, title, summary, told in entries
    ]
    temporary = f"{path}.new"
    with open(temporary, "w", encoding="utf-8") as file:
        file.write("".join([opening, *parts, "</feed>\n"]))
    os.replace(temporary, path)


def _safe(text: str) -> str:
    return escape(text.translate(_CONTROL))


def _moment(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds")

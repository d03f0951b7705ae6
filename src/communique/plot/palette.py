"""Colours and signs of the kinds of contact: told apart by lightness and shape, too, not by hue alone.

Each colour stands at least 3 : 1 against its background, in the light and in the dark.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a kind is drawn: colours in the light and the dark, a path around (0, 0), a sign for terminals."""

    light: str
    dark: str
    path: str
    sign: str


# Blues call, warm colours meet, green writes, grey signs.
KINDS: dict[str, Look] = {
    "phone_call": Look(light="#0b62a4", dark="#6db3ec", path="M0,-5.5A5.5,5.5 0 1 1 -.01,-5.5Z", sign="●"),
    "video_call": Look(light="#2b8cc0", dark="#a3d8f5", path="M-6,-4H2V-1.2L6,-4V4L2,1.2V4H-6Z", sign="◉"),
    "call": Look(light="#5f7ea8", dark="#93a9c9", path="M-5.8,0L-2.9,-5H2.9L5.8,0L2.9,5H-2.9Z", sign="○"),
    "meeting": Look(light="#bf4a06", dark="#f08a4b", path="M-5,-5H5V5H-5Z", sign="■"),
    "talks": Look(light="#a8700a", dark="#e9b949", path="M0,-6.5L6.5,0L0,6.5L-6.5,0Z", sign="◆"),
    "summit": Look(light="#7a2404", dark="#e06a52", path="M0,-6L6.2,5H-6.2Z", sign="▲"),
    "visit": Look(light="#a3508c", dark="#dba0cb", path="M-6,-4.5H1L6.5,0L1,4.5H-6L-2.5,0Z", sign="▶"),
    "message": Look(light="#0f7a62", dark="#57c9ac", path="M-6.2,-4.6L0,1L6.2,-4.6V4.6H-6.2Z", sign="✉"),
    "signing": Look(light="#55585e", dark="#b4b8be", path="M0,6.5L-4.4,-1.5V-5.5H4.4V-1.5Z", sign="✎"),
}
# Came about, or not: filled, or only outlined.
HOLLOW = frozenset({"planned", "proposed"})
CROSSED = frozenset({"declined", "cancelled", "denied"})

STATES: dict[str, tuple[str, str]] = {
    # State of a cell: fill in the light, sign.
    "same": ("#d7e8f4", "="),
    "differs": ("#f6d3bb", "≠"),
    "only here": ("#f4e7bd", "+"),
    "silent": ("#f1f1ee", "·"),
    "excerpt only": ("#f3ecd2", "…"),
    "no text": ("#ffffff", "–"),
}


def kind_name(kind: str) -> str:
    """`kind_name("phone_call")` is "phone call"."""
    return kind.replace("_", " ")

"""The lines below the head: related headlines, prompts, captions, credits, and the author's biography at
the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.body.captions import mark_credited_caption, mark_inner_captions
from communique.body.cues import cue_of
from communique.body.lines import (
    Line,
    has_stop,
    is_capitals,
    is_headline_like,
    is_name,
    is_subheading,
    strip_bullet,
)
from communique.body.marks import Marks

_BIOGRAPHY = re.compile(
    r"(?:[•*–—-]\s*)?(?P<name>(?:(?:Dr|Prof|Professor|Sir|"
    r"Dame)\.? )?[A-ZÀ-ÞĀ-Ț][\w.'’-]+(?: (?:[A-ZÀ-ÞĀ-Ț][\w.'’-]*|de|da|van|von|der|al|bin)){1,3}),? "
    r"(?:is|was|has been|writes|covers|reports|works|joined|teaches|served|can be reached)\b"
)
_ROLE = re.compile(
    r"\b(?:journalist|reporter|correspondent|columnist|editor|editorial|contributor|staff writer|"
    r"freelance\w*|blogger|broadcaster|news writer|"
    r"fellow (?:at|with|in)|professor (?:of|at|emerit\w+)|lecturer|commentator|researcher at|"
    r"covers? .{2,40} for|writes? (?:about|on|for|a)|reports? (?:on|from) .{2,40} for|"
    r"follow (?:him|her|them))\b"
)
_CONTINUES = re.compile(r"(?:He|She|They|His|Her|Their|Follow)\b")
_SPOKEN = re.compile(r"\b(?:said|told|added|says)\b|[\"“”]")
_REPORTING_TAIL = re.compile(r"(?<=[.!?\"”)])\s*[(\[—–-]*\s*(?:Additional )?[Rr]eporting by [A-ZÀ-ÞĀ-Ț].*$")
_HEADLINES_IN_RUN = 3
_COMMAS_IN_LIST = 2


def mark_lines(lines: Sequence[Line], first: int, marks: Marks, knowledge: object) -> None:
    """Labels every line from `first` on that a cue makes furniture, and the headlines that a cue opens."""
    opened = False
    for index in range(first, len(lines)):
        line = lines[index]
        if marks.has(line.start, line.end):
            mark_inner_captions(line, marks)
            continue
        if mark_credited_caption(line, marks, knowledge):
            opened = False
            continue
        cue = cue_of(line.text)
        if cue is not None:
            marks.add(cue.kind, line.start, line.end)
            opened = cue.layout == "list" or (opened and cue.kind in ("prompt", "header"))
        elif (opened and _belongs_to_list(lines, index)) or is_capitals(line.text):
            marks.add("related", line.start, line.end)
        elif 0 < index < len(lines) - 1 and is_subheading(
            lines[index - 1].text, line.text, lines[index + 1].text
        ):
            marks.add("headline", line.start, line.end)
            opened = False
        else:
            opened = False
            _mark_prose(lines, index, marks)


def mark_end(lines: Sequence[Line], first: int, marks: Marks, byline: str | None) -> None:
    """Labels the biography and a run of headlines that stand at the end, with nothing but furniture below
    them.
    """
    index = len(lines) - 1
    run: list[Line] = []
    while index > first:
        line = lines[index]
        if not marks.has(line.start, line.end):
            if is_biography(line.text, byline=byline):
                marks.add("biography", line.start, line.end)
            elif _is_story_title(line.text):
                run.append(line)
            else:
                break
        index -= 1
    if len(run) >= _HEADLINES_IN_RUN and not lines[index].text.endswith(":"):
        for line in run:
            marks.add("related", line.start, line.end)


def is_biography(text: str, *, byline: str | None) -> bool:
    """Whether a paragraph tells who the author is, as "Ada Lind is a correspondent based in Oslo." does."""
    found = _BIOGRAPHY.match(text)
    if found is None or _SPOKEN.search(text):
        return False
    return bool(_ROLE.search(text)) or (byline is not None and found["name"] in byline)


def _mark_prose(lines: Sequence[Line], index: int, marks: Marks) -> None:
    line = lines[index]
    mark_inner_captions(line, marks)
    if "eporting by" in line.text and (found := _REPORTING_TAIL.search(line.text)):
        marks.add("credit", line.start + found.start(), line.end)
    if not is_name(line.text) or index + 1 == len(lines):
        return
    following = lines[index + 1]
    found_bio = _BIOGRAPHY.match(following.text)
    if found_bio and found_bio["name"] == line.text and not _SPOKEN.search(following.text):
        end = index + 2
        while end < len(lines) and _CONTINUES.match(lines[end].text) and not _SPOKEN.search(lines[end].text):
            end += 1
        marks.add("biography", line.start, line.end)
        for part in lines[index + 1 : end]:
            marks.add("biography", part.start, part.end)


def _belongs_to_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on with a list of headlines; one with a final stop only between two without."""
    text = lines[index].text
    if is_name(text) and index + 1 < len(lines) and _BIOGRAPHY.match(lines[index + 1].text):
        return False
    if is_headline_like(text, least_words=2) or text.endswith("?"):
        return True
    between = index + 1 < len(lines) and index > 0 and is_headline_like(lines[index + 1].text)
    single = has_stop(text) and len(text) < 220 and not re.search(r"[.!?]\s+[A-Z]", text)
    bullet = strip_bullet(text) != text and len(text) < 160
    return bullet or (between and single and is_headline_like(lines[index - 1].text) and text[-1] == ".")


def _is_story_title(text: str) -> bool:
    return (
        is_headline_like(text, question=False)
        and text.count(",") < _COMMAS_IN_LIST
        and strip_bullet(text) == text
    )

"""The head of a report: header, headline, byline, dateline, in whatever order the page has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.body.captions import mark_credited_caption
from communique.body.cues import cue_of
from communique.body.datelines import Dateline, find_dateline, glued_byline
from communique.body.headers import Header, find_header
from communique.body.lines import Line, has_stop, is_headline_like, is_name
from communique.body.marks import Marks
from communique.body.publisher import find_publisher
from communique.record_type import Record
from communique.records import Report

_HEAD_LINES = 14
_BYLINE = re.compile(
    r"(?:(?:[Ww]ritten |[Ss]tory |[Rr]eport |[Aa]nalysis )?[Bb][Yy]:?|[Ff]rom|Author:|"
    r"Reporter:)\s+(?P<name>(?:our |a )?[A-ZÀ-ÞĀ-Ț][^.!?;:\"“]{2,110}|"
    r"(?:our|an?|the) (?:[A-Za-z-]+ ){0,4}(?:desk|correspondents?|staff|reporters?|writers?|bureau|newsroom|team)"
    r"(?: in [A-ZÀ-ÞĀ-Ț][\w' -]{2,30})?)"
)
_ROLED_NAME = re.compile(
    r"[A-ZÀ-ÞĀ-Ț][\w.'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w.'’-]*){1,3}(?:,| [-–—|•/]) ?(?:[\w ]{0,30}\b)?(?:[Ww]riter|"
    r"[Rr]eporter|[Cc]orrespondent|[Ee]ditor|"
    r"[Cc]olumnist|[Cc]ontributor|[Bb]ureau [Cc]hief|USA TODAY|CNN|Reuters|AFP|BBC News|"
    r"Associated Press|Bloomberg|AP)\b[^.!?]{0,60}"
)
_LOWER_WORDS = frozenset(
    [
        "and",
        "in",
        "at",
        "of",
        "the",
        "for",
        "from",
        "with",
        "de",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "staff",
        "writer",
        "reporter",
        "correspondent",
        "a",
        "an",
        "our",
        "special",
    ]
)
_TITLE_END = re.compile(r"[.!?…\"”’')\]]*")
_LOOSE_SKIP = re.compile(r"[\W_]*")


class Head(Record, frozen=True, kw_only=True):
    """What the head tells: its dates, its dateline, and the number of lines up to the prose."""

    lines: int
    headers: tuple[Header, ...] = ()
    dateline: Dateline | None = None


def mark_head(report: Report, lines: Sequence[Line], marks: Marks, knowledge: object) -> Head:
    """Labels header, headline, byline, captions and prompts above the prose, and the dateline where it
    begins.
    """
    headers: list[Header] = []
    for index, line in enumerate(lines[:_HEAD_LINES]):
        rest = _mark_header(line, marks, headers)
        rest = _mark_title(report, rest, marks)
        if not rest.text:
            continue
        if _mark_publisher(report, (rest, *lines[index + 1 :]), marks, headers, knowledge):
            continue
        if mark_credited_caption(rest, marks, knowledge):
            return Head(lines=index, headers=tuple(headers))
        if _mark_line(report, lines, index, rest, marks):
            continue
        dateline = _mark_dateline(rest, marks, headers, knowledge)
        if dateline is None or dateline.length < len(rest.text):
            return Head(lines=index, headers=tuple(headers), dateline=dateline)
        return Head(lines=index + 1, headers=tuple(headers), dateline=dateline)
    return Head(lines=min(len(lines), _HEAD_LINES), headers=tuple(headers))


def _after(line: Line, length: int) -> Line:
    rest = line.text[length:]
    text = rest.lstrip()
    return Line(line.end - len(text), line.end, text)


def _mark_header(line: Line, marks: Marks, headers: list[Header]) -> Line:
    header = find_header(line.text)
    if header is None:
        return line
    headers.append(header)
    marks.add("header", line.start, line.start + header.length)
    return _after(line, header.length)


def _mark_publisher(
    report: Report, lines: Sequence[Line], marks: Marks, headers: list[Header], knowledge: object
) -> bool:
    """Whether the first of the lines names the outlet, above the dateline; labels it as a header."""
    line, following = lines[0], lines[1].text if len(lines) > 1 else ""
    if marks.outlet or marks.of_kind("dateline") or not following:
        return False
    publisher = find_publisher(line.text, following, knowledge)
    if publisher is None or publisher.name == report.title:
        return False
    if publisher.header:
        headers.append(publisher.header)
    marks.add("header", line.start, line.end)
    marks.outlet = publisher.name
    return True


def _mark_title(report: Report, line: Line, marks: Marks) -> Line:
    """The title at the start of the line, on its own or glued to the first sentence; or at the end of a
    short line.
    """
    if not report.title or not line.text:
        return line
    length = title_length(line.text, report.title)
    if length:
        marks.add("headline", line.start, line.start + length)
        return _after(line, length)
    if line.text.endswith(report.title) and not has_stop(line.text):
        marks.add("headline", line.end - len(report.title), line.end)
        text = line.text[: -len(report.title)].rstrip()
        return Line(line.start, line.start + len(text), text)
    return line


def title_length(text: str, title: str) -> int:
    """How many characters of the text are the title, spelt loosely; 0 where the words merely begin a
    sentence.

    Glued to prose it counts where a stop, or a word in capitals or quotes, follows: "Envoys meet. The two
    ...".
    """
    position = len(title) if text.startswith(title) else _loose_end(text, title)
    if position == 0:
        return 0
    ending = _TITLE_END.match(text, position)
    end = ending.end() if ending else position
    if not any(character.isalnum() for character in text[end:]):
        return len(text)
    stopped = any(mark in ".!?…" for mark in text[position:end]) or title[-1] in ".!?"
    follows = text[end:].lstrip()[:1]
    spaced = text[end].isspace()
    return end if spaced and follows and (stopped or not (follows.islower() or follows in ",;:-–—(")) else 0


def _loose_end(text: str, title: str) -> int:
    at = 0
    for word in re.findall(r"\w+", title):
        skip = _LOOSE_SKIP.match(text, at)
        at = skip.end() if skip else at
        if text[at : at + len(word)].lower() != word.lower():
            return 0
        at += len(word)
    return at if at == len(text) or not text[at].isalnum() else 0


def _mark_line(report: Report, lines: Sequence[Line], index: int, line: Line, marks: Marks) -> bool:
    """Whether the whole line is furniture of the head; labels it."""
    titled = bool(marks.of_kind("headline"))
    if byline := find_byline(line.text, titled=titled or report.byline is not None):
        marks.add("byline", line.start, line.end)
        marks.byline = marks.byline or byline
        return True
    if cue := cue_of(line.text):
        marks.add(cue.kind, line.start, line.end)
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if is_headline_like(line.text) and _is_prose_start(following) and not marks.of_kind("dateline"):
        marks.add("headline", line.start, line.end)
        return True
    return False


def _is_prose_start(line: Line | None) -> bool:
    """Whether the article goes on below: not with the second half of a broken sentence."""
    return line is not None and not line.text[0].islower()


def find_byline(text: str, *, titled: bool) -> str | None:
    """The author that a line names: "By Ada Lind and Bo Falk in Oslo", "Ada Lind, Staff writer", bare "Ada
    Lind".

    A bare name is a byline only below a headline.
    """
    if len(text) > 140 or has_stop(text):  # no byline is so long
        return None
    found = _BYLINE.fullmatch(text)
    if found and found["name"].startswith(("our ", "a ", "an ", "the ")):
        return found["name"].strip()
    if found and all(
        word[:1].isupper() or word.strip(",|") in _LOWER_WORDS or not word[:1].isalpha()
        for word in found["name"].split()
    ):
        return found["name"].strip()
    if _ROLED_NAME.fullmatch(text):
        return text
    several = " and " in text and "," not in text
    return (
        text
        if titled and is_name(text) and (several or text.count(" ") <= 3) and not text.isupper()
        else None
    )


def _mark_dateline(line: Line, marks: Marks, headers: list[Header], knowledge: object) -> Dateline | None:
    if found := glued_byline(line.text):
        marks.add("byline", line.start, line.start + found.end())
        marks.byline = marks.byline or found["name"]
        line = _after(line, found.end())
    dateline = find_dateline(line.text, knowledge)
    if dateline is None:
        return None
    kind = "dateline" if dateline.place or dateline.date else "credit"
    marks.add("dateline" if kind == "dateline" else "credit", line.start, line.start + dateline.length)
    marks.dateline, marks.credit = dateline.place, marks.credit or dateline.agency
    rest = _after(line, dateline.length)
    if rest.text and (header := find_header(rest.text)):
        headers.append(header)
    return dateline

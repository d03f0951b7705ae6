"""Captions glued to prose: "... talks. President Ada Lind speaks in Oslo, Tuesday, May 4, 2021. (AP)"."""

from __future__ import annotations

import re
from functools import cache

from communique.body.cues import load_cues
from communique.body.lines import Line, has_stop
from communique.body.marks import Marks

_BOUNDARY = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-ZÀ-ÞĀ-Ț])")
_NO_BOUNDARY = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|Prof|Amb|Sgt)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_DATED_TAIL = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|"
    r"\d{1,2} [A-Z][a-z]{2,8}),? (?:19|20)\d\d|"
    r"\b(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? (?:19|20)\d\d)\W*$"
)
_PICTURE = re.compile(
    r"\b(?:left|right|cent(?:er|re))\b[,)]|\((?:L|R|C|[Ll]eft|[Rr]ight|[Cc]ent(?:er|re))\)|"
    r"\bfile (?:photo|picture|image)|\bpictured\b|\bposes?\b"
)
_PRESENT = re.compile(
    r"\b(?:speaks?|shakes?|meets?|attends?|walks?|poses?|listens?|greets?|gestures?|arrives?|addresses|holds?|delivers?|looks|"
    r"waves?|smiles?|stands?|sits?|welcomes?|talks|chairs|gives|takes?|signs?|inspects?|exchanges?|embraces?|hugs?|toasts?|chats?)\b"
)
_REPORTED = re.compile(r"\b(?:said|told|added|announced|reported|according)\b|[\"“”]")

_CREDIT_REACH = 80

_PAST = re.compile(r"\b(?:was|were|had|has|have|will|would|could|[a-z]{3,}ed)\b")


@cache
def _bracket() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, load_cues().agencies), key=len, reverse=True))
    return re.compile(
        rf"\s*\((?:(?:[\w.' -]{{3,40}}/\s?)?(?:{names})(?:[ /](?:Photo|File|Pool)[^()]{{0,60}})?)\)"
    )


_PICTURES = ("hoto", "PHOTO", "Picture", "Image", "Handout")  # without one of these there is no photo credit
_PHOTO_CREDIT = re.compile(
    r"\s*\b(?:(?:File )?[Pp]hoto(?:graph)?s?|PHOTO|Pictures?|Images?|Handout)(?: by| credit| courtesy of)?\s*[:/|]\s*(?=[A-ZÀ-ÞĀ-Ț])"
)
_CREDITED = "White House|Kremlin|Pool|Handout|Presidential Office|Presidency|NASA"
_PERSON_OF = r"(?:[A-ZÀ-ÞĀ-Ț][\w.'’-]+(?: [A-ZÀ-ÞĀ-Ț][\w.'’-]+){0,3}\s?/\s?)?"
_CREDIT_MEANINGS = ("outlet", "metonym", "organisation", "body")


def mark_credited_caption(line: Line, marks: Marks, knowledge: object) -> bool:
    """Labels, and tells of, a caption that its photo credit sets off from the prose that follows on the same line.

    "Ada Lind greets Bo Falk in Oslo. Photo: Reuters Ada Lind and Bo Falk talked ..." Where the credit ends
    must be
    known: an agency's or office's name, or the words with which the caption begins, come again.
    """
    pictured = any(map(line.text.__contains__, _PICTURES))
    found = _PHOTO_CREDIT.search(line.text) if pictured else None
    start = caption_start(line.text[: found.start()]) if found else None
    if found is None or start is None:
        return False
    length = _credit_length(line.text[found.end() :], line.text[start:], knowledge)
    if not length or not has_stop(line.text[found.end() + length :].strip()):
        return False
    marks.add("caption", line.start + start, line.start + found.end() + length)
    return True


def _credit_length(rest: str, caption: str, knowledge: object) -> int:
    names = "|".join(sorted(map(re.escape, load_cues().agencies), key=len, reverse=True))
    if known := re.match(rf"{_PERSON_OF}(?:{_CREDITED}|{names})\b(?:\s?/\s?[A-Z]\w+)*\.?(?=\s|$)", rest):
        return known.end()
    index = getattr(knowledge, "index", None)
    for hit in index.find(rest[:_CREDIT_REACH])[:1] if index else ():
        if hit.start == 0 and hit.has(*_CREDIT_MEANINGS):
            return int(hit.end)
    opening = " ".join(caption.split()[:2])
    again = rest.find(opening, 1, _CREDIT_REACH)
    return len(rest[:again].rstrip()) if again > 0 else 0


def mark_inner_captions(line: Line, marks: Marks) -> None:
    """Labels the caption sentences of a paragraph that end in an agency in brackets, else the brackets as a
    credit.
    """
    if "(" not in line.text:
        return
    for found in _bracket().finditer(line.text):
        before = line.text[: found.start()]
        start = caption_start(before)
        if start is not None:
            marks.add("caption", line.start + start, line.start + found.end())
        elif found.end() == len(line.text) and before.rstrip()[-1:] in '.!?”"':
            marks.add("credit", line.start + found.start(), line.start + found.end())


def caption_start(before: str) -> int | None:
    """Where the caption begins that ends at the end of `before`, or None where its last sentence is prose."""
    starts = [
        0,
        *(
            found.end()
            for found in _BOUNDARY.finditer(before)
            if not _NO_BOUNDARY.search(before[: found.start()])
        ),
    ]
    start = starts[-1]
    return start if _is_caption(before[start:]) else None


def _is_caption(sentence: str) -> bool:
    if _REPORTED.search(sentence):
        return False
    dated, present = _DATED_TAIL.search(sentence), _PRESENT.search(sentence)
    if dated or _PICTURE.search(sentence):
        return True
    return present is not None and _PAST.search(sentence) is None

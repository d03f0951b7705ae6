"""Clean text: what a reader sees, paragraphs kept, nothing reworded; the cleaned text is the body.

Quotes, dashes and spelling stay as they were (damaged encoding apart), because spans and quotations must show the outlet's own
characters.
"""

from __future__ import annotations

import html
import re
import unicodedata

from communique.intake.mojibake import mend_mojibake

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_LINE_END = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028]")
_SPACE = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINER_AFTER_LATIN = re.compile("(?:^|(?<=[\x00-\u024f\u2010-\u2027]))[\u200c\u200d]+", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_EDGE = re.compile(r" ?\n ?")
_GAP = re.compile(r"\n{3,}")

_WRAP_WIDTH = range(50, 101)
_WRAPPED_SHARE = 0.8
_WRAPPED_LINES = 4


def clean_text(text: str) -> str:
    """The text with one form of line end, of space and of each character, and without invisible characters.

    Paragraphs keep their line ends (a blank line or a single one); a text that a mail program or a terminal
    broke
    into lines of equal width is joined again. Cleaning a cleaned text changes nothing.
    """
    if text.isascii() and "&" not in text and "\r" not in text:
        return unwrap(_settle(text))
    text = mend_mojibake(_resolve_entities(text))
    previous = None
    while previous != text:
        previous = text
        text = _settle(unicodedata.normalize("NFC", _JOINER_AFTER_LATIN.sub("", mend_mojibake(text))))
    return unwrap(text)


def clean_line(text: str) -> str:
    """Clean text on one line, for titles and names."""
    return " ".join(clean_text(text).split())


def unwrap(text: str) -> str:
    """Joins lines that were broken at a fixed width, where blank lines keep the paragraphs apart."""
    if "\n\n" not in text and text.count("\n") < _WRAPPED_LINES:
        return text
    blocks = [block.split("\n") for block in text.split("\n\n")]
    broken = [line for lines in blocks for line in lines[:-1]]
    if len(broken) < _WRAPPED_LINES:
        return text
    wrapped = sum(len(line) in _WRAP_WIDTH and line[-1] not in '.!?:”"' for line in broken)
    if wrapped < _WRAPPED_SHARE * len(broken) or max(map(len, broken)) not in _WRAP_WIDTH:
        return text
    return "\n\n".join(" ".join(lines) for lines in blocks)


def _resolve_entities(text: str) -> str:
    """Entities left over from HTML ("&amp;amp;", "&rsquo;") become their characters, however often
    escaped.
    """
    while "&" in text and _ENTITY.search(text):
        resolved = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
        if resolved == text:
            break
        text = resolved
    return text


def _settle(text: str) -> str:
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = _SURROGATE.sub("\ufffd", text)
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text))
    return _GAP.sub("\n\n", _LINE_EDGE.sub("\n", text)).strip()

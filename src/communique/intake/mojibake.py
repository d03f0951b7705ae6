"""UTF-8 that somebody read as a Western code page: "Xiâ€™s visit" becomes "Xi’s visit"."""

from __future__ import annotations

import re

_LATER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_SURE = re.compile(f"â[€\x80]{_LATER}|â[‚\x82]¬|ï»¿|ðŸ{_LATER}{{2}}")
_LIKELY = re.compile(f"(?:Ã|Â|Å|Ä){_LATER}")
_ANY = re.compile(f"â{_LATER}{_LATER}|ï»¿|ðŸ{_LATER}{{2}}|[ÃÂÅÄ]{_LATER}")
_ENOUGH = 2
_AS_BYTES = {ord(bytes([code]).decode("cp1252", "ignore") or chr(code)): code for code in range(0x80, 0x100)}


def mend_mojibake(text: str) -> str:
    """The text with such characters mended, each by itself; without a sure sign nothing is touched.

    "Ã" and "Â" alone are letters of Portuguese and Romanian: one pair is no sign, two are.
    """
    if text.isascii() or not (_SURE.search(text) or len(_LIKELY.findall(text)) >= _ENOUGH):
        return text
    return _ANY.sub(_mended, text)


def _mended(found: re.Match[str]) -> str:
    raw = bytes(_AS_BYTES.get(ord(letter), ord(letter) & 0xFF) for letter in found.group())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found.group()

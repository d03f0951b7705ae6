"""What sort of text a report is: readout, briefing, transcript, news, analysis, post."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from communique.body.publisher import known_outlet
from communique.records import Report, TextKind

_READOUT_WORDS = ("readout", "read-out", "attributable", "summary of")  # a readout has one of these
_BRIEFING_WORDS = ("briefing", "conference", "gaggle", "availability", "press")
_TRANSCRIPT_WORDS = ("transcript", "remarks", "interview", "full", "speech", "address", "q&a")
_READOUT = re.compile(
    r"\bread-?outs?\b (?:of|from|on|by)|\bread-out\b|the (?:following|below) (?:statement |"
    r"readout )?is attributable to|\bsummary of (?:the )?(?:call|meeting|conversation)",
    re.IGNORECASE,
)
_BRIEFING = re.compile(
    r"\b(?:press|media|daily|news|background|department) (?:briefing|conference|gaggle|"
    r"availability)|\bgaggle\b|\bpress call\b|regular press conference|joint press (?:statement|"
    r"availability)",
    re.IGNORECASE,
)
_TRANSCRIPT = re.compile(
    r"^(?:transcript\b|remarks (?:by|of|with|at)\b|interview (?:with|of|by)\b|full (?:text|"
    r"transcript)\b|speech (?:by|of)\b|address (?:by|of)\b|q&a\b|in full\b)|\btranscript\b|"
    r"\binterview with\b",
    re.IGNORECASE,
)
_ANALYSIS = re.compile(
    r"^(?:analysis|opinion|op-?ed|commentary|comment|editorial|explainer|explained|viewpoint|column|perspective|essay|insight|factbox|view)\s*[:|–—-]"
    r"|\|\s*(?:opinion|analysis|editorial|commentary|column)\b|^why\b|: (?:an? )?(?:analysis|explainer)$",
    re.IGNORECASE,
)
_ANALYSIS_PATH = re.compile(
    r"/(?:opinions?|analysis|commentisfree|editorials?|commentary|op-?ed|columns?|columnists|views?|blogs?)/",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|ministère|department of|state department|white house|kremlin|downing street|"
    r"presidency|president's office|presidential (?:office|administration|palace|service)|"
    r"prime minister's office|cabinet office|government|foreign office|foreign affairs|\bmofa\b|"
    r"\bmfa\b|auswärtiges amt|quai d'orsay|élysée|embassy|permanent mission|"
    r"european council|european commission|secretariat|press information bureau|chancellery|royal court|"
    r"official web ?(?:site|page|portal)|affairs office|state council|state chancellery|consulate(?: general)?|"
    r"(?:executive )?office of the (?:president|prime minister|vice president|spokes\w+|press secretary|premier|"
    r"first minister|taoiseach|secretary[- ]general|chancellor|king|emir|governor)|council of ministers|"
    r"royal (?:house(?:hold)?|palace|hashemite court)|blue house|rashtrapati bhavan|taoiseach|"
    r"ministry|ministerium|number 10|no\.? ?10)\b|"
    r"^(?:the )?(?:president|prime minister|premier|king|emir|chancellor|vice president) of (?:the )?[A-Z]",
    re.IGNORECASE,
)
_PRESS_KINDS = frozenset(["newspaper", "agency", "broadcaster", "magazine", "website", "think_tank"])
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|gob|gouv|gov\.\w\w|gob\.\w\w|go\.\w\w|gouv\.\w\w|gc\.ca|mil|europa\.eu|nato\.int|un\.org)$|(?:^|\.)(?:mfa|mofa|mid|kremlin|president|elysee|bundesregierung|whitehouse|premier|government)\.",
    re.IGNORECASE,
)
_POST_HOST = re.compile(
    r"(?:^|\.)(?:twitter\.com|x\.com|truthsocial\.com|t\.me|facebook\.com|weibo\.com|vk\.com|threads\.net|bsky\.app)$"
)
_SPEAKER_TURN = re.compile(
    r"^(?:Q|A|QUESTION|ANSWER|MR|MS|MRS|[A-Z][A-Z.' -]{3,40})\.?\s?[:.]\s", re.MULTILINE
)
_TURNS = 4
_HEAD = 400


def find_text_kind(report: Report, outlet: str | None, knowledge: object = None) -> TextKind:
    """The kind, by title and first lines, then by the `outlet` that publishes, then by the way of the text.

    "Readout of the Minister's Call with ..." is a readout; so is what a ministry writes without saying so.
    An outlet that the knowledge lists as of the press is no office, whatever its name.
    """
    head = f"{report.title or ''}\n{report.body[:_HEAD]}"
    first = report.title or report.body[:_HEAD].split("\n", 1)[0]
    small = head.lower()
    if any(word in small for word in _READOUT_WORDS) and _READOUT.search(head):
        return "readout"
    if any(word in small for word in _BRIEFING_WORDS) and _BRIEFING.search(first):
        return "briefing"
    if any(word in small for word in _TRANSCRIPT_WORDS) and _TRANSCRIPT.search(first):
        return "transcript"
    if report.body.count("\n") >= _TURNS - 1 and len(_SPEAKER_TURN.findall(report.body)) >= _TURNS:
        return "transcript"
    address = urlsplit(report.canonical_url or "")
    if is_official(outlet or "", knowledge) or _OFFICIAL_HOST.search(address.netloc):
        return "readout"
    if _POST_HOST.search(address.netloc):
        return "post"
    return "analysis" if _ANALYSIS.search(first) or _ANALYSIS_PATH.search(address.path) else "news"


def is_official(outlet: str, knowledge: object) -> bool:
    """Whether an outlet is an office that speaks for a state or organisation: "Presidency of Sudria"."""
    entry = known_outlet(outlet, knowledge) if outlet else None
    if entry is not None:
        return bool(entry.kind == "official" or (entry.kind not in _PRESS_KINDS and entry.speaks_for))
    return _OFFICIAL.search(outlet) is not None

"""One address for one page: what differs between two links to the same article is taken away."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(?:utm_\w+|hsa_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|twclid|ref|ref_src|ref_url|referrer|src|source"
    r"|smid|smtyp|cmp|cmpid|cid|icid|ncid|ocid|sr_share|partner|emc|hpt|feedtype|feedname|via|share|amp|outputtype"
    r"|taid|mod|ns_\w+|at_\w+|xtor|__twitter_impression|guccounter|guce_\w+|_ga|spm|wt\.\w+)$",
    re.IGNORECASE,
)
_MOBILE_HOST = re.compile(r"^(?:www|m|mobile|amp|touch)\.(?=[^.]+\.)")
_AMP_PATH = re.compile(r"(?:/amp(?:\.html)?|\.amp(?:\.html)?)/?$|^/amp(?=/)", re.IGNORECASE)
_DEFAULT_PORT = re.compile(r":(?:80|443)$")


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(text: str) -> bool:
    """Whether an input is an address, of whatever scheme, and no path: "https://gazette.example/talks"."""
    return _SCHEME.match(text) is not None


def canonicalise_url(url: str | None) -> str | None:
    """The address by which a report is known, or None where the text is no web address.

    "HTTP://m.Example.com/2026/talks/amp?utm_source=x#top" becomes "https://example.com/2026/talks".
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    host = _DEFAULT_PORT.sub("", parts.netloc.rpartition("@")[2].lower()).rstrip(".")
    path = _AMP_PATH.sub("", parts.path).rstrip("/")
    query = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)]
    return urlunsplit(("https", _MOBILE_HOST.sub("", host), path, urlencode(sorted(query)), ""))

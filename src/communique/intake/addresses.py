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
_WRAPPED = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/|(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?|"
    r"[\w-]+\.cdn\.ampproject\.org/[cvi]/(?:s/)?|archive\.(?:today|ph|is)/(?:\d{4,14}|o/\w+)/)(.+)",
    re.IGNORECASE,
)
_LAYERS = 3
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)$", re.IGNORECASE)
_SESSION = re.compile(r";(?:jsessionid|sid|phpsessid)=[^/;]*", re.IGNORECASE)
_DEFAULT_PORT = re.compile(r":(?:80|443)$")


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(text: str) -> bool:
    """Whether an input is an address, of whatever scheme, and no path: "https://gazette.example/talks"."""
    return _SCHEME.match(text) is not None


def canonicalise_url(url: str | None) -> str | None:
    """The address by which a report is known, or None where the text is no web address.

    "HTTP://m.Example.com/2026/talks/amp?utm_source=x#top" becomes "https://example.com/2026/talks"; an
    archived, cached or syndicated copy's address becomes that of the page itself.
    """
    if not url:
        return None
    url = _unwrap(url.strip())
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    host = _DEFAULT_PORT.sub("", parts.netloc.rpartition("@")[2].lower()).rstrip(".")
    path = _SESSION.sub("", _trim(parts.path))
    query = [(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)]
    return urlunsplit(("https", _MOBILE_HOST.sub("", _ascii(host)), path, urlencode(sorted(query)), ""))


def _unwrap(url: str) -> str:
    """The page's own address out of a cache's or an archive's."""
    for _ in range(_LAYERS):
        found = _WRAPPED.match(url)
        if found is None:
            break
        inner = found.group(1)
        url = inner if inner.startswith(("http://", "https://")) else f"https://{inner}"
    return url


def _trim(path: str) -> str:
    """The path without the endings that name the same page: "/talks/amp", "/talks/index.html"."""
    previous = None
    while previous != path:
        previous, path = path, _INDEX.sub("", _AMP_PATH.sub("", path)).rstrip("/")
    return path


def _ascii(host: str) -> str:
    """A host in other letters as the network writes it."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host

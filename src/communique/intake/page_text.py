"""The main text of a page: menus and footers taken out first, then trafilatura, which on short pages keeps them."""

from __future__ import annotations

from typing import Any

_OUTSIDE = (
    "//nav|//footer[not(ancestor::article)]|//aside|//*[@role='navigation' or @role='contentinfo' or @role='search']"
    "|//button|//select|//dialog|//template"
)
_NAMED = (
    "//*[self::div or self::ul or self::section or self::header or self::p or self::td][not(descendant::article)]"
    "[contains(concat(' ', translate(concat(@id, ' ', @class), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_-', 'abcdefghijklmnopqrstuvwxyz  '), ' '), ' {} ')]"
)
_NAMES = (
    "menu",
    "nav",
    "navbar",
    "navigation",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "footer",
    "sidebar",
    "share",
    "social",
    "newsletter",
)
_LISTS = "//ul|//ol"
_LEAST_LINKS = 3
_LINK_SHARE = 0.8
_PROSE_CELL = 140
_ELEMENTS = 60_000
"""Pages with more elements are left to the library, which has its own bounds."""


def extract_page(page: str, address: str | None) -> Any | None:
    """The document that trafilatura makes of the page, or None where it holds no article."""
    from trafilatura import bare_extraction, load_html

    options: dict[str, Any] = {
        "url": address, "fast": True, "with_metadata": True, "include_comments": False,
        "date_extraction_params": {"extensive_search": False, "original_date": True},
    }  # fmt: skip
    try:
        tree = load_html(page)
        if tree is not None and page.count("<") < _ELEMENTS:
            prune(tree)
            found = bare_extraction(tree, **options)
            if found is not None and not isinstance(found, dict) and found.text:
                return found
        found = bare_extraction(page, **options)
    except Exception:  # noqa: BLE001  # a foreign parser on foreign pages: any failure sets one page aside
        return None
    return None if found is None or isinstance(found, dict) or not found.text else found


def prune(tree: Any) -> None:
    """Takes out what stands around an article: menus, footers, asides, lists that are but links."""
    for element in tree.xpath(_OUTSIDE):
        _drop(element)
    for name in _NAMES:
        for element in tree.xpath(_NAMED.format(name)):
            _drop(element)
    for element in tree.xpath(_LISTS):
        if _is_links(element):
            _drop(element)
    _unwrap_tables(tree)


def _unwrap_tables(tree: Any) -> None:
    """Tables that lay out a page, as old sites do, become blocks: their cells hold prose."""
    for table in tree.xpath("//table"):
        if any(len(" ".join(cell.itertext()).strip()) > _PROSE_CELL for cell in table.iter("td")):
            for element in table.iter("table", "tbody", "thead", "tr", "td", "th"):
                element.tag = "div"


def _is_links(element: Any) -> bool:
    links = element.xpath(".//a")
    if len(links) < _LEAST_LINKS:
        return False
    whole = len("".join(element.itertext()).split())
    linked = sum(len("".join(link.itertext()).split()) for link in links)
    return linked >= _LINK_SHARE * whole


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()

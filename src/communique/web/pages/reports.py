"""What was read, and what was not, and why."""

from __future__ import annotations

from communique.ledger.looking import MOST
from communique.web.asking import address
from communique.web.shown import Ask, Page

_PAGE = 50
_ASIDES = 100


def show(ask: Ask) -> Page:
    """The page at `/reports`: the latest first, then what could not be read."""
    day, _, name = ask.param("before").partition("~")
    key = (day, name) if name else None
    listed = ask.ledger.report_lines(key, _PAGE + 1)
    lines, more = listed[:_PAGE], len(listed) > _PAGE
    onward = address("/reports", before="~".join(lines[-1].key)) if more else None
    asides = ask.ledger.asides()
    return Page(
        template="reports.html",
        title="Reports",
        shown={"lines": lines, "onward": onward, "asides": asides[:_ASIDES], "aside_number": len(asides),
               "number": ask.lately(ask.ledger.count_reports), "cap": MOST, "first": not key},
        twin={
            "type": "reports",
            "reports": [
                {"id": line.id, "published": line.published, "outlet": line.outlet, "title": line.title,
                 "source": line.source, "contacts": line.accounts}
                for line in lines
            ],
            "asides": [{"source": each.source, "place": each.place, "why": each.why} for each in asides[:_ASIDES]],
            "earlier": onward,
        },
    )  # fmt: skip

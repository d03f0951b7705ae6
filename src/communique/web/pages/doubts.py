"""What the ledger is unsure of: pairs of accounts to join or part, and open questions."""

from __future__ import annotations

from typing import Any

from communique.errors import CommuniqueError, NotFoundError, UsageError
from communique.export.jsonl import doubt_object
from communique.ledger import Query
from communique.ledger.decisions import Word
from communique.records import Contact, Judgement
from communique.web.asking import address
from communique.web.pages.contact import origins_of
from communique.web.pages.correcting import came_from
from communique.web.shown import Ask, Page
from communique.web.told import Told, told_columns

_MOST, _RECENT = 50, 20
CHOICES = {"join": True, "part": False}


def show(ask: Ask) -> Page:
    """The page at `/doubts`: one pair at a time; `skip=N` goes on to the next."""
    judged = ask.ledger.unsure(_MOST)
    at = int(ask.param("skip", "0")) if ask.param("skip", "0").isdigit() else 0
    pair = judged[at] if at < len(judged) else None
    doubts = ask.ledger.doubts(Query(limit=_MOST))
    owners = ask.ledger.slugs_of(doubt.about for doubt in doubts)
    slugs = {doubt.id: owners.get(doubt.about) for doubt in doubts}
    return Page(
        template="doubts.html",
        title="Doubts",
        shown={
            "pair": pair,
            "sides": _sides(ask, pair) if pair else [],
            "at": at,
            "number": len(judged),
            "most": _MOST,
            "skip": address("/doubts", skip=str(at + 1)),
            "back": address("/doubts", skip=str(at - 1)) if at > 1 else "/doubts" if at else None,
            "doubts": doubts,
            "slugs": slugs,
            "done": ask.param("done"),
            "recent": _people(ask),
        },
        twin={
            "type": "doubts",
            "unsure": [_judgement_object(each) for each in judged],
            "doubts": [doubt_object(doubt) for doubt in doubts],
        },
    )


def judge(ask: Ask, form: dict[str, str]) -> str:
    """Keep a person's judgement of two accounts; says where to go on. Raises UsageError."""
    one, other, choice = form.get("one", ""), form.get("other", ""), form.get("choice", "")
    author = form.get("author", "").strip()[:80] or ask.settings.author
    if not one or not other or choice not in CHOICES:
        raise UsageError("a judgement names two accounts, and join or part", remedy="use the page's buttons")
    for account in (one, other):
        ask.ledger.contact(account)
    reason = form.get("reason", "").strip()[:400] or "read side by side on the page of doubts"
    same = CHOICES[choice]
    score = 1.0 if same else 0.0
    ask.ledger.judge(Judgement(one=one, other=other, same=same, score=score, reason=reason, author=author))
    return address("/doubts", skip=form.get("at", "0") if form.get("at", "0").isdigit() else "", done=choice)


def take_back(ask: Ask, form: dict[str, str]) -> str:
    """Undo a person's decision; says where to go on. Raises NotFoundError where it does not stand."""
    author = form.get("author", "").strip()[:80] or ask.settings.author
    where = "of the contact" if form.get("contact") else "of doubts"
    ask.ledger.undo(form.get("decision", ""), Word(author=author, reason=f"taken back on the page {where}"))
    return came_from(ask, form) or address("/doubts", done="undo")


def _sides(ask: Ask, pair: Judgement) -> list[dict[str, Any]]:
    """The two accounts, each with the contact that it is part of now."""
    sides = []
    for account in (pair.one, pair.other):
        try:
            contact = ask.ledger.contact(account)
        except NotFoundError:
            continue
        told = _column(ask, contact, account)
        if told:
            own = next(each for each in contact.accounts if each.id == account)
            sides.append({"account": own, "contact": contact, "told": told})
    return sides


def _column(ask: Ask, contact: Contact, account: str) -> Told | None:
    reports = ask.ledger.reports_of([contact])
    origins = origins_of(reports)
    columns = told_columns(contact, reports, origins, whole=not ask.settings.public)
    return next((told for told in columns if told.account == account), None)


def _slug(ask: Ask, about: str) -> str | None:
    try:
        return ask.ledger.contact(about).slug
    except CommuniqueError:
        return None


def _people(ask: Ask) -> list[dict[str, Any]]:
    """What people joined and parted, the latest first."""
    placed = [each for each in ask.ledger.decisions() if each.decision.kind in ("same", "apart")]
    return [
        {"decision": each.decision, "slug": _slug(ask, each.one[0]) if each.one else None}
        for each in reversed(placed[-_RECENT:])
    ]


def _judgement_object(each: Judgement) -> dict[str, Any]:
    return {
        "one": each.one,
        "other": each.other,
        "same": each.same,
        "score": each.score,
        "reason": each.reason,
        "author": each.author,
    }

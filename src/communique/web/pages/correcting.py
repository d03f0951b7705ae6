"""Putting a record right from its page: a fact of the contact or of one account, or a report that tells nothing true."""

from __future__ import annotations

from communique.errors import NotFoundError, UsageError
from communique.ledger import Word, judging
from communique.web.asking import contact_address, report_address
from communique.web.shown import Ask

# The facts that the form offers, with an example of how each is written.
FACTS = {
    "kind": "phone_call",
    "status": "held",
    "when": "2026-03-03, 2026-03 or 2026-03-03/2026-03-05",
    "participants": "Nora Vale, President of Finland; Otto Brandt",
    "initiator": "nora-vale",
    "duration_minutes": "90-95",
    "topics": "grain; energy",
    "places": "Helsinki",
}
RECORD = "record"
_MOST_LETTERS = 400


def correct(ask: Ask, form: dict[str, str]) -> str:
    """Keep a person's correction; says where to go on. Raises UsageError, NotFoundError."""
    contact = ask.ledger.contact(form.get("contact", ""))
    about, fact = form.get("about", RECORD), form.get("fact", "")
    if fact not in FACTS:
        raise UsageError(f"{fact!r} is not put right here", remedy="choose from " + ", ".join(FACTS))
    account = None if about == RECORD else about
    value = form.get("value", "")[:_MOST_LETTERS]
    judging.correct(ask.ledger, contact.id, (fact, value), word_of(ask, form), account=account)
    return _after(contact.accounts[0].id, "correct")


def strike(ask: Ask, form: dict[str, str]) -> str:
    """Let a report make no contact any more; it stays to be read. Raises UsageError, NotFoundError."""
    contact, report = ask.ledger.contact(form.get("contact", "")), form.get("report", "")
    if report not in {account.report for account in contact.accounts}:
        raise UsageError("no report of this contact", remedy="choose one of those that tell of it")
    judging.distrust(ask.ledger, report, word_of(ask, form))
    rest = [account.id for account in contact.accounts if account.report != report]
    return _after(rest[0], "strike") if rest else report_address(report)


def word_of(ask: Ask, form: dict[str, str]) -> Word:
    """Who decides and why; the reason has to be given. Raises UsageError."""
    reason = form.get("reason", "").strip()[:_MOST_LETTERS]
    if not reason:
        raise UsageError("a correction has a reason", remedy="say why: it is kept with the record")
    return Word(author=form.get("author", "").strip()[:80] or ask.settings.author, reason=reason)


def came_from(ask: Ask, form: dict[str, str]) -> str | None:
    """The contact's page from which a decision was taken back, where it still has one."""
    reference = form.get("contact", "")
    if not reference:
        return None
    try:
        return _after(ask.ledger.contact(reference).accounts[0].id, "undo")
    except NotFoundError:
        return None


def _after(account: str, done: str) -> str:
    # By an account: its contact's own name may change with the day or the kind.
    return f"{contact_address(account)}?done={done}#how"

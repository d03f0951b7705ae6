"""An account entered by hand: "press office by phone, 14:20, on background", with the facts that it tells."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from communique.errors import UsageError
from communique.ledger.corrections import field_value
from communique.ledger.decisions import Decision, Word
from communique.ledger.facts_given import READERS, read_fact
from communique.records import Account, Fact, Reading, Report, ReportDate, Span

EDITION = "by hand"
_NEEDED = ("kind", "participants")
# Somebody's own knowledge, entered with a reason: as sure as a careful reading.
_CONFIDENCE = 0.95


def given_account(facts: Mapping[str, str], note: str, word: Word, *, side: str | None = None) -> Decision:
    """The decision that enters an account: `facts` by name as text, `note` how it is known.

    `{"kind": "phone_call", "when": "2026-03-03", "participants": "Nora Vale (President, FIN); Otto Brandt"}`.
    Raises UsageError for facts that are missing or cannot be read.
    """
    missing = [name for name in _NEEDED if not facts.get(name)]
    if missing or not note.strip():
        named = ", ".join([*missing, *([] if note.strip() else ["note"])])
        raise UsageError(f"an account needs {named}", remedy="give it")
    day = _first_day(facts.get("when"))
    values = dict(read_fact(name, text, day=day) for name, text in facts.items() if text.strip())
    values.setdefault("status", "held")
    if len({each["id"] for each in values["participants"]}) < 2:
        raise UsageError("an account has two participants at least", remedy="name both sides")
    value = {
        "facts": {name: values[name] for name in READERS if name in values},
        "told": {name: facts[name].strip() for name in READERS if facts.get(name, "").strip()},
        "note": " ".join(note.split()),
        "side": side,
    }
    decision = Decision(kind="add", value=value, author=word.author, reason=word.reason)
    report = _report_id(decision)
    return Decision(
        kind="add",
        one=(f"{report}-by-hand",),
        subject=report,
        value=value,
        author=word.author,
        reason=word.reason,
    )


def _first_day(when: str | None) -> str | None:
    return READERS["when"](when.strip())["start"] if when and when.strip() else None


def _report_id(decision: Decision) -> str:
    told = sorted(decision.value["told"].items())
    return sha256(repr((decision.author, decision.value["note"], told)).encode()).hexdigest()[:16]


def reading_by_hand(decision: Decision) -> Reading:
    """The reading that a decision of the kind "add" makes: its text is the note and the facts as they were given."""
    assert decision.subject is not None
    value = decision.value
    note, told = value["note"], value["told"]
    body = "\n".join([note, "", *(f"{name}: {told[name]}" for name in READERS if name in told)])
    day = (decision.recorded or "")[:10] or None
    report = Report(
        id=decision.subject,
        version=f"{decision.subject}-{sha256(body.encode()).hexdigest()[:8]}",
        source=f"by hand, {decision.author}, {decision.subject[:8]}",
        body=body,
        title=note,
        byline=decision.author,
        dated=ReportDate(date=day, basis="given", why="the day on which it was entered"),
    )
    return Reading(report=report, edition=EDITION, accounts=(_account(decision, body),))


def _account(decision: Decision, body: str) -> Account:
    value = decision.value
    facts = {name: _field(decision, name, given) for name, given in value["facts"].items()}
    whole = Span(start=0, end=len(value["note"]))
    return Account(
        id=decision.one[0],
        report=str(decision.subject),
        trigger=whole,
        evidence=whole,
        facts=tuple(
            Fact(fact=name, value=value["facts"][name], text=text, span=_span(body, name, text))
            for name, text in sorted(value["told"].items())
        ),
        side=value["side"],
        reading_confidence=_CONFIDENCE,
        **{"when": None, **facts},
    )


def _field(decision: Decision, name: str, value: Any) -> Any:
    given = Decision(kind="correct", fact=name, value=value, author=decision.author, reason=decision.reason)
    field = field_value(given, ())
    if name == "when":
        from dataclasses import replace

        field = replace(field, basis="given", derivation=f"entered by {decision.author}")
    return field


def _span(body: str, name: str, text: str) -> Span:
    start = body.index(f"\n{name}: {text}") + len(name) + 3
    return Span(start=start, end=start + len(text))

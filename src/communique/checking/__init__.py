"""Holds a text that is not stored against the ledger: its contacts, days, facts, quotations, claims about the record."""

from communique.checking.draft import check
from communique.checking.findings import Check, Evidence, Finding, Outcome
from communique.checking.firsts import find_record_claims
from communique.checking.judge import judge_claim
from communique.checking.record import RecordClaim
from communique.checking.told import ToldClaim, claims_about

__all__ = [
    "Check",
    "Evidence",
    "Finding",
    "Outcome",
    "RecordClaim",
    "ToldClaim",
    "check",
    "claims_about",
    "find_record_claims",
    "judge_claim",
]

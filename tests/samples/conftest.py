"""The sample reports, read once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from communique import samples
from communique.engines.batch import ReadOptions, read_into
from communique.export.jsonl import contact_object
from communique.intake import IntakeOptions, SetAside, read_inputs
from communique.knowledge import load_knowledge
from communique.ledger import Ledger
from communique.reading import read
from communique.records import Reading, Report


@pytest.fixture(scope="session")
def sample_reports() -> dict[str, Report]:
    read_ones = list(read_inputs([str(samples.folder())], IntakeOptions()))
    assert not [one for one in read_ones if isinstance(one, SetAside)]
    return {report.source: report for report in read_ones if isinstance(report, Report)}


@pytest.fixture(scope="session")
def sample_readings(sample_reports: dict[str, Report]) -> dict[str, Reading]:
    knowledge = load_knowledge()
    return {source: read(report, knowledge) for source, report in sample_reports.items()}


@pytest.fixture(scope="session")
def sample_contacts() -> Iterator[list[dict[str, object]]]:
    """The contacts of the ledger as the interchange writes them."""
    with Ledger.open(":memory:") as ledger:
        read_into(ledger, [str(samples.folder())], ReadOptions())
        contacts = ledger.contacts()
        reports = ledger.reports_of(contacts)
        yield [contact_object(contact, reports) for contact in contacts]

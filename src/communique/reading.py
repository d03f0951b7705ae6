"""READ THIS FIRST: how one report is read, stage by stage, as a pure function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from communique.actors import (
    Phrase,
    families_alone,
    find_mentions,
    find_name_doubts,
    find_phrases,
    name_spans,
    side_of,
    sure,
)
from communique.body import is_readable, label_body
from communique.contacts import find_accounts, has_two_sides, may_gather, name_two, named_here
from communique.dates import date_report, find_date_doubts, find_whens
from communique.knowledge import Knowledge
from communique.record_type import Record
from communique.records import Reading, Report
from communique.sentences import Doc, Wanted, find_candidates, parse_reports, split_sentences
from communique.statements import attach_chains, find_statements, wanted_for_statements

TOGETHER = 96  # reports whose sentences are parsed in one batch


class Begun(Record, frozen=True, kw_only=True):
    """A report that is worth a parse, which it waits for: `wanted` are the sentences, `phrases` the names in them."""

    edition: str
    wanted: Wanted
    phrases: dict[int, list[Phrase]]


def read(report: Report, knowledge: Knowledge, *, every_statement: bool = False) -> Reading:
    """All that one report tells of contacts, each value with its place in the body.

    A report in another language, without a sentence that could tell of a contact, or that names fewer than two
    sides and no group that gathers is not parsed: its Reading holds no accounts. With `every_statement` it is parsed for what is said in it.
    """
    return next(read_many((report,), knowledge, every_statement=every_statement))


def read_many(
    reports: Iterable[Report], knowledge: Knowledge, *, every_statement: bool = False
) -> Iterator[Reading]:
    """Each report's Reading in turn, as `read` gives it; the parser takes the sentences of many at a time."""
    waiting = iter(reports)
    while some := list(islice(waiting, TOGETHER)):
        begun = [begin_reading(report, knowledge, every_statement=every_statement) for report in some]
        parses = iter(parse_reports([one.wanted for one in begun if isinstance(one, Begun)], knowledge))
        for one in begun:
            yield end_reading(one, next(parses), knowledge) if isinstance(one, Begun) else one


def begin_reading(report: Report, knowledge: Knowledge, *, every_statement: bool = False) -> Begun | Reading:
    """What comes before the parser: the Reading itself where the report is not worth a parse."""
    edition = f"{knowledge.edition}+statements" if every_statement else knowledge.edition
    report = label_body(report, knowledge)
    if not is_readable(report):
        return Reading(report=report, edition=edition)
    sentences = split_sentences(report)
    wanted = find_candidates(report, sentences)
    phrases = find_phrases(report, sentences, knowledge) if wanted or every_statement else {}
    # "The Minister met Harald of Norway" names two in a text of the minister's own ministry
    here = named_here(report, knowledge) or side_of(report, knowledge)
    alone = not has_two_sides(phrases, knowledge, here) and not may_gather(report.body)
    if alone and not every_statement:
        return Reading(report=report, edition=edition, sentences=sentences)
    others = {index: found for index, found in phrases.items() if index not in wanted}
    wanted |= name_two(others, knowledge) | wanted_for_statements(report, sentences)
    worth = Wanted(
        report=report,
        sentences=sentences,
        wanted=wanted,
        names=name_spans(phrases),
        families=families_alone(phrases, report.body, sentences),
    )
    return Begun(
        edition=edition,
        wanted=worth,
        phrases=phrases,
    )


def end_reading(begun: Begun, parses: dict[int, Doc], knowledge: Knowledge) -> Reading:
    """What comes behind the parser: the mentions, days, accounts and statements."""
    report, sentences, phrases = begun.wanted.report, begun.wanted.sentences, begun.phrases
    found = find_mentions(report, sentences, parses, knowledge, phrases)
    mentions = sure(found)
    given = report.dated.date
    report = date_report(report, sentences, mentions, knowledge)
    if report.dated.date != given:  # who held an office depends on the day
        found = find_mentions(report, sentences, parses, knowledge, phrases)
        mentions = sure(found)
    whens = find_whens(report, sentences, parses)
    accounts, doubts = find_accounts(report, sentences, parses, mentions, whens, knowledge)
    side = side_of(report, knowledge)
    accounts = tuple(replace(account, side=side) for account in accounts) if side else accounts
    statements = find_statements(report, sentences, parses, mentions, accounts, knowledge)
    reading = Reading(
        report=report,
        edition=begun.edition,
        sentences=sentences,
        mentions=found,
        whens=whens,
        accounts=attach_chains(accounts, statements),
        statements=statements,
        doubts=(*find_date_doubts(report), *doubts, *find_name_doubts(report, found, accounts)),
    )
    for doc in parses.values():
        doc.let_go()
    return reading

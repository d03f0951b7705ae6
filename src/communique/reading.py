"""READ THIS FIRST: how one report is read, stage by stage, as a pure function."""

from __future__ import annotations

from dataclasses import replace

from communique.actors import find_mentions, find_phrases, name_spans, side_of
from communique.body import is_readable, label_body
from communique.contacts import count_sides, find_accounts, name_two
from communique.dates import date_report, find_date_doubts, find_whens
from communique.knowledge import Knowledge
from communique.records import Reading, Report
from communique.sentences import find_candidates, parse_sentences, split_sentences
from communique.statements import attach_chains, find_statements, wanted_for_statements


def read(report: Report, knowledge: Knowledge, *, every_statement: bool = False) -> Reading:
    """All that one report tells of contacts, each value with its place in the body.

    A report in another language, without a sentence that could tell of a contact, or that names fewer than two
    sides is not parsed: its Reading holds no accounts. With `every_statement` it is parsed for what is said in it.
    """
    edition = f"{knowledge.edition}+statements" if every_statement else knowledge.edition
    report = label_body(report, knowledge)
    if not is_readable(report):
        return Reading(report=report, edition=edition)
    sentences = split_sentences(report)
    wanted = find_candidates(report, sentences)
    phrases = find_phrases(report, sentences, knowledge) if wanted or every_statement else {}
    if not every_statement and count_sides(phrases, knowledge) < 2:
        return Reading(report=report, edition=edition, sentences=sentences)
    wanted |= name_two(phrases, knowledge) | wanted_for_statements(report, sentences)
    parses = parse_sentences(report, sentences, wanted, knowledge, name_spans(phrases))
    mentions = find_mentions(report, sentences, parses, knowledge, phrases)
    given = report.dated.date
    report = date_report(report, sentences, mentions, knowledge)
    if report.dated.date != given:  # who held an office depends on the day
        mentions = find_mentions(report, sentences, parses, knowledge, phrases)
    whens = find_whens(report, sentences, parses)
    accounts, doubts = find_accounts(report, sentences, parses, mentions, whens, knowledge)
    side = side_of(report, knowledge)
    accounts = tuple(replace(account, side=side) for account in accounts) if side else accounts
    statements = find_statements(report, sentences, parses, mentions, accounts, knowledge)
    return Reading(
        report=report,
        edition=edition,
        sentences=sentences,
        mentions=mentions,
        whens=whens,
        accounts=attach_chains(accounts, statements),
        statements=statements,
        doubts=(*find_date_doubts(report), *doubts),
    )

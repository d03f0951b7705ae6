"""The MCP server, asked over standard input and output by a client of the official SDK."""

from __future__ import annotations

import asyncio
import json
import os
import sys

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from communique.agents.answers import EXCERPT
from communique.ledger import Ledger

NOON = "2026-03-10T12:00:00+00:00"
CALL = "2026-03-03-brandt-vale-phone-call"


@pytest.fixture
def path(tmp_path, readings) -> str:
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        ledger.add(readings, NOON)
        ledger.contacts()
    return str(tmp_path / "l.db")


def asked(path: str, *calls: tuple[str, dict]) -> tuple[list, list]:
    """The tools that the server offers, and what it answers to the calls."""

    async def talk() -> tuple[list, list]:
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "communique.cli", "mcp", "--ledger", path],
            env={**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", "")},
        )
        async with stdio_client(server) as streams, ClientSession(*streams) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            return tools, [await session.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(asyncio.wait_for(talk(), timeout=90))


def text(answer) -> dict:
    assert not answer.is_error, answer.content
    return json.loads(answer.content[0].text)


def test_a_client_of_the_sdk_gets_answers_with_evidence_and_chains(path):
    tools, answers = asked(
        path,
        ("contacts", {"between": ["vale", "brandt"], "since": "2026-03"}),
        ("contact", {"reference": CALL}),
        ("compare", {"reference": CALL}),
        ("statements", {"speaker": "otto-brandt"}),
        ("who", {"name": "brandt"}),
        ("search", {"words": "grain"}),
        ("check", {"text": "President Vale spoke by phone with Chancellor Brandt on 3 March 2026."}),
        ("contact", {"reference": "no-such-contact"}),
    )
    assert {tool.name for tool in tools} == {
        "search",
        "contacts",
        "contact",
        "compare",
        "statements",
        "who",
        "check",
    }
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    listed, one, matrix, said, who, found, checked = (text(each) for each in answers[:7])
    assert (listed["number"], {each["slug"] for each in listed["contacts"]} >= {CALL}) == (2, True)
    duration = next(fact for fact in one["accounts"][0]["facts"] if fact["fact"] == "duration_minutes")
    assert [link["name"] for link in duration["chain"]] == ["the chancellery"]
    assert all(account["evidence"]["text"] for account in one["accounts"])
    assert [each["text"] for each in one["statements"]] == ["We agree on grain,"]
    assert {each["account"] for each in matrix["columns"]} >= {"a1", "a2"}
    assert said["statements"][0]["published"] == "2026-03-05"
    assert who["number"] == 2
    assert {each["in"] for each in found["passages"]} <= {"report", "contact"} and found["passages"]
    assert checked["findings"] is not None
    assert answers[7].is_error
    assert "no-such-contact" in answers[7].content[0].text


def test_no_answer_holds_a_whole_article(tmp_path, readings):
    from dataclasses import replace

    from communique.records import Span

    first = readings[0]
    body = first.report.body + "\n\n" + "A long story goes on and on. " * 200
    account = replace(first.accounts[0], evidence=Span(start=0, end=len(body)))
    long = replace(first, report=replace(first.report, body=body), accounts=(account,))
    with Ledger.open(":memory:") as ledger:
        ledger.add((long,), NOON)
        from communique.agents import answers

        told = answers.contact(ledger, ledger.contacts()[0].id)
        found = answers.search(ledger, "story", 10)
    assert max(len(each["evidence"]["text"]) for each in told["accounts"]) <= EXCERPT
    assert all(len(each.get("excerpt", "")) <= EXCERPT for each in found["passages"])
    assert body not in json.dumps(told, ensure_ascii=False)

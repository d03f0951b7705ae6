"""`communique export`: a table of formats; lines, entries to cite, and one contact whole."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner

from communique.cli import commands
from communique.errors import UsageError
from communique.export.bibtex import escape
from communique.export.formats import FORMATS, Wanted, export_format
from communique.export.pack import build_pack, digest_of_pack
from communique.ledger import Ledger, Query

NOON = "2026-03-10T12:00:00+00:00"
CALL = "2026-03-03-brandt-vale-phone-call"


@pytest.fixture
def path(tmp_path, readings) -> str:
    with Ledger.open(str(tmp_path / "l.db")) as ledger:
        ledger.add(readings, NOON)
    return str(tmp_path / "l.db")


def run(*arguments: str):
    return CliRunner().invoke(commands, ["export", *arguments], catch_exceptions=False)


def test_every_format_of_the_table_writes_one_contact(path):
    for name in FORMATS:
        done = run(name, CALL, "--ledger", path)
        assert done.exit_code == 0, done.stderr
        assert done.stdout.strip(), name


def test_an_unknown_format_is_refused_with_the_known_ones(path):
    assert run("paper", "--ledger", path).exit_code == 2
    with Ledger.open(path) as ledger, pytest.raises(UsageError, match="bibtex"):
        export_format("paper", Wanted(ledger=ledger, query=Query()))


def test_lines_hold_the_contacts_of_the_query_by_id(path):
    both = [json.loads(line) for line in run("jsonl", "--ledger", path).stdout.splitlines()]
    assert [each["id"] for each in both] == ["a1", "a3"]
    late = run("jsonl", "--since", "2026-03-04", "--ledger", path).stdout.splitlines()
    assert [json.loads(line)["id"] for line in late] == ["a3"]


def test_bibtex_has_the_contact_and_its_reports(path):
    text = run("bibtex", CALL, "--ledger", path).stdout
    assert text.count("@misc{") == 3
    assert f"@misc{{{CALL},\n  title = {{Phone call of Nora Vale, Otto Brandt, 2026-03-03 (held)}}" in text
    assert "organization = {The Turku Post}" in text
    keys = re.findall(r"@misc\{([^,]+),", text)
    assert len(set(keys)) == 3
    assert all(key in text.split("told by ")[1].split("}")[0] for key in keys[1:])


def test_bibtex_keeps_what_is_its_own_from_the_text():
    assert escape("R&D {50%} of_it\n~") == r"R\&D \{50\%\} of\_it \textasciitilde{}"


def test_a_pack_holds_one_contact_with_evidence_marked_and_its_own_digest(path, tmp_path):
    page = tmp_path / "call.html"
    assert run("pack", CALL, "-o", str(page), "--ledger", path).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "<mark>Chancellor Brandt called President Vale on 3 March 2026.</mark>" in text
    assert not re.search(r'(src|href)="?http|<link|<script src', text)
    pack = json.loads(
        re.search(r'<script type="application/json" id="pack">(.*?)</script>', text, re.DOTALL)[1]
    )
    assert pack["sha256"] == digest_of_pack(pack)
    assert [each["id"] for each in pack["contact"]["accounts"]] == ["a1", "a2"]
    assert CALL in pack["names"]


def test_a_pack_as_json_or_without_articles(path, tmp_path):
    whole, bare = tmp_path / "whole.json", tmp_path / "bare.json"
    run("pack", CALL, "-o", str(whole), "--ledger", path)
    run("pack", CALL, "-o", str(bare), "--without-text", "--ledger", path)
    assert "See also" in whole.read_text(encoding="utf-8")
    text = bare.read_text(encoding="utf-8")
    assert "See also" not in text
    assert "body_sha256" in text
    assert "Chancellor Brandt called President Vale" in text


def test_a_pack_of_several_contacts_is_refused(path):
    assert run("pack", "--ledger", path).exit_code == 2


def test_what_stands_in_an_article_cannot_end_the_page(readings):
    bad = replace(readings[2].report, body=readings[2].report.body + " </script><b>x</b>")
    with Ledger.open(":memory:") as ledger:
        ledger.add([replace(readings[2], report=bad)], NOON)
        text = "".join(export_format("pack", Wanted(ledger=ledger, query=Query())))
        assert text.count("</script>") == 1
        assert "<b>x" not in text.split("<script")[0]
        assert build_pack(ledger, "a3")["reports"][0]["body"].endswith("</script><b>x</b>")

"""`communique watch --once`: what is new is told once, on the terminal and in the watch's own feed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner

from communique.cli.watch import command

FEED = (
    '<rss version="2.0"><channel><title>The Gazette</title><item><title>Leaders of Finland and Japan speak</title>'
    "<link>https://g.example/1</link><pubDate>Tue, 21 Jan 2025 10:00:00 GMT</pubDate><description>Finland's President Alexander "
    "Stubb spoke by phone with Russian President Vladimir Putin on Tuesday.</description></item></channel></rss>"
)


def test_new_contacts_are_told_once(site: Any, tmp_path: Path) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(
        f'allow_local = true\nhost_seconds = 0\n[[feed]]\naddress = "{site.give("/feed", FEED)}"\n'
    )
    given = [str(feeds), "--once", "--ledger", str(tmp_path / "l.db"), "--alerts", str(tmp_path / "a.xml")]
    first, second = (CliRunner().invoke(command, given) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert "phone call" in first.output and "2025-01-21" in first.output
    assert second.output == ""
    assert "phone call" in (tmp_path / "a.xml").read_text()


def test_a_kill_between_keeping_and_telling_leaves_nothing_untold(site: Any, tmp_path: Path) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(
        f'allow_local = true\nhost_seconds = 0\n[[feed]]\naddress = "{site.give("/feed", FEED)}"\n'
    )
    given = [str(feeds), "--once", "--ledger", str(tmp_path / "l.db"), "--state"]
    CliRunner().invoke(command, [*given, str(tmp_path / "lost.db")])
    again = CliRunner().invoke(command, [*given, str(tmp_path / "new.db")])
    assert "phone call" in again.output

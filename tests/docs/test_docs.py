"""The docs speak of what is there: pages made from the program are up to date, every command in them exists and runs."""

from __future__ import annotations

import importlib.util
import re
import shlex
import types
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from communique.cli import COMMANDS, commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md"])
BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SHELL = re.compile(r"^(?:\$ )?(?:\S*bin/)?communique (?P<rest>.*)$")


def maker() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("pages", ROOT / "docs/make/pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told_commands() -> list[tuple[str, str]]:
    """Each command line in a block of the docs, with its page."""
    return [
        (path.name, found["rest"].split("  #")[0].split(" > ")[0].split(" < ")[0].strip())
        for path in PAGES
        for block in BLOCK.findall(path.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if (found := SHELL.match(line))
    ]


def printed_commands() -> list[str]:
    """The commands of the tutorial whose output the page shows."""
    text = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
    return [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ communique")]


@pytest.mark.parametrize("page", ["commands", "interchange", "codebook"])
def test_pages_made_from_the_program_are_up_to_date(page):
    made = maker().PAGES[page]()
    held = (ROOT / f"docs/{page}.md").read_text(encoding="utf-8")
    assert held == made, f"run: python docs/make/pages.py {page}"


def test_every_command_and_option_is_documented():
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        section = page.partition(f"## communique {name}\n")[2].partition("\n## ")[0]
        assert section, name
        command = commands.get_command(click.Context(commands), name)
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.opts} has no help"
                assert option.opts[0] in section, (name, option.opts)


@pytest.mark.parametrize(("page", "line"), told_commands())
def test_every_command_in_the_docs_exists(page, line):
    words = shlex.split(line.replace("|", "'|'"))
    assert words[0] in (*COMMANDS, "--help"), f"{page}: {line}"
    if words[0] in COMMANDS:
        command = commands.get_command(click.Context(commands), words[0])
        if isinstance(command, click.Group) and words[1:] and words[1] != "[OPTIONS]":
            assert words[1] in command.commands, f"{page}: {line}"
            command = command.commands[words[1]]
        known = {opt for each in command.params for opt in (*each.opts, *each.secondary_opts)} | {"--help"}
        assert {word for word in words if word.startswith("--")} <= known, f"{page}: {line}"


@pytest.mark.slow
def test_the_tutorial_runs_from_top_to_bottom(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_LEDGER", "communique-demo.db")
    lines = printed_commands()
    assert len(lines) >= 5
    for line in lines:
        done = CliRunner().invoke(commands, shlex.split(line)[1:], catch_exceptions=False)
        assert done.exit_code == 0, f"{line}: {done.stderr}"


def test_links_between_pages_lead_somewhere():
    for path in PAGES:
        for target in re.findall(r"\]\(([^)#]+\.md)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"

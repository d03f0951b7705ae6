"""Makes the pages of the docs that come out of the program: `python docs/make/pages.py [NAME...]`.

commands.md from the tree of commands, interchange.md from the schemas, tutorial.md and one-report.md from real output,
the table of figures in method.md from `communique evaluate`. A test holds the first two to the program.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from communique.cli import COMMANDS
from communique.schemas import NAMES, load_schema

DOCS = Path(__file__).resolve().parents[1]
WIDTH = "168"
MARK = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def commands_page() -> str:
    """Every command with its help, its arguments and its options."""
    lines = [
        "# Commands", "",
        "Made from the program. Exit status: 0 done, 1 failed, 2 wrong usage, 3 something could not be read.",
    ]  # fmt: skip
    for name in COMMANDS:
        command = import_module(f"communique.cli.{name}").command
        lines += ["", f"## communique {name}", "", *_help_of(command, name), *_options_of(command)]
        for part, inner in getattr(command, "commands", {}).items():
            lines += [
                "",
                f"### communique {name} {part}",
                "",
                *_help_of(inner, f"{name} {part}"),
                *_options_of(inner),
            ]
    return "\n".join(lines) + "\n"


def _help_of(command: click.Command, name: str) -> Iterator[str]:
    text, _, examples = (command.help or "").partition("\b\n")
    usage = " ".join(command.collect_usage_pieces(click.Context(command)))
    yield from ("```", f"communique {name} {usage}", "```", "", " ".join(text.split()), "")
    if command.epilog:
        yield from (command.epilog, "")
    if examples:
        yield from ("```", *(line.strip() for line in examples.strip().splitlines()), "```", "")


def _options_of(command: click.Command) -> Iterator[str]:
    options = [each for each in command.params if isinstance(each, click.Option)]
    if not options:
        return
    yield from ("| option | |", "|---|---|")
    context = click.Context(command)
    for option in options:
        record = option.get_help_record(context)
        if record:
            yield (
                "| "
                + " | ".join(
                    f"`{part}`" if n == 0 else part.replace("|", "\\|") for n, part in enumerate(record)
                )
                + " |"
            )


def interchange_page() -> str:
    """Every field of every object, from the schemas."""
    lines = [
        "# The interchange", "",
        "`communique read ... --format jsonl` writes one object a line; `--only` chooses contacts, statements,",
        "reports and doubts. Spans are half-open, in Unicode code points of the report's `body`. The JSON Schema",
        "files lie in `src/communique/schemas/`; this page is made from them.",
    ]  # fmt: skip
    for name in NAMES:
        schema = load_schema(name)
        lines += ["", f"## {name}", "", *_fields(schema)]
        for part, inner in schema.get("$defs", {}).items():
            if "properties" in inner:
                lines += ["", f"### {name}: {part}", "", *_fields(inner)]
    return "\n".join(lines) + "\n"


def _fields(schema: dict[str, Any]) -> Iterator[str]:
    yield from ("| field | holds | |", "|---|---|---|")
    for field, inner in schema["properties"].items():
        yield f"| `{field}` | {_kind(inner)} | {_about(inner)} |"


def _about(schema: dict[str, Any] | bool) -> str:
    return "" if isinstance(schema, bool) else str(schema.get("description", ""))


def _kind(schema: dict[str, Any] | bool) -> str:
    if isinstance(schema, bool):
        return "any"
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join("null" if each is None else str(each) for each in schema["enum"])
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    for joined in ("anyOf", "oneOf"):
        if joined in schema:
            return " or ".join(_kind(each) for each in schema[joined])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    kind = schema.get("type", "any")
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def run(command: str, folder: str) -> str:
    """What a command prints in a folder, standard error after standard output."""
    words = [sys.executable, "-m", "communique.cli", *command.split()[1:]]
    done = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, env={**os.environ, "COLUMNS": WIDTH}, check=True
    )
    return (done.stdout + done.stderr).rstrip()


def shown(command: str, folder: str, *, lines: int = 40) -> str:
    """A command with its real output as a block, cut at so many lines."""
    printed = [line.rstrip() for line in run(command, folder).splitlines()]
    rest = len(printed) - lines
    cut = [*printed[:lines], f"... ({rest} more lines)"] if rest > 0 else printed
    return "\n".join(["```", f"$ {command}", *cut, "```"])


def tutorial_page() -> str:
    """Ten minutes on the samples, with what the program really prints."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COMMUNIQUE_LEDGER"] = "communique-demo.db"
        parts = [
            "# Tutorial", "",
            "Install Communique, then read the reports that ship with it. The output on this page is the program's own.", "",
            "```", "python3 -m venv .venv && .venv/bin/pip install communique && . .venv/bin/activate", "```", "",
            "## A ledger out of 27 reports", "", shown("communique demo", folder, lines=24), "",
            "One line is one contact, however many reports tell of it. The last column names it in every other command.", "",
            "## Where accounts conflict", "", shown("communique contacts --conflicts", folder), "",
            "## One contact, all accounts", "",
            shown("communique show 2024-11-07-putin-trump-phone-call", folder, lines=60), "",
            "## Side by side", "",
            shown("communique compare 2024-11-07-putin-trump-phone-call --format markdown", folder), "",
            "`no text` means that the ledger holds nothing from that side; `silent` that it does, and says nothing of it.", "",
            "## What was said, and through whom", "", shown("communique statements --speaker peskov", folder), "",
            "## Out of the ledger", "", shown("communique table contacts --since 2023", folder, lines=6), "",
            "`communique read YOUR_FOLDER` does the same with your own reports. [Commands](commands.md) has the rest.",
        ]  # fmt: skip
    return "\n".join(parts) + "\n"


def one_report_page() -> str:
    """The stages of one sample, as `communique explain` shows them."""
    from communique.samples import folder as samples

    name = "08-harbour-wire-kremlin-denial.txt"
    text = [
        "# How one report is read", "",
        "`communique.reading.read` calls the stages in the order of this page; `communique explain FILE` prints what each",
        "of them gives. In the text, [brackets] are mentions of actors, {braces} words on time, and >> stands before the",
        "word that tells of a contact.", "",
        "1. **body** labels what is not prose (headline, dateline, credit) and finds the report's own date.",
        "2. **sentences** splits the prose; a cue decides which sentences are worth parsing.",
        "3. **actors** finds who is named or meant, in the office held on that day.",
        "4. **dates** anchors words on time against the report's date.",
        "5. **contacts** builds an account of each contact, with its facts.",
        "6. **statements** finds what was said, by whom, through whom.", "",
        shown(f"communique explain {name}", str(samples() / "reports" if (samples() / "reports").exists() else samples()), lines=200),
    ]  # fmt: skip
    return "\n".join(text) + "\n"


def method_page() -> str:
    """method.md with its table of figures made anew; the prose around it is kept."""
    import datetime as dt

    from communique.evaluation.figures import figures_of
    from communique.evaluation.pooled import pooled
    from communique.evaluation.stages import STAGES, gold_sets, score_set

    rows = [f"Measured on {dt.datetime.now(dt.UTC):%Y-%m-%d} with `communique evaluate`.", "",
            "| stage | set | passages | figure | value | 95 % interval |", "|---|---|---|---|---|---|"]  # fmt: skip
    for stage in STAGES:
        sets = [score_set(stage, path) for path in gold_sets(stage)]
        for scored in (*sets, *pooled(stage, sets)):
            for figure in figures_of(scored):
                interval = "" if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"
                rows.append(
                    f"| {stage} | {scored.name} | {len(scored.passages)} | {figure.name} | {figure.value:.3f} | {interval} |"
                )
    kept = (DOCS / "method.md").read_text(encoding="utf-8")
    return MARK.sub(lambda _: "\n".join(rows) + "\n", kept)


def readme_page() -> str:
    """The README with the output of its first block made anew."""
    with tempfile.TemporaryDirectory() as folder:
        run("communique demo", folder)
        parts = [
            f"$ communique {line} --ledger communique-demo.db{more}\n{{}}"
            for line, more in (
                ("contacts --conflicts", ""),
                ("compare " + README_CONTACT, " --format markdown"),
            )
        ]
        printed = [run(part.split("\n")[0].removeprefix("$ "), folder) for part in parts]
        block = "\n\n".join(
            part.format("\n".join(line.rstrip() for line in output.splitlines() if line.strip()))
            for part, output in zip(parts, printed, strict=True)
        )
    text = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    return re.sub(
        r"(?<=```\n)\$ communique contacts.*?(?=\n```)", lambda _: block, text, count=1, flags=re.DOTALL
    )


def codebook_page() -> str:
    """What `communique codebook` writes, without what every entry of the lexicon changes: its edition, cues, topics."""
    from communique.export.codebook import codebook, codebook_page

    told = codebook()
    told["versions"]["lexicon"] = "as installed (`communique codebook` names its edition, cues and topics)"
    told["lexicon"] = {}
    grown = ("\n## Words that tell", "\n## Topics")
    parts = (part for part in codebook_page(told) if not part.startswith(grown))
    return "".join(parts).replace(" ().", ".").replace(") ()", ")")


README_CONTACT = "2024-11-07-putin-trump-phone-call"
PAGES: dict[str, Callable[[], str]] = {
    "commands": commands_page,
    "codebook": codebook_page,
    "interchange": interchange_page,
    "tutorial": tutorial_page,
    "one-report": one_report_page,
    "method": method_page,
    "readme": readme_page,
}


def main() -> None:
    for name in sys.argv[1:] or PAGES:
        path = DOCS.parent / "README.md" if name == "readme" else DOCS / f"{name}.md"
        path.write_text(PAGES[name](), encoding="utf-8")


if __name__ == "__main__":
    main()

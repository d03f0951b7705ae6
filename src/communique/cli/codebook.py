"""`communique codebook`: definitions, rules and versions for a paper."""

from __future__ import annotations

import click

from communique.cli.options import format_option


@click.command("codebook")
@format_option("markdown", "json")
@click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.")
def command(shape: str, output: str | None) -> None:
    """Write what every value and column means: definitions, rules of inclusion, examples, versions.

    It is made from the code and the lexicon that are installed, so that a paper can say what its data are:
    the units of the tables, kinds and statuses of contacts, topics, how contacts become events of PLOVER and
    CAMEO, the codes of states.

    \b
    communique codebook -o codebook.md
    communique codebook --format json
    """
    import json

    from communique.cli.output import write_text
    from communique.export.codebook import codebook, codebook_page

    told = codebook()
    if shape == "json":
        write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", output)
    else:
        write_text("".join(codebook_page(told)), output)

"""`communique watch`: feeds polled politely, and what is new in them told as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.options import ledger_option

if TYPE_CHECKING:
    from communique.intake import SetAside
    from communique.ledger import Ledger
    from communique.records import Report
    from communique.watch import WatchState


@click.command("watch")
@click.argument("feeds", metavar="FEEDS.toml", type=click.Path(dir_okay=False))
@ledger_option
@click.option("--once", is_flag=True, help="Ask the feeds that are due, and end; for cron.")
@click.option(
    "--state", "memory", metavar="FILE", help="What the watch remembers.  [default: FEEDS.watch.db]"
)
@click.option("--alerts", metavar="FILE", help="Write new contacts as an Atom feed, too.")
def command(feeds: str, ledger: str, once: bool, memory: str | None, alerts: str | None) -> None:
    """Poll feeds, read what is new into the ledger, and tell of new contacts.

    \b
    contact = "desk@gazette.example"
    [[feed]]
    address = "https://gazette.example/world.rss"
    every_minutes = 15
    full_pages = true

    \b
    communique watch feeds.toml
    communique watch feeds.toml --once --alerts public/contacts.xml
    """
    from communique.ledger import Ledger
    from communique.watch import Arrival, WatchState, read_watchlist, watch

    watchlist = read_watchlist(feeds)
    with (
        Ledger.open(ledger) as opened,
        WatchState(memory or f"{feeds.removesuffix('.toml')}.watch.db") as state,
    ):

        def keep(arrival: Arrival) -> None:
            fresh = keep_one(opened, arrival.one)
            if tell(opened, state, fresh) and alerts:
                from communique.watch.alerts import write_alerts

                write_alerts(alerts, state)

        try:
            watch(watchlist, state, keep, once=once)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(130) from None


def keep_one(ledger: Ledger, one: Report | SetAside) -> tuple[str, ...]:
    """Reads a report into the ledger, or keeps why it was not read; the ids of contacts to tell of."""
    from communique.cli.output import note
    from communique.engines.together import read_one
    from communique.intake import SetAside

    reading = one if isinstance(one, SetAside) else read_one(one)
    if isinstance(reading, SetAside):
        note(f"communique: {reading}")
        ledger.set_aside([(reading.source, reading.place, reading.why, reading.remedy)])
        return ()
    added = ledger.add([reading])
    if added.readings:
        return added.contacts
    from communique.ledger import Query

    # Kept before, and read again because the watch was killed before it could tell: what it told is known.
    return tuple(ledger.slugs(Query(reports=(reading.report.id,))))


def tell(ledger: Ledger, state: WatchState, contacts: tuple[str, ...]) -> int:
    """Writes a line for each contact not told of before; how many there were."""
    import time

    from communique.export import brief
    from communique.ledger import Query

    count = 0
    for contact in ledger.contacts(Query(contacts=contacts)) if contacts else ():
        line = brief.contact_line(contact)
        summary = "  ".join(str(line[name]) for name in brief.CONTACT if line.get(name))
        if state.tell(contact.id, contact.slug, summary, time.time()):
            click.echo(summary)
            count += 1
    return count

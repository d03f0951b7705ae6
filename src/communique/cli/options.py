"""Options that several commands share, and the Query that they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

import click

from communique.periods import first_day, last_day
from communique.records import Kind, Status

if TYPE_CHECKING:
    from communique.ledger import Ledger, View

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Function], Function]

ledger_option: Decorator[Any] = click.option(
    "--ledger",
    metavar="FILE",
    default="communique.db",
    envvar="COMMUNIQUE_LEDGER",
    show_default=True,
    show_envvar=True,
    help="The ledger; :memory: keeps nothing.",
)


def format_option(*formats: str) -> Decorator[Any]:
    """`--format`, the first being the default."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write it.",
    )


_VIEW_OPTIONS = (
    click.option(
        "--as-of", metavar="TIME", help="As the ledger stood then: 2026-03, 2026-03-14 or a time (UTC)."
    ),
    click.option(
        "--known-by", metavar="DAY", help="Only what had been published by then, whenever it was read."
    ),
)


def view_options(function: Function) -> Function:
    """`--as-of` and `--known-by`; the command gets them as one `view`, None for the ledger as it is."""

    @wraps(function)
    def with_view(**given: Any) -> Any:
        as_of, known_by = given.pop("as_of"), given.pop("known_by")
        view = None
        if as_of or known_by:
            from communique.ledger.currents import View
            from communique.ledger.history import time_of

            view = View(
                as_of=time_of(as_of) if as_of else None, known_by=time_of(known_by) if known_by else None
            )
        return function(view=view, **given)

    decorated: Callable[..., Any] = with_view
    for option in reversed(_VIEW_OPTIONS):
        decorated = option(decorated)
    # A decorator keeps the type of what it decorates; click's options do not say so.
    return cast("Function", decorated)


@contextmanager
def open_ledger(path: str, view: View | None = None) -> Iterator[Ledger]:
    """The ledger at `path`, which must be there, or what a view shows of it."""
    from communique.ledger import Ledger

    with Ledger.open(path, create=False) as opened:
        if view is None:
            yield opened
            return
        with opened.at(view) as seen:
            yield seen


_QUERY_OPTIONS = (
    click.option("--between", nargs=2, metavar="A B", help="Both take part: names, ids or states."),
    click.option(
        "--party", multiple=True, metavar="NAME", help="Takes part; a state stands for its persons, too."
    ),
    click.option("--since", metavar="DAY", help="Not over before: 2025, 2025-03 or 2025-03-14."),
    click.option("--until", metavar="DAY", help="Begun by then, the day included."),
    click.option("--kind", multiple=True, type=click.Choice(get_args(Kind)), help="What it was."),
    click.option(
        "--status", multiple=True, type=click.Choice(get_args(Status)), help="Whether it came about."
    ),
    click.option(
        "--level",
        multiple=True,
        type=click.Choice(("leaders", "ministers", "officials")),
        help="The highest rank on both sides.",
    ),
    click.option(
        "--channel",
        multiple=True,
        type=click.Choice(("in_person", "phone", "video", "written", "unknown")),
        help="How they dealt with each other.",
    ),
    click.option("--topic", multiple=True, metavar="TOPIC", help="What was talked about: grain."),
    click.option("--outlet", multiple=True, metavar="NAME", help="Told by this outlet."),
    click.option("--conflicts", is_flag=True, help="Only where accounts conflict."),
    click.option("--disputed", is_flag=True, help="Only where one says held and another denies."),
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many, the latest."),
)


def query_options(function: Function) -> Function:
    """All conditions on contacts; the command gets them as one `query`."""

    @wraps(function)
    def with_query(**given: Any) -> Any:
        from communique.ledger.query import Query

        conditions = {name: given.pop(name) for name in Query.__slots__ if name in given}
        conditions["between"] = conditions["between"] or ()
        conditions["since"] = first_day(conditions["since"])
        conditions["until"] = last_day(conditions["until"])
        return function(query=Query(**conditions), **given)

    decorated: Callable[..., Any] = with_query
    for option in reversed(_QUERY_OPTIONS):
        decorated = option(decorated)
    # A decorator keeps the type of what it decorates; click's options do not say so.
    return cast("Function", decorated)

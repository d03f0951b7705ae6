"""Feeds watched on a real server on loopback: politely, without loss, without doubles."""

from __future__ import annotations

import email.utils
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from communique.errors import InputError
from communique.intake import SetAside
from communique.records import Report
from communique.watch import Arrival, Feed, Watchlist, WatchState, read_watchlist, watch
from communique.watch.alerts import write_alerts
from communique.watch.manners import Clock

STORY = "Envoys of Norland and Sudria met in Lisbon on Monday. They spoke about fishing."
PAGE = (
    "<!doctype html><html><body><article><h1>Envoys meet</h1>"
    + f"<p>{STORY}</p>" * 3
    + "</article></body></html>"
)


def rss(*numbers: int, base: str = "https://g.example") -> str:
    items = "".join(
        f"<item><title>Envoys meet {n}</title><link>{base}/{n}</link><description>{STORY} No {n}.</description></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>The Gazette</title>{items}</channel></rss>'


class Time:
    def __init__(self) -> None:
        self.now, self.slept = 1_700_000_000.0, [0.0]
        self.clock = Clock(now=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Watch:
    """A watch of one feed; each `run` is a new start of the program."""

    def __init__(self, site: Any, folder: Path, **feed: Any) -> None:
        self.site, self.path, self.time = site, str(folder / "watch.db"), Time()
        self.list = Watchlist(feeds=(Feed(address=f"{site.address}/feed", **feed),), allow_local=True)

    def run(self, later: float = 3600.0, die_after: int | None = None) -> list[Report | SetAside]:
        self.time.now += later
        kept: list[Report | SetAside] = []

        def keep(arrival: Arrival) -> None:
            if die_after is not None and len(kept) >= die_after:
                raise KeyboardInterrupt
            kept.append(arrival.one)

        with WatchState(self.path) as state:
            with suppress(KeyboardInterrupt):
                watch(self.list, state, keep, once=True, clock=self.time.clock)
            self.state = state.feed(self.list.feeds[0].address)
        return kept

    def asked(self, path: str = "/feed") -> int:
        return sum(each == path for each, _ in self.site.asked)


def test_new_entries_are_read_once(site: Any, tmp_path: Path) -> None:
    watched = Watch(site, tmp_path)
    site.give("/feed", rss(2, 1))
    first = watched.run()
    assert [each.source for each in first] == ["https://g.example/1", "https://g.example/2"]
    assert isinstance(first[0], Report) and first[0].outlet == "The Gazette"
    assert watched.run() == []
    site.give("/feed", rss(3, 2))
    assert [each.source for each in watched.run()] == ["https://g.example/3"]


def test_a_feed_is_not_asked_before_it_is_due(site: Any, tmp_path: Path) -> None:
    watched = Watch(site, tmp_path, every_minutes=30)
    site.give("/feed", rss(1))
    watched.run()
    watched.run(later=60)
    assert watched.asked() == 1
    watched.run(later=1800)
    assert watched.asked() == 2


def test_validators_are_sent_back(site: Any, tmp_path: Path) -> None:
    watched = Watch(site, tmp_path)
    site.give("/feed", rss(1), headers='ETag: "a1"\r\nLast-Modified: Tue, 04 May 2021 10:00:00 GMT\r\n')
    watched.run()
    site.give("/feed", "", status=304)
    assert watched.run() == []
    sent = site.asked[-1][1]
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"a1"', "Tue, 04 May 2021 10:00:00 GMT")
    assert watched.state.etag == '"a1"' and watched.state.failures == 0


def test_a_kill_loses_nothing_and_doubles_nothing(site: Any, tmp_path: Path) -> None:
    watched = Watch(site, tmp_path)
    site.give("/feed", rss(5, 4, 3, 2, 1), headers='ETag: "a1"\r\n')
    first = watched.run(die_after=2)
    second = watched.run(later=0)
    assert [each.source[-1] for each in first + second] == ["1", "2", "3", "4", "5"]
    assert "if-none-match" not in site.asked[-1][1]


@pytest.mark.parametrize(
    ("written", "seconds"), [("7200", 7200), ("date", 7200), ("99999999999", 7 * 86_400), ("soon", 1800)]
)
def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    site: Any, tmp_path: Path, written: str, seconds: float
) -> None:
    watched = Watch(site, tmp_path)
    if written == "date":
        written = email.utils.formatdate(watched.time.now + 3600 + 7200, usegmt=True)
    site.give("/feed", "", status=429, headers=f"Retry-After: {written}\r\n")
    found = watched.run()
    assert isinstance(found[0], SetAside) and "429" in found[0].why
    assert watched.state.due - watched.time.now == pytest.approx(seconds, abs=5)


def test_failures_double_the_wait_up_to_a_day(site: Any, tmp_path: Path) -> None:
    watched = Watch(site, tmp_path, every_minutes=30)
    site.give("/feed", "", status=500)
    waits = []
    for _ in range(9):
        watched.run(later=100_000)
        waits.append(watched.state.due - watched.time.now)
    assert waits[:3] == [1800, 3600, 7200] and waits[-1] == 86_400
    site.give("/feed", rss(1))
    watched.run(later=100_000)
    assert watched.state.failures == 0 and watched.state.trouble is None


@pytest.mark.parametrize(("status", "remembered"), [(302, False), (307, False), (301, True), (308, True)])
def test_a_permanent_move_is_remembered(site: Any, tmp_path: Path, status: int, remembered: bool) -> None:
    site.give("/new", rss(1))
    site.give("/feed", "", status=status, headers="Location: /new\r\n")
    watched = Watch(site, tmp_path)
    assert len(watched.run()) == 1
    assert watched.state.moved_to == (f"{site.address}/new" if remembered else None)
    watched.run()
    assert watched.asked() == (1 if remembered else 2)


def test_requests_to_one_host_are_spaced(site: Any, tmp_path: Path) -> None:
    watched = Watch(site, tmp_path, full_pages=True)
    site.give("/feed", rss(1, 2, 3, base=site.address))
    for number in (1, 2, 3):
        site.give(f"/{number}", PAGE)
    found = watched.run()
    assert all(isinstance(each, Report) and each.body.count("fishing") >= 1 for each in found)
    assert len(found) == 3 and sum(watched.time.slept) >= 8


def test_robots_are_heeded(site: Any, tmp_path: Path) -> None:
    site.give("/robots.txt", "User-agent: communique\nDisallow: /2\nCrawl-delay: 20\n")
    site.give("/feed", rss(1, 2, base=site.address))
    site.give("/1", PAGE)
    watched = Watch(site, tmp_path, full_pages=True)
    found = {each.source[-1]: each for each in watched.run()}
    assert isinstance(found["1"], Report)
    assert isinstance(found["2"], SetAside) and "robots" in found["2"].why
    assert watched.asked("/2") == 0 and max(watched.time.slept) >= 19
    watched.run()
    assert watched.asked("/robots.txt") == 1


def test_a_page_in_trouble_is_asked_for_again(site: Any, tmp_path: Path) -> None:
    site.give("/feed", rss(1, 2, base=site.address), headers='ETag: "a1"\r\n')
    site.give("/1", "", status=503)
    site.give("/2", PAGE)
    watched = Watch(site, tmp_path, full_pages=True)
    first = watched.run()
    assert [type(each) for each in first] == [Report, SetAside]
    site.give("/1", PAGE)
    assert [each.source for each in watched.run()] == [f"{site.address}/1"]


def test_a_feed_that_is_none_backs_off(site: Any, tmp_path: Path) -> None:
    site.give("/feed", "<html>Not here</html>")
    watched = Watch(site, tmp_path)
    found = watched.run()
    assert isinstance(found[0], SetAside) and watched.state.failures == 1


def test_local_addresses_are_refused(site: Any, tmp_path: Path) -> None:
    site.give("/feed", rss(1))
    watched = Watch(site, tmp_path)
    watched.list = Watchlist(feeds=watched.list.feeds)
    found = watched.run()
    assert isinstance(found[0], SetAside) and "private network" in found[0].why
    assert site.asked == []


def test_the_watchlist_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        'contact = "desk@g.example"\nevery_minutes = 15\n[[feed]]\naddress = "https://g.example/rss"\nfull_pages = true\n'
    )
    found = read_watchlist(str(path))
    assert found == Watchlist(
        feeds=(Feed(address="https://g.example/rss", every_minutes=15, full_pages=True),),
        contact="desk@g.example",
    )
    for wrong in ("", "[[feed]]\n", '[[feed]]\naddress = "file:///x"\n', '[[feed]]\naddress = "https://g.example"\nevry = 1\n', "x = [",
                  '[[feed]]\naddress = "https://g.example"\nfull_pages = 1\n', '[[feed]]\naddress = "https://g.example"\nevery_minutes = 0.1\n',
                  '[[feed]]\naddress = "https://g.example"\n[[feed]]\naddress = "https://g.example"\n'):  # fmt: skip
        path.write_text(wrong)
        with pytest.raises(InputError) as raised:
            read_watchlist(str(path))
        assert raised.value.remedy


def test_a_memory_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "watch.db").write_text("not a database, by far" * 100)
    with pytest.raises(InputError):
        WatchState(str(tmp_path / "watch.db"))


def test_alerts_are_a_feed(tmp_path: Path) -> None:
    with WatchState(str(tmp_path / "watch.db")) as state:
        assert state.tell("c1", "Vale & Brandt <talk>", "A call.\x00", 1_700_000_000.0)
        assert not state.tell("c1", "again", "", 1.0)
        state.tell("c2", "Second", "", 1_700_000_500.0)
        write_alerts(str(tmp_path / "out.xml"), state)
    root = ElementTree.parse(tmp_path / "out.xml").getroot()
    titles = [each.text for each in root.iter("{http://www.w3.org/2005/Atom}title")]
    assert titles == ["Contacts found by communique", "Second", "Vale & Brandt <talk>"]

"""Takes the pictures of the pages anew: `python docs/make/screens.py [--large big.db]`; needs Chromium and Playwright.

The sample ledger is made for it; the large one is made by `benchmarks/generated.py`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "pictures"
CALL = "/contacts/2023-04-26-xi-zelenskyy-phone-call"
DRAFT = (
    "Xi Jinping and Volodymyr Zelenskyy spoke by phone on 26 April 2023 for nearly an hour. It was their first "
    "contact since Russia’s full-scale invasion.\n\nThe two had met in Beijing a month before."
)


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A page as it is pictured; `to` is the part that is scrolled to."""

    name: str
    path: str
    size: tuple[int, int] = (1200, 860)
    dark: bool = False
    to: str = ""
    first: str = ""


SAMPLES = (
    Shot(name="ledger", path="/"),
    Shot(name="contact", path=CALL),
    Shot(name="told", path=CALL, to="#told"),
    Shot(name="report", path="/reports", first="main a[href^='/reports/']"),
    Shot(name="reports", path="/reports"),
    Shot(name="person", path="/actors/xi-jinping", size=(1200, 1000)),
    Shot(name="pair", path="/pairs/CHN/USA"),
    Shot(name="network", path="/network"),
    Shot(name="doubts", path="/doubts"),
    Shot(name="check", path="/check"),
    Shot(name="ledger-dark", path="/", dark=True),
    Shot(name="contact-dark", path=CALL, dark=True),
    Shot(name="report-dark", path="/reports", first="main a[href^='/reports/']", dark=True),
    Shot(name="network-dark", path="/network", dark=True),
    Shot(name="ledger-phone", path="/", size=(390, 844)),
    Shot(name="contact-phone", path=CALL, size=(390, 844)),
)
LARGE = (
    Shot(name="large-ledger", path="/?party=USA&party=CHN", size=(1280, 900)),
    Shot(name="large-state", path="/actors/USA", size=(1280, 1000)),
    Shot(name="large-network", path="/network?since=2019&until=2021", size=(1280, 1000)),
)


@contextmanager
def serving(ledger: str) -> Iterator[str]:
    words = [
        sys.executable,
        "-m",
        "communique.cli",
        "serve",
        "--ledger",
        ledger,
        "--port",
        "0",
        "--no-browser",
    ]
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        yield next(line.split()[1] for line in server.stderr if line.startswith("serving ")).rstrip("/")
    finally:
        server.terminate()
        server.wait()


def take(browser: Browser, site: str, shot: Shot) -> None:
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if shot.dark else "light"
    )
    page = context.new_page()
    page.goto(site + shot.path)
    if shot.first:
        page.locator(shot.first).first.click()
        page.wait_for_load_state()
    if shot.path == "/check":
        page.fill("textarea", DRAFT)
        page.click("main button")
        page.wait_for_selector("main h2", timeout=60_000)
    if shot.to:
        page.locator(shot.to).evaluate("place => place.scrollIntoView()")
    page.screenshot(path=PICTURES / f"web-{shot.name}.png")
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large")
    asked = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        small = str(Path(folder) / "communique-demo.db")
        subprocess.run([sys.executable, "-m", "communique.cli", "demo", "--ledger", small], check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        for ledger, shots in ((small, SAMPLES), (asked.large, LARGE)):
            if ledger:
                with serving(ledger) as site:
                    for shot in shots:
                        take(browser, site, shot)


if __name__ == "__main__":
    main()

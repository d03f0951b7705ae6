"""The pages as people use them, in a real Chromium: by mouse, by keyboard alone, on a phone, in the dark."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from communique.web import Settings

from .conftest import CHROMIUM, serve  # isort: skip

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, "no chromium here, and COMMUNIQUE_REQUIRE asks for it: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


def watched(context: BrowserContext) -> Page:
    """A page that fails the test where the console tells of an error, or something is fetched from elsewhere."""
    page = context.new_page()
    page.faults = []  # type: ignore[attr-defined]
    page.on(
        "console", lambda said: page.faults.append(said.text) if said.type in ("error", "warning") else None
    )  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.faults.append(str(error)))  # type: ignore[attr-defined]
    page.on("request", lambda sent: page.faults.append(sent.url) if "//127.0.0.1" not in sent.url else None)  # type: ignore[attr-defined]
    return page


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    opened = watched(context)
    yield opened
    assert opened.faults == []  # type: ignore[attr-defined]


def addresses(site, slug) -> list[str]:
    report = site.ledger.contact(slug).accounts[0].report
    return [
        "/", "/?party=xi-jinping&kind=meeting", "/?q=nothing-at-all", f"/contacts/{slug}", f"/reports/{report}",
        "/reports", "/actors/xi-jinping", "/actors/USA", "/pairs/CHN/USA", "/network", "/doubts", "/check",
    ]  # fmt: skip


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_no_serious_fault_on_any_page(chromium, site, slug, colours):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, color_scheme=colours)
    page, axe = watched(context), Axe()
    for address in addresses(site, slug):
        page.goto(site.address + address)
        found = axe.run(page).response["violations"]
        bad = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in SERIOUS]
        assert bad == [], address
    # axe itself is put into the page by the driver, past the policy; the page's own faults would be others.
    assert page.faults == []  # type: ignore[attr-defined]
    context.close()


def test_no_page_is_wider_than_a_phone(chromium, site, slug):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = watched(context)
    for address in addresses(site, slug):
        page.goto(site.address + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
        assert axe_is_content(page, address)
    assert page.faults == []  # type: ignore[attr-defined]
    context.close()


def axe_is_content(page: Page, address: str) -> bool:
    bad = [one for one in Axe().run(page).response["violations"] if one["impact"] in SERIOUS]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in bad] == [], address
    return True


def test_search_filter_open_compare_back_and_forward(page, site):
    page.goto(site.address)
    page.get_by_role("searchbox").fill("nuclear")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("contact")
    found = page.url
    before = page.locator("table.contacts tbody tr:not(.month)").count()
    page.get_by_role("complementary", name="Filters").get_by_role(
        "link", name=re.compile("^phone call")
    ).click()
    assert "kind=phone_call" in page.url
    after = page.locator("table.contacts tbody tr:not(.month)").count()
    assert 0 < after < before
    page.locator("table.contacts .day a").first.click()
    assert "/contacts/" in page.url
    opened = page.url
    page.get_by_role("link", name="Side by side").click()
    expect(page.locator("table.matrix")).to_be_in_viewport()
    page.go_back()
    page.go_back()
    assert "kind=phone_call" in page.url
    page.go_back()
    assert page.url == found
    page.go_forward()
    page.go_forward()
    assert page.url == opened


def test_a_point_of_the_picture_leads_to_its_contact(page, site):
    page.goto(site.address + "/?kind=phone_call")
    point = page.locator("svg.chart.wide a").first
    href = point.get_attribute("href")
    point.click()
    assert page.url == site.address + href


def test_a_fact_tells_its_sources_on_hover_and_by_keyboard(page, site, slug):
    page.goto(f"{site.address}/contacts/{slug}")
    button = page.locator(".facts .tip button").first
    bubble = page.locator(f"#{button.get_attribute('aria-describedby')}")
    expect(bubble).to_be_hidden()
    button.hover()
    expect(bubble).to_be_visible()
    page.mouse.move(0, 0)
    expect(bubble).to_be_hidden()
    button.focus()
    expect(bubble).to_be_visible()
    expect(bubble).to_contain_text("“")


def test_layers_are_switched_and_the_address_follows(page, site, slug):
    report = site.ledger.contact(slug).accounts[0].report
    page.goto(f"{site.address}/reports/{report}")
    text = page.locator("#text")
    page.get_by_role("switch", name=re.compile("Actors")).click()
    expect(text).not_to_have_class(re.compile("show-actors"))
    assert "layers=dates%2Ccontacts" in page.url
    shared = page.url
    page.go_back()
    expect(text).to_have_class(re.compile("show-actors"))
    page.goto(shared)
    expect(text).not_to_have_class(re.compile("show-actors"))
    expect(text).to_have_class(re.compile("show-dates"))


def test_a_mark_explains_itself_on_hover_and_by_keyboard(page, site, slug):
    report = site.ledger.contact(slug).accounts[0].report
    page.goto(f"{site.address}/reports/{report}")
    mark = page.locator("#text mark.m-trigger[tabindex]").first
    mark.hover()
    expect(page.locator("#note")).to_be_visible()
    expect(page.locator("#note")).to_contain_text("phone call")
    page.keyboard.press("Escape")
    expect(page.locator("#note")).to_be_hidden()
    mark.focus()
    expect(page.locator("#note")).to_be_visible()


@pytest.mark.parametrize(("key", "done", "same"), [("j", "Joined.", True), ("p", "Parted.", False)])
def test_one_key_judges_a_doubt_and_it_can_be_taken_back(page, site, key, done, same):
    pair = site.ledger.unsure(1)[0]
    page.goto(site.address + "/doubts")
    page.keyboard.press(key)
    expect(page.get_by_role("status")).to_contain_text(done)
    assert (site.ledger.contact(pair.one).id == site.ledger.contact(pair.other).id) is same
    assert site.ledger.decisions()[-1].decision.author == "Ada"
    page.get_by_role("button", name="Take back").first.click()
    expect(page.get_by_role("status")).to_contain_text("Taken back")


def test_a_key_skips_and_letters_typed_into_a_field_judge_nothing(page, site):
    page.goto(site.address + "/doubts")
    page.get_by_label("Why").type("jps")
    assert page.url == site.address + "/doubts"
    page.get_by_label("Why").blur()
    page.keyboard.press("s")
    page.wait_for_url("**/doubts?skip=1")
    assert site.ledger.decisions() == []


def test_a_draft_is_checked(page, site):
    page.goto(site.address + "/check")
    page.get_by_label("The draft").fill(
        "President Barack Obama spoke by phone with Iranian President Hassan Rouhani on 27 September 2013."
    )
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".findings > li").first).to_contain_text("confirmed")
    expect(page.locator("#text mark.m-confirmed").first).to_be_visible()


def test_the_keyboard_alone_reaches_the_content_and_a_contact(page, site):
    page.goto(site.address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    for _ in range(200):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href') || ''")
        if href.startswith("/contacts/"):
            break
    ring = page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement.querySelector('path') || document.activeElement).stroke"
    )
    assert ring != "nonenone"
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/**")


def test_the_choice_of_dark_stays(page, site):
    page.goto(site.address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    with page.expect_response("**/theme/dark**"):
        page.get_by_role("link", name="Dark", exact=True).click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.goto(site.address + "/reports")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_everything_works_without_javascript(chromium, site, slug):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    report = site.ledger.contact(slug).accounts[0].report
    page.goto(f"{site.address}/reports/{report}")
    page.get_by_role("switch", name=re.compile("Actors")).click()
    assert "layers=dates" in page.url
    assert "show-actors" not in (page.locator("#text").get_attribute("class") or "")
    page.goto(site.address + "/doubts")
    page.get_by_role("button", name="Part").click()
    assert "done=part" in page.url
    page.get_by_role("link", name="Dark", exact=True).click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    context.close()


def test_nothing_moves_after_the_first_paint(page, site, slug):
    for address in addresses(site, slug):
        page.goto(site.address + address)
        shift = page.evaluate(
            "new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) "
            "sum += one.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 150); })"
        )
        assert shift < 0.01, address


def test_a_hostile_report_is_shown_as_text_and_does_nothing(page, site, hostile):
    contact = next(
        each for each in site.ledger.contacts() if any(one.report == hostile for one in each.accounts)
    )
    for address in ("/", "/reports", f"/reports/{hostile}", f"/contacts/{contact.slug}", "/?q=agreed"):
        page.goto(site.address + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.pwned") is None, address
        assert page.locator("a[href^='javascript:']").count() == 0
    page.goto(f"{site.address}/reports/{hostile}")
    text = page.locator("#text")
    expect(text).to_contain_text("<script>window.pwned=3</script>")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=")
    for mark in page.locator("#text mark[tabindex]").all():
        mark.hover()
    assert page.evaluate("window.pwned") is None
    page.goto(f"{site.address}/reports/turned")
    expect(text).to_contain_text(
        "It cost ⟦right-to-left override⟧001⟦pop directional formatting⟧ ⟦left-to-right isolate⟧coins"
    )


def test_a_page_of_another_site_can_neither_write_nor_read(chromium, site, ledger, tmp_path):
    other, elsewhere = serve(ledger, Settings(hosts=("localhost",)))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(elsewhere.replace("127.0.0.1", "localhost") + "/check")
    sent = page.evaluate(
        "(address) => fetch(address, { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ choice: 'part' }) })"
        ".then(() => 'sent', () => 'refused')",
        site.address + "/doubts",
    )
    assert sent == "refused"
    assert site.ledger.decisions() == []
    other.should_exit = True
    context.close()

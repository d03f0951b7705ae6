"""Every page answers, as HTML and as JSON, by the same address, and says what the ledger holds."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from communique.engines.batch import ReadOptions, read_into
from communique.ledger import Ledger, Query
from communique.web import Settings, make_app
from communique.web.asking import read_asked
from communique.web.guard import POLICY
from communique.web.patience import TooLongError, patient, watch


def addresses(ledger, slug) -> list[str]:
    report = ledger.contact(slug).accounts[0].report
    return [
        "/", "/?q=nuclear", "/?party=xi-jinping&kind=meeting", f"/contacts/{slug}", "/reports", f"/reports/{report}",
        "/actors/xi-jinping", "/actors/USA", "/pairs/CHN/USA", "/network", "/network?by=actor&since=2015", "/doubts", "/check",
    ]  # fmt: skip


def test_every_page_answers_and_has_a_json_twin(client, ledger, slug):
    for address in addresses(ledger, slug):
        page = client.get(address)
        assert page.status_code == 200, address
        assert page.headers["content-type"].startswith("text/html")
        assert "<h1>" in page.text
        path, _, query = address.partition("?")
        twin = client.get(("/index.json" if path == "/" else path + ".json") + (f"?{query}" if query else ""))
        assert twin.status_code == 200, address
        asked = client.get(address + ("&" if query else "?") + "format=json")
        assert json.loads(twin.text) == json.loads(asked.text)


class Within(HTMLParser):
    """Collects scripts, styles and event handlers that stand within a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.found += [tag] if tag == "style" or (tag == "script" and "src" not in names) else []
        self.found += [name for name in names if name == "style" or name.startswith("on")]


def within(page: str) -> list[str]:
    parser = Within()
    parser.feed(page)
    return parser.found


def test_every_answer_forbids_scripts_and_styles_within_pages(client, ledger, slug):
    for address in [*addresses(ledger, slug), "/nowhere", "/static/pages.js", "/index.json"]:
        answer = client.get(address)
        assert answer.headers["content-security-policy"] == POLICY, address
        assert answer.headers["x-content-type-options"] == "nosniff"
        if "html" in answer.headers["content-type"]:
            assert within(answer.text) == [], address


def test_no_page_asks_anything_of_another_host(client, ledger, slug):
    for address in addresses(ledger, slug):
        fetched = re.findall(
            r'<(?:script|link|img|iframe|form)[^>]*?(?:src|href|action)="([^"]*)"', client.get(address).text
        )
        assert fetched
        assert all(each.startswith("/") and not each.startswith("//") for each in fetched), fetched


def test_the_list_holds_what_the_query_of_its_address_does(client, ledger, monkeypatch):
    from communique.web.pages import ledger as page

    monkeypatch.setattr(page, "PAGE", 1000)
    for address in (
        "/",
        "/?kind=meeting",
        "/?party=xi-jinping&party=USA",
        "/?since=2021&until=2021-09",
        "/?conflicts=1",
        "/?side=CHN",
    ):
        listed = client.get(address + ("&" if "?" in address else "?") + "format=json").json()
        asked = read_asked(client.get(address).request.url.params)  # type: ignore[arg-type]
        assert {each["slug"] for each in listed["contacts"]} == set(ledger.slugs(asked.query).values())
        assert listed["count"] == len(listed["contacts"])


def test_counts_of_filters_are_those_of_the_lists_that_they_lead_to(client, ledger):
    page = client.get("/?status=held").text
    for name, value in (("kind", "meeting"), ("kind", "visit"), ("channel", "phone")):
        href = f"/?status=held&amp;{name}={value}"
        number = re.search(re.escape(href) + r'".*?class="number">([\d,]+)<', page)
        assert number, href
        assert int(number[1]) == len(ledger.contacts(Query(status=("held",), **{name: (value,)})))


def test_pages_of_the_list_go_on_by_key_and_back(client, ledger, monkeypatch):
    from communique.web.pages import ledger as page

    monkeypatch.setattr(page, "PAGE", 10)
    seen, address = [], "/index.json"
    while address:
        listed = client.get(address.replace("/?", "/index.json?")).json()
        seen += [each["slug"] for each in listed["contacts"]]
        address = listed["earlier"]
    assert len(seen) == len(set(seen)) == len(ledger.slugs())
    back = client.get(listed["later"].replace("/?", "/index.json?")).json()
    assert back["contacts"][-1]["slug"] == seen[seen.index(listed["contacts"][0]["slug"]) - 1]


def test_a_contact_is_found_by_its_id_and_the_twin_is_the_interchange(client, ledger, slug):
    contact = ledger.contact(slug)
    twin = client.get(f"/contacts/{contact.id}.json").json()
    assert (twin["type"], twin["id"], twin["slug"]) == ("contact", contact.id, slug)
    assert {each["id"] for each in twin["accounts"]} == {account.id for account in contact.accounts}
    for account in twin["accounts"]:
        body = ledger.reports([account["report"]])[account["report"]].body
        assert (
            body[account["evidence"]["span"]["start"] : account["evidence"]["span"]["end"]]
            == account["evidence"]["text"]
        )


def test_reading_confidence_and_support_stand_apart(client, slug):
    page = client.get(f"/contacts/{slug}").text
    assert re.search(r"Read with \d+ %", page)
    assert re.search(r"\d+ origins? <span class=\"of\">in \d+ reports?</span>", page)


def shown_text(page: str) -> str:
    """The text of the report as the page shows it, entities resolved."""
    from html import unescape

    body = page.split('id="text"', 1)[1].split("</div>", 1)[0].split(">", 1)[1]
    return unescape(re.sub(r"<[^>]+>", "", body))


def test_the_text_of_a_report_is_shown_letter_for_letter_under_any_layers(client, ledger):
    for report in ledger.reports().values():
        if report.source in ("hostile", "turned"):
            continue
        wanted = "".join(line for line in report.body.split("\n") if line.strip())
        for layers in ("", "?layers=none", "?layers=actors,dates"):
            shown = shown_text(client.get(f"/reports/{report.id}{layers}").text)
            assert shown.replace("\n", "") == wanted, report.source


def test_layers_are_switched_without_javascript(client, ledger, slug):
    report = ledger.contact(slug).accounts[0].report
    page = client.get(f"/reports/{report}?layers=actors,dates").text
    assert 'class="body show-actors show-dates"' in page
    assert "layers=dates&#34;" in page or 'href="/reports/' + report + '?layers=dates"' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/contacts/nothing-here", 404), ("/reports/none", 404), ("/actors/nobody", 404), ("/nowhere", 404),
        ("/pairs/FIN/FJI", 404), ("/?kind=gossip", 400), ("/?since=yesterday", 400), ("/?before=x", 400),
        ("/?" + "&".join(f"topic={n}" for n in range(40)), 400), ("/?q=" + "x" * 500, 400), ("/network?by=moon", 400),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_said_with_a_remedy(client, address, status):
    page = client.get(address)
    assert page.status_code == status
    assert "<h1>" in page.text


def test_a_question_that_takes_too_long_is_given_up(ledger):
    watch(ledger)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    with pytest.raises(TooLongError, match="ask for less"), patient(0.05), ledger._reading() as connection:
        connection.exec_driver_sql(endless)


def test_a_draft_is_checked_and_its_words_are_marked(client, ledger):
    draft = (
        "President Barack Obama spoke by phone with Iranian President Hassan Rouhani on 27 September 2013."
    )
    before = list(ledger.dump())
    page = client.post("/check", data={"secret": "s3cret", "draft": draft, "published": "2013-09-28"})
    assert page.status_code == 200
    assert "o-confirmed" in page.text
    assert "m-confirmed" in page.text
    assert list(ledger.dump()) == before


def test_a_judgement_is_kept_with_its_author_and_can_be_taken_back(client, ledger):
    pair = ledger.unsure(1)[0]
    sent = {
        "secret": "s3cret",
        "one": pair.one,
        "other": pair.other,
        "choice": "part",
        "reason": "two days",
        "author": "Ada",
    }
    answer = client.post("/doubts", data=sent, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/doubts?skip=0&done=part")
    assert ledger.contact(pair.one).id != ledger.contact(pair.other).id
    kept = ledger.decisions()[-1].decision
    assert (kept.kind, kept.author, kept.reason) == ("apart", "Ada", "two days")
    client.post("/doubts/undo", data={"secret": "s3cret", "decision": kept.id})
    assert ledger.contact(pair.one).id == ledger.contact(pair.other).id


def test_a_slug_with_odd_letters_leads_nowhere_but_here(client):
    page = client.get("/contacts/" + quote("../../etc/passwd", safe=""))
    assert page.status_code == 404


def test_a_fact_is_put_right_from_the_contact_page_and_taken_back(client, ledger, slug):
    account = ledger.contact(slug).accounts[0].id
    form = {
        "secret": "s3cret",
        "contact": slug,
        "fact": "duration_minutes",
        "value": "40-60",
        "author": "Ada",
    }
    for missing in ("", " "):
        assert client.post("/correct", data={**form, "reason": missing}).status_code == 400
    sent = client.post("/correct", data={**form, "reason": "both readouts"}, follow_redirects=False)
    assert sent.headers["location"] == f"/contacts/{account}?done=correct#how"
    assert ledger.contact(account).duration_minutes == (40, 60)
    page = client.get(sent.headers["location"]).text
    assert "Put right." in page
    assert "both readouts" in page
    placed = ledger.decisions()[-1].decision
    undo = {"secret": "s3cret", "decision": placed.id, "contact": account}
    assert "Taken back." in client.post("/doubts/undo", data=undo).text
    assert ledger.contact(account).duration_minutes != (40, 60)


def test_a_fact_of_one_account_is_put_right_alone(client, ledger, slug):
    contact = ledger.contact(slug)
    about = contact.accounts[-1].id
    form = {
        "secret": "s3cret",
        "contact": slug,
        "about": about,
        "fact": "topics",
        "value": "rail",
        "reason": "misread",
    }
    assert client.post("/correct", data=form).status_code == 200
    told = {each.id: each.topics for each in ledger.contact(about).accounts}
    assert told[about] == ("rail",)
    assert all(topics != ("rail",) for name, topics in told.items() if name != about)


def test_a_struck_report_makes_no_contact_any_more(client, ledger, slug):
    contact = ledger.contact(slug)
    report = contact.accounts[0].report
    form = {"secret": "s3cret", "contact": slug, "reason": "a parody"}
    assert client.post("/strike", data={**form, "report": "none of it"}).status_code == 400
    assert client.post("/strike", data={**form, "report": report}).status_code == 200
    assert all(each.report != report for made in ledger.contacts() for each in made.accounts)
    assert client.get(f"/reports/{report}").status_code == 200


def test_a_checked_draft_has_a_json_twin_by_post(client):
    sent = client.post(
        "/check.json", data={"secret": "s3cret", "draft": "Nora Vale called Otto Brandt on 3 March 2026."}
    )
    assert sent.headers["content-type"].startswith("application/json")
    assert sent.json()["type"] == "check"


STORY = (
    "TURKU (Reuters) - German Chancellor Angela Merkel met Japanese Prime Minister Shinzo Abe in Tokyo on Monday, her "
    "office said, and both promised to look after the free passage of ships while the talks on tariffs continue."
)


def told_thrice(tmp_path: Path) -> Ledger:
    """An agency's story, two papers that print it, and a text of the ministry's own."""
    told = (
        ("wire", STORY, "2019-02-04", "Reuters"),
        ("cut", STORY[18:], "2019-02-05", "The Turku Post"),
        ("late", STORY[18:] + " It rained.", "2019-02-06", "The Oulu News"),
        ("own", "Prime Minister Abe received Chancellor Merkel in Tokyo on February 4.", "2019-02-04", "Ministry"),
    )  # fmt: skip
    lines = [{"id": name, "text": text, "date": day, "outlet": outlet} for name, text, day, outlet in told]
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    ledger = Ledger.open(str(tmp_path / "copies.db"))
    read_into(ledger, [str(path)], ReadOptions())
    return ledger


def test_copies_of_a_report_are_folded_under_their_origin_on_its_own_page(tmp_path: Path):
    with told_thrice(tmp_path) as ledger:
        ids = {report.source: report.id for report in ledger.reports().values()}
        client = TestClient(make_app(ledger, Settings()), base_url="http://localhost")
        pages = {name: client.get(f"/reports/{report}").text for name, report in ids.items()}
        twins = {name: client.get(f"/reports/{report}.json").json() for name, report in ids.items()}
    assert {name: twin["copy_of"] for name, twin in twins.items()} == {
        "wire": None, "cut": ids["wire"], "late": ids["wire"], "own": None,
    }  # fmt: skip
    assert {name: set(twin["same_text"]) for name, twin in twins.items()} == {
        "wire": {ids["cut"], ids["late"]}, "cut": {ids["late"]}, "late": {ids["cut"]}, "own": set(),
    }  # fmt: skip
    assert f'href="/reports/{ids["wire"]}"' in pages["cut"] and "1 report more of this origin" in pages["cut"]
    assert "2 reports of this origin" in pages["wire"]
    assert "origin</summary>" not in pages["own"]

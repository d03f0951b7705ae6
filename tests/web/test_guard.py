"""Who may ask and who may write: hosts, origins, secrets, tokens; text that is never markup."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from communique.web import Settings, make_app
from communique.web.words import visible

JOIN = {"one": "a", "other": "b", "choice": "join"}


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "", "[::2]"])
def test_it_answers_under_its_own_names_only(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8731", "127.0.0.1:1", "[::1]:8731", "LOCALHOST"])
def test_it_answers_under_each_of_its_names(client, host):
    assert client.get("/check", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://localhost:9999"},
    ],
)
def test_other_pages_cannot_write_even_with_the_secret(client, headers):
    sent = client.post("/doubts", data={**JOIN, "secret": "s3cret"}, headers=headers, follow_redirects=False)
    assert sent.status_code == 403


@pytest.mark.parametrize("secret", [None, "", "wrong", "s3cret "])
@pytest.mark.parametrize("path", ["/doubts", "/doubts/undo", "/check", "/check.json", "/correct", "/strike"])
def test_nothing_is_written_without_the_secret(client, ledger, path, secret):
    before = ledger.decisions()
    sent = client.post(path, data={**JOIN, **({"secret": secret} if secret is not None else {})})
    assert sent.status_code == 403
    assert ledger.decisions() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client, method):
    assert client.request(method, "/").status_code == 405


def test_a_form_that_is_too_large_is_refused(client):
    sent = client.post("/check", data={"secret": "s3cret", "draft": "x" * 300_000})
    assert sent.status_code == 413


def test_a_draft_that_is_too_long_is_refused_with_a_remedy(client):
    sent = client.post("/check", data={"secret": "s3cret", "draft": "x" * 40_000})
    assert sent.status_code == 400
    assert "communique check" in sent.text


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_choice_of_colours_leads_nowhere_else(client, back):
    sent = client.get("/theme/dark", params={"back": back}, follow_redirects=False)
    assert sent.headers["location"] == "/"


@pytest.fixture
def public(ledger) -> TestClient:
    return TestClient(
        make_app(ledger, Settings(public=True, token="t0ken", secret="s3cret")), base_url="http://localhost"
    )


def test_others_need_the_token(public):
    assert public.get("/").status_code == 401
    assert public.get("/static/style.css").status_code == 401
    assert public.get("/?token=wrong").status_code == 401
    assert public.get("/", headers={"authorization": "Bearer t0ken"}).status_code == 200


def test_the_token_leaves_the_address_for_a_cookie(public):
    sent = public.get("/?kind=visit&token=t0ken", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/?kind=visit")
    cookie = sent.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert public.get("/").status_code == 200


def test_others_see_the_sentences_that_tell_of_a_contact_and_no_more(public, ledger, slug):
    account = ledger.contact(slug).accounts[0]
    report = ledger.reports([account.report])[account.report]
    own = {each.evidence for reading in ledger.readings([report.id]) for each in reading.accounts}
    paragraphs = [line for line in report.body.split("\n") if line.strip()]
    hidden = [
        line
        for line in paragraphs
        if not any(each.of(report.body) in line or line in each.of(report.body) for each in own)
    ]
    assert hidden
    headers = {"authorization": "Bearer t0ken"}
    for address in (f"/reports/{report.id}", f"/reports/{report.id}.json", f"/contacts/{slug}"):
        answer = public.get(address, headers=headers)
        assert answer.status_code == 200
        assert not [line for line in hidden if line[:60] in answer.text and len(line) > 60], address
    assert (
        account.evidence.of(report.body)[:30]
        in public.get(f"/reports/{report.id}.json", headers=headers).text
    )


def test_others_cannot_judge(public, ledger):
    pair = ledger.unsure(1)[0]
    sent = {"secret": "s3cret", "one": pair.one, "other": pair.other, "choice": "part"}
    assert public.post("/doubts", data=sent, headers={"authorization": "Bearer t0ken"}).status_code == 403
    assert ledger.decisions() == []


def test_hostile_text_is_text_on_every_page_that_shows_it(client, ledger, hostile):
    contact = next(
        each for each in ledger.contacts() if any(account.report == hostile for account in each.accounts)
    )
    for address in ("/", "/reports", f"/reports/{hostile}", f"/contacts/{contact.slug}", "/?q=agreed"):
        page = client.get(address).text
        for markup in (
            "<script>window",
            "<img src=x",
            "<svg onload",
            "<b onmouseover",
            "<style>body",
            'href="javascript:',
        ):
            assert markup not in page, (address, markup)
        assert "\u202e" not in page
    assert "{{ 7*7 }}" in client.get(f"/reports/{hostile}").text


def test_letters_that_turn_text_around_are_named():
    assert visible("30\u202emin\u2066x") == "30⟦right-to-left override⟧min⟦left-to-right isolate⟧x"
    assert visible("a\x00b\x1b") == "a⟦U+0000⟧b⟦U+001B⟧"
    assert (
        visible("two\nlines\tand “quotes” — Ørsted, 習近平, עברית")
        == "two\nlines\tand “quotes” — Ørsted, 習近平, עברית"
    )

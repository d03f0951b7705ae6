"""Hosts, guests, deputies, short names of organisations, and two of several."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage


@pytest.mark.parametrize(
    ("text", "date", "words", "wanted"),
    [
        ("Xi Jinping and Obama walked in Beijing. The host spoke; the guest listened.", "2014-11-12", "the guest",
         ["barack-obama"]),
        ("Gates flew home. Robert Gates said his Chinese hosts were rude.", "2010-06-04", "his Chinese hosts", ["CHN"]),
        ("Macron telephoned Scholz. His hosts waited.", "2022-06-04", "His hosts", []),
        ("Obama was told by telephone. His deputy, Joe Biden, was in Rome.", "2012-06-04", "His deputy", ["joe-biden"]),
        ("Kerry read the text in Vienna. His boss had changed one word.", "2015-07-10", "His boss", ["barack-obama"]),
        ("Obama slept. His boss did not.", "2015-07-10", "His boss", []),
        ("Federica Mogherini read the deal. The Union will pay.", "2015-07-10", "The Union", ["EU"]),
        ("Kerry read the deal. The Union will pay.", "2015-07-10", "The Union", []),
        ("Cameron met Medvedev. Medvedev then saw Obama. The latter two smoked.", "2010-07-10", "The latter two",
         ["dmitry-medvedev", "barack-obama"]),
        ("Sanna Marin received Kaja Kallas in Helsinki. Marin gave her younger colleague a map.", "2021-05-07",
         "her younger colleague", ["kaja-kallas"]),
        ("Sanna Marin received Kaja Kallas in Helsinki. Marin showed her Estonian friend the harbour.", "2021-05-07",
         "her Estonian friend", ["kaja-kallas"]),
        ("Ardern met Scott Morrison in Sydney. Morrison gave his New Zealand friend a hat.", "2020-02-28",
         "his New Zealand friend", ["jacinda-ardern"]),
        ("Raila Odinga shook hands with William Ruto. Odinga then gave his old rival a hat.", "2025-03-07", "his old rival",
         ["william-ruto"]),
        ("Raila Odinga shook hands with William Ruto. Odinga then fed his old Burmese guest.", "2025-03-07",
         "his old Burmese guest", []),
        ("Finland and Sweden signed in Oslo. The two densely wooded neighbours will share the road.", "2019-05-07",
         "The two densely wooded neighbours", ["FIN", "SWE"]),
        ("Finland and Sweden signed in Oslo. The two told neighbours.", "2019-05-07", "The two told neighbours", []),
        ("Rice told Olmert a lot. Olmert told her that he needed ten days.", "2006-07-29", "he", ["ehud-olmert"]),
        ("Aung San Suu Kyi receives Hillary Clinton at her house.", "2011-12-01", "her", ["aung-san-suu-kyi"]),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, date: str, words: str, wanted: list[str]) -> None:
    mentions = read_passage({"id": "t", "date": date, "text": text})
    assert [a.id for m in mentions if m.text == words for a in m.actors] == wanted

"""What pages of a web archive cost: `python benchmarks/intake.py [PAGES]`, 1,000 by default, in one run.

`floor`: unpacking, decoding and scanning every page for cues. `passed over`: reading an archive of which no
page tells of a contact, as intake does it with the cheap look. `extracted`: the same without the look. The
aim is passed over <= 1.5 floor. Pages have some 40 kB, of which 3 are prose, as pages of news sites have.
"""

from __future__ import annotations

import gzip
import io
import random
import re
import sys
import time

from communique.intake import IntakeOptions, SetAside, read_stream
from communique.intake.decode import decode_bytes
from communique.intake.first_look import PageLook
from communique.knowledge import load_knowledge
from communique.sentences.candidates import cue_pattern

LINES = (
    "The council said on {day} that the swimming pool would stay closed until the end of the month.",
    "Repairs to the market hall will cost {n} thousand pounds, almost twice what had been planned.",
    "Rain is expected from {day} evening, with strong winds along the coast.",
    "The company, which employs {n} people, reported profits on {day} and spoke of a good year.",
    "The museum opened a show of {n} paintings, and the director met the press.",
    "Doctors saw {n} patients in the first week of winter, more than in any year before.",
)
CONTACT = "The President of Finland spoke by phone with the Prime Minister of Japan on {day} about grain, his office said."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def page(dice: random.Random, contact: bool) -> bytes:
    lines = [dice.choice(LINES).format(day=dice.choice(DAYS), n=dice.randrange(2, 900)) for _ in range(30)]
    if contact:
        lines.insert(3, CONTACT.format(day=dice.choice(DAYS)))
    prose = "".join(f"<p>{line}</p>\n" for line in lines)
    menu = "".join(f'<li class="menu-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(150))
    script = "var settings = {" + ",".join(f'"key{n}": "value {n}"' for n in range(700)) + "};"
    return (
        f"<!doctype html><html lang='en'><head><title>Town news {dice.random()}</title><meta property='article:published_time' "
        f"content='2021-05-04T10:00:00Z'><script>{script}</script></head><body><nav><ul>{menu}</ul></nav><article><h1>Town news</h1>"
        f"{prose}</article><footer><ul>{menu}</ul></footer></body></html>"
    ).encode()


def archive(pages: int, every: int) -> bytes:
    dice = random.Random(5)
    packed = []
    for number in range(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(
            dice, bool(every) and number % every == 0
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://town.example/{number}\r\nWARC-Date: 2021-05-05T01:02:03Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        packed.append(gzip.compress(head.encode() + http + b"\r\n\r\n", 6))
    return b"".join(packed)


def cue_forms() -> list[str]:
    pattern = cue_pattern().pattern
    return [
        re.sub(r"\\(.)", r"\1", form)
        for form in pattern[pattern.index("(?:") + 3 : pattern.rindex(")(?!")].split("|")
    ]


def floor(raw: bytes, look: PageLook) -> int:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found = 0
    for record in ArchiveIterator(io.BytesIO(raw), record_types=WarcRecordType.response, parse_http=True):
        body = record.reader.read()
        found += look.finds(body) and bool(decode_bytes(body, where="").text)
        found += not decode_bytes(body, where="").text
    return found


def read_archive(raw: bytes, look: PageLook | None = None) -> int:
    options = IntakeOptions(first_look=look)
    return sum(not isinstance(each, SetAside) for each in read_stream(io.BytesIO(raw), "a.warc.gz", options))


def timed(work: object) -> tuple[float, object]:
    started = time.perf_counter()
    done = work()  # type: ignore[operator]
    return time.perf_counter() - started, done


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    look = PageLook.of(cue_forms(), load_knowledge())
    none, some = archive(pages, 0), archive(pages, 20)
    read_archive(archive(5, 1))
    rounds = [
        (timed(lambda: floor(none, look))[0], timed(lambda: read_archive(none, look))[0]) for _ in range(3)
    ]
    base, passed = (min(times) for times in zip(*rounds, strict=True))
    tenth = archive(max(pages // 10, 10), 0)
    whole = timed(lambda: read_archive(tenth))[0] * pages / max(pages // 10, 10)
    mixed, kept = timed(lambda: read_archive(some, look))
    print(
        f"{pages} pages of {len(page(random.Random(1), False)) / 1000:.0f} kB, {len(none) / 1e6:.1f} MB packed"
    )
    for name, seconds in (
        ("floor", base),
        ("passed over", passed),
        ("one in 20 kept", mixed),
        ("extracted", whole),
    ):
        print(
            f"{name:15} {seconds / pages * 1000:7.2f} ms a page {pages / seconds:8.0f} pages/s {seconds / base:6.2f} of the floor"
        )
    print(
        f"kept {kept} of {pages // 20} that tell of a contact; passed over / floor {passed / base:.2f}, aim 1.5"
    )


if __name__ == "__main__":
    main()

"""Whose state an unknown office-holder serves where the text says it of another: the first of a list, or the text's own side.

"Malaysia's Prime Minister A, Foreign Minister B and Defence Minister C" are three of one state; "Deputy Foreign
Minister D received the envoys", as his own ministry prints it, is of that ministry's state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from communique.actors.phrase import Phrase
from communique.actors.posts import POSTED
from communique.actors.resolve import LOOSE
from communique.actors.search import Search
from communique.actors.words import ROLES

LISTED = re.compile(r", (?:and |as well as )?| and | as well as ")
LAST = re.compile(r",? (?:and|as well as) ")
MET = re.compile(r"\b(?:met|meet|meets|received|receives|hosted|hosts|saw)(?: with)? (?:the )?$")
GUEST = re.compile(rf",? (?:{'|'.join(ROLES['done_by_guests'])})\b")
OPENING = re.compile(
    r"\W*(?:\d\. )?(?:(?:On|Today|Yesterday|Earlier|In|At|This|During|Within|Following|As|Later|From|Upon)\b[^.;]{0,120}, )?"
    r"(?:[Tt]oday,? )?(?:[Tt]he )?(?:H\.? ?E\.? |Dr\.? |Mr\.? |Ms\.? |Mrs\.? )?"
)
MISSION = re.compile(
    r"(?:the )?(?:embassy|high commission|permanent mission|consulate|mission)\b", re.IGNORECASE
)
SHORTEST = 3  # of a list whose states are told once, where no verb of meeting stands before it


def share_states(body: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a text, in a list the state of the first laid on the unknown persons behind it."""
    found = list(phrases)
    for run in runs_of_titles(body, found):
        first, last = found[run[0]], found[run[-1]]
        joined = LAST.fullmatch(body, found[run[-2]].span.end, last.span.start)
        met = MET.search(body, max(0, first.span.start - 24), first.span.start)
        if joined and (len(run) >= SHORTEST or met) and is_led(body, first):
            for n in run[1:]:
                if is_open(found[n]):
                    found[n] = replace(found[n], of=first.of)
    return found


def runs_of_titles(body: str, phrases: Sequence[Phrase]) -> Iterator[list[int]]:
    """The places of persons with titles that stand in one list, the first of whom alone has a state."""
    run: list[int] = []
    for n, phrase in enumerate(phrases):
        goes_on = (
            run
            and phrase.form == "title"
            and not phrase.of
            and LISTED.fullmatch(body, phrases[n - 1].span.end, phrase.span.start)
        )
        if goes_on:
            run.append(n)
            continue
        if len(run) > 1:
            yield run
        run = [n] if phrase.form == "title" and len(phrase.of) == 1 else []
    if len(run) > 1:
        yield run


def is_led(body: str, phrase: Phrase) -> bool:
    """Whether a person's state stands before the title: "Malaysia's Prime Minister", "Russian President"."""
    if phrase.title is None:  # "Malaysia's Ann Lee and Foreign Minister Ed Roe": each speaks for himself
        return False
    return body.find(phrase.title.text.split()[0], phrase.span.start, phrase.span.end) > phrase.span.start


def is_open(phrase: Phrase) -> bool:
    """Whether nothing tells the state of an unknown person with a title of his own."""
    title = phrase.title
    return (
        phrase.form == "title"
        and title is not None
        and not (phrase.persons or phrase.of or phrase.family or title.plural or title.former)
        and not all(of for _, of in title.offices)
        and not any(office in POSTED | LOOSE for office, _ in title.offices)
    )


def lay_home(search: Search, by_sentence: Mapping[int, Sequence[Phrase]]) -> dict[int, list[Phrase]]:
    """The phrases of an official text, its own side laid on the unknown officer who opens a sentence and acts in it."""
    found = {index: list(phrases) for index, phrases in by_sentence.items()}
    if not search.home_text or search.home not in search.knowledge.states:
        return found
    starts = {sentence.index: sentence.span.start for sentence in search.sentences}
    for index, phrases in found.items():
        n = next((n for n, p in enumerate(phrases) if p.form in {"name", "title", "office"}), None)
        if n is not None and acts_for(search, phrases[n], starts[index]):
            phrases[n] = replace(phrases[n], of=(search.home,))
    return found


def acts_for(search: Search, phrase: Phrase, start: int) -> bool:
    """Whether an unknown officer who opens a sentence of an official text is of its side; an envoy is on an embassy's."""
    body, title = search.report.body, phrase.title
    if phrase.form != "title" or title is None or phrase.persons or phrase.of or phrase.family:
        return False
    if title.plural or title.former or " " not in phrase.name:
        return False
    offices = {office for office, _ in title.offices}
    abroad = MISSION.match(search.report.outlet or "") is not None  # an embassy's people are guests
    if offices & LOOSE or (offices & POSTED and not abroad):
        return False
    opening = OPENING.fullmatch(body, start, phrase.span.start) is not None
    return opening and (abroad or not GUEST.match(body, phrase.span.end))

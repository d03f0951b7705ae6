"""Who "the president" is where no state stands beside it: whom the report has named, where that can be one only."""

from __future__ import annotations

import re
from collections import Counter

from communique.actors.phrase import Phrase
from communique.actors.search import Search
from communique.actors.speakers import speaker_of
from communique.records import Actor, Sentence

NEAR = 5  # sentences within which the holder was named
COUNTED = re.compile(r"\d(?:st|nd|rd|th) $")  # "the 41st president" is one of many
ADDRESS = re.compile(r"\b(?:Mr|Mister|Madam|Mrs|Ms)\.? $")
FAR_AHEAD = 2  # times as often as the second one who holds the like office in another state


def bare_holder(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """Whom the bare office means; who has been called so before is called so again where nobody else is likelier."""
    assert phrase.title is not None
    offices = [office for office, _ in phrase.title.offices]
    if is_address(search, phrase):
        return spoken_to(search, phrase, sentence)
    found = one_holder(search, phrase, sentence)
    for office in offices:
        number, actor = search.called.get(office, (-NEAR - 1, None))
        if (
            found is None
            and sentence.index - number <= NEAR
            and search.walk.quotation(phrase.span.start) is None
        ):
            found = actor
        if found is not None:
            search.called[office] = (sentence.index, found)
    return found


def is_address(search: Search, phrase: Phrase) -> bool:
    """Whether an office is how somebody is spoken to in a quotation: "Thank you, Mr. President"."""
    body, start = search.report.body, phrase.span.start
    spoken = search.walk.quotation(start) is not None
    return spoken and ADDRESS.search(body, max(0, start - 12), start) is not None


def spoken_to(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """The one holder of the office whom the report names beside who speaks; nobody where two are left."""
    assert phrase.title is not None
    quotation = search.walk.quotation(phrase.span.start)
    search.walk.here = search.read_now
    speaker = speaker_of(search.walk, quotation, sentence) if quotation is not None else None
    wanted = [office for office, _ in phrase.title.offices]
    named = (m.actor for m in search.walk.discourse.named if m.actor.office_id in wanted)
    others = {actor.id: actor for actor in named if speaker is None or actor.id != speaker.id}
    return next(iter(others.values())) if len(others) == 1 else None


def one_holder(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """The one holder of the office whom the report names; of several the speaker's own, else the only one who is
    named with the title, else one far ahead, else the only one of the sentence before.

    After "Bush received Olmert and Abbas", "the president" may be Bush or Abbas: nobody, unless the report is mostly
    about one of them.
    """
    assert phrase.title is not None
    if COUNTED.search(search.report.body, max(0, phrase.span.start - 8), phrase.span.start):
        return None
    wanted = [office for office, _ in phrase.title.offices]
    noted = next((search.offices[office, ""] for office in wanted if (office, "") in search.offices), None)
    if noted is None:
        return None
    named = [m for m in search.walk.discourse.named if m.actor.office_id in wanted and m.actor.state]
    holders = {m.actor.id: m.actor for m in named if sentence.index - m.sentence <= NEAR} or {
        m.actor.id: m.actor for m in named
    }
    holders = so_styled(search, phrase, holders)
    if len(holders) < 2:
        return next(iter(holders.values()), noted)
    if search.report.body[: phrase.span.start].endswith("visiting "):
        away = [actor for actor in holders.values() if actor.state not in search.walk.places]
        return away[0] if len(away) == 1 else None
    own = own_state(search, phrase, sentence)
    mine = [actor for actor in holders.values() if actor.state == own]
    if len(mine) == 1:
        return mine[0]
    by_name = Counter(m.actor.id for m in named if m.actor.id in holders and m.form in {"name", "title"})
    (first, most), (_, second) = [*by_name.most_common(2), ("", 0), ("", 0)][:2]
    if most >= FAR_AHEAD * second and most > FAR_AHEAD:
        return holders[first]
    if len(titled := {m.actor.id for m in named if m.form == "title"} & holders.keys()) == 1:
        only = titled.pop()
        return (
            holders[only] if by_name[only] >= most else None
        )  # who is named far less is not just "the president"
    (first, most), (_, second) = Counter(m.actor.id for m in named if m.actor.id in holders).most_common(2)
    if most >= FAR_AHEAD * second:
        return holders[first]
    last = {m.actor.id for m in named if m.sentence == sentence.index - 1}
    here = {m.actor.id for m in named if m.sentence == sentence.index}
    return holders[last.pop()] if len(last) == 1 and not here else None


def so_styled(search: Search, phrase: Phrase, holders: dict[str, Actor]) -> dict[str, Actor]:
    """Of several monarchs those whose own title the words are: "the king" is Bahrain's and not Kuwait's, who is an emir."""
    assert phrase.title is not None
    word = phrase.title.text.lower().replace("amir", "emir")
    styles = {
        id: search.knowledge.offices[actor.office_id].shown(actor.state or "").lower()
        for id, actor in holders.items()
        if actor.office_id == "monarch"
    }
    so_called = {id: holders[id] for id, style in styles.items() if style == word}
    return so_called if so_called and word in {"king", "emir", "sultan", "emperor", "queen"} else holders


def own_state(search: Search, phrase: Phrase, sentence: Sentence) -> str | None:
    """The state whose president a speaker, or an official text, calls "the president"."""
    quotation = search.walk.quotation(phrase.span.start)
    if quotation is None:
        return search.home
    search.walk.here = search.read_now
    speaker = speaker_of(search.walk, quotation, sentence)
    return speaker.state if speaker else None

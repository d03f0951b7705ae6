"""Who "the president" is where no state stands beside it: whom the report has named, where that can be one only."""

from __future__ import annotations

import re
from collections import Counter

from communique.actors.discourse import Met
from communique.actors.grammar import SUBJECTS, met_at, objects_of, subject_of, token_of, verb_of
from communique.actors.phrase import Phrase
from communique.actors.quoting import Quotation
from communique.actors.search import Search
from communique.actors.speakers import attribution, speaker_of
from communique.records import Actor, Sentence

NEAR = 5  # sentences within which the holder was named
COUNTED = re.compile(r"\d(?:st|nd|rd|th) $")  # "the 41st president" is one of many
ADDRESS = re.compile(r"\b(?:Mr|Mister|Madam|Mrs|Ms)\.? $")
OWN_TITLES = frozenset({"prime_minister", "foreign_minister"})  # states have words of their own for them
INTERIM = frozenset({"interim", "acting", "transitional", "caretaker", "provisional"})
PREMIERS = frozenset({"prime minister", "premier", "pm"})
MAJESTIES = frozenset({"his majesty", "her majesty"})
STYLED = re.compile(r"\b(?:H\.?M\.?|(?:His|Her) Majesty)[, ]")
STYLE_INSIDE = 14  # letters of a mention in which its own style stands
FAR_AHEAD = 2  # times as often as the second one who holds the like office in another state


def bare_holder(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """Whom the bare office means; who has been called so before is called so again where nobody else is likelier."""
    assert phrase.title is not None
    offices = [office for office, _ in phrase.title.offices]
    if is_address(search, phrase):
        return spoken_to(search, phrase, sentence)
    beside = acting_beside(search, phrase, sentence)
    found = styled_before(search, phrase) or one_holder(search, phrase, sentence, beside)
    for office in offices:
        number, actor = search.called.get(office, (-NEAR - 1, None))
        if (
            found is None
            and sentence.index - number <= NEAR
            and search.walk.quotation(phrase.span.start) is None
            and actor is not None
            and actor.id not in beside
        ):
            found = actor
        if found is not None:
            search.called[office] = (sentence.index, found)
    return found


def styled_before(search: Search, phrase: Phrase) -> Actor | None:
    """ "His Majesty" alone: the one monarch whom the report has styled so before the name, if it is one."""
    assert phrase.title is not None
    if phrase.title.text.lower() not in MAJESTIES:
        return None
    body = search.report.body
    met = {
        m.actor.id: m.actor
        for m in search.walk.discourse.named
        if m.actor.office_id == "monarch"
        and STYLED.search(body, max(0, m.place - 30), m.place + STYLE_INSIDE)
    }
    return next(iter(met.values())) if len(met) == 1 else None


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


def acting_beside(search: Search, phrase: Phrase, sentence: Sentence) -> frozenset[str]:
    """Who acts on whom the office names, stands beside him in a list, or speaks of him, and so is somebody else.

    "Varadkar thanked the prime minister", "the prime minister and Mr Ahern" are two persons each.
    """
    doc = search.walk.parses.get(sentence.index)
    i = token_of(phrase.head, sentence, doc)
    quotation = search.walk.quotation(phrase.span.start)
    search.walk.here = search.read_now
    if quotation is not None:
        return who_says(search, quotation, sentence)
    if i is None or doc is None:
        return frozenset()
    token, verb = doc[i], verb_of(doc[i])
    near = [c for c in token.children if c.dep_ == "conj"] + ([token.head] if token.dep_ == "conj" else [])
    if (
        token.dep_ in {"dobj", "dative", "pobj"}
        and verb is not None
        and (subject := subject_of(verb)) is not None
    ):
        near.append(subject)
    if token.dep_ in SUBJECTS and verb is not None:
        near += objects_of(verb)
    met = (met_at(search.read_now, sentence.span.start + one.idx, len(one)) for one in near)
    return frozenset(actor.id for actor in met if actor is not None)


def who_says(search: Search, quotation: Quotation, sentence: Sentence) -> frozenset[str]:
    """Who says a quotation, also where the name stands behind it and is not read yet."""
    verb = attribution(search.walk, quotation, sentence)
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) if verb is not None else None
    ahead = search.knowledge.index.find(subject.text) if subject is not None else ()
    named = {id for hit in ahead for id in hit.ids("person", "family") if id in search.introduced}
    speaker = speaker_of(search.walk, quotation, sentence) if not named else None
    return frozenset(named | ({speaker.id} if speaker is not None else set()))


def one_holder(
    search: Search, phrase: Phrase, sentence: Sentence, beside: frozenset[str] = frozenset()
) -> Actor | None:
    """The one holder of the office whom the report names; of several the speaker's own, else the only one who is
    named with the title, else one far ahead, else the only one of the sentence before.

    After "Bush received Olmert and Abbas", "the president" may be Bush or Abbas: nobody, unless the report is mostly
    about one of them; nor is he who was only talked of, where another one acts: "spoke of Hussein. The president said".
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
    if len(holders) == 1 and is_said_by_nobody(search, phrase, sentence):
        holders = {m.actor.id: m.actor for m in named}  # whose president the speaker means is not told
        return next(iter(holders.values())) if len(holders) == 1 else None
    holders = so_styled(search, phrase, standing_in(search, phrase, holders))
    if beside & holders.keys() or noted.id in beside:
        holders = {id: actor for id, actor in holders.items() if id not in beside}
        return next(iter(holders.values())) if len(holders) == 1 else other_holder(search, wanted, beside)
    if len(holders) < 2:
        return next(iter(holders.values()), noted if well_styled(search, phrase, noted) else None)
    if search.report.body[: phrase.span.start].endswith("visiting "):
        away = [actor for actor in holders.values() if actor.state not in search.walk.places]
        return away[0] if len(away) == 1 else None
    if len(near := of_who_acts(search, phrase, sentence, holders)) == 1:
        return near[0]
    if len(seated := at_home(search, holders)) == 1:
        return seated[0]
    own = own_state(search, phrase, sentence)
    mine = [actor for actor in holders.values() if actor.state == own]
    if len(mine) == 1:
        return mine[0]
    found = of_several(search, sentence, (wanted, holders), named)
    acting = {m.actor.id for m in named if m.subject} & holders.keys()
    return None if found is not None and acting and found.id not in acting else found


def of_who_acts(search: Search, phrase: Phrase, sentence: Sentence, holders: dict[str, Actor]) -> list[Actor]:
    """Those of several holders who serve the state of whoever acts on them: "President Ivanov told the prime minister"."""
    doc = search.walk.parses.get(sentence.index)
    i = token_of(phrase.head, sentence, doc)
    verb = verb_of(doc[i]) if i is not None and doc is not None and doc[i].dep_ not in SUBJECTS else None
    subject = subject_of(verb) if verb is not None else None
    if subject is None:
        return []
    acting = met_at(search.read_now, sentence.span.start + subject.idx, len(subject))
    if acting is None and subject.lower_ in {"he", "she"}:
        acting = search.walk.person(subject.lower_, phrase.span, sentence)
    return [actor for actor in holders.values() if acting is not None and actor.state == acting.state]


def is_said_by_nobody(search: Search, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether an office stands in a quotation whose speaker the report does not tell."""
    quotation = search.walk.quotation(phrase.span.start)
    if quotation is None:
        return False
    search.walk.here = search.read_now
    return speaker_of(search.walk, quotation, sentence) is None


def at_home(search: Search, holders: dict[str, Actor]) -> list[Actor]:
    """Those of several holders in whose state the sentence tells of something: "in Warsaw the prime minister was asked"."""
    places = [a.state for m in search.read_now if m.form in {"place", "capital"} for a in m.actors]
    return [actor for actor in holders.values() if actor.state in places]


def of_several(
    search: Search, sentence: Sentence, of: tuple[list[str], dict[str, Actor]], named: list[Met]
) -> Actor | None:
    """The one of several holders of whom the report mostly tells, who alone is titled so, or who was called so last."""
    wanted, holders = of
    by_name = Counter(
        m.actor.id for m in named if m.actor.id in holders and (m.form == "name" or is_titled(m))
    )
    (first, most), (_, second) = [*by_name.most_common(2), ("", 0), ("", 0)][:2]
    if most >= FAR_AHEAD * second and most > FAR_AHEAD:
        return holders[first]
    if len(titled := {m.actor.id for m in named if is_titled(m)} & holders.keys()) == 1:
        only = titled.pop()
        return (
            holders[only] if by_name[only] >= most else None
        )  # who is named far less is not just "the president"
    (first, most), (_, second) = Counter(m.actor.id for m in named if m.actor.id in holders).most_common(2)
    if most >= FAR_AHEAD * second:
        return holders[first]
    number, again = next((search.called[one] for one in wanted if one in search.called), (-NEAR - 1, None))
    if again is not None and again.id in holders and sentence.index - number <= NEAR:
        return again  # who has been just "the president" stays so
    last = {m.actor.id for m in named if m.sentence == sentence.index - 1}
    here = {m.actor.id for m in named if m.sentence == sentence.index}
    return holders[last.pop()] if len(last) == 1 and not here else None


def is_titled(met: Met) -> bool:
    """Whether a mention gives the office: with the name, or in place of a name that the report does not have."""
    return met.form == "title" or (met.form == "office" and not met.actor.known)


def other_holder(search: Search, wanted: list[str], beside: frozenset[str]) -> Actor | None:
    """The one other holder of the office whom the report introduces, be it further down."""
    others = {
        actor.id: actor
        for (office, state), actor in search.offices.items()
        if state and office in wanted and actor.id not in beside
    }
    return next(iter(others.values())) if len(others) == 1 else None


def standing_in(search: Search, phrase: Phrase, holders: dict[str, Actor]) -> dict[str, Actor]:
    """Of several holders the one who only stands in, where the words say so: "the interim president" beside a president."""
    assert phrase.title is not None
    words = {*phrase.title.text.lower().split(), *(("interim",) if phrase.title.acting else ())}
    if len(holders) < 2 or INTERIM.isdisjoint(words):
        return holders
    found = {
        id: actor
        for id, actor in holders.items()
        if any(t.note in INTERIM and t.of == actor.state for t in search.resolver.current(id))
    }
    return found if len(found) == 1 else holders


def own_styled(search: Search, word: str, holders: dict[str, Actor]) -> dict[str, Actor]:
    """Of several holders those whose own title the words are: "the chancellor" is no prime minister, "the foreign
    minister" no Secretary of State.
    """
    if word in PREMIERS:
        return {}
    return {
        id: actor
        for id, actor in holders.items()
        if actor.office_id in OWN_TITLES
        and search.knowledge.offices[actor.office_id].shown(actor.state or "").lower() == word
    }


def well_styled(search: Search, phrase: Phrase, actor: Actor) -> bool:
    """Whether an actor may be called so: a Taoiseach is no "prime minister" where the report calls him by his title."""
    assert phrase.title is not None
    if actor.office_id != "prime_minister" or phrase.title.text.lower() not in PREMIERS:
        return True
    own = search.knowledge.offices[actor.office_id].shown(actor.state or "")
    return own.lower() in PREMIERS or own.lower() not in search.report.body.lower()


def so_styled(search: Search, phrase: Phrase, holders: dict[str, Actor]) -> dict[str, Actor]:
    """Of several monarchs those whose own title the words are: "the king" is Bahrain's and not Kuwait's, who is an emir."""
    assert phrase.title is not None
    word = phrase.title.text.lower().replace("amir", "emir")
    styles = {
        id: search.knowledge.offices[actor.office_id].shown(actor.state or "").lower()
        for id, actor in holders.items()
        if actor.office_id == "monarch"
    }
    if not styles and (own := own_styled(search, word, holders)):
        return own
    if not styles:
        return {id: actor for id, actor in holders.items() if well_styled(search, phrase, actor)}
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

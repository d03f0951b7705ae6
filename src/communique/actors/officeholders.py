"""An office without a name: the holder that the report names, else the lexicon's, else the office itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from communique.actors.bare_offices import bare_holder, well_styled
from communique.actors.binding import bound_before, is_called_otherwise
from communique.actors.called import called_so, of_a_province
from communique.actors.compatriots import both_of
from communique.actors.elsewhere import is_of_another, is_what_somebody_was, of_the_time
from communique.actors.grammar import token_of
from communique.actors.once_held import once_held
from communique.actors.owned_offices import state_around
from communique.actors.phrase import Phrase, Title
from communique.actors.resolve import HEAD_OFFICES
from communique.actors.search import Search, definite, mention_of, note_office, remember
from communique.actors.state_offices import (
    DIPLOMAT,
    DIPLOMATS,
    exists,
    is_minister,
    office_holder,
)
from communique.actors.told_by_words import contradicts, one_by_words
from communique.actors.words import ROLES
from communique.knowledge.index import Hit
from communique.records import Actor, Mention, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Doc

LOOSE_TITLES = frozenset(ROLES["loose_titles"])
QUEENS = frozenset(ROLES["titles_of_women"])
KINGS = frozenset(ROLES["titles_of_men"])
FIRM_BEHIND = re.compile(r",? (?:and|&) (?:CEO|C\.E\.O\.|COO|CFO|Chief Executive|chief executive)\b")
FIRM_AHEAD = re.compile(r"\b(?:CEO|COO|CFO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?) (?:and|&) $")
MADE = re.compile(
    rf"\b(?![\w-]*(?:ion|ment)\b)(?:{'|'.join(ROLES['making'])})\w*\b(?:(?! who | which |[,;:.]).){{0,50}}? as (?:the |an? |its |their |[A-ZÀ-ÞĀ-Ț][\w ]+['’]s? )?"
    r"(?:[a-z-]+ ){0,3}$"
)
TOP_DIPLOMAT = Title((("foreign_minister", ""),), "top diplomat")
HEADING = frozenset({"secretary_general", "director_general"})  # whom "chief" and "head" may mean
STOOD_FOR = re.compile(
    r"\b(?:[Rr]un|[Rr]uns|[Rr]an|[Rr]unning|[Ss]tood|[Ss]tand|[Ss]tands|[Ss]tanding|[Bb]id|[Cc]andidate|[Nn]ominee) for $"
)
LEVEL = re.compile(r"-(?:level|led|like|style|elect|designate)\b")  # "leader-level talks" mean nobody
IN_ORDER = re.compile(r"\b(?:last|latest|most recent|only|highest[- ]ranking)(?: serving| sitting)? $")
TO_DO = re.compile(r" (?:ever |so far )?to (?:have |ever )?(?!be |the |his |her |its |their )[a-z]+")
STYLED = re.compile(
    r"\b(?:HH|HM|HRH|H\.H\.|(?:His|Her) (?:Royal )?(?:Highness|Majesty)|Their Majesties)(?:,? the|,)? $"
)


def is_one_of_many(search: Search, phrase: Phrase) -> bool:
    """Whether an office is of whoever did a thing in some order: "the last Australian leader to meet Xi" is not today's."""
    body = search.report.body
    if TO_DO.match(body, phrase.span.end) is None:
        return False
    return IN_ORDER.search(body, max(0, phrase.span.start - 30), phrase.span.start) is not None


def resolve_office(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> Mention | None:
    """An office without a name: the holder that the report names, else the lexicon's, else the office itself."""
    phrase = with_rank(search, phrase)
    title = phrase.title
    past = once_held(search, phrase, sentence)
    if past is None and (title is None or is_nobody(search, phrase, title)):
        return None
    search.phrase_at[phrase.span] = phrase
    if title is None or title.nth or past is not None:
        return remember(search, mention_of(search, phrase, sentence, (past,)), doc) if past else None
    if is_predicate(search, phrase, sentence, doc) or is_made(search, phrase, sentence):
        return None
    if (
        is_of_another(search, phrase)
        or is_what_somebody_was(phrase, sentence, doc)
        or is_one_of_many(search, phrase)
    ):
        return None
    free = any(not of for _, of in title.offices)  # "special envoys" are not the UN's alone
    if title.plural:
        actors = several_holders(search, phrase, sentence, free=free)
        return remember(search, mention_of(search, phrase, sentence, actors), doc) if actors else None
    bound = (
        phrase.of
        or tuple(state for state in phrase.either if state in search.resolver.named)
        or (
            tuple(s for s in bound_before(search, phrase, sentence) if exists(search, title, s))
            if free
            else ()
        )
        or (() if free else states_of(search, title))
    )
    if phrase.either and len(bound) != 1 or bound and is_called_otherwise(search, phrase, bound[0]):
        return None
    if not bound:
        actors = bare_holders(search, phrase, sentence)
        actors = tuple(
            actor
            for actor in actors
            if of_that_sex(search, title, actor)
            and of_the_time(search, phrase, actor)
            and heads_the_last(search, phrase, actor)
        )
        if not actors or not definite(search, phrase):
            return None
        return remember(search, mention_of(search, phrase, sentence, actors), doc)
    titles = titles_joined(search, phrase)
    actors = tuple(
        dict.fromkeys(
            a
            for each in titles
            for state in bound[:1]
            if (a := office_holder(search, each, state, definite(search, phrase) or bool(phrase.of)))
            and of_the_time(search, phrase, a)
        )
    )
    if len(actors) == 1 and definite(search, phrase):
        actors = (by_its_words(search, phrase, actors[0], bound[0]),)
    return remember(search, mention_of(search, phrase, sentence, actors), doc) if actors else None


def heads_the_last(search: Search, phrase: Phrase, actor: Actor) -> bool:
    """Whether "its chief", where the sentence does not tell whose, can be somebody: who heads the body named last."""
    assert phrase.title is not None
    its = search.report.body.endswith(("its ", "Its "), 0, phrase.span.start)
    heading = its and {office for office, _ in phrase.title.offices} >= HEADING
    return not heading or actor.state == last_body(search)


def last_body(search: Search) -> str | None:
    """The organisation that was named last, itself or by who serves it."""
    met = ((m.actor.id, m.actor.state) for m in reversed(search.walk.discourse.named))
    return next((id for pair in met for id in pair if id in search.knowledge.organisations), None)


def with_rank(search: Search, phrase: Phrase) -> Phrase:
    """An office with the rank that stands before its state: "the top Russian diplomat" is the foreign minister."""
    title = phrase.title
    if title is None or title.plural or title.text.lower() != DIPLOMAT or not phrase.of:
        return phrase
    first = search.report.body.endswith(("top ", "chief "), 0, phrase.span.start)
    return replace(phrase, title=TOP_DIPLOMAT) if first else phrase


def by_its_words(search: Search, phrase: Phrase, actor: Actor, state: str) -> Actor:
    """Whom an office that several hold means by its words, where the report has not named whom it means; else the state."""
    body = search.report.body
    against = contradicts(search.resolver, phrase, actor, body)
    if actor.type == "person" and not against:
        return actor
    assert phrase.title is not None
    told = one_by_words(search.resolver, phrase, phrase.title, state, body)
    return told or (search.resolver.entity(state) or actor if against else actor)


def several_holders(search: Search, phrase: Phrase, sentence: Sentence, *, free: bool) -> tuple[Actor, ...]:
    """Whom an office in the plural means: a body's people the body, a state's the state, of several states the holders."""
    title = phrase.title
    assert title is not None
    own = () if free else tuple(dict.fromkeys(of for _, of in title.offices if of))  # "Hamas leaders"
    groups = [one for one in phrase.of or own if one in search.knowledge.organisations]
    if len(groups) == len(phrase.of or own) == 1 and (group := search.resolver.entity(groups[0])):
        return (group,)
    if len(phrase.of) == 1 and (both := both_of(search, phrase, sentence)):
        return both
    if len(phrase.of) == 1 and (state := search.resolver.entity(phrase.of[0])):  # "Chinese leaders"
        return (state,)
    return tuple(a for state in phrase.of if (a := office_holder(search, title, state, True)))


def states_of(search: Search, title: Title) -> tuple[str, ...]:
    """The states that a title is bound to, that whose holder the report has named first: "Foreign Secretary" of India."""
    states = dict.fromkeys(of for _, of in title.offices if of)
    named = {of for office, of in title.offices if (office, of) in search.offices}
    return tuple(sorted(states, key=lambda of: of not in named))


def bare_holders(search: Search, phrase: Phrase, sentence: Sentence) -> tuple[Actor, ...]:
    """Who holds an office that stands without its state; of "the Vice President and Prime Minister" both, or nobody."""
    titles = titles_joined(search, phrase)
    found = [bare_one(search, replace(phrase, title=title), sentence) for title in titles]
    return tuple(dict.fromkeys(actor for actor in found if actor)) if all(found) else ()


def of_that_sex(search: Search, title: Title, actor: Actor) -> bool:
    """Whether a title that tells the sex fits: "the Queen" is not King Charles."""
    wanted = "f" if title.text.lower() in QUEENS else "m" if title.text.lower() in KINGS else ""
    return not wanted or search.walk.sexes.of(actor) in {"", wanted}


def titles_joined(search: Search, phrase: Phrase) -> tuple[Title, ...]:
    """The titles of a phrase where "and" joins them, else the first alone."""
    assert phrase.title is not None
    if not phrase.extra or re.search(r"\band\b", phrase.span.of(search.report.body)) is None:
        return (phrase.title,)
    return (phrase.title, *phrase.extra)


def bare_one(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """Who holds one office that stands without its state."""
    assert phrase.title is not None
    if phrase.title.text.lower() in LOOSE_TITLES:
        return called_so(search, phrase, sentence)
    return (
        of_a_province(search, phrase, sentence)
        or of_the_house(search, phrase)
        or at_residence(search, phrase, sentence)
        or bare_holder(search, phrase, sentence)
        or some_minister(search, phrase, sentence)
        or home_holder(search, phrase.title)
        or called_so(search, phrase, sentence)
        or the_diplomat(search, phrase)
        or holder_around(search, phrase, sentence)
    )


def holder_around(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """ "In Lima, the president said": who holds the office of the state in which it is told of, and is called so there."""
    title = phrase.title
    if (
        title is None
        or not (state := state_around(search, phrase, sentence))
        or not exists(search, title, state)
    ):
        return None
    holder = search.resolver.holder(title, state)
    if holder is None or not well_styled(search, phrase, holder):
        return None
    note_office(search, holder)
    return holder


def the_diplomat(search: Search, phrase: Phrase) -> Actor | None:
    """ "The envoy": the one of those named lately who holds such a post, be it an ambassador's."""
    title = phrase.title
    if title is None or title.plural or not DIPLOMATS & {office for office, _ in title.offices}:
        return None
    if not search.report.body[: phrase.span.start].lower().endswith("the "):
        return None
    recent = search.walk.discourse.named[-12:]
    met = {m.actor.id: m.actor for m in recent if m.actor.office_id in DIPLOMATS}
    return next(iter(met.values())) if len(met) == 1 else None


def is_nobody(search: Search, phrase: Phrase, title: Title) -> bool:
    """Whether an office means no holder: a former one's, any one's, or part of a word as in "leader-level"."""
    body, span = search.report.body, phrase.span
    joined = LEVEL.match(body, span.end) is not None
    agency = span.of(body).isupper() and (
        body[: span.start].endswith("at the ")  # "envoys at the USTR"
        or any(
            of and of not in search.resolver.named for _, of in title.offices
        )  # "an NSA leaker" is not India's
    )
    joined = joined or agency or of_a_firm(body, span)
    joined = joined or STOOD_FOR.search(body, max(0, span.start - 16), span.start) is not None
    return title.former or title.elect or joined or is_any(search, phrase)


def of_a_firm(body: str, span: Span) -> bool:
    """Whether an office is one in a company: "President and CEO, TIAA", "Chair, CEO and President, Otis"."""
    return (
        FIRM_BEHIND.match(body, span.end) is not None
        or FIRM_AHEAD.search(body, max(0, span.start - 24), span.start) is not None
    )


def is_any(search: Search, phrase: Phrase) -> bool:
    """Whether an office of a state means no one holder: "no American president", "an Israeli prime minister"."""
    title = phrase.title
    if title is None or title.plural or not phrase.of or definite(search, phrase):
        return False
    return all(search.knowledge.offices[office].single for office, _ in title.offices)


def is_predicate(search: Search, phrase: Phrase, sentence: Sentence, doc: Doc | None) -> bool:
    """Whether an office only says what somebody is: "Xi was still vice president"."""
    i = token_of(phrase.head, sentence, doc)
    if i is None or doc is None or doc[i].dep_ != "attr" or phrase.of:
        return False
    return not re.search(
        r"\b(?:the|his|her|its|their)\b", sentence.span.of(search.report.body)[: doc[i].idx][-20:]
    )


def is_made(search: Search, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether an office is what somebody is made or taken for: "sworn in as president", "recognised as the interim president"."""
    body, span = search.report.body, phrase.span
    return MADE.search(body, max(sentence.span.start, span.start - 90), span.start) is not None


def some_minister(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """ "the Minister": the one whom an official text is about, else the one named last, in this sentence first."""
    title = phrase.title
    if title is None or title.plural or not any(office == "minister" for office, _ in title.offices):
        return None
    if search.report.body.startswith(
        " for ", phrase.span.end
    ):  # "Minister for Security Affairs Djoko Suyanto"
        return None
    ministers = [a for (_, state), a in search.offices.items() if state and is_minister(a)]
    if search.home_text and ministers:
        return ministers[0]
    met = search.walk.discourse.before(sentence.index, phrase.span.start)
    near = [m for m in met if m.actor.type == "person" and m.actor.state and is_minister(m.actor)]
    last = {m.actor.id: m.actor for m in near if m.sentence == near[0].sentence}
    if len(last) > 1:
        acting = {m.actor.id: m.actor for m in near if m.sentence == near[0].sentence and m.subject}
        last = acting if len(acting) == 1 else last
    return next(iter(last.values())) if last else ministers[-1] if ministers else None


def home_holder(search: Search, title: Title) -> Actor | None:
    """ "The President" in a text of his own office: who holds it in the state for which the outlet speaks.

    On a day on which two held it, the office itself.
    """
    if search.home is None or title.plural:
        return None
    sure = search.resolver.holder(title, search.home)
    if sure is not None or all(
        len(search.resolver.sure_holders(search.home, o)) < 2 for o, _ in title.offices
    ):
        return sure
    itself = office_holder(search, title, search.home, True)
    return itself if itself is not None and itself.type == "person" else None


def of_the_house(search: Search, phrase: Phrase) -> Actor | None:
    """ "His Highness the Amir" in a paper or an agency of his state: its own monarch, who needs no name there."""
    title = phrase.title
    if title is None or search.house is None or title.plural:
        return None
    if not STYLED.search(search.report.body, max(0, phrase.span.start - 40), phrase.span.start):
        return None
    return search.resolver.holder(title, search.house)


def houses(hit: Hit) -> tuple[str, ...]:
    """The states whose house or spokesperson a hit names: "the Kremlin", "a Downing Street spokesman"."""
    voices = [name.of for name in hit.names if name.id == "spokesperson" and name.of]
    return (*hit.ids("metonym"), *voices)


def at_residence(search: Search, phrase: Phrase, sentence: Sentence) -> Actor | None:
    """ "A Downing Street spokesman said the prime minister ...": who holds the office of the state of that house."""
    title = phrase.title
    if title is None or title.plural or not definite(search, phrase):
        return None
    before = search.report.body[sentence.span.start : phrase.span.start]
    if not before.lower().endswith("the "):
        return None
    states = {of for hit in search.knowledge.index.find(before) for of in houses(hit)}
    if len(states) != 1 or not exists(search, title, state := states.pop()):
        return None
    holder = search.resolver.holder(title, state)
    if holder is None or holder.office_id not in HEAD_OFFICES:
        return None
    note_office(search, holder)
    return holder

"""Decides who a phrase means: the person by name, title, state and day, and the office held on that day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from communique.actors.backing import is_backed, is_shared, serves_named
from communique.actors.leading import leading_offices
from communique.actors.phrase import Phrase, Title
from communique.actors.prominence import HEADS, most_prominent
from communique.actors.words import COMMON_FAMILIES, LED, ROLES, WORD_FAMILIES, WORDLIKE_FAMILIES
from communique.knowledge import Knowledge
from communique.knowledge.entries import Tenure
from communique.knowledge.fold import kebab, lower
from communique.records import Actor

PARTICLES: frozenset[str] = frozenset(ROLES["particles"])
RANK = {"leaders": 0, "ministers": 1, "officials": 2}
RANKS: frozenset[str] = frozenset(ROLES["ranks"])
SECRETARY = "Secretary"
GENERIC: frozenset[str] = frozenset(ROLES["generic_offices"])
HEAD_OFFICES = LED
LOOSE = frozenset({"official", "aide", "legislator"})  # words for too many people to mean the one named
CHAIRS = frozenset({"chairman", "chairwoman", "chairperson", "chair"})


def sex_of(honorific: str) -> str:
    """The sex that an honorific tells, if any."""
    word = honorific.strip().rstrip(".").lower()
    return (
        "m"
        if word in {"mr", "sir", "lord", "sheikh", "king", "prince"}
        else "f"
        if word in {"mrs", "ms", "dame", "queen"}
        else ""
    )


def is_loose(title: Title) -> bool:
    """Whether a title is one of too many people to tell which bearer of a family name is meant: "first lady", "aide"."""
    return all(office in LOOSE for office, _ in title.offices)


class Resolver:
    """Resolves phrases of one report of a given day (ISO; an empty day allows every tenure).

    `named` are the states and organisations that the report speaks of, `company` the states whose leaders it names, `served`
    those of which it names anybody in office.
    """

    def __init__(self, knowledge: Knowledge, day: str | None, named: Iterable[str] = ()) -> None:
        self.named = frozenset(named)
        self.company: set[str] = set()
        self.served: set[str] = set()
        self.knowledge = knowledge
        self.day = day or ""
        self.past: set[str] = set()
        self._held: dict[tuple[str, str], list[Tenure]] = {}
        self._prominent: dict[tuple[tuple[str, ...], bool], str | None] = {}
        self._entities: dict[str, Actor | None] = {}
        self._persons: dict[tuple[object, ...], Actor] = {}

    def level(self, tenure: Tenure) -> int:
        """0 for leaders, 1 for ministers, 2 for others."""
        return RANK[self.knowledge.offices[tenure.office].level]

    def current(self, person: str, day: str | None = None) -> list[Tenure]:
        """The tenures of a person on a day, the highest office first."""
        day = self.day if day is None else day
        known = self._held.get((person, day))
        if known is None:
            known = [t for t in self.knowledge.tenures_of.get(person, ()) if not day or t.covers(day)]
            if len(known) > 1:
                known.sort(key=self.standing)
            self._held[person, day] = known
        return known

    def standing(self, tenure: Tenure) -> tuple[bool, int, int, str]:
        """The order of the offices that somebody holds at once: the highest first, the oldest of several alike."""
        disputed = tenure.note == "disputed"  # who commands forces of his own deals for them
        head = HEADS.index(tenure.office) if tenure.office in HEADS else len(HEADS)
        return disputed, self.level(tenure), head, tenure.start or "~"

    def fits(self, tenure: Tenure, title: Title | None, of: Sequence[str]) -> bool:
        """Whether a tenure agrees with the title and the state that the text gives."""
        if of and tenure.of not in of:
            return False
        return title is None or self.same_office(tenure, title)

    def same_office(self, tenure: Tenure, title: Title) -> bool:
        """Whether the title can mean the tenure's office; "leader" means any head, "chairman" none who presides as president."""
        if title.text.lower() in CHAIRS and "President" in tenure.title:
            return False
        for office, bound in title.offices:
            if office == tenure.office and (not bound or bound == tenure.of):
                return True
            if bound and bound != tenure.of:
                continue
            if office == "head_of_government" and tenure.office in HEADS:
                return True
            if office == "minister" and tenure.office.endswith("minister") and tenure.office not in HEADS:
                return True
        return False

    def choose(self, phrase: Phrase, introduced: Iterable[str] = ()) -> tuple[str | None, str | None]:
        """The person whom a phrase names, and a doubt where another is as likely; None where nobody is sure."""
        persons = phrase.persons
        if not persons:
            return None, None
        if not phrase.family and len(persons) == 1:
            return self.choose_full(phrase, persons)
        name = lower(phrase.name)
        entries = [self.knowledge.persons[p] for p in persons]
        whole = tuple([one.id for one in entries if len(one.name) == len(name) and lower(one.name) == name])
        if not phrase.family or whole:
            return self.choose_full(phrase, whole or persons)
        persons = self.so_honoured(phrase.honorific, persons)
        if phrase.honorific.strip() == SECRETARY and len(persons) == 1:
            return persons[0], None
        met = [person for person in introduced if person in persons]
        if phrase.title is None and not phrase.of and not phrase.either:
            if met:
                return met[-1], None
            if phrase.name in WORD_FAMILIES | WORDLIKE_FAMILIES and not phrase.honorific:
                return None, None
            common = phrase.name in COMMON_FAMILIES
            chosen = self.prominent(persons, common=common) if persons else None
            shared = common or is_shared(self, chosen, persons)
            if chosen is not None and not is_backed(self, chosen, common=shared, among=persons):
                return (
                    None,
                    f"bears the family name of {chosen}, and nothing in the report speaks of that state",
                )
            return chosen, None
        return self.choose_titled(phrase, persons, introduced)

    def choose_titled(
        self, phrase: Phrase, persons: tuple[str, ...], introduced: Iterable[str]
    ) -> tuple[str | None, str | None]:
        """Whom a family name with a title or a state means: who fits them best, those introduced first."""
        met = [person for person in introduced if person in persons]
        if phrase.title is not None and not phrase.of and is_loose(phrase.title):
            persons = tuple(met)
        scored = sorted(
            (
                (
                    self.score(person, phrase)
                    + (3 + 3 * self.is_so_called(person, phrase) if person in met else 0),
                    person,
                )
                for person in persons
            ),
            reverse=True,
        )
        if not scored or scored[0][0] <= 0:
            return self.choose_ranked(phrase, introduced)
        best = scored[0]
        if len(scored) > 1 and scored[1][0] == best[0]:
            return self.of_equals([person for points, person in scored if points == best[0]])
        return best[1], None

    def is_so_called(self, person: str, phrase: Phrase) -> bool:
        """Whether a title is the first word of an office of the day that is no such office: "President Tusk" of the Council."""
        if phrase.title is None or phrase.of or phrase.either:
            return False
        first = f"{phrase.title.text.lower()} "
        held = [t for t in self.current(person) if not self.same_office(t, phrase.title)]
        shown = [(t.title or self.knowledge.offices[t.office].shown(t.of)).lower() for t in held]
        return any(each.startswith(first) for each in shown)

    def choose_ranked(self, phrase: Phrase, introduced: Iterable[str]) -> tuple[str | None, str | None]:
        """Whom a name means whose title nobody holds as an office, where it is a rank: "General Musharraf" is a president."""
        if phrase.title is None or phrase.title.text.lower() not in RANKS:
            return None, None
        return self.choose(replace(phrase, title=None, honorific=phrase.title.text), introduced)

    def of_equals(self, persons: list[str]) -> tuple[str | None, str | None]:
        """The one of several equals whose state the report speaks of, else the most prominent, with a doubt beside others in office.

        "King Abdullah" of 2010 is Jordan's beside Amman, Saudi Arabia's beside Riyadh, and nobody where both are named.
        """
        near = [person for person in persons if serves_named(self, person)]
        if len(near) == 1:
            return near[0], None
        serving = [person for person in persons if self.current(person)] if self.day else []
        if len({self.current(person)[0].of for person in serving}) < 2:
            return self.prominent(persons), None
        names = " and ".join(self.knowledge.persons[person].name for person in serving[:3])
        return None if near else self.prominent(persons), f"{names} bear the name then"

    def so_honoured(self, honorific: str, persons: tuple[str, ...]) -> tuple[str, ...]:
        """Of several those whom an honorific fits: "Mrs" a woman, "Secretary" the head of such a department."""
        if sex := sex_of(honorific) if honorific else "":
            return tuple(p for p in persons if self.knowledge.persons[p].sex in {"", sex})
        if honorific.strip() == SECRETARY:
            return tuple(filter(self.is_secretary, persons)) or persons
        return persons

    def bearers(self, phrase: Phrase) -> list[str]:
        """Who bears the name of a phrase and holds an office on the day that agrees with it, leaders first."""
        held = {
            person: [t for t in self.current(person) if self.fits(t, phrase.title, phrase.of)]
            for person in phrase.persons
        }
        serving = {person: tenures for person, tenures in held.items() if tenures}
        return sorted(serving, key=lambda person: (min(map(self.level, serving[person])), person))

    def is_secretary(self, person: str) -> bool:
        """Whether somebody heads a department whose head is called a secretary: "Secretary Rice" in 2006."""
        held = [t for t in self.current(person) if self.level(t) < RANK["officials"]]
        return any(SECRETARY in (t.title or self.knowledge.offices[t.office].shown(t.of)) for t in held)

    def choose_full(self, phrase: Phrase, persons: tuple[str, ...]) -> tuple[str | None, str | None]:
        """A full name: the person, unless the text gives a state that the person never served."""
        best = persons[0]
        if len(persons) > 1:
            best = max(persons, key=lambda person: (self.score(person, phrase), self.highest(person), person))
        if phrase.title is None:
            return best, None
        home = {o for o in phrase.of or phrase.either if o in self.knowledge.states}
        if not home:
            return best, None
        served = {t.of for t in self.knowledge.tenures_of.get(best, ())}
        specific = not all(office in GENERIC for office, _ in phrase.title.offices)
        if (
            specific
            and served
            and not home & served
            and not any(o not in self.knowledge.states for o in served)
            and not any(self.same_office(t, phrase.title) for t in self.current(best))
        ):
            return None, f"bears the name of {best}, who served {', '.join(sorted(served))}"
        return best, None

    def score(self, person: str, phrase: Phrase) -> int:
        """How well title, state and day agree with a person's tenures; below 1 means: not this one."""
        best = 0
        for tenure in self.knowledge.tenures_of.get(person, ()):
            points = 0
            if of := phrase.of or phrase.either:
                points += 2 if tenure.of in of else -4
            if phrase.title:
                if self.same_office(tenure, phrase.title):
                    points += 3
                elif not all(office in GENERIC for office, _ in phrase.title.offices):
                    points -= 3
            past = phrase.title is not None and phrase.title.former
            if self.day:
                if past and tenure.covers(self.day):
                    points += 0  # "the late King Abdullah" is not the one who reigns
                elif tenure.covers(self.day) or past and tenure.last_day() < self.day:
                    points += 2
                elif tenure.first_day() > self.day:
                    points -= 2
            best = max(best, points)
        return best

    def highest(self, person: str) -> int:
        """How high the highest office is that somebody ever held, the higher the more."""
        return -min((self.level(t) for t in self.knowledge.tenures_of.get(person, ())), default=len(RANK))

    def prominent(self, persons: Iterable[str], *, common: bool = False) -> str | None:
        """The one whom a bare family name means: a single leader of the day, else a single office-holder."""
        asked = (tuple(persons), common)
        if asked not in self._prominent:
            self._prominent[asked] = most_prominent(self, asked[0], common=common)
        return self._prominent[asked]

    def person(
        self, person: str, title: Title | None = None, of: Sequence[str] = (), day: str | None = None
    ) -> Actor:
        """The actor for a known person, with the office on the day, or the one that the text gives."""
        asked = (person, title, tuple(of), day, person in self.past)
        if asked not in self._persons:
            self._persons[asked] = self._in_office(person, title, of, day)
        return self._persons[asked]

    def _in_office(self, person: str, title: Title | None, of: Sequence[str], day: str | None) -> Actor:
        held = self.current(person, day)
        specific = title is not None and not all(office in GENERIC for office, _ in title.offices)
        if title and specific and not title.former:
            fitting = [t for t in held if self.same_office(t, title) and (not of or t.of in of)]
            held = fitting or held
        elif of:
            held = [t for t in held if t.of in of] or held
        # "former President Clinton" is not called after what he does now for the United Nations
        if person in self.past:
            held = [t for t in held if self.level(t) < RANK["officials"]]
        if not held:
            return self._out_of_office(person, title, of, day or self.day)
        office = self.knowledge.offices[held[0].office]
        return Actor(
            id=person,
            name=self.knowledge.persons[person].name,
            type="person",
            office=held[0].title or office.shown(held[0].of),
            office_id=office.id,
            state=held[0].of,
        )

    def _out_of_office(self, person: str, title: Title | None, of: Sequence[str], now: str) -> Actor:
        every = self.knowledge.tenures_of.get(person, ())
        past = [t for t in every if title and self.same_office(t, title) and t.last_day() < now]
        # not what was held years later
        begun = [t for t in every if not now or t.first_day() <= now] or every
        if person in self.past:
            begun = [t for t in begun if self.level(t) < RANK["officials"]] or begun
        begun = [t for t in begun if t.of in self.knowledge.states] or begun
        state = next((o for o in of if o), None) or next((t.of for t in reversed((*begun[-1:], *past))), None)
        headless = title is not None and all(office == "head_of_government" for office, _ in title.offices)
        # "President Clinton" in 2009
        courtesy = headless and not any(of) or title is None or title.former or title.nth or bool(past)
        shown, office_id = (None, None) if courtesy or title is None else self.spoken(title, state)
        return Actor(
            id=person,
            name=self.knowledge.persons[person].name,
            type="person",
            office=shown,
            office_id=office_id,
            state=state,
        )

    def spoken(self, title: Title, state: str | None) -> tuple[str, str]:
        """An office as the text gives it, with the vocabulary's display title where it has one."""
        office_id = next(
            (office for office, bound in title.offices if not bound or bound == state), title.offices[0][0]
        )
        office = self.knowledge.offices[office_id]
        generic = office_id in GENERIC
        return (title.text if generic else office.shown(state or "")), office_id

    def unknown(self, name: str, title: Title | None, of: Sequence[str]) -> Actor:
        """A person whom the lexicon does not know, with the role that the text gives."""
        state = next((o for o in of if o), None)
        if state is None and title and self.tells_state(title):
            first, bound = next(((office, of) for office, of in title.offices if of), ("", None))
            houses = {of for office, of in title.offices if office == first and of}
            state = bound if len(houses) < 2 else None  # "Prince" is a title of several houses
        headless = title is not None and all(one == "head_of_government" for one, _ in title.offices)
        untold = title is None or title.former or headless and state is None  # "NDP Leader Andrea Horwath"
        office, office_id = (None, None) if title is None or untold else self.spoken(title, state)
        return Actor(
            id=kebab(name) or "unknown",
            name=name,
            type="person",
            office=office,
            office_id=office_id,
            state=state,
            known=False,
        )

    def tells_state(self, title: Title) -> bool:
        """Whether a title alone tells its state: no other state has it, or it begins with a seat: "Kremlin aide"."""
        if all(of for _, of in title.offices):
            return True
        return any(hit.has("metonym", "demonym") for hit in self.knowledge.index.find(title.text.split()[0]))

    def holder(self, title: Title, of: str) -> Actor | None:
        """Who held an office of a state on the day: "the Japanese prime minister"; None where the lexicon is not sure."""
        if not self.day or title.former:
            return None
        wanted = [office for office, bound in title.offices if not bound or bound == of]
        for office in wanted:
            leads = office == "head_of_government"
            for option in (*leading_offices(of, self.day), office) if leads else (office,):
                held = [t for t in self.knowledge.holders.get((of, option), ()) if t.surely_covers(self.day)]
                one = self.knowledge.offices[option].single or leads or option == "vice_president"
                if one and len({t.person for t in held}) == 1:
                    return replace(self.person(held[-1].person, title, (of,)), inferred=True)
        return None

    def sure_holders(self, of: str, office: str) -> list[str]:
        """Who surely held an office of a state on the day."""
        return [t.person for t in self.knowledge.holders.get((of, office), ()) if t.surely_covers(self.day)]

    def leader(self, state: str) -> Actor | None:
        """Who led a state on the day, if that is one person: its president, or where the premier leads, the premier."""
        if not self.day:
            return None
        for office in leading_offices(state, self.day):
            if len(set(held := self.sure_holders(state, office))) == 1:
                return replace(self.person(held[0], None, (state,)), inferred=True)
        return None

    def entity(self, id: str) -> Actor | None:
        """A state or organisation as an actor."""
        if id not in self._entities:
            self._entities[id] = entity_of(self.knowledge, id)
        return self._entities[id]


def entity_of(knowledge: Knowledge, id: str) -> Actor | None:
    """A state or organisation of the lexicon as an actor; None for what is neither."""
    if id in knowledge.states:
        return Actor(id=id, name=knowledge.states[id].name, type="state", state=id)
    if id in knowledge.organisations:
        organisation = knowledge.organisations[id]
        return Actor(id=id, name=organisation.name, type="organisation", state=organisation.of or None)
    return None

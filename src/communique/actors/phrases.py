"""Combines hits of the lexicon into noun phrases that name actors: state, title and name read together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from communique.actors.words import ACTING, COMING, FORMER, MODIFIERS, PEOPLE, ROLES, WORD_FAMILIES
from communique.knowledge.index import Hit
from communique.records import Span

MODIFIER = "|".join(sorted((re.escape(word) for word in MODIFIERS), key=len, reverse=True))
FIELDS = "nuclear|trade|military|security|peace|intelligence|economic|political|climate|fisheries|energy|defen[cs]e|water|border|arms control|disarmament|anti-terrorism|human rights|cyber"
BETWEEN = re.compile(
    rf"(?:['’]s|s['’]|['’])?(?:-|\s+)(?:(?P<words>(?:(?:{MODIFIER}|{FIELDS})[\s-]+)*))", re.IGNORECASE
)
PEOPLE_AFTER = re.compile(
    rf"(?:['’]s|['’])?\s+(?:(?:{MODIFIER}|nuclear|trade|military|security|peace|intelligence|diplomatic|defen[cs]e|"
    rf"economic|political|foreign|government|finance|army|police|congressional|parliamentary)\s+)*"
    rf"(?P<people>{'|'.join(sorted((re.escape(word) for word in PEOPLE), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
OF = re.compile(
    r"\s+(?:of|for|from)\s+(?:the\s+)?(?:(?:Federal|Kingdom|State|Arab|People's|Islamic|Democratic|Republic of)\s+)*",
    re.IGNORECASE,
)
LISTED = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+|\s*/\s*|\s+or\s+)(?:the\s+)?")
APPOSED = re.compile(
    r",\s+(?:(?:who|which)\s+\w+\s+)?(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|its\s+)?(?P<words>(?:(?:"
    + MODIFIER
    + r")[\s-]+)*)",
    re.IGNORECASE,
)
PARTICLE = r"(?:al|el|bin|ibn|bint|de|da|do|dos|das|del|della|di|van|von|der|den|la|le|du|ul|ur|abu|ben)"
CAPITALISED = r"(?:[A-Z]\.|(?:Al|El|al|el|ul|ur|Abu|O|D|Mc|Mac)[-'’][A-Z][\w'’-]*|[A-ZÀ-Þ][\w’'-]*[\w])"
UNKNOWN_NAME = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Gen|General|Sheikh|Sir|Ambassador|Prince|Princess|Sayyid|Lord|Dame|Baroness)\.?\s+)?"
    rf"(?P<name>{CAPITALISED}(?:\s+(?:{PARTICLE}\s+)*{CAPITALISED}){{0,4}})"
)
TAIL = re.compile(r"(?:,?\s+(?:Jr|Sr|II|III)\.?)|(?:\s+(?:[Aa]l|bin|Bin)[ -][A-Z]\w+)+")
HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|General|Sheikh|Sir|Ambassador|Amb|Prof|Lord|Minister|Excellency|King|Prince|Emir|Sultan|Chairman|Comrade|Colonel|Col|Marshal|Field Marshal)\.?\s+$"
)
HONOURED = re.compile(
    r"\b(?:the\s+|The\s+)?(?:Rt\.?\s+|Right\s+)?(?:Hon\.?|Honou?rable|H\.\s?E\.|His Excellency|Her Excellency|His Majesty|Her Majesty|His Royal Highness|"
    r"HRH|HE|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Gen\.?|Sir|Sheikh|Amb\.?|Ambassador|Shri|Lord|Dame|Baroness)\s+$"
)
WEEKDAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
NAMED_AFTER = re.compile(rf" (?:{'|'.join(ROLES['named_after'])})\b", re.IGNORECASE)
MONTH_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Tt]his|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough)|\d)[ -]$"
)
MONTH_AFTER = re.compile(r" \d")
EXTRA_NAME = re.compile(r"\s+[A-Z][\w’'-]+(?=\s+of\s+(?:the\s+)?[A-Z])")
NAME_GAP = re.compile(
    r",?\s+(?:(?:Mr|Mrs|Ms|Dr|Gen|General|Lt\.? Gen|Sheikh|Sheik|Sir|Ambassador|Prince|Shri|Sayyid|Senator|Sen|Lord|Baroness|Dame|Prof|H\.\s?E|HE|"
    r"the (?:Rt\.? |Right )?Hon(?:ou?rable)?|(?:Rt\.? )?Hon|Excellency|His Excellency|Her Excellency)\.?,?\s+)*"
)
DEPUTY = frozenset({"deputy", "vice", "assistant"})
SERVING = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?")
LONG_TITLE = re.compile(
    r"(?:, (?=\w+ of )| (?:of|for|to) )(?:(?:[A-Z][\w'’.-]*|of|for|the|to|and|&),? ){1,14}(?<=[\w] )(?<!and )(?<!of )(?<!for )(?<!the )(?<!to )"
)
LONG_GAP = re.compile(r"(?:['’]s)? (?:(?:[A-Z][\w'’-]*|of|for|the|and|&|1st|2nd) ){1,7}")
POSSESSED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?$")
SET_OFF = re.compile(r"(?:[,.;:]|$)")  # what ends an apposition
STATE_LIKE = ("state", "demonym", "capital", "metonym")


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the text gives it: the office's ids with the state that a title is bound to, and its words."""

    offices: tuple[tuple[str, str], ...]
    text: str
    former: bool = False
    acting: bool = False
    then: bool = False
    elect: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names an actor, not resolved yet.

    "Russian President Vladimir Putin": persons ("vladimir-putin",), of ("RUS",), title president.
    """

    span: Span
    head: Span
    form: str
    persons: tuple[str, ...] = ()
    name: str = ""
    family: bool = False
    title: Title | None = None
    of: tuple[str, ...] = ()
    entity: str = ""
    extra: tuple[Title, ...] = field(default=())
    owner: Span | None = None
    honorific: str = ""


class PhraseReader:
    """Walks the hits of one body from left to right; each method reads one shape of phrase or gives None."""

    def __init__(self, body: str, hits: Sequence[Hit]) -> None:
        self.body = body
        self.hits = with_context(body, hits)
        self.at = {hit.start: number for number, hit in enumerate(self.hits)}

    def phrases(self) -> list[Phrase]:
        """All phrases, in order, none overlapping."""
        found: list[Phrase] = []
        number = 0
        while number < len(self.hits):
            phrase, following = self.read(number)
            if phrase:
                found.append(self.honoured(phrase))
            number = max(following, number + 1)
        return found

    def honoured(self, phrase: Phrase) -> Phrase:
        """A name with the honorific before it: "the Hon. Marise Payne"."""
        if phrase.form not in {"name", "title"}:
            return phrase
        before = HONOURED.search(self.body, max(0, phrase.span.start - 40), phrase.span.start)
        if not before:
            return phrase
        return replace(phrase, span=Span(start=before.start(), end=phrase.span.end), honorific=before.group())

    def read(self, number: int) -> tuple[Phrase | None, int]:
        """The phrase that begins at a hit, and the number of the first hit behind it."""
        for shape in (self.read_titled, self.read_person, self.read_state):
            phrase, following = shape(number)
            if phrase:
                return phrase, following
        return None, number + 1

    def read_titled(self, number: int) -> tuple[Phrase | None, int]:
        """ "[state] title [of state] [name]", also "presidents of France and Finland"."""
        hits, of, modifiers = self.hits, list[str](), ""
        start = hits[number].start
        n = number
        while (
            n < len(hits) and hits[n].has(*STATE_LIKE, "organisation", "body") and not hits[n].has("office")
        ):
            of.append(owner(hits[n]))
            if n + 1 == len(hits):
                return None, number
            if gap := BETWEEN.fullmatch(self.body, hits[n].end, hits[n + 1].start):
                modifiers += gap.group("words") or ""
                n += 1
                if hits[n].has("office"):
                    break
                return self.read_owned(number, n, of, gap)
            if LISTED.fullmatch(self.body, hits[n].end, hits[n + 1].start):
                n += 1
                continue
            if (
                hits[n + 1].has("office")
                and self.body[hits[n + 1].start].isupper()
                and LONG_GAP.fullmatch(self.body, hits[n].end, hits[n + 1].start)
            ):
                phrase, following = self.read_office(n + 1, start, of, "")
                if phrase and phrase.form == "title":
                    return phrase, following
            return None, number
        if n >= len(hits) or not hits[n].has("office"):
            return None, number
        return self.read_office(n, start, of, modifiers.lower() + self.words_before(start))

    def read_owned(self, number: int, n: int, of: list[str], gap: re.Match[str]) -> tuple[Phrase | None, int]:
        """A person behind a state's possessive: "Turkey's Tayyip Erdogan"."""
        if (
            n != number + 1
            or "s" not in gap.group()[:2]
            or not self.hits[n].has("person", "family")
            or self.hits[number].has("capital", "body")
        ):
            return None, number
        phrase, following = self.read_person(n)
        if phrase is None:
            return None, number
        owned = replace(
            phrase,
            span=Span(start=self.hits[number].start, end=phrase.span.end),
            form="title",
            of=phrase.of or (of[0],),
            owner=Span(start=self.hits[number].start, end=self.hits[number].end),
        )
        return owned, following

    def words_before(self, start: int) -> str:
        """Modifiers that stand before a title: "then-", "former", "exiled"."""
        before = re.search(
            rf"((?:(?:{MODIFIER})[\s-]+)+)$", self.body[max(0, start - 40) : start], re.IGNORECASE
        )
        return before.group(1).lower() if before else ""

    def read_office(self, n: int, start: int, of: list[str], modifiers: str) -> tuple[Phrase | None, int]:
        """From the office's hit on: further titles, "of state", and a name."""
        body, hits = self.body, self.hits
        titles = [self.title(hits[n], modifiers)]
        end = hits[n].end
        if body[end : end + 6].lower() == "-elect":
            titles[0] = Title(titles[0].offices, titles[0].text, elect=True)
            end += 6
        following = n + 1
        while (
            following < len(hits)
            and hits[following].has("office")
            and re.fullmatch(r"(?:\s+and)?\s+", body[end : hits[following].start])
        ):
            titles.append(self.title(hits[following], ""))
            end, following = hits[following].end, following + 1
        if (
            following < len(hits)
            and hits[following].has("state", "capital", "organisation", "body", "place")
            and OF.fullmatch(body, end, hits[following].start)
        ):
            listed = [owner(hits[following])]
            end, following = hits[following].end, following + 1
            while (
                titles[0].plural
                and following < len(hits)
                and hits[following].has("state", "capital")
                and LISTED.fullmatch(body, end, hits[following].start)
            ):
                listed.append(owner(hits[following]))
                end, following = hits[following].end, following + 1
            of = listed
        if (
            following < len(hits)
            and hits[following].has("office")
            and SERVING.fullmatch(body, end, hits[following].start)
        ):
            end, following = hits[following].end, following + 1  # "adviser to the president" is no president
            if (
                following < len(hits)
                and hits[following].has("state", "capital")
                and OF.fullmatch(body, end, hits[following].start)
            ):
                of, end, following = [owner(hits[following])], hits[following].end, following + 1
        states = tuple(o for o in of if o)
        head = Span(start=hits[n].start, end=hits[n].end)
        named = self.read_name(
            end, titles[0], bool(states) or bool(POSSESSED.search(body, max(0, start - 12), start))
        )
        if not named and body[hits[n].start].isupper() and not titles[0].plural:
            named = self.read_far_name(end, following)
        if named:
            name_span, persons, name, family, following = named
            more, of_after, end, following = self.after_name(name_span.end, following)
            return Phrase(
                Span(start=start, end=end),
                name_span,
                "title",
                persons,
                name,
                family,
                titles[0],
                of_after or states,
                extra=(*titles[1:], *more),
            ), following
        return Phrase(
            Span(start=start, end=end), head, "office", title=titles[0], of=states, extra=tuple(titles[1:])
        ), following

    def read_far_name(self, end: int, following: int) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
        """A known full name at the end of a long title in capitals: "Director of the Office of the Foreign Affairs Commission Wang Yi"."""
        for number in range(following, min(following + 5, len(self.hits))):
            hit = self.hits[number]
            if hit.has("person"):
                rest = self.body[end : hit.start]
                if LONG_TITLE.fullmatch(rest) and (
                    not rest.startswith(",") or self.hits[following].has("office")
                ):
                    return (
                        Span(start=hit.start, end=hit.end),
                        hit.ids("person"),
                        self.body[hit.start : hit.end],
                        False,
                        number + 1,
                    )
                return None
        return None

    def title(self, hit: Hit, modifiers: str) -> Title:
        """The office hit as a Title, with what its modifiers say."""
        names = [name for name in hit.names if name.category == "office"]
        words = re.split(r"[\s-]+", modifiers)
        offices, text = tuple((name.id, name.of) for name in names), self.body[hit.start : hit.end]
        if not DEPUTY.isdisjoint(words):
            offices, text = (("aide", ""),), f"deputy {text}"  # a deputy minister is not the minister
        return Title(
            offices,
            text,
            former=any(word in FORMER for word in words),
            acting=any(word in ACTING for word in words),
            then="then" in words,
            elect=any(word in COMING for word in words),
            plural=all(name.plural for name in names),
        )

    def read_name(
        self, end: int, title: Title, bound: bool = False
    ) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
        """The name behind a title: a known person, a family name, or capitalised words that the lexicon does not know."""
        body = self.body
        gap = NAME_GAP.match(body, end)
        if not gap:
            return None
        comma = body[end] == ","
        if comma and title.plural:
            return None
        unknown = UNKNOWN_NAME.match(body, gap.end())
        hit = self.hits[self.at[gap.end()]] if gap.end() in self.at else None
        if hit and hit.has("person") or (hit and hit.has("family") and not comma):
            if (
                hit.has("family")
                and unknown
                and unknown.end("name") > hit.end + 1
                and not hit.has("person")
                and not re.search(r"[a-z][A-Z]{2}", unknown.group("name"))
                and not WEEKDAYS.match(body, hit.end + 1)
                and body[hit.end] == " "
                and not self.hit_within(hit.end, unknown.end("name"))
            ):
                return self.unknown(unknown)
            persons = hit.ids("person") or hit.ids("family")
            return (
                Span(start=hit.start, end=hit.end),
                persons,
                body[hit.start : hit.end],
                not hit.has("person"),
                self.at[hit.start] + 1,
            )
        if (
            comma
            and unknown
            and not hit
            and bound
            and SET_OFF.match(body, unknown.end("name"))
            and " " in unknown.group("name")
            and body[gap.end() - 2 : gap.end()] == ", "
        ):
            return self.unknown(unknown)
        if (
            comma
            or title.plural
            or not unknown
            or (hit and not hit.has("capital", "place", "state", "outlet", "demonym"))
        ):
            return None
        if hit and unknown.end("name") <= hit.end:
            return None
        return self.unknown(unknown)

    def hit_within(self, start: int, end: int) -> bool:
        """Whether another hit begins in the stretch."""
        return any(start <= place < end for place in self.at)

    def unknown(self, match: re.Match[str]) -> tuple[Span, tuple[str, ...], str, bool, int] | None:
        """A capitalised name, cut where a possessive or another hit's title begins."""
        name, start = match.group("name"), match.start("name")
        name = re.sub(r"['’]s?$", "", name)
        name = re.split(
            r"\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|June|July|August|September|October|November|December)\b|\S*[a-z][A-Z]{2})",
            " " + name,
        )[0].strip()
        if WEEKDAYS.match(name) or re.search(r"[a-z][A-Z]{2}", name):
            return None
        cut = next(
            (
                place
                for place in sorted(self.at)
                if start < place < start + len(name)
                and self.hits[self.at[place]].has("office", "demonym", "person", "state")
            ),
            None,
        )
        if cut:
            name = self.body[start:cut].rstrip()
        if len(name) < 2:
            return None
        end = start + len(name)
        following = next((number for number, hit in enumerate(self.hits) if hit.start >= end), len(self.hits))
        return Span(start=start, end=end), (), name, False, following

    def after_name(self, end: int, following: int) -> tuple[tuple[Title, ...], tuple[str, ...], int, int]:
        """What follows a name: "Jr.", "of India", or an apposed title ("Wang Yi, the foreign minister of China,")."""
        body, hits = self.body, self.hits
        if tail := TAIL.match(body, end):
            end = tail.end()
            while following < len(hits) and hits[following].start < end:
                following += 1
        elif (more := EXTRA_NAME.match(body, end)) and not self.hit_within(end, more.end()):
            end = more.end()
        if (
            following < len(hits)
            and hits[following].has("state", "capital")
            and re.fullmatch(r"\s+of\s+(?:the\s+)?", body[end : hits[following].start])
        ):
            return (), (owner(hits[following]),), hits[following].end, following + 1
        apposed = self.read_apposition(end, following)
        return apposed or ((), (), end, following)

    def read_apposition(
        self, end: int, following: int
    ) -> tuple[tuple[Title, ...], tuple[str, ...], int, int] | None:
        """A title after a comma that is not another person's: "Xi Jinping, the Chinese president,"."""
        hits, body = self.hits, self.body
        if following >= len(hits) or body[end : end + 1] != ",":
            return None
        gap = APPOSED.fullmatch(body, end, hits[following].start)
        if not gap:
            return None
        n, of, words = following, list[str](), gap.group("words") or ""
        if hits[n].has(*STATE_LIKE, "organisation") and not hits[n].has("office"):
            if n + 1 >= len(hits):
                return None
            joined = BETWEEN.fullmatch(body, hits[n].end, hits[n + 1].start)
            if not joined:
                return None
            of.append(owner(hits[n]))
            words += joined.group("words") or ""
            n += 1
        if not hits[n].has("office"):
            return None
        title = self.title(hits[n], words.lower())
        if title.plural or (
            n + 1 < len(hits)
            and hits[n + 1].has("person", "family")
            and re.fullmatch(r",?\s+", body[hits[n].end : hits[n + 1].start])
        ):
            return None
        stop = hits[n].end
        if (
            n + 1 < len(hits)
            and hits[n + 1].has("state", "capital", "organisation")
            and OF.fullmatch(body, stop, hits[n + 1].start)
        ):
            of, stop, n = [owner(hits[n + 1])], hits[n + 1].end, n + 1
        elif UNKNOWN_NAME.match(body, stop + 1) and body[stop] == " ":
            return None
        return (title,), tuple(o for o in of if o), stop, n + 1

    def read_person(self, number: int) -> tuple[Phrase | None, int]:
        """A person by full name or by family name alone."""
        hit = self.hits[number]
        if not hit.has("person", "family"):
            return None, number
        if (
            not hit.has("person")
            and self.body[hit.start : hit.end] in WORD_FAMILIES - {"May"}
            and not HONORIFIC.search(self.body[max(0, hit.start - 25) : hit.start])
        ):
            return None, number
        if NAMED_AFTER.match(self.body, hit.end):
            return None, number
        if not hit.has("person") and (self.inside_longer_name(hit) or self.is_month(hit)):
            return None, number
        span = Span(start=hit.start, end=hit.end)
        persons = hit.ids("person") or hit.ids("family")
        more, of, end, following = self.after_name(hit.end, number + 1)
        title = more[0] if more else None
        return Phrase(
            Span(start=hit.start, end=end),
            span,
            "name",
            persons,
            self.body[hit.start : hit.end],
            not hit.has("person"),
            title,
            of,
        ), following

    def is_month(self, hit: Hit) -> bool:
        """Whether a family name is a month: "in May", "May 5"."""
        return bool(
            WEEKDAYS.match(self.body, hit.start)
            and (
                MONTH_BEFORE.search(self.body, max(0, hit.start - 12), hit.start)
                or MONTH_AFTER.match(self.body, hit.end)
            )
        )

    def inside_longer_name(self, hit: Hit) -> bool:
        """Whether a family name is part of another person's or thing's name: "Park" in "Hyde Park", "Mike Johnson"."""
        if (
            self.body[hit.start - 1 : hit.start] == "-"
            and self.body[max(0, hit.start - 2) : hit.start - 1].islower()
            or re.match(r"-[A-Z]", self.body[hit.end : hit.end + 2])
        ):
            return True
        before = re.search(r"([A-Z](?:[\w'’-]+|\.))\s$", self.body[max(0, hit.start - 30) : hit.start])
        after = re.match(r"\s[A-Z][a-z]+", self.body[hit.end : hit.end + 30])
        if (
            after
            and not self.hit_within(hit.end, hit.end + 2)
            and not re.match(
                r"\s(?:and|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Administration|Doctrine|White|House)",
                after.group(),
            )
        ):
            return True
        if not before or HONORIFIC.search(self.body[max(0, hit.start - 25) : hit.start]):
            return False
        word = before.group(1)
        if re.search(r"['’]s?$", word):
            return False
        first = (
            before.start() == 0
            or self.body[max(0, hit.start - 30) : hit.start][: before.start()].rstrip()[-1:] in '.!?:;"“'
        )
        opener = first and (word.lower() in OPENERS or word.lower().endswith(("ing", "ly", "wards")))
        return not self.ends_hit(hit.start - 1) and not opener

    def ends_hit(self, place: int) -> bool:
        """Whether a hit of a title, a person or a people ends at a place."""
        return any(
            hit.end == place
            and hit.has("office", "person", "state", "demonym", "organisation", "body", "outlet")
            for hit in self.hits
        )

    def read_state(self, number: int) -> tuple[Phrase | None, int]:
        """A state, its people, its seat, an organisation or a body."""
        hit = self.hits[number]
        if not hit.has(*STATE_LIKE, "organisation", "body", "place"):
            return None, number
        start, end, form = (
            hit.start,
            hit.end,
            next(
                name.category
                for name in hit.names
                if name.category in (*STATE_LIKE, "organisation", "body", "place")
            ),
        )
        entity = owner(hit)
        head = Span(start=start, end=end)
        following = number + 1
        if form in {"demonym", "state", "capital"} and (listed := self.read_listed_people(number)):
            return listed
        if form != "place" and (people := PEOPLE_AFTER.match(self.body, end)):
            head = Span(start=people.start("people"), end=people.end("people"))
            while following < len(self.hits) and self.hits[following].start < people.end():
                following += 1
            return Phrase(
                Span(start=start, end=people.end()),
                head,
                "people",
                name=self.body[start : people.end()],
                entity=entity,
                of=(entity,),
            ), following
        return Phrase(
            head, head, str(form), name=self.body[start:end], entity=entity, of=(entity,)
        ), following

    def read_listed_people(self, number: int) -> tuple[Phrase, int] | None:
        """People of several states: "Russian, Turkish and Iranian diplomats"."""
        of = [owner(self.hits[number])]
        n = number
        while (
            n + 1 < len(self.hits)
            and self.hits[n + 1].has("demonym", "state")
            and LISTED.fullmatch(self.body, self.hits[n].end, self.hits[n + 1].start)
        ):
            n += 1
            of.append(owner(self.hits[n]))
        if n == number:
            return None
        people = PEOPLE_AFTER.match(self.body, self.hits[n].end)
        if not people:
            return None
        following = n + 1
        while following < len(self.hits) and self.hits[following].start < people.end():
            following += 1
        start = self.hits[number].start
        return Phrase(
            Span(start=start, end=people.end()),
            Span(start=people.start("people"), end=people.end("people")),
            "people",
            name=self.body[start : people.end()],
            entity=of[0],
            of=tuple(of),
        ), following


def with_context(body: str, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits without generic titles that nothing beside them binds: "chief" counts in "the NATO chief" only."""
    if not any(name.weak and name.category == "office" for hit in hits for name in hit.names):
        return hits
    kept: list[Hit] = []
    for number, hit in enumerate(hits):
        weak = [name for name in hit.names if name.category == "office" and name.weak]
        if not weak or any(name.category == "office" and not name.weak for name in hit.names):
            kept.append(hit)
            continue
        names = tuple(name for name in hit.names if name not in weak or bound(body, hits, number, name.id))
        if names:
            kept.append(hit._replace(names=names))
    return kept


def bound(body: str, hits: Sequence[Hit], number: int, office: str) -> bool:
    """Whether an organisation, or a state where the office is not an organisation's, stands beside a title."""
    owners = (
        ("organisation",)
        if office in {"secretary_general", "director_general", "delegate", "minister"}
        else ("organisation", "state", "demonym")
    )
    before = hits[number - 1] if number else None
    after = hits[number + 1] if number + 1 < len(hits) else None
    hit = hits[number]
    return bool(
        (before and before.has(*owners) and BETWEEN.fullmatch(body, before.end, hit.start))
        or (after and after.has(*owners) and OF.fullmatch(body, hit.end, after.start))
    )


OPENERS = frozenset(ROLES["openers"])


def owner(hit: Hit) -> str:
    """The state or organisation that a hit stands for; a body and a place stand for what they belong to."""
    for name in hit.names:
        if name.category in STATE_LIKE or name.category == "organisation":
            return name.id
        if name.category == "body":
            return name.of or name.id
        if name.category == "place":
            return name.of
    return ""

"""Whom a report introduces in full, and who of several bearers of a name is meant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from communique.actors.inner_names import note_spelling
from communique.actors.namesakes import other_person
from communique.actors.phrase import Phrase
from communique.actors.resolve import HEAD_OFFICES, LOOSE, sex_of
from communique.actors.salience import CLOSE, Place, candidates
from communique.actors.search import Search, mention_of
from communique.actors.spelled import variant
from communique.actors.words import COMMON_FAMILIES, WORDLIKE_FAMILIES
from communique.records import Actor, Mention, Sentence

ELECT = timedelta(days=100)  # between an election and the day on which who was elected takes office
FAR = 8  # sentences back to which who was named goes before a namesake in office


def introduce(search: Search, phrases: Iterable[Phrase]) -> None:
    """Notes persons named in full or with a title anywhere in the report."""
    for phrase in phrases:
        if phrase.form not in {"name", "title"}:
            if not phrase.weak:
                search.backed.update((phrase.entity, *phrase.of))
            continue
        note_company(search, phrase)
        if phrase.persons and (not phrase.family or phrase.title or phrase.of):
            chosen, doubt = search.resolver.choose(phrase)
            if chosen and not (phrase.family and doubt):
                introduce_known(search, phrase, chosen)
        elif phrase.name and not phrase.persons and " " in phrase.name:
            introduce_unlisted(search, phrase)


def introduce_known(search: Search, phrase: Phrase, chosen: str) -> None:
    """Notes whom a full name or a title means, with the office held, or that another one bears that name here."""
    search.in_full[chosen] += not phrase.family
    if once_led(search, phrase, chosen):
        search.resolver.past.add(chosen)
    if not phrase.family and someone_else(search, phrase, chosen):
        search.others.add(chosen)
    elif chosen not in search.introduced:
        search.introduced.append(chosen)
        actor = search.resolver.person(chosen, phrase.title, phrase.of)
        if " " in phrase.name:
            note_spelling(search, phrase.name, actor)
            note_last_word(search, phrase.name, actor)
        if actor.office_id and actor.state and actor.office_id not in LOOSE:
            search.offices.setdefault((actor.office_id, actor.state), actor)


def note_last_word(search: Search, name: str, actor: Actor) -> None:
    """Notes the last word of a full name if others bear it as family name: "Musa Bihi Abdi" may be "Abdi" afterwards."""
    last = name.rsplit(maxsplit=1)[-1]
    if last.lower() in search.knowledge.families and last not in search.knowledge.persons[actor.id].family:
        search.unknown.setdefault(last, actor)


def once_led(search: Search, phrase: Phrase, person: str) -> bool:
    """Whether a phrase names somebody who once led a state as a former holder: "former President Bill Clinton"."""
    if phrase.title is None or not phrase.title.former:
        return False
    every = search.knowledge.tenures_of.get(person, ())
    return any(t.office in HEAD_OFFICES and t.last_day() < search.resolver.day for t in every)


def introduce_unlisted(search: Search, phrase: Phrase) -> None:
    """Notes a full name that no entry lists: a known person's in another form, else a stranger's."""
    if (same := variant(search.resolver, phrase)) is not None:
        search.introduced.append(same)
        return
    actor = search.resolver.unknown(phrase.name, phrase.title, phrase.of)
    search.unknown.setdefault(phrase.name.split()[-1], actor)
    first = phrase.name.split()[0]
    if leads(search, first):
        search.unknown.setdefault(first, actor)


def leads(search: Search, word: str) -> bool:
    """Whether a word is a family name that stands before the given names: "Zhao" in "Zhao Wenqing"."""
    bearers = search.knowledge.families.get(word.lower(), ())
    return any(search.knowledge.persons[each].name.startswith(f"{word} ") for each in bearers)


def note_company(search: Search, phrase: Phrase) -> None:
    """Notes the states whose leaders the report names: among them a common family name may be a leader's, too."""
    if not phrase.persons or phrase.family and phrase.name in COMMON_FAMILIES | WORDLIKE_FAMILIES:
        return
    person = phrase.persons[0] if len(phrase.persons) == 1 else search.resolver.prominent(phrase.persons)
    for tenure in search.resolver.current(person) if person else ():
        search.resolver.served.add(tenure.of)
        if tenure.office in HEAD_OFFICES:
            search.resolver.company.add(tenure.of)


def someone_met(search: Search, phrase: Phrase, sentence: Sentence, chosen: str | None) -> Mention | None:
    """Somebody else than the known person who bears the name: a namesake by calling or age, or a stranger introduced."""
    if chosen and not phrase.family and (why := someone_else(search, phrase, chosen)):
        return namesake(search, phrase, sentence, chosen, why)
    if chosen and chosen in search.others and chosen not in search.introduced:
        return namesake(search, phrase, sentence, chosen, "the report has introduced another of that name")
    if other := stranger(search, phrase, chosen):
        why = f"{chosen} bears this family name too" if chosen else None
        return mention_of(search, phrase, sentence, (other,), doubt=why)
    return None


def someone_else(search: Search, phrase: Phrase, person: str) -> str | None:
    """Why a full name is not the known person's."""
    born = search.knowledge.persons[person].born
    return other_person(search.report.body, phrase.span, born, search.resolver.day)


def namesake(search: Search, phrase: Phrase, sentence: Sentence, person: str, why: str) -> Mention:
    """A person who bears a known person's name and is somebody else, under an id of his own."""
    name = search.knowledge.persons[person].name
    actor = Actor(id=f"{person}-2", name=name, type="person", known=False)
    return mention_of(search, phrase, sentence, (actor,), doubt=f"bears the name of {person}, but {why}")


def stranger(search: Search, phrase: Phrase, chosen: str | None) -> Actor | None:
    """Whom the report has introduced with another first name, where it names the known bearer nowhere in full."""
    met = search.unknown.get(phrase.name.split()[-1]) if phrase.family and not phrase.title else None
    if met is None or " " not in met.name or (chosen and chosen in search.introduced):
        return None
    return met if any(m.actor.id == met.id for m in search.walk.discourse.named) else None


def near_first(search: Search, phrase: Phrase, sentence: Sentence) -> list[str]:
    """Persons introduced who may be meant; one in office goes before a namesake who is introduced only further down, or far above."""
    if not phrase.family or phrase.title or phrase.of:
        return search.introduced
    met = [person for person in search.introduced if person in phrase.persons]
    head = search.resolver.prominent(phrase.persons)
    if not met or head is None or head in met:
        return named_lately(search, met)
    lately = {m.actor.id for m in search.walk.discourse.before(sentence.index, phrase.span.start, reach=FAR)}
    state = next((t.of for t in search.resolver.current(head)), "")
    if state in search.backed and not lately & set(met):
        return []
    return search.introduced


def among_near(search: Search, phrase: Phrase, sentence: Sentence) -> list[Actor]:
    """Of several whom the sentences just before name and who bear the family name the one who acts; all where none does.

    After "Nawaz Sharif and Shehbaz Sharif met Modi", "Sharif" alone may be either; after "Fidel Castro received Raul
    Castro" it is Fidel. Empty where not more than one was named.
    """
    if not phrase.family or phrase.title or phrase.of or phrase.honorific:
        return []
    discourse = search.walk.discourse
    near = {m.actor.id for m in discourse.before(sentence.index, phrase.span.start, reach=1)}
    bearers = near & set(phrase.persons)
    if len(bearers) < 2:
        return going_on(search, phrase, sentence)
    where = Place(sentence=sentence.index, place=phrase.span.start, subject=True)
    ranked = candidates(discourse, where, lambda actor: actor.id in bearers)
    said, bearer = search.bare.get(phrase.name, (-2, ""))
    if sentence.index - said <= 1 and (again := [one.actor for one in ranked if one.actor.id == bearer]):
        return again  # "Kim Yong Chol brought a letter from Kim": the name alone stays whose it is
    joined = [{a.id for a in j.actors} for j in discourse.joined if sentence.index - j.sentence <= 1]
    listed = next((names for names in joined if len(names & bearers) > 1), set())
    return [
        one.actor
        for one in ranked
        if one.weight >= CLOSE * ranked[0].weight or ranked[0].actor.id in listed and one.actor.id in listed
    ]


def going_on(search: Search, phrase: Phrase, sentence: Sentence) -> list[Actor]:
    """The one bearer who acted in the sentence before, where the report has named no other for a while.

    After "Kim Yong-chol was granted leave", "Kim" is he, though the report has named Kim Jong-un further up.
    """
    met = [
        m
        for m in search.walk.discourse.before(sentence.index, phrase.span.start)
        if m.actor.id in phrase.persons
    ]
    acting = [m.actor for m in met if m.subject and sentence.index - m.sentence == 1 and not m.quoted]
    return acting[:1] if len({m.actor.id for m in met}) == 1 else []


def named_lately(search: Search, met: list[str]) -> list[str]:
    """Those met, the likeliest last: in office on the day, named in full most often, named last."""
    if len(met) < 2:
        return met
    place = {m.actor.id: number for number, m in enumerate(search.walk.discourse.named)}

    def order(person: str) -> tuple[bool, bool, int, int]:
        held = search.resolver.current(person) if search.resolver.day else []
        head = any(t.office in HEAD_OFFICES for t in held) or will_lead(search, person)
        return (bool(held) or head, head, search.in_full[person], place.get(person, -1))

    return sorted(met, key=order)


def will_lead(search: Search, person: str) -> bool:
    """Whether somebody takes a leader's office within months of the day: "Trump" of November 2016 is the president-elect."""
    day = search.resolver.day
    if not day:
        return False
    soon = (date.fromisoformat(day[:10]) + ELECT).isoformat()
    every = search.knowledge.tenures_of.get(person, ())
    return any(t.office in HEAD_OFFICES and day < t.first_day() <= soon for t in every)


def named_before(search: Search, text: str, start: int) -> Actor | None:
    """A person introduced in the report whose family name ends the text: "Said Macron"."""
    *given, last = text.split()
    before = search.report.body[max(0, start - 6) : start]
    sex = next((sex_of(word) for word in before.split()[-1:]), "")
    for person in reversed(search.introduced):
        entry = search.knowledge.persons[person]
        if sex and entry.sex and sex != entry.sex:
            continue
        if last in entry.family and all(
            any(word in form for form in (entry.name, *entry.aliases)) for word in given
        ):
            return search.resolver.person(person)
    return None


def same_unknown(search: Search, text: str) -> Actor | None:
    """An unknown person of the report by family name, unless another given name stands before it."""
    *given, last = text.split()
    actor = search.unknown.get(last)
    return actor if actor and all(word in actor.name for word in given) else None

"""What speaks for and against each person whom a reference may mean: how near, in which role, how often, beside whom.

The features of one candidate are names; `choice.py` has their weights. They are few and general: distance in sentences,
grammatical role, order, repetition, the clauses above the reference, quotations, what a rule of grammar commands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.actors.choice import Choice, Option
from communique.actors.discourse import MAIN, OBJECT, PREDICATE, SUBJECT, Met
from communique.actors.expressions import WORDS
from communique.actors.grammar import SUBJECTS, objects_of, verb_of
from communique.actors.quoting import Quotation
from communique.actors.salience import Candidate, candidates, is_stranger, likeliest, met_before
from communique.actors.speakers import hearer_of, speaker_of
from communique.actors.walk import Walk
from communique.record_type import Record
from communique.records import Actor, Sentence, Span

if TYPE_CHECKING:
    from communique.sentences import Token

ROLES = {MAIN: "main", SUBJECT: "subject", OBJECT: "object", PREDICATE: "predicate"}
SPEECH = frozenset(WORDS["verbs"]["speech"])
THINKING = frozenset(WORDS["verbs"]["thinking"])
CONTROLLING = frozenset(WORDS["verbs"]["controlling"])
CLAUSES = 4  # clauses upwards of which the persons count
MANY = 4  # from here on numbers are alike


class Case(Record, frozen=True, kw_only=True):
    """A reference to one person: its family, where it stands, who agrees with it, and those ranked if they are known."""

    family: str
    span: Span
    sentence: Sentence
    token: Token | None
    fits: Callable[[Actor], bool]
    ranked: tuple[Candidate, ...] = ()


class Scene(Record, frozen=True, kw_only=True):
    """What all candidates of a case share: those before it, the clauses above it, who speaks, whom the text is about."""

    kind: str
    people: Mapping[str, list[Met]]
    actors: Mapping[str, Actor]
    clauses: Mapping[str, list[str]]
    ranks: Mapping[str, tuple[int, float]]
    clear: str
    quotation: Quotation | None
    speaker: str
    hearer: str
    counts: Counter[str]
    first: str
    last: str
    chain: tuple[str, int]
    acting: frozenset[str]


def weigh_persons(walk: Walk, case: Case, own: Callable[[Actor], Sequence[str]] | None = None) -> Choice:
    """The choice that a reference asks for, each candidate with his features; `own` adds those of a family."""
    scene = scene_of(walk, case)
    options = []
    for id, actor in scene.actors.items():
        names = {*features_of(walk, case, scene, id), *(own(actor) if own is not None else ())}
        options.append(Option(actors=(actor,), features=tuple(sorted(names))))
    many = min(len(options), MANY)
    nobody = {"nobody", f"nobody of {many}", f"nobody {case.family}", f"nobody {scene.kind}"}
    nobody.add("nobody quoted" if scene.quotation else "nobody in prose")
    choice = Choice(family=case.family, span=case.span, options=tuple(options), nobody=tuple(sorted(nobody)))
    if walk.choices is not None:
        walk.choices.append(choice)
    return choice


def kind_of(token: Token | None) -> str:
    """The grammatical role of a reference itself."""
    if token is None:
        return "unparsed"
    if token.tag_ == "PRP$" or token.dep_ == "poss":
        return "possessive"
    if token.dep_ in SUBJECTS:
        return "subject"
    return "oblique" if token.dep_ == "pobj" else "object"


def scene_of(walk: Walk, case: Case) -> Scene:
    """What the candidates of a case share."""
    token, place, number = case.token, case.span.start, case.sentence.index
    kind = kind_of(token)
    where = walk.where(case.span, case.sentence, subject=kind == "subject")
    people: dict[str, list[Met]] = {}
    for met in met_before(walk.discourse, where):
        if met.actor.type == "person" and case.fits(met.actor):
            people.setdefault(met.actor.id, []).append(met)
    actors = {id: mets[0].actor for id, mets in people.items()}
    ranked = list(case.ranked) or candidates(walk.discourse, where, case.fits)
    most = ranked[0].weight if ranked else 1.0
    before = [m for m in walk.discourse.named if m.actor.type == "person" and m.place < place]
    said = next((m for m in reversed(before) if m.form == "pronoun"), None)
    quotation = walk.quotation(place)
    speaker = speaker_of(walk, quotation, case.sentence) if quotation else None
    hearer = hearer_of(walk, quotation, case.sentence, speaker) if quotation and speaker else None
    return Scene(
        kind=kind,
        people=people,
        actors=actors,
        clauses=clauses_above(walk, token, case.sentence) if token is not None else {},
        clear=clear.id if (clear := likeliest(ranked)) else "",
        ranks={one.actor.id: (n, one.weight / most) for n, one in enumerate(ranked)},
        quotation=quotation,
        speaker=speaker.id if speaker else "",
        hearer=hearer.id if hearer else "",
        counts=Counter(m.actor.id for m in before),
        first=before[0].actor.id if before else "",
        last=max(before, key=lambda m: m.place).actor.id if before else "",
        chain=(said.actor.id, number - said.sentence) if said else ("", 0),
        acting=frozenset(m.actor.id for m in before if m.sentence == number and m.subject),
    )


def clauses_above(walk: Walk, token: Token, sentence: Sentence) -> dict[str, list[str]]:
    """Which part each person has in the clause of a reference and in those above it: "subject 1 of saying"."""
    found: dict[str, list[str]] = {}
    verb = verb_of(token.head if token.tag_ == "PRP$" else token)
    for level in range(CLAUSES):
        if verb is None:
            break
        parts = [("subject", c) for c in verb.children if c.dep_ in SUBJECTS and c.i != token.i]
        parts += [("object" if o.dep_ != "pobj" else "oblique", o) for o in objects_of(verb) if o.i < token.i]
        for part, one in parts:
            if (actor := walk.human(one, sentence)) is not None:
                found.setdefault(actor.id, []).extend(parts_of(part, level, verb))
        above = verb_of(verb.head) if verb.head.i != verb.i else None
        verb = above if above is not None and above.i != verb.i else None
    return found


def parts_of(part: str, level: int, verb: Token) -> Iterator[str]:
    """The names of a part in a clause: by its level, and by what kind of verb it has."""
    yield f"{part} {level}"
    sort = "saying" if verb.lemma_ in SPEECH else "thinking" if verb.lemma_ in THINKING else ""
    if sort:
        yield f"{part} {min(level, 1)} of {sort}"
    if verb.lemma_ in CONTROLLING:
        yield f"{part} {min(level, 1)} of asking"


def features_of(walk: Walk, case: Case, scene: Scene, id: str) -> Iterator[str]:
    """The names of the features of one candidate, for all families alike and for the family alone."""
    actor, kind = scene.actors[id], scene.kind
    shared = [f"of {min(len(scene.actors), MANY)}"]
    if mets := scene.people.get(id):
        shared += nearness(case, scene, id, mets)
        shared += standing(scene, id, mets)
    else:
        shared.append("ahead")
    for part in scene.clauses.get(id, ())[:MANY]:
        shared += [part, f"{kind} {part}"]
    if id in scene.ranks:
        rank, share = scene.ranks[id]
        shared += [f"rank {min(rank, 3)}", f"weight {int(4 * share)}", f"{kind} rank {min(rank, 2)}"]
    shared += ["clear"] if id == scene.clear else []
    shared += ["speaker"] if id == scene.speaker else []
    shared += ["hearer"] if id == scene.hearer else []
    if is_stranger(actor):
        shared += ["stranger", f"{kind} stranger"]
    elif not actor.known:
        shared.append("unknown")
    shared += [] if walk.sexes.of(actor) else ["sex unknown"]
    shared += ["spokesperson"] if actor.office_id == "spokesperson" else []
    yield from shared
    if case.family != "pronoun":
        yield from (f"{case.family}: {name}" for name in shared)


def nearness(case: Case, scene: Scene, id: str, mets: Sequence[Met]) -> Iterator[str]:
    """How near and in which role a candidate was named last, and whether first or last of that sentence."""
    kind, number = scene.kind, case.sentence.index
    far = min(number - m.sentence for m in mets)
    here = [m for m in mets if number - m.sentence == far]
    best = max(m.weight for m in here)
    role = ROLES.get(best, "other")
    latest = max(here, key=lambda m: m.place)
    yield from (f"{far} back", role, f"{role} {far} back", f"{kind} {role} {far} back", f"{kind} {role}")
    yield from (f"as {latest.form}", f"{kind} last {ROLES.get(latest.weight, 'other')}")
    if latest.form == "pronoun":
        yield f"{kind} {far} back as pronoun"
    rivals = [
        m for other, many in scene.people.items() if other != id for m in many if number - m.sentence == far
    ]
    if not rivals:
        yield from (f"alone {far} back", f"{kind} alone {far} back")
    else:
        yield from order(scene, far, here, rivals)
    if far == 1 and best >= MAIN:
        yield "behind others" if scene.acting else f"{kind} goes on"
    if scene.acting and id not in scene.acting:
        yield f"{kind} beside who acts"


def order(scene: Scene, far: int, here: Sequence[Met], rivals: Sequence[Met]) -> Iterator[str]:
    """Whether a candidate is the first, the last or the weightiest of those whom the sentence names."""
    if min(m.place for m in here) < min(m.place for m in rivals):
        yield from ("first", f"{scene.kind} first {far} back")
    if max(m.place for m in here) > max(m.place for m in rivals):
        yield from ("last", f"{scene.kind} last {far} back")
    if max(m.weight for m in here) > max(m.weight for m in rivals):
        yield from ("leads", f"{scene.kind} leads {far} back")


def standing(scene: Scene, id: str, mets: Sequence[Met]) -> Iterator[str]:
    """How often a candidate was named, in which sentences, in quotations, and whether the text is about him."""
    yield f"named {min(len(mets), MANY)}"
    quotation = scene.quotation
    if all(m.quoted for m in mets):
        yield "quoted only" if quotation is None else "quoted like it"
    if quotation is not None and any(quotation.span.start <= m.place < quotation.span.end for m in mets):
        yield "same quotation"
    if id == scene.first:
        yield "topic"
    if id == scene.last:
        yield f"{scene.kind} latest"
    if scene.counts and scene.counts[id] == max(scene.counts.values()):
        yield "most named"
    if id == scene.chain[0]:
        yield from (f"chain {min(2, scene.chain[1])}", f"{scene.kind} chain")

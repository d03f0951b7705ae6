"""Visits that are told of by an invitation alone: "accepted Macron's invitation to Paris", "turned the invitation down".

Who accepts is to come, who declines is not; one who hands an invitation over wishes for the visit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.contacts.agents import acting_subjects, at_token
from communique.contacts.cues import Cue, CueTable, words
from communique.contacts.journeys import is_personal, stops_among
from communique.contacts.noun_verbs import governing_verb
from communique.contacts.scene import Scene, mentions_of, prepositions
from communique.contacts.serving import for_state
from communique.contacts.status import negated, status_of_verb
from communique.contacts.triggers import Trigger, acting
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

INVITATION = Cue(id="invitation", lemmas=(), kind="visit", part="noun")
NOUNS = frozenset({"invitation", "invite"})
BARE = frozenset({"accept"})
WORDS = NOUNS | BARE
ANSWERS = {"accept": "planned", "decline": "declined", "reject": "declined", "refuse": "declined"}
GIVING = words("handing") | words("renewing")
COMING = frozenset({"attend", "come", "travel", "visit", "join"})
VISITING = frozenset({"visit", "tour"})
SAID = frozenset({"held", "present", "ongoing"})


def find_invitations(scene: Scene, table: CueTable, told: Sequence[Trigger]) -> Iterator[Trigger]:
    """A visit for each invitation that is given or answered, where no other word tells of the visit."""
    invitations = scene.doc.of_lemmas(WORDS)
    if not invitations or any(t.family == "visit" for t in told):
        return
    for token in invitations:
        noun = token.lemma_.lower() in NOUNS and token.tag_ in {"NN", "NNS"}
        verb = governing_verb(token) if noun else token if is_bare_answer(token) else None
        trigger = read_invitation(scene, token, verb, table) if verb is not None else None
        if trigger is not None:
            yield trigger


def is_bare_answer(token: Token) -> bool:
    """Whether "accepted" stands without what was accepted: "Modi accepted with thanks"."""
    objects = {"dobj", "ccomp", "xcomp", "auxpass", "nsubjpass"}
    return (
        token.lemma_ in BARE
        and token.tag_ in {"VBD", "VBN"}
        and any(c.dep_ == "nsubj" for c in token.children)
        and not any(c.dep_ in objects for c in token.children)
    )


def read_invitation(scene: Scene, token: Token, verb: Token, table: CueTable) -> Trigger | None:
    """The visit that an invitation is to; None where no guest is named or nothing came of it."""
    lemma = answer_of(verb)
    subject = acting_subjects(scene, verb)
    if negated(verb) or status_of_verb(verb, table) not in SAID:
        return None
    if lemma in ANSWERS:
        guests, hosts, status = subject, invited_by(scene, token), ANSWERS[lemma]
    elif lemma in GIVING and token is not verb:
        guests = addressed(scene, token, verb)
        hosts, status = invited_by(scene, token) or subject, "proposed"
    else:
        return None
    guests = [m for m in guests if is_personal(m) and not is_to_do(token)]
    places = [m for _, obj in prepositions(token, ("to",)) for m in at_token(scene, obj)]
    places += visited(scene, token)
    goal = next(iter(stops_among(places)), None) or next(map(for_state, hosts), None)
    if not guests:
        return None
    return Trigger(
        scene=scene,
        token=token,
        cue=INVITATION,
        kind="visit",
        status=status,
        first=tuple(guests),
        second=(),
        destination=goal,
        initiator=next(iter(hosts), None),
        definite=True,
    )


def visited(scene: Scene, noun: Token) -> list[Mention]:
    """Where an invitation bids somebody go: "an invitation from Sata to visit Lusaka"."""
    deeds = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in VISITING]
    return [m for deed in deeds for c in deed.children if c.dep_ == "dobj" for m in at_token(scene, c)]


def is_to_do(noun: Token) -> bool:
    """Whether an invitation is to something else than a journey: "Kim's invitation to meet"."""
    return any(
        c.dep_ in {"acl", "relcl"} and c.tag_ == "VB" and c.lemma_ not in COMING for c in noun.children
    )


def answer_of(verb: Token) -> str:
    """The lemma of a verb that answers or gives, "decline" for "turn down" and "accept" for "take up"."""
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"}}
    if verb.lemma_ == "turn" and "down" in particles:
        return "decline"
    return "accept" if verb.lemma_ == "take" and "up" in particles else verb.lemma_.lower()


def invited_by(scene: Scene, noun: Token) -> list[Mention]:
    """Whose an invitation is: "Macron's invitation", "an invitation from Macron"."""
    owners = [m for c in noun.children if c.dep_ == "poss" for m in mentions_of(scene, c)]
    senders = [m for _, obj in prepositions(noun, ("from", "of", "by")) for m in mentions_of(scene, obj)]
    return list(acting([*owners, *senders]))


def addressed(scene: Scene, noun: Token, verb: Token) -> list[Mention]:
    """Whom an invitation is given to: "handed Modi an invitation", "an invitation to President Kovind"."""
    given = [c for c in verb.children if c.dep_ == "dative" or (c.dep_ == "dobj" and c.i < noun.i)]
    to = [obj for holder in (noun, verb) for _, obj in prepositions(holder, ("to",))]
    return list(acting([m for obj in [*given, *to] for m in mentions_of(scene, obj)]))

"""The status of a contact noun, from its adjectives, its governing noun and its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.agendas import planned_on
from communique.contacts.coming_about import (
    is_called_something,
    is_initiative,
)
from communique.contacts.courses import HAPPENED, happening_status
from communique.contacts.cues import CueTable, words
from communique.contacts.governors import SITTING, goes_ahead, is_stay
from communique.contacts.hearsay import is_new, is_report_denied
from communique.contacts.letters import is_reply
from communique.contacts.moved import put_off_status
from communique.contacts.not_to_be import (
    comes_to_nothing,
    in_doubt,
    is_left_open,
    is_only_thought_of,
    is_unanswered,
    negated_status,
)
from communique.contacts.noun_verbs import deed_of, is_beside, link, object_like, offer_above
from communique.contacts.scene import VERBAL, Scene, tells_news
from communique.contacts.status import (
    ANSWERS,
    is_denied_report,
    negated,
    purpose_status,
    status_of_verb,
)
from communique.contacts.verb_forms import form_status

if TYPE_CHECKING:
    from communique.sentences import Token

ABROAD = words("abroad")
MET = frozenset({"meeting", "summit", "talk", "talks"})
BEFORE = frozenset({"before", "ahead", "until", "toward", "towards", "till"})
TAKES_ALONG = words("takes_along")
ARRIVING = words("arriving")
TAKING_PLACE = words("taking_place")
ARRANGED = words("arranged")
ANSWERING = words("answering")
REACTING = words("reacting")
HABITS = words("habits")
AIMS = words("aims")
BINDING = words("binding")
PUT_OFF = words("put_off")
CIRCUMSTANCE = words("circumstances")
# What is told of a contact that is announced, accepted and so on; the verb's own form where nothing is entered.
TOLD_OF = {
    "accept": "planned",
    "announce": "planned",
    "confirm": "planned",
    "discuss": "proposed",
    "extend": "proposed",
    "need": "proposed",
}
OWN_FORM = words("own_form")
BEGUN_IN = words("begun_in")
LETTERS = words("letters")
AHEAD_FORMS = frozenset({"planned", "present"})
OCCASION = frozenset({"at", "in", "during", "over", "by", "via", "after"})
CUSTOMARY = words("customary")
WISHES = words("wishes")
PREPARING = words("preparing")
WISHING = words("wishing")
LEAVING = frozenset({"leave", "depart"})
JOINED_FOR = frozenset({"for", "on", "in"})  # "will join Li for dinner"
SETTING_OUT_ON = frozenset({("dobj", ""), ("pobj", "on"), ("pobj", "for")})
WITHDRAWING = frozenset({"withdraw"})
TELLINGS = words("told_of")
MATTERS_OF = frozenset({"of", "on", "about", "from"})
TAKING_PART = frozenset({"attendance", "participation"})  # "cancelled his attendance at the summit"


def adjective_status(token: Token, table: CueTable) -> str | None:
    """What an adjective or participle on the noun says: "a planned meeting", "the cancelled summit"."""
    for child in token.children:
        word = child.lower_
        if child.dep_ in {"amod", "compound", "nmod", "det"} and word in table.adjectives:
            return table.adjectives[word]
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"} and child.lemma_ in ARRANGED:
            return table.governors.get(child.lemma_)
    return shared_status(token, table)


def shared_status(token: Token, table: CueTable) -> str | None:
    """What is said of two nouns at once: "discussed the upcoming G7 meeting and NATO summit"."""
    if token.dep_ != "conj" or token.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    if any(c.dep_ in {"det", "poss"} for c in token.children):
        return None
    found = [table.adjectives.get(c.lower_) for c in token.head.children if c.dep_ == "amod"]
    return "planned" if "planned" in found else None


def governing_noun_status(token: Token, table: CueTable) -> str | None:
    """What the noun above says: "plans for a meeting" planned, "the offer of talks" proposed."""
    head = token.head
    if head.pos_ == "ADP" and head.lower_ in OCCASION and head.head.lemma_.lower() not in BEGUN_IN:
        return None  # "his request in a call to Xi", "told of the decision in a call" are not for a call
    if head.pos_ == "ADP":
        head = offer_above(token) or before_preposition(head)
    prepared = under_preparation(token)
    if prepared or head.pos_ not in {"NOUN", "ADJ"} or head.i == token.i:
        return prepared
    of_the_talks = token.head.lower_ == "about" and any(c.lower_ == "the" for c in token.children)
    if not of_the_talks and is_report_denied(token.head.head):
        return "denied"  # "Reports of a call are false"
    if head.lemma_.lower() in TAKING_PART:
        return table.governors.get(head.head.lemma_) if head.dep_ == "dobj" else None
    found = table.status_nouns.get(head.lemma_.lower())
    if found == "proposed" and head.pos_ == "NOUN" and head.head.pos_ == "VERB" and head.dep_ == "dobj":
        found = answer_to(head.head) or found
    if head.pos_ == "ADJ" and found in {"planned", "proposed"} and negated(head.head):
        return "declined"
    return found


def before_preposition(preposition: Token) -> Token:
    """The noun that a preposition follows, wherever the parse hangs it: "to review preparations for a summit"."""
    left = preposition.doc[preposition.i - 1] if preposition.i else preposition
    return left if left.pos_ == "NOUN" and preposition.lower_ == "for" else preposition.head


def answer_to(verb: Token) -> str | None:
    """What became of an offer: "turned down a request for talks" declined, "accepted an offer of talks" planned."""
    down = verb.lemma_ == "turn" and any(c.lower_ == "down" for c in verb.children)
    return "declined" if down else None if negated(verb) else ANSWERS.get(verb.lemma_)


def under_preparation(token: Token) -> str | None:
    """ "Preparations are under way for a meeting", "Work has begun on a summit": planned by the subject of the clause."""
    if token.head.pos_ != "ADP" or token.head.lower_ not in {"for", "on"}:
        return None
    subject = next((c for c in token.head.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    ready = subject is not None and subject.lemma_.lower() in PREPARING
    denied = subject is not None and any(c.lower_ == "no" for c in subject.children)
    return "planned" if ready and not denied else None


def noun_status(scene: Scene, token: Token, verb: Token | None, table: CueTable) -> str | None:
    """The status of a contact noun from its adjectives, its governing noun and its verb; "" where nothing tells."""
    own = adjective_status(token, table)
    above = governing_noun_status(token, table)
    none_held = verb is not None and (is_custom(token, verb, table) or is_unanswered(token, verb))
    if none_held or (verb is not None and not own and is_only_thought_of(token, verb)):
        return None
    none = any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in token.children)
    own = (
        own
        or to_come(token)
        or planned_on(verb)
        or in_doubt(token, verb)
        or conveyed(scene, token, verb)
        or left_on(token, verb)
    )
    called_off = above == "cancelled" and token.dep_ == "pobj" and token.head.lower_ == "of"
    if verb is None or called_off or is_of_telling(token):  # "announced the cancellation of a meeting"
        return None if none else own or above or ""
    dep, preposition = link(token, verb)
    if dep == "nsubj" and own is None and verb.dep_ in {"csubj", "csubjpass"} and verb.tag_ == "VBD":
        own, verb = (
            table.governors.get(verb.lemma_.lower()),
            verb.head,
        )  # "A meeting planned for May was put off"
    if above and token.head.head.pos_ == "ADJ":
        return above
    if not none and comes_to_nothing(token, verb, dep):
        return "cancelled"
    if (
        none
        or is_left_open(verb, table)
        or (negated(verb) and dep in {"dobj", "nsubj", "nsubjpass", "attr"} and not own)
    ):
        return negated_status(token, verb, none, own, table)
    status = status_of_verb(verb, table)
    shown = "held" if status == "present" and tells_news(scene) else status
    if dep in {"nsubj", "nsubjpass"}:
        return own_words(token, verb, dep) or subject_status(verb, own, shown, table)
    purpose = preposition == "for" and verb.lemma_.lower() in table.journeys
    if object_like(dep, deed_of(verb), preposition) and not purpose and not is_beside(token, verb):
        told = object_status(verb, own or announced(token, verb), shown, table)
        return None if told == "cancelled" and is_denied_report(verb) else told
    if preposition == "for" and status == "held" and arrives_on_visit(token, verb):
        return own or "ongoing"
    return own or above or circumstance_status(verb, preposition, table)


def is_of_telling(token: Token) -> bool:
    """Whether a contact is only what is told of: "asked Moon for details of his talks with Kim" asks for no talks."""
    preposition = token.head
    return (
        token.dep_ == "pobj"
        and preposition.lower_ in MATTERS_OF
        and preposition.head.lemma_.lower() in TELLINGS
    )


def own_words(token: Token, verb: Token, dep: str) -> str | None:
    """A letter that says or asks something has been written: "Macron's letter to Biden asks for exemptions"."""
    told = dep == "nsubj" and token.lemma_.lower() in LETTERS and form_status(verb) in {"held", "present"}
    return "held" if told else None


def announced(token: Token, verb: Token) -> str | None:
    """A visit that is announced lies ahead, and so does a meeting that no past day is told of: "announced talks between the two"."""
    if verb.lemma_ != "announce":
        return None
    if token.lemma_.lower() in ABROAD:
        return "planned"
    return "ahead" if token.dep_ == "dobj" and token.lemma_.lower() in MET and is_new(token) else None


def told_of_custom(verb: Token) -> bool:
    """Whether a verb tells of what comes again and again: "the summit took place each year", "they held talks weekly"."""
    return any(
        c.lower_ in HABITS or any(g.lower_ in {"each", "every"} for g in c.children)
        for c in verb.children
        if c.dep_ in {"advmod", "npadvmod"}
    )


def is_custom(token: Token, verb: Token, table: CueTable) -> bool:
    """Whether dealings are a custom, by an adjective or by their verb: "their regular discussions", "took place each year"."""
    if told_of_custom(verb):
        return True
    customary = [c for c in token.children if c.dep_ == "amod" and c.lower_ in CUSTOMARY]
    return bool(customary) and status_of_verb(verb, table) != "held"


def arrives_on_visit(token: Token, verb: Token) -> bool:
    """Whether a visit has begun: "arrived here on Sunday for a state visit", not "arrived for talks"."""
    return verb.lemma_.lower() in ARRIVING and token.lemma_.lower() in ABROAD


def left_on(token: Token, verb: Token | None) -> str | None:
    """ "left for Lima on a visit", "left for Lima, his first trip there": begun where the day of leaving is over."""
    if verb is None or verb.lemma_ not in LEAVING or token.lemma_.lower() not in ABROAD:
        return None
    goes = any(c.lower_ == "for" for c in verb.children) and link(token, verb) in SETTING_OUT_ON
    return "ahead" if goes and form_status(verb) == "held" and not negated(verb) else None


def circumstance_status(verb: Token, preposition: str, table: CueTable) -> str:
    """ "arrived for talks" planned where the verb plans, "said after their call" held, "ahead of the summit" before."""
    lemma = verb.lemma_.lower()
    if preposition == "on" and verb.lemma_ == "be" and form_status(verb) == "present":
        return "ongoing"  # "is on a visit to Oman"
    if preposition == "with" and goes_ahead(verb):
        return "planned"
    if preposition == "for" and table.governors.get(lemma) == "planned" and lemma not in table.light:
        return "planned"
    if preposition == "for" and is_stay(verb):
        status = status_of_verb(verb, table)
        return "ongoing" if status == "present" else status or ""
    if (preposition == "for" and lemma in SITTING) or (lemma == "join" and preposition in JOINED_FOR):
        return status_of_verb(verb, table) or ""
    if preposition == "for" and lemma in table.journeys:
        return purpose_status(verb, table) or ""
    if preposition in BEFORE:
        before = "ahead" if preposition == "ahead" else "before"
        return "planned" if form_status(verb) == "planned" else before
    if preposition in CIRCUMSTANCE and is_bound_there(verb, table):
        return "held"
    if is_to_come_with(verb, preposition, table):
        return "planned"
    beside = preposition in CIRCUMSTANCE and form_status(verb) == "held"
    return (
        "held" if beside or preposition == "since" else ""
    )  # "will meet for the first time since the summit in July"


def is_to_come_with(verb: Token, preposition: str, table: CueTable) -> bool:
    """Whether a contact lies ahead with a deed: "will raise it at the talks", "looks forward to seeing him for the summit"."""
    if preposition == "for":
        return status_of_verb(verb, table) == "planned"
    return preposition in {"at", "in", "during"} and (form_status(verb) == "planned" or is_aim(verb))


def is_aim(verb: Token) -> bool:
    """Whether a deed is only aimed at: "their commitment to achieve results"."""
    aimed = verb.dep_ == "acl" and verb.head.pos_ == "NOUN" and form_status(verb) == "infinitive"
    return aimed and verb.head.lemma_.lower() in AIMS


def is_bound_there(verb: Token, table: CueTable) -> bool:
    """Whether a deed is what several bound themselves to do: "agreed to share the water at a meeting in Accra"."""
    above = verb.head
    told = table.verbs.get(verb.lemma_.lower()) or verb.lemma_.lower() in table.light
    bound = verb.dep_ == "xcomp" and above.lemma_ in BINDING and form_status(above) == "held"
    return bound and not told and not negated(above)


def subject_status(verb: Token, own: str | None, shown: str | None, table: CueTable) -> str | None:
    """The meeting ... was held, will take place, is scheduled, was cancelled."""
    lemma = verb.lemma_.lower()
    fate = fate_by_particle(verb, lemma)
    if fate is not None:
        return fate
    found = None if lemma in OWN_FORM else table.governors.get(lemma)
    passive = any(c.dep_ == "auxpass" for c in verb.children) or is_clipped_passive(verb)
    if found == "cancelled" or (found in {"denied", "declined"} and passive):
        return "denied" if found == "denied" else "cancelled"
    if lemma == "take" or lemma not in table.governors:
        return happening_status(verb, own, shown, table)
    if found == "planned" and any(c.dep_ == "xcomp" and c.lemma_ not in TAKING_PLACE for c in verb.children):
        return own or ""
    if (
        found == "planned"
        and passive
        and lemma not in PUT_OFF
        and any(c.lower_ == "had" for c in verb.children)
    ):
        return own  # "had been expected": what became of it is told elsewhere
    if found == "proposed" and passive and is_initiative(verb):
        return own or ""
    if found == "proposed" or (found == "planned" and (passive or lemma == "look")):
        return found
    if found == "ongoing" and form_status(verb) in {"present", "ongoing", "held"}:
        return "ongoing"
    return shown if found == "ongoing" else own or shown


def fate_by_particle(verb: Token, lemma: str) -> str | None:
    """What a verb with its particle says of a contact: "was called off", "was put off", "came up" in what was said."""
    particles = {c.lower_ for c in verb.children}
    if lemma == "call" and "off" in particles:
        return "cancelled"
    if lemma == "come" and "up" in particles:
        return "nothing"
    return put_off_status(verb)


def is_clipped_passive(verb: Token) -> bool:
    """Whether a headline leaves out "was" and "is": "Meeting confirmed", "Summit postponed"."""
    objects = {"dobj", "ccomp", "xcomp", "prt"}
    return (
        verb.tag_ in {"VBD", "VBN"}
        and verb.dep_ == "ROOT"
        and not any(c.dep_ in objects or c.dep_ == "aux" for c in verb.children)
    )


def conveyed(scene: Scene, token: Token, verb: Token | None) -> str | None:
    """ "offered her condolences" is no offer of any: held, where nothing puts the deed off; so is the answer to a letter."""
    if verb is None:
        return None
    wished = verb.lemma_ in WISHING and token.lemma_.lower() in WISHES
    if not (wished or is_reply(token, verb)) or negated(verb):
        return None
    above = next((t for t in verb.ancestors if t.pos_ in VERBAL), None)
    joined = wished and above is not None and verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl"}
    done = form_status(above if joined and above is not None else verb)  # "sent a cable offering condolences"
    told = done == "held" or (done == "present" and wished and tells_news(scene))
    return "held" if told else None


def to_come(token: Token) -> str | None:
    """ "The summit to be held in May", "Meeting to go ahead": planned by the clause behind the noun."""
    for clause in token.children:
        passive = clause.tag_ == "VBN" and any(
            c.lower_ == "be" and c.dep_ == "auxpass" for c in clause.children
        )
        form = clause.tag_ == "VB" or passive
        if clause.dep_ == "relcl" and clause.lemma_ in TAKES_ALONG and form_status(clause) in AHEAD_FORMS:
            return "planned"  # "a tour that will also take her to Japan"
        ahead = clause.dep_ in {"relcl", "acl"} and form and clause.lemma_.lower() in HAPPENED
        if ahead and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children):
            return "planned"
    return None


def object_status(verb: Token, own: str | None, shown: str | None, table: CueTable) -> str | None:
    """X ... held / will hold / plans / proposed / refused / cancelled a meeting."""
    lemma = verb.lemma_.lower()
    by_particle = particle_status(verb, lemma, shown)
    if by_particle:
        return by_particle
    if lemma in REACTING and shown in {"held", "present"}:
        return own or ""
    if lemma in ANSWERING and own is None:
        return "held"  # "the deal follows a visit by Aoun", "wants to reciprocate Peres's visit"
    found = table.governors.get(lemma)
    if own == "held":
        return own
    if found and lemma not in table.light:
        if own is None and (lemma in TOLD_OF or lemma in OWN_FORM):
            return TOLD_OF.get(lemma, shown)
        return own if own == "cancelled" and found != "ongoing" else found
    if own in {"planned", "proposed", "cancelled", "ahead"} and shown in {"held", None, "present"}:
        return own
    return shown


def particle_status(verb: Token, lemma: str, shown: str | None) -> str | None:
    """What a verb with its particle says: "called off", "pulled out of", "turned down", "ruled out", "set"."""
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "advmod"}}
    put_off = put_off_status(verb)
    if put_off is not None:
        return put_off
    if lemma in WITHDRAWING and "from" in particles and shown == "held":
        return "cancelled"
    if (lemma == "call" and "off" in particles) or (lemma in {"pull", "back"} and "out" in particles):
        return "cancelled"
    if (lemma == "turn" and "down" in particles) or (lemma == "rule" and "out" in particles):
        return "declined"
    if lemma == "set" and "up" not in particles and shown == "held":
        return "planned"
    if lemma == "call" and shown == "held" and is_called_something(verb):
        return "held"
    return None

"""Whether a contact was held, is planned, proposed, declined, cancelled or denied: tense, modals and governing words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable, words
from communique.contacts.given_up import is_against_plan, is_given_up, is_past_due, turned
from communique.contacts.hearsay import hearsay, is_fact, is_looked_back_on
from communique.contacts.scene import VERBAL
from communique.contacts.subjects import (
    has_own_subject,
    has_to,
    infinitive_before,
    is_on_the_way,
    is_said_aside,
)
from communique.contacts.unrealised import is_unrealised
from communique.contacts.verb_forms import POSSIBLE, form_status

if TYPE_CHECKING:
    from communique.sentences import Token

SETTING_OUT = words("setting_out")
ABROAD = words("abroad")
SHOWING = words("showing")
GATHERINGS = words("gatherings")
SPEECH = words("speech")
CIRCUMSTANCE = words("beside_deed")
ORDINAL = words("in_order")
INSISTING = words("insisting")
DUE = words("due")
OF_DEEDS = words("of_deeds")
COMING_ABOUT = frozenset({"happen", "occur", "proceed", "materialise", "materialize"})
MAX_CLIMB = 7
CLIMB = "climb"
CONDITIONS = frozenset({"if", "whether", "unless", "when"})
UNTIL = frozenset({"when", "once", "until"})
SEEING = frozenset({"see", "visit", "meet"})
CLAUSES = frozenset({"advcl", "ccomp", "xcomp"})
GOVERNED = frozenset("xcomp ccomp acl pcomp prep dobj advcl acomp oprd pobj relcl appos".split())
DENYING = words("denying")
REPORTS = words("reports")
GOING_TO = words("going_to")
TO_COME = words("scheduling")
INVITATIONS = frozenset({"invitation", "invite"})
ANSWERS = (
    dict.fromkeys(("accept", "approve"), "planned")
    | dict.fromkeys(("reject", "decline", "refuse", "rebuff", "spurn"), "declined")
    | dict.fromkeys(("cancel", "scrap", "abandon", "shelve"), "cancelled")
)


def status_of_verb(verb: Token, table: CueTable) -> str | None:
    """The status that a verb's form and its governors give; None where it tells of nothing.

    "has yet to speak": None; "will meet": planned; "refused to meet": declined; "met": held.
    """
    verb = infinitive_before(verb)
    negative = negated(verb)
    own = form_status(verb)
    above = governed_status(verb, table) if verb.head is not verb else None
    turn = told_otherwise(verb, own, negative)
    if turn is not None:
        return None if turn == "nothing" else turn
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and conditional(verb.head):
        return None  # "if he were to call"
    if conditional(verb):
        if own != "held":
            return None if above in {None, "held", "ongoing"} else above
        if form_status(verb.head) in {"planned", "proposed"}:
            return None  # "would raise it if the two met"
    if above in {"nothing", "never"} or turned(verb):
        return None
    if negative:
        if own == "planned" and is_against_plan(verb):
            return "cancelled"
        if own == "planned" or above in {"planned", "proposed"}:
            return "declined"
        return "declined" if above == "declined" else None
    return "denied" if above == "denied" else settled_form(own, above)


def settled_form(own: str, above: str | None) -> str | None:
    """What a form and the words above it say together: "to meet" under "plans" planned, "meeting" alone held."""
    if own == "infinitive":
        return above or "proposed"
    if above in {"planned", "proposed", "declined", "cancelled"} and own in {"infinitive", "gerund"}:
        return above
    if own == "gerund":
        return above or "held"
    if own == "proposed" and above == "planned":
        return "planned"
    return own


def told_otherwise(verb: Token, own: str, negative: bool) -> str | None:
    """What the words around say of a verb against its form: not vouched for, still to come, fallen through."""
    if negative and own == "held" and verb.head.lemma_ in INSISTING:
        return "denied"
    said = hearsay(verb)
    if said is not None:
        return said
    if own == "held" and looks_ahead(verb):
        return "planned"
    if was_expected(verb) or is_unrealised(verb):
        return "nothing"
    return "cancelled" if is_fallen_through(verb) else None


def looks_ahead(verb: Token) -> bool:
    """Whether the past form of a clause tells of what is to come: "he would raise it when he met Abe on Friday"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBD" or UNTIL.isdisjoint([c.lower_ for c in verb.children]):
        return False
    above = {c.lower_ for c in verb.head.children if c.dep_ in {"aux", "auxpass"}}
    return "would" in above and "have" not in above


def is_fallen_through(verb: Token) -> bool:
    """Whether what was arranged did not come about: "had been due to meet", "was to have visited"."""
    bare = verb.tag_ == "VB"
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not has_own_subject(verb):
        verb = verb.head  # "had been due to arrive in Lima and later meet Humala"
    if bare and verb.lemma_ == "be" and any(c.lemma_ in DUE for c in verb.children):
        return any(c.lower_ == "had" for c in verb.children)
    if not has_to(verb):
        return False
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    above = verb.head
    if {"to", "have"} <= auxiliaries and above.lower_ in {"was", "were"} and verb.dep_ == "xcomp":
        return True
    if is_given_up(verb) or is_past_due(verb):
        return True
    holders = [above, above.head] if above.lemma_ in DUE else []
    had_been = any(
        {"had", "been"} <= {c.lower_ for c in h.children} | {h.lower_}
        for h in holders
        if h.pos_ in {*VERBAL, "ADJ"}
    )
    return "to" in auxiliaries and had_been


def was_expected(verb: Token) -> bool:
    """Whether a deed had only been thought likely: "had been expected to see Tsvangirai"; what came of it is told elsewhere."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ != "expect" or not has_to(verb):
        return False
    return {"had", "been"} <= {c.lower_ for c in above.children if c.dep_ in {"aux", "auxpass"}}


def called_off_later(token: Token, table: CueTable) -> bool:
    """Whether a later clause of the sentence calls off what was planned: "were due to meet, but that was cancelled"."""
    for verb in token.doc[token.i + 1 :]:
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and is_off(verb, table):
            taken_up = subject.lower_ in {"it", "that", "this"}
            return taken_up or subject.lemma_.lower() in GATHERINGS
    return False


def is_off(verb: Token, table: CueTable) -> bool:
    """Whether a verb says that its subject will not be: "was cancelled", "was called off", "fell through", "will not take place"."""
    particles = {c.lower_ for c in verb.children}
    if negated(verb):
        return verb.lemma_ in COMING_ABOUT or (verb.lemma_ == "take" and "place" in particles)
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    if passive and table.governors.get(verb.lemma_) == "cancelled":
        return True
    return (passive and verb.lemma_ in {"call", "put"} and "off" in particles) or (
        verb.lemma_ == "fall" and "through" in particles
    )


def negated(verb: Token) -> bool:
    """Whether a verb is negated, by itself or by "no one", "never", "neither ... nor"."""
    if verb.dep_ == "conj" and [c for c in verb.head.children if c.lower_ == "nor" and c.i < verb.i]:
        return True
    for c in verb.children:
        if c.dep_ == "neg":
            return True
        if c.dep_ == "dobj" and c.lower_ in {"nothing", "nobody", "none"}:
            return True
        if c.lower_ in {"never", "neither", "nor"} and c.dep_ in {"advmod", "preconj", "cc"}:
            return True
        if c.i < verb.i and c.dep_ in {"advmod", "prep"} and is_at_no_time(c):
            return True
        if c.dep_ in {"nsubj", "nsubjpass"} and (
            c.lower_ in {"nobody", "none", "neither"}
            or (c.children and [g for g in c.children if g.lower_ in {"no", "neither"} and g.dep_ == "det"])
        ):
            return True
    return False


def is_at_no_time(word: Token) -> bool:
    """Whether what stands before a verb negates it: "Not once has he met them", "At no time did he meet them"."""
    if word.lower_ == "once":
        return any(c.dep_ == "neg" for c in word.children)
    times = [c for c in word.children if c.dep_ == "pobj" and c.lemma_ in {"time", "point", "stage"}]
    return any(c.lower_ == "no" for each in times for c in each.children)


def conditional(verb: Token) -> bool:
    """Whether the verb stands in an "if" clause or a wish."""
    if CONDITIONS.isdisjoint(verb.doc.words):
        return False
    wished = False
    for c in verb.children:
        if c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"}:
            return True
        wished = wished or (c.dep_ == "advmod" and c.lower_ in {"whether", "when"})
    return wished and any(c.lower_ == "would" or c.lower_ in POSSIBLE for c in verb.children)


def governed_status(verb: Token, table: CueTable) -> str | None:
    """What the words above a verb say: "plans to meet" planned, "refused to meet" declined."""
    token = verb
    for _ in range(0 if is_said_aside(verb) else MAX_CLIMB):
        if token.head == token or (token.dep_ in {"ROOT", "relcl", "advcl"} and token != verb):
            return None
        said = status_above(token, table)
        if said != CLIMB:
            return said
        token = token.head
    return None


def status_above(token: Token, table: CueTable) -> str | None:
    """What the word right above says; CLIMB where it leaves the answer to what lies above it."""
    head, dep = token.head, token.dep_
    shown = infinitive_status(token, table) if has_to(token) else None
    if shown is not None:
        return shown
    if dep == "advcl" and is_content(token):
        dep = "xcomp"
    if dep == "advcl":
        return clause_status(token, table)
    if dep == "pcomp" and head.lower_ in CIRCUMSTANCE and head.head.pos_ in VERBAL:
        return circumstance_status(head.head, table)
    if dep == "pcomp" and head.lower_ == "without":
        return "never"
    if head.pos_ == "ADP" or (dep == "conj" and head.pos_ in VERBAL and not has_own_subject(token)):
        return CLIMB
    if token.pos_ == "NOUN" and token.lemma_.lower() in REPORTS and head.lemma_ in DENYING:
        return "denied"
    found = lemma_status(head, table)
    if found and dep in GOVERNED and not is_going(head):
        return weigh(found, head)
    if head.lower_ == "yet" or (head.lemma_ == "have" and any(c.lower_ == "yet" for c in head.children)):
        return "never"
    return verb_above(token, table)


def clause_status(clause: Token, table: CueTable) -> str | None:
    """What the verb above says of a clause of purpose: "flew to Oman to meet him" held, "the plan was for her to meet him" planned."""
    above = clause.head
    intended = subject_noun(above) if above.lemma_ == "be" else None
    if intended is not None:
        return table.status_nouns.get(intended.lemma_.lower()) or CLIMB
    purpose = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    return (asked_for(clause) or purpose_status(above, table)) if purpose else None


def asked_for(clause: Token) -> str | None:
    """What became of an invitation whose deed the parse hangs on its verb: "renewed his invitation to Ruto to visit Oslo"."""
    verb = clause.head
    noun = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "dobj"), None)
    if noun is None or noun.lemma_.lower() not in INVITATIONS or noun.i > clause.i:
        return None
    answer = noun.head if verb.dep_ == "acl" else verb
    return "declined" if negated(answer) else ANSWERS.get(answer.lemma_, "proposed")


def subject_noun(verb: Token) -> Token | None:
    """The common noun of which "is" tells: "the plan is"."""
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)


def is_content(clause: Token) -> bool:
    """Whether an infinitive is what is offered or agreed, and no purpose: "offered on Sunday to meet Banda in Freetown"."""
    verb = clause.head
    if verb.lemma_ not in OF_DEEDS or not has_to(clause) or clause.i < verb.i:
        return False
    return not any(c.dep_ in {"dobj", "auxpass"} for c in verb.children)


def infinitive_status(token: Token, table: CueTable) -> str | None:
    """What the noun or adjective above an infinitive says: "is the first to visit" held, "is keen to meet" proposed."""
    head = token.head
    own = [c for c in token.children if c.dep_ == "nsubj" and token.dep_ == "ccomp" and is_ordinal(c)]
    if own or token.dep_ in {"relcl", "acl"} and is_ordinal(head):  # "made her the first leader to visit"
        return "planned" if form_status(head if own else head.head) == "planned" else "held"
    if token.dep_ in {"relcl", "acl"} and head.lemma_.lower() in ABROAD and (verb := verb_of_journey(head)):
        return purpose_status(verb, table)
    if token.dep_ == "acl" and head.lemma_.lower() in table.nouns:
        told = [table.adjectives[c.lower_] for c in head.children if c.lower_ in table.adjectives]
        return told[0] if told else None
    adjectives = [c for c in head.children if c.dep_ == "acomp"]
    if head.lemma_ != "be" or token.dep_ not in CLAUSES or not adjectives:
        return "held" if head.dep_ == "acomp" and is_looked_back_on(token) else None
    shown = table.status_nouns.get(adjectives[0].lemma_.lower(), "nothing")
    return "declined" if shown in {"planned", "proposed"} and negated(head) else shown


def verb_of_journey(noun: Token) -> Token | None:
    """The verb of setting out or arriving on a visit: "left on Monday on a visit to hold talks with Kiir"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    return verb if verb.pos_ in VERBAL and verb.lemma_ in SETTING_OUT else None


def is_ordinal(noun: Token) -> bool:
    """Whether a noun tells of who has done a thing, in what order: "the first leader to visit", "the latest to meet him"."""
    return any(c.lower_ in ORDINAL for c in (noun, *noun.children)) and noun.head.pos_ in VERBAL


def circumstance_status(verb: Token, table: CueTable) -> str:
    """What was done beside a verb's deed is held, unless that deed lies ahead: "will fly home after meeting Sisi"."""
    form = form_status(verb)
    if form == "infinitive":
        form = governed_status(verb, table) or form
    if is_awaited(verb, form, table):
        form = "planned"
    return "planned" if form in {"planned", "proposed"} else "held"


def is_awaited(verb: Token, form: str, table: CueTable) -> bool:
    """Whether a deed is still due: "is due in Lima on Friday, after stopping in Quito", "is expected there after meeting Humala"."""
    if form == "present":
        return any(c.lemma_ in DUE for c in verb.children if c.dep_ in {"acomp", "xcomp"})
    passive = [c for c in verb.children if c.dep_ == "auxpass"]
    return (
        bool(passive) and passive[0].tag_ in {"VBZ", "VBP"} and table.governors.get(verb.lemma_) == "planned"
    )


def verb_above(token: Token, table: CueTable) -> str | None:
    """What a verb right above says by its form: "is to meet" planned, "ended up meeting" held."""
    head, dep = token.head, token.dep_
    if head.lower_ == "been" and dep == "xcomp" and token.lemma_ in SEEING:
        return "held"  # "had been to see him in Kyiv"
    if head.lemma_ == "be" and dep in CLAUSES and not is_fact(token):
        return predicate_above(head, table) or ("planned" if dep == "xcomp" else None)
    if dep == "ccomp" and head.lemma_ in SPEECH:
        return None
    if dep in {"xcomp", "aux", "acl"} and head.pos_ in VERBAL or is_seen(token):
        below = form_status(head)
        shown = {"present": "ongoing", "held": "held", "ongoing": "ongoing"}
        return shown.get(below, below if below in {"planned", "proposed"} else None)
    return CLIMB


def is_seen(token: Token) -> bool:
    """Whether a gerund with its own subject is what a journey or a day brings: "will see her holding talks with Barak"."""
    return token.dep_ == "ccomp" and token.tag_ == "VBG" and token.head.lemma_ in SHOWING


def predicate_above(head: Token, table: CueTable) -> str | None:
    """What "is" with a predicate says: "the plan is to meet" planned, "it is rare to meet" of nothing."""
    predicates = [c for c in head.children if c.dep_ in {"acomp", "attr"}]
    if not predicates:
        return None
    return table.status_nouns.get(predicates[0].lemma_.lower()) or "nothing"


def purpose_status(head: Token, table: CueTable) -> str | None:
    """A purpose clause has the status of its verb: "flew to Pyongyang to see Kim" held, "will fly ... to see" planned."""
    if is_expected(head, table):
        return "planned"
    status = status_of_verb(head, table) if head.pos_ in VERBAL else None
    if status == "held" and (head.lemma_ in TO_COME or is_on_the_way(head)):
        return "planned"
    had = any(c.lower_ == "had" for c in head.children)
    if status == "held" and head.lemma_ in SETTING_OUT and not had:
        return "planned"
    return {"present": "planned", "ongoing": "planned"}.get(status or "", status)


def is_expected(verb: Token, table: CueTable) -> bool:
    """Whether somebody is awaited: "is expected in Accra on Thursday to meet Kufuor"."""
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    return passive and table.governors.get(verb.lemma_) == "planned" and not negated(verb)


def lemma_status(token: Token, table: CueTable) -> str | None:
    """The status that a governing word stands for, nouns included ("plan", "invitation", "refusal")."""
    lemma = token.lemma_.lower()
    if (
        lemma == "call"
        and token.pos_ in VERBAL
        and not any(c.dep_ == "prep" and c.lower_ in {"for", "on", "upon"} for c in token.children)
    ):
        return None
    if token.pos_ == "ADJ" and lemma in table.status_nouns:
        return table.status_nouns[lemma]  # "is ready to meet" is a wish, "readied the talks" a plan
    return table.governors.get(lemma) or table.status_nouns.get(lemma)


def is_going(verb: Token) -> bool:
    """Whether a verb only takes somebody to a deed: "later moved to meet the king", "headed out to greet him"."""
    return verb.lemma_ in GOING_TO and verb.pos_ in VERBAL and form_status(verb) == "held"


def is_denied_report(verb: Token) -> bool:
    """Whether what a verb tells is only what a denied report says: "denied reports that China had cancelled the meeting"."""
    said = verb.dep_ in {"acl", "ccomp", "relcl"} and verb.head.lemma_.lower() in REPORTS
    return said and verb.head.head.lemma_ in DENYING


def weigh(found: str, head: Token) -> str | None:
    """A governor's status after its own negation and form: "did not agree to meet" declined, "would want to" proposed."""
    if conditional(head):
        return "nothing"
    if head.pos_ == "NOUN" and head.head.pos_ in VERBAL and found in {"proposed", "planned"}:
        answer = ANSWERS.get(head.head.lemma_)
        if answer:
            return answer
    if found == "planned" and head.lemma_ == "decide" and any(c.lower_ == "yet" for c in head.children):
        return "proposed"  # "has not yet decided when to meet him"
    if head.lemma_ == "plan" and any(c.lower_ == "no" and c.dep_ == "det" for c in head.children):
        return "nothing"  # "has no plans to meet him" leaves open whether he will
    unwilling = head.dep_ == "acomp" and negated(head.head)  # "was not willing to hold a meeting"
    if unwilling or negated(head) or any(c.lower_ == "no" and c.dep_ == "det" for c in head.children):
        if head.lemma_ == "plan":
            return "nothing"  # what is not planned has not been refused
        return {"planned": "declined", "proposed": "declined", "declined": None, "denied": None}.get(
            found, found
        )
    if found == "planned" and any(c.lower_ in POSSIBLE for c in head.children if c.dep_ == "aux"):
        return "proposed"
    if found == "planned" and head.lemma_ == "go" and head.tag_ != "VBG":
        return None
    return found

"""What a clause only tells as somebody's word: reports denied or without proof, rumours, wishes, questions, fiction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import words
from communique.contacts.scene import VERBAL
from communique.contacts.verb_forms import form_status

if TYPE_CHECKING:
    from communique.sentences import Token

DENYING = words("denying")
CONFIRMING = words("confirming")
REPORTS = words("reports")
RUMOURS = words("rumours")
PROOFS = words("proofs")
GROUNDS = words("grounds")
UNTRUE = words("untrue")
FALSELY = words("falsely")
FEELINGS = words("feelings_back")
FACTS = words("facts")
RECALLING = words("recalling")
NAMING = words("naming")
FICTION = words("fiction")
SHORT_OF = words("short_of_deed")
SUBJECT = frozenset({"nsubj", "nsubjpass"})
TOLD = SUBJECT | {"pobj", "dobj", "attr"}
RELATIVE = frozenset({"that", "which", "who", "whom"})
AWAY = frozenset({"off", "aside", "away"})
TRUE = frozenset({"true", "accurate", "correct", "right", "founded"})
NEW = frozenset({"a", "an", "any", "another", "no", "only"})
POINTS = words("points")
NEGOTIATIONS = words("negotiations")
CONDITIONAL = frozenset({"conditional", "contingent", "dependent"})
SPOKEN_OF = frozenset({"about", "for", "without"})
OPEN_FORMS = frozenset({"present", "proposed", "infinitive"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def hearsay(verb: Token) -> str | None:
    """The status of a deed where the words around a deed do not vouch for it, "nothing" where they leave it open."""
    if is_asked(verb) or is_invented(verb):
        return "nothing"
    while (
        verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not any(c.dep_ in SUBJECT for c in verb.children)
    ):
        verb = verb.head  # "denied that he had flown to Lima and met Humala"
    if verb.dep_ == "pcomp":
        return "nothing" if is_not_yet(verb) else None
    if verb.dep_ not in {"acl", "relcl", "ccomp", "xcomp"}:
        return None
    above = verb.head
    if above.pos_ in VERBAL:
        return below_verb(verb, above)
    if above.pos_ != "NOUN" or any(c.lower_ in RELATIVE and c.dep_ != "mark" for c in verb.children):
        return None
    if above.lemma_ == "time" and verb.tag_ in {"VBD", "VBN"} and above.dep_ == "attr":
        return "nothing"  # "it is time he met her"
    lemma = above.lemma_.lower()
    if lemma in REPORTS:
        return below_report(above)
    if lemma in UNTRUE and above.dep_ == "attr":
        return None if is_not(above.head) else "denied"  # "it is a lie that they met"
    return "nothing" if lemma in PROOFS and has_no(above) else None


def below_verb(verb: Token, above: Token) -> str | None:
    """What the verb above says of a deed: "was falsely said to have met", "a false report said", "wished they had met"."""
    if any(c.lower_ in FALSELY for c in above.children if c.dep_ == "advmod"):
        return "denied"
    told = [c for c in above.children if c.dep_ in SUBJECT and c.lemma_.lower() in REPORTS]
    if told:
        return below_report(told[0])
    if above.lemma_ in RUMOURS or above.lemma_ in RECALLING and is_not(above):
        return "nothing"
    if above.lemma_ == "put" and verb.tag_ == "VBG" and any(c.lower_ == "off" for c in above.children):
        return "planned"  # "put off meeting him"
    if verb.dep_ == "ccomp" and above.lemma_ == "deny" and above.dep_ == "conj":
        return "nothing" if above.head.lemma_ in CONFIRMING else None  # "would neither confirm nor deny"
    past = verb.tag_ in {"VBD", "VBN"} and any(c.lower_ in {"had", "have"} for c in verb.children)
    return "nothing" if past and above.lemma_ in {"wish", "ought"} else None


def below_report(report: Token) -> str | None:
    """What a sentence makes of a report: "there is no truth in reports", "laughed off rumours", "could not be verified"."""
    if any(c.lower_ in UNTRUE or c.lower_ in FALSELY for c in report.children if c.dep_ == "amod"):
        return "denied"
    above = report.head
    while above.pos_ == "ADP" and above.head is not above:
        above = above.head
    if above.lemma_.lower() in GROUNDS:
        return "denied" if has_no(above) or is_not(above.head) else None
    if above.pos_ in VERBAL and (said := judged(report, above)) is not None:
        return said or None
    no = has_no(report) or any(c.lower_.startswith("unconfirmed") for c in report.children)
    return "nothing" if no or report.lemma_.lower() in RUMOURS else None


def is_report_denied(noun: Token) -> bool:
    """Whether a noun is a report that the sentence calls untrue: "Reports of a call are false", "no truth in reports of talks"."""
    return noun.lemma_.lower() in REPORTS and noun.dep_ in TOLD and below_report(noun) == "denied"


def is_without_proof(contact: Token) -> bool:
    """Whether nobody vouches for what a noun tells: "no evidence of a meeting", "rumours of a call could not be verified"."""
    if contact.dep_ != "pobj" or contact.head.lower_ not in {"of", "about"}:
        return False
    report = contact.head.head
    lemma = report.lemma_.lower()
    if lemma in PROOFS and has_no(report):
        return True
    return lemma in REPORTS and report.dep_ in TOLD and below_report(report) == "nothing"


def judged(report: Token, verb: Token) -> str | None:
    """How the verb of a report judges it; "" where it vouches for it, None where it says nothing."""
    said = [verb, *(c for c in verb.children if c.dep_ in {"acomp", "attr", "prep", "xcomp", "oprd"})]
    predicates = [t for each in said for t in (each, *each.children)]
    behind = report.dep_ not in SUBJECT and verb.lemma_ in NAMING
    if any(t.lower_ in UNTRUE for t in predicates) or behind and untrue_behind(report):
        return None if is_not(verb) else "denied"
    if any(t.lower_ in TRUE for t in predicates):
        return "denied" if is_not(verb) else ""
    away = any(c.lower_ in AWAY for c in verb.children if c.dep_ in {"prt", "advmod"})
    if verb.lemma_ in DENYING or away:
        return None if is_not(verb) else "denied"
    if verb.lemma_ in CONFIRMING:
        return "nothing" if is_not(verb) else ""
    return None


def untrue_behind(report: Token) -> bool:
    """Whether a report is called untrue behind its clause: "described reports that they had met as fabricated"."""
    later = report.doc[report.i + 1 :]
    return any(t.lower_ in UNTRUE and t.doc[t.i - 1].lower_ in {"as", "completely", "a"} for t in later)


def has_no(noun: Token) -> bool:
    """Whether a noun has a "no": "no evidence", "little truth"."""
    return any(c.lower_ in {"no", "little", "any"} for c in noun.children if c.dep_ in {"det", "amod"}) and (
        noun.head.lemma_ in {"be", "see", "find", "have", "give", "exist"}
    )


def is_not(verb: Token) -> bool:
    """Whether a verb has a "not"."""
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def is_not_yet(verb: Token) -> bool:
    """Whether a gerund is of what is feared, near or advised against: "was close to meeting", "advised against meeting"."""
    if verb.head.lower_ == "against":
        return True
    above = verb.head.head
    return above.lemma_.lower() in SHORT_OF and not (
        above.pos_ in VERBAL and above.tag_ not in FINITE | {"VBG", "VB"}
    )


def is_asked(verb: Token) -> bool:
    """Whether a plain question asks for a deed: "Did Ruto meet Stubb?", not "Why did they meet?"."""
    tokens = verb.doc.tokens
    if tokens[-1].text != "?" or tokens[0].tag_ not in FINITE | {"MD"}:
        return False
    return tokens[0].dep_ in {"aux", "auxpass"} and tokens[0].head in {verb, verb.head}


def is_unvouched(noun: Token, verb: Token | None) -> bool:
    """Whether a contact that is not known is only spoken of, in no past: "a meeting could end the war", "too early to talk of talks"."""
    if not is_new(noun) or (noun.dep_ == "pobj" and noun.head.lower_ not in SPOKEN_OF):
        return False
    verb = verb if verb is not None else next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
    if verb is None:
        return False
    own = noun.dep_ in SUBJECT and noun.head is verb
    if own and noun.lemma_.lower() in NEGOTIATIONS and form_status(verb) == "present":
        return verb.lemma_ == "be" and any(
            c.dep_ == "attr" for c in verb.children
        )  # "talks are the only way"
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return form_status(verb) in OPEN_FORMS or bool(helpers & {"do", "does"})


def is_no_deed(noun: Token, verb: Token) -> bool:
    """Whether a contact is only judged or asked for: "there is no point in talks", "made talks conditional", "Was there a meeting?"."""
    return is_pointless(noun) or is_conditional(noun, verb) or (verb.lemma_ == "be" and is_asked_of(verb))


def is_new(noun: Token) -> bool:
    """Whether a contact is not taken for known: "a meeting with Li", "talks between them"."""
    known = {"poss", "relcl"}
    return not any(c.dep_ in known or c.dep_ == "det" and c.lower_ not in NEW for c in noun.children)


def is_pointless(noun: Token) -> bool:
    """Whether nothing speaks for a contact: "sees no point in a meeting", "there was no sense in talks"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "of", "for", "to"}:
        return False
    above = noun.head.head
    return any(c.lemma_.lower() in POINTS and has_no(c) for c in (above, *above.children) if c.i < noun.i)


def is_conditional(noun: Token, verb: Token) -> bool:
    """Whether a contact hangs on something: "made talks conditional on a withdrawal", "a meeting is conditional on a truce"."""
    words_said = CONDITIONAL & noun.doc.words
    return bool(words_said) and noun.i < verb.i + 2 and verb.lemma_ in {"make", "be"} | words_said


def is_asked_of(verb: Token) -> bool:
    """Whether a question opens with the verb: "Was there a meeting?"."""
    tokens = verb.doc.tokens
    return tokens[-1].text == "?" and tokens[0].i == verb.i


def is_invented(verb: Token) -> bool:
    """Whether a deed is done in a work of fiction: "In the film, Ruto meets Stubb", "the novel imagines that they met"."""
    if FICTION.isdisjoint(verb.doc.words):
        return False
    tokens = verb.doc.tokens
    told = [t for t in tokens if t.lower_ in FICTION]
    if any(t.lower_ in {"imagine", "imagines", "imagined", "invents", "invented"} for t in tokens):
        return True
    inside = any(
        t.dep_ == "pobj" and t.head.lower_ == "in" and t.head.head in {verb, verb.head} for t in told
    )
    shown = any(t.dep_ == "nsubj" and t.head in {verb.head, verb.head.head} for t in told)
    return (inside or shown) and verb.tag_ in {"VBZ", "VBP", "VBG"}


def is_looked_back_on(verb: Token) -> bool:
    """Whether a feeling is about what has been done: "was glad to have met him", not "is likely to have met him"."""
    return any(c.lower_ == "have" for c in verb.children) and verb.head.lemma_.lower() in FEELINGS


def is_fact(clause: Token) -> bool:
    """Whether "it is" with a past clause takes it for a fact: "it is no secret that they met", "it is unclear why they met"."""
    if clause.dep_ != "ccomp" or form_status(clause) != "held":
        return False
    asked = any(c.lower_ in {"why", "how"} and c.i < clause.i for c in clause.children)
    named = [c.lemma_.lower() for c in clause.head.children if c.dep_ in {"acomp", "attr"}]
    return asked or any(word in FACTS for word in named) and not is_not(clause.head)

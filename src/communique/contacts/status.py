"""Whether a contact was held, is planned, proposed, declined, cancelled or denied: tense, modals and governing words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable
from communique.contacts.scene import VERBAL

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset({"will", "'ll", "shall", "wo"})
POSSIBLE = frozenset({"could", "may", "might", "can", "should", "must", "ca"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "hardly", "n’t"})
HAPPENED = frozenset(
    (
        "hold have take occur happen end last conclude come follow begin start be produce yield focus go open "
        "close mark finish fail collapse result cover include make help lead bring prompt drag"
    ).split()
)
SPEECH = frozenset(
    (
        "say tell report announce state note add claim confirm reveal disclose write believe know think "
        "suggest indicate recall show explain declare"
    ).split()
)
BEFORE = frozenset({"before", "ahead", "until", "toward", "towards", "till"})
REPORTED_FUTURE = "would"
MAX_CLIMB = 7


def status_of_verb(verb: Token, table: CueTable, trail: tuple[str, ...] = ()) -> str | None:
    """The status that a verb's form and its governors give; None where it tells of nothing.

    "has yet to speak": None; "will meet": planned; "refused to meet": declined; "met": held.
    """
    negative = negated(verb)
    own = form_status(verb)
    above = governed_status(verb, table)
    if conditional(verb) and own != "held":
        return None if above in {None, "held"} else above
    if above == "nothing" or above == "never":
        return None
    if negative:
        if own == "planned" or above in {"planned", "proposed"}:
            return "declined"
        return "declined" if above == "declined" else None
    if above == "denied":
        return "denied"
    if own == "infinitive":
        return above or "proposed"
    if above in {"planned", "proposed", "declined", "cancelled"} and own in {"infinitive", "gerund"}:
        return above
    if own == "gerund":
        return above or "held"
    if own == "proposed" and above == "planned":
        return "planned"
    return own


def negated(verb: Token) -> bool:
    """Whether a verb is negated, by itself or by "no one", "never", "neither"."""
    return any(
        c.dep_ == "neg"
        or c.dep_ == "dobj"
        and c.lower_ in {"nothing", "nobody", "none"}
        or c.lower_ in {"never", "neither", "nor"}
        and c.dep_ in {"advmod", "preconj", "cc"}
        for c in verb.children
    ) or any(
        c.dep_ in {"nsubj", "nsubjpass"}
        and (
            c.lower_ in {"nobody", "none", "neither"}
            or any(g.lower_ in {"no", "neither"} and g.dep_ == "det" for g in c.children)
        )
        for c in verb.children
    )


def conditional(verb: Token) -> bool:
    """Whether the verb stands in an "if" clause or a wish."""
    return any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in verb.children) or (
        any(c.dep_ == "advmod" and c.lower_ in {"whether", "when"} for c in verb.children)
        and any(c.lower_ in POSSIBLE | {"would"} for c in verb.children)
    )


def form_status(verb: Token) -> str:
    """What the verb's own form says: held, ongoing, planned, proposed, infinitive or gerund."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {c.lower_ for c in auxiliaries}
    if (
        verb.dep_ == "conj"
        and not auxiliaries
        and verb.tag_ in {"VB", "VBN", "VBG"}
        and verb.head.pos_ in VERBAL
    ):
        return form_status(verb.head)
    if words & FUTURE:
        return "planned"
    if "have" in words and words & (POSSIBLE | {"would", "should"}):
        return "proposed"
    if REPORTED_FUTURE in words:
        return "planned" if under_past_speech(verb) else "proposed"
    if words & POSSIBLE:
        return "proposed"
    if verb.tag_ == "VB" or "to" in words:
        return "held" if words & {"did", "do", "does"} else "infinitive"
    if verb.tag_ == "VBG":
        if any(c.lemma_ == "be" for c in auxiliaries):
            past = any(c.lower_ in {"was", "were"} for c in auxiliaries)
            if any(c.lower_ in {"has", "have", "had", "'ve"} for c in auxiliaries):
                return "ongoing" if not past else "held"
            return "held" if past else "ongoing"
        return "gerund"
    if verb.tag_ in {"VBZ", "VBP"}:
        return "present"
    return "held"


def under_past_speech(verb: Token) -> bool:
    """Whether a "would" is reported speech ("said he would meet") and no condition."""
    head = verb.head
    for _ in range(3):
        if head.lemma_ in SPEECH:
            return True
        if head.head == head:
            break
        head = head.head
    return verb.dep_ in {"ROOT", "relcl", "ccomp", "conj", "advcl"}


def governed_status(verb: Token, table: CueTable) -> str | None:
    """What the words above a verb say: "plans to meet" planned, "refused to meet" declined."""
    token = verb
    for _ in range(MAX_CLIMB):
        head, dep = token.head, token.dep_
        if head == token or dep in {"ROOT", "relcl", "advcl"} and token != verb:
            return None
        if (
            head.lemma_ == "be"
            and dep in {"advcl", "ccomp", "xcomp"}
            and any(c.lower_ == "to" for c in token.children)
            and any(c.dep_ == "acomp" for c in head.children)
        ):
            return next(
                (
                    table.status_nouns.get(c.lemma_.lower(), "nothing")
                    for c in head.children
                    if c.dep_ == "acomp"
                ),
                None,
            )
        if dep == "advcl" and not any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
            return None
        if dep in {"advcl"}:
            return purpose_status(head, table)
        if head.pos_ == "ADP" or dep == "conj" and head.pos_ in VERBAL and not has_own_subject(token):
            token = head
            continue
        if (
            token.pos_ == "NOUN"
            and token.lemma_.lower() in REPORTS
            and head.lemma_ in {"dismiss", "reject", "deny", "refute", "dispute"}
        ):
            return "denied"
        found = lemma_status(head, table)
        if found and dep in {
            "xcomp",
            "ccomp",
            "acl",
            "pcomp",
            "prep",
            "dobj",
            "advcl",
            "acomp",
            "oprd",
            "pobj",
            "relcl",
            "appos",
        }:
            return weigh(found, head, table)
        if head.lower_ == "yet" or (head.lemma_ == "have" and any(c.lower_ == "yet" for c in head.children)):
            return "never"
        if head.lemma_ in {"be"} and dep in {"xcomp", "ccomp", "advcl"}:
            said = next(
                (
                    table.status_nouns.get(c.lemma_.lower())
                    for c in head.children
                    if c.dep_ in {"acomp", "attr"}
                ),
                None,
            )
            if said or any(c.dep_ in {"acomp", "attr"} for c in head.children):
                return said or "nothing"
            return "planned" if dep == "xcomp" else None
        if dep == "ccomp" and head.lemma_ in SPEECH:
            if head.lemma_ in {"deny"}:
                return "denied"
            return None
        if dep in {"xcomp", "aux", "acl"} and head.pos_ in VERBAL:
            below = form_status(head)
            if below in {"held", "present", "ongoing"}:
                return "held" if below == "held" else "ongoing"
            return below if below in {"planned", "proposed"} else None
        token = head
    return None


def has_own_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def purpose_status(head: Token, table: CueTable) -> str | None:
    """A purpose clause has the status of its verb: "flew to Pyongyang to see Kim" held, "will fly ... to see" planned."""
    status = status_of_verb(head, table) if head.pos_ in VERBAL else None
    return {"present": "planned", "ongoing": "planned"}.get(status or "", status)


def lemma_status(token: Token, table: CueTable) -> str | None:
    """The status that a governing word stands for, nouns included ("plan", "invitation", "refusal")."""
    lemma = token.lemma_.lower()
    if (
        lemma == "call"
        and token.pos_ in VERBAL
        and not any(c.dep_ == "prep" and c.lower_ in {"for", "on", "upon"} for c in token.children)
    ):
        return None
    return table.governors.get(lemma) or table.status_nouns.get(lemma)


REPORTS = frozenset(
    "report claim allegation rumour rumor speculation suggestion story assertion accusation".split()
)


def weigh(found: str, head: Token, table: CueTable) -> str | None:
    """A governor's status after its own negation and form: "did not agree to meet" declined, "would want to" proposed."""
    if conditional(head):
        return "nothing"
    if head.pos_ == "NOUN" and head.head.pos_ in VERBAL and found in {"proposed", "planned"}:
        answer = {
            "accept": "planned",
            "approve": "planned",
            "reject": "declined",
            "decline": "declined",
            "refuse": "declined",
            "rebuff": "declined",
            "spurn": "declined",
            "cancel": "cancelled",
            "scrap": "cancelled",
            "abandon": "cancelled",
            "shelve": "cancelled",
        }.get(head.head.lemma_)
        if answer:
            return answer
    if negated(head) or any(c.lower_ == "no" and c.dep_ == "det" for c in head.children):
        return {"planned": "declined", "proposed": "declined", "declined": None, "denied": None}.get(
            found, found
        )
    if found == "planned" and any(c.lower_ in POSSIBLE for c in head.children if c.dep_ == "aux"):
        return "proposed"
    if found == "planned" and head.lemma_ == "go" and head.tag_ != "VBG":
        return None
    return found

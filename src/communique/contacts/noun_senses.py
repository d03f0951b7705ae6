"""Whether a word is the name of a contact, and whether a name beside it is of its parties: "meeting room", "UN-brokered talks"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.contacts.channels import PHONE, is_in_touch
from communique.contacts.cues import Cue, words
from communique.contacts.noun_verbs import governing_verb
from communique.contacts.scene import Scene
from communique.records import Mention

if TYPE_CHECKING:
    from communique.sentences import Token

MEMBERS = words("members")
HEADS = words("heads")
ANOTHER = words("another")
RECALLED = words("recalled")
ROUND_VERBS = words("round_verbs")
FIGURES = words("figures")
ASSEMBLIES = words("assemblies")
ARRANGING = words("arranging")
PAPERS = words("papers")
LETTERS = words("letters")
APPEALED = frozenset({"action", "arms", "prayer", "order", "duty", "service"})
FORCES = words("standing_missions")
HOSTING = frozenset({"host", "broker", "mediate", "facilitate"})
KEEPING = frozenset({"stay", "remain", "keep"})
COMPOUND = re.compile(r"-(\w+)")


def names_contact(token: Token, cue: Cue) -> bool:  # noqa: C901  the cases of one grammar stand together
    """Whether the noun is the thing itself: not "meeting room", "a call for action", "talk show", "visit our site"."""
    if token.dep_ in {"compound", "nmod"} and token.head.pos_ in {"NOUN", "PROPN"} and token.i < token.head.i:
        return False
    if cue.needs and not any(c.lower_ in cue.needs for c in token.children):
        return False
    if (cue.family == "message" and (is_figure(token) or is_paper(token))) or is_of_assembly(token):
        return False
    if cue.id == "in-touch" or is_in_touch(token):
        return is_told_touch(token)
    if cue.id == "call":
        if any(c.dep_ == "prep" and c.lower_ == "for" and c.i == token.i + 1 for c in token.children):
            return any(c.lower_ in PHONE | {"conference", "video"} for c in token.children)
        return not any((c.dep_ == "acl" and c.tag_ == "VB") or is_appealed(c) for c in token.children)
    if token.lemma_.lower() in {"phone", "telephone"}:
        if token.dep_ != "pobj" or token.head.head.lemma_ == "have":  # "had Li on the phone" is of the verb
            return False
        return token.head.lower_ in {"on", "off", "over", "by", "via"}
    if token.lemma_.lower() == "line":
        held = token.head.head.lemma_ in {"be", "get", "stay", "come", "have"}
        return token.dep_ == "pobj" and token.head.lower_ in {"on", "off"} and held
    if token.lemma_ == "mediation" and token.dep_ == "pobj" and token.head.lower_ in {"under", "through"}:
        return False  # "met under Swiss mediation" says who lent a hand
    if token.lemma_.lower() == "mission" and is_no_journey(token):
        return False
    if cue.id == "talks" and token.lemma_ == "round":
        return is_bare_round(token) or any(
            c.dep_ == "prep"
            and c.lower_ == "of"
            and any(
                g.lemma_ in {"talk", "talks", "negotiation", "discussion", "consultation"}
                and not is_hosted_for_others(token, g)
                for g in c.children
            )
            for c in token.children
        )
    return True


def is_no_journey(mission: Token) -> bool:
    """Whether a mission is an office, a force, an observation or a programme, or leads people.

    "The diplomatic missions of the two countries", "the UN monitoring mission", "the Resolute Support Mission", "the head
    of their mission".
    """
    if any(c.lower_ in {"diplomatic", "consular", "permanent"} for c in mission.children):
        return True
    before = [c for c in mission.children if c.dep_ in {"compound", "nmod", "amod"} and c.i < mission.i]
    if (mission.text[0].isupper() and before) or any(c.lower_ in FORCES for c in before):
        return True
    return mission.dep_ == "pobj" and mission.head.head.lemma_ in HEADS | MEMBERS


def is_told_touch(noun: Token) -> bool:
    """Whether two were in touch: not "agreed to stay in touch", "is not in contact with him", "in touch by letter"."""
    verb = noun.head.head
    if not is_in_touch(noun) or noun.head.lower_ == "into" or verb.lemma_ in KEEPING:
        return False
    if any(c.dep_ == "neg" or c.lower_ in {"never", "no"} for c in verb.children):
        return False
    return not (noun.doc.of_lemmas(LETTERS) and any(c.lower_ == "by" for c in verb.children))


def is_hosted_for_others(rounds: Token, talks: Token) -> bool:
    """Whether rounds are only hosted, and the talks below name who dealt: "Iraq hosted several rounds of talks between Iran and Oman"."""
    own = any(c.lower_ == "between" for c in talks.children)
    return own and rounds.dep_ == "dobj" and rounds.head.lemma_ in HOSTING


def is_bare_round(token: Token) -> bool:
    """Whether a round without "of talks" is one of talks told before: "the next round will be held in Lima"."""
    verb = governing_verb(token)
    if verb is None or any(c.dep_ == "prep" and c.lower_ in {"of", "with"} for c in token.children):
        return False
    numbered = any(c.lower_ in ANOTHER | RECALLED for c in token.children)
    attended = token.dep_ == "pobj" and token.head.lower_ in {"at", "in", "during", "after"}
    return numbered and (attended or verb.lemma_.lower() in ROUND_VERBS)


def is_appealed(preposition: Token) -> bool:
    """Whether a call is an appeal: "the Call to Action", "a call to arms"."""
    return preposition.lower_ == "to" and any(c.lower_ in APPEALED for c in preposition.children)


def lends_hand(scene: Scene, mention: Mention) -> bool:
    """Whether a name only says who arranged a contact: "African Union-sponsored talks"."""
    behind = COMPOUND.match(scene.doc.text, mention.span.end - scene.sentence.span.start)
    return behind is not None and behind.group(1).lower() in ARRANGING


def has_proper_name(token: Token) -> bool:
    """Whether a noun bears a name: "the NATO Summit", "the Munich meeting"."""
    return any(c.dep_ in {"compound", "nmod"} for c in token.children if c.pos_ == "PROPN")


def is_figure(token: Token) -> bool:
    """Whether a message is a deed and no writing: "sent a clear message to Tehran", "sent Hamas a message with the strike"."""
    if token.lemma_ == "greeting" and token.head.lemma_ == "exchange":
        return not any(c.dep_ in {"amod", "compound"} for c in token.children)  # a word in passing
    if token.lemma_.lower() not in {"message", "note"}:
        return False
    shown = any(
        c.dep_ == "prep" and c.lower_ in {"with", "by"} for c in (*token.children, *token.head.children)
    )
    return any(c.lower_ in FIGURES for c in token.children if c.dep_ == "amod") or (
        shown and token.dep_ == "dobj" and token.head.lemma_ == "send"
    )


def is_paper(token: Token) -> bool:
    """Whether a letter is a paper and no message: "letters of credence", "a letter of intent"."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if above is not None and above.lemma_.lower() in LETTERS | {"message"}:
        return True  # "letters of congratulation" are told of by their own word
    return any(g.lower_ in PAPERS for c in token.children if c.lower_ == "of" for g in c.children)


def is_of_assembly(token: Token) -> bool:
    """Whether a session is a parliament's or an assembly's, whose speeches are no contact: "the UN General Assembly session"."""
    return token.lemma_ == "session" and any(t.lower_ in ASSEMBLIES for t in token.subtree)

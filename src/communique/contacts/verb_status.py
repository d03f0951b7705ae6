"""What a verb of contact says in the present tense: news in a headline, a custom, or what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.contacts.cues import CueTable, words
from communique.contacts.scene import Scene, tells_news
from communique.contacts.status import called_off_later, governed_status
from communique.contacts.verb_forms import form_status

if TYPE_CHECKING:
    from communique.sentences import Token

HABITS = words("habits")


def present(scene: Scene, token: Token, status: str | None, table: CueTable) -> str | None:
    """A present tense is held in a headline, a caption or the first words, else ongoing until a date says otherwise; a headline's "to meet" looks ahead."""
    if (
        status == "proposed"
        and scene.sentence.layer == "headline"
        and form_status(token) == "infinitive"
        and governed_status(token, table) is None
    ):
        return "planned"
    if status == "planned" and called_off_later(token, table):
        return "cancelled"
    if status == "present" and is_habit(token):
        return None
    if status == "present" and when_to_come(token, table):
        return "planned"
    if status == "present" and is_wished(token, table):
        return "proposed"
    if status == "present":
        return "held" if tells_news(scene) else "present"
    return status


def is_habit(verb: Token) -> bool:
    """Whether a present tense tells of a custom: "they meet every Friday", "usually speaks to"."""
    return any(
        c.lower_ in HABITS or any(g.lower_ in HABITS for g in c.children)
        for c in verb.children
        if c.dep_ in {"advmod", "npadvmod", "prep"}
    )


def is_wished(verb: Token, table: CueTable) -> bool:
    """Whether a bare form stands under a verb of proposing: "proposed that he meet Duque on the bridge"."""
    bare = (
        verb.dep_ == "ccomp" and verb.tag_ in {"VB", "VBP"} and any(c.lower_ == "that" for c in verb.children)
    )
    return bare and table.governors.get(verb.head.lemma_) == "proposed"


def when_to_come(verb: Token, table: CueTable) -> bool:
    """Whether a present tense tells when something will be: "will be taken up on Friday, when Truss receives Sefcovic".

    So it does behind "before": "much remains to be done before the two meet this month".
    """
    if verb.dep_ == "advcl" and any(
        c.lower_ in {"before", "until"} and c.dep_ == "mark" for c in verb.children
    ):
        return True
    clause = verb.dep_ in {"advcl", "relcl"} and any(c.lower_ in {"when", "once"} for c in verb.children)
    above = verb.head if verb.head.pos_ in {"VERB", "AUX"} else verb.head.head.head
    return clause and "planned" in {form_status(above), governed_status(above, table)}


def is_agreed_contact(token: Token, table: CueTable) -> bool:
    """Whether what is agreed on is a contact to come: "have agreed to meet", "agreed to hold talks in Oman"."""
    if token.lemma_ != "agree":
        return False
    wanted = [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
    objects = [g for c in wanted if c.lemma_ in table.light for g in c.children if g.dep_ == "dobj"]
    meets = any(
        cue.family in {"meeting", "call"}
        for c in wanted
        for cue in table.verbs.get(c.lemma_, ())
        if not cue.weak and cue.id != "discuss-with"
    )
    return meets or any(g.lemma_.lower() in table.nouns for g in objects)

"""Whether the clause around an expression looks back or ahead: from the parse where there is one, else from the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.dates.expression import Expression, Tense
from communique.knowledge.caseless import Caseless
from communique.knowledge.fold import small_letters

if TYPE_CHECKING:
    from communique.sentences import Doc, Token

AHEAD = (
    r"will|shall|['’]ll|would|could|may|might|should|must|(?:is|are|was|were|be|been)\s+to(?=\s+[a-z])|due|set\s+(?:to|for)|scheduled|slated|"
    r"expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|inten(?:ds?|ded|ding)|agreed\s+to|agrees\s+to|decided\s+to|prepar(?:es?|ed|ing)|"
    r"(?:about|ready|poised|likely|bound|supposed|willing|going)\s+to|invit(?:es?|ed|ing)|wants?\s+to|wanted\s+to|vow(?:s|ed)?\s+to|promis(?:es?|ed)\s+to|upcoming|"
    r"pencilled\s+in|penciled\s+in|foreseen|planned|propos(?:es?|ed)|look(?:s|ing)?\s+forward|to\s+(?:meet|visit|hold|host|travel|attend|"
    r"arrive|begin|start|discuss|speak|talk|resume|reconvene|take\s+place|be|sign|receive|fly|gather|convene|open|go|come|return|call|mark|join|welcome|present|continue)"
)
BACK_IRREGULAR = (
    r"was|were|had|did|met|spoke|held|said|told|made|took|gave|went|came|saw|sat|left|flew|began|broke|brought|built|bought|caught|"
    r"chose|drew|drove|ate|fell|felt|fought|found|forgot|got|grew|heard|hid|hit|kept|knew|laid|led|lent|lost|meant|paid|rang|ran|"
    r"rose|sent|shook|shot|showed|shut|slept|sold|stood|struck|swore|taught|thought|threw|understood|woke|won|wrote|withdrew|"
    r"became|beat|lay|sought|spent|spread|swept|wound|dealt|dragged|sank|sang|swung|tore|wore|bore|bound|froze|dined"
)
VERB = Caseless(
    rf"\b(?:(?P<ahead>{AHEAD})|(?P<perfect>ha(?:s|ve|d)\s+(?:\w+\s+)?(?:\w+ed|been|{BACK_IRREGULAR}|spoken|seen|taken|given|gone|come|begun|written|flown))|"
    rf"(?P<back>{BACK_IRREGULAR}|(?!\bneed|\bindeed|\bexceed|\bproceed|\bspeed)[a-z]{{2,}}(?:ed|id))|"
    rf"(?P<now>is|are|(?:meet|host|visit|travel|fl(?:y|ie)|arriv|begin|start|resum|open|gather|conven|conver|hold|receiv|leav|depart|return|head|go|come|"
    rf"speak|talk|bring|see|serv|gather|sign|dine|attend|tak|fac|join|mark|vote|confer|lead|address|review|chair|pass|welcome|await|look|land|sit|deliver|present|continue|end|expir|stay|remain)(?:e?s|e)?))\b"
)
CUT = re.compile(
    r";|:\s|\s[-–—]\s|—|\b(?:which|who|whom|whose|because|although|though|whereas|but)\b|(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMs)(?<!\bMrs)[.!?]\s|\bafter\b(?!\s+(?:next|that|talks?\b))|\bwhen\b|\bwhile\b|[\"“”]"
)
FOR_BEFORE = re.compile(  # in small letters, like all that stands right before a time
    r"\b(?:fixed|arranged|called|booked|convened|announced|tabled|rescheduled|moved|marked|reserved|earmarked|timed|tipped)\s+for\s+(?:the\s+)?$|"
    r"\b(?:planned|set|scheduled|due|penci\w+\s+in|slated|expected)\s+(?:to\s+[a-z]+\s+(?:\w+\s+){0,3})?(?:for|on|in|back\s+to)?\s*(?:the\s+)?$|"
    r"\b(?:slip(?:s|ped)?|slid|spill(?:s|ed)?\s+over|drift(?:s|ed)?)\s+into\s+(?:the\s+)?$|\b(?:postponed|delayed|deferred|adjourned|put\s+off|pushed\s+back|brought\s+forward|moved(?:\s+(?:up|back|forward))?)\s+(?:from\s+\w+\s+)?(?:until|till|to)\s+$|\b(?:upcoming|forthcoming|looming)\b[^.;,]{0,40}$"
)
PAST_DUE = Caseless(r"\bhad\s+(?:\w+\s+)?been\s+(?:\w+\s+){1,5}$")
OFF = r"(?:called\s+off|cancel\w+|postponed|scrapped|put\s+off|dropped|delayed|shelved|abandoned|moved|rescheduled)\b"
CALLED_OFF = Caseless(
    rf"[^.;]{{0,60}}?\b(?:(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?{OFF}|(?:fell|fallen)\s+through)"
)
NEWLY_OFF = Caseless(  # "Friday's meeting has been put off" is news before that Friday
    rf"(?:['’]s)?[^.;,]{{0,60}}?\s(?:(?:has|have)\s+been\s+(?:\w+ly\s+)?{OFF}|will\s+(?:not|no\s+longer)\s+(?:take\s+place|be\s+held|go\s+ahead))"
)
FRESH_FROM = re.compile(
    r"\b(?:fresh\s+(?:from|off)|back\s+from|in\s+the\s+wake\s+of|reacting\s+to|building\s+on)\s+$"
)
BY_THEN = Caseless(r"\bby\s+(?:early\s+|late\s+|the\s+end\s+of\s+)?(?:the\s+)?$")
WILL_HAVE = Caseless(r"\b(?:will|shall)\s+(?:all\s+|both\s+)?have\s")  # "by March the ships will have gone"
FOLLOWED = Caseless(r"\s+(?:(?:is|are|was|were)\s+to|will|would)\s+be\s+followed\b")
IN_A_CALL = re.compile(
    r"\b(?:discussed|agreed|pledged|promised|vowed|decided|undertook|resolved|arranged)\b[^.;]{0,90}\b(?:during|in|over)\s+an?\s+(?:\w+\s+){0,2}?"
    r"(?:(?:phone|telephone|video)\s+)?(?:call|conversation)\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?$"
)  # "agreed to meet soon in a phone call on Friday": nobody meets in a call
HELD_CONTACT = re.compile(
    r"(?:\b[Ff]ollowing|^(?:After|During|In))\s+(?:an?|the|their|his|her|its|[A-Z]\w+['’]s?)\s+(?!planned|upcoming|next|coming)(?:[\w’'-]+\s+){0,3}?"
    r"(?:call|conversation|(?:phone|telephone|video)\s+(?:talks?|exchange|conference)|tete-a-tete)s?"
    r"(?:\s+(?:with|between|in|at)\s+[\w’'-]+(?:\s+[\w’'-]+){0,5}?)?\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?$|"
    r"\b[Ff]ollowing\s+(?:an?\s+|the\s+|their\s+|his\s+|her\s+)?(?:[\w’'-]+\s+){0,3}?(?:meeting|talks|visit|summit|conference|phone\s+call)\s+"
    r"(?:(?:with|between|in|at)\s+[\w’'-]+(?:\s+[\w’'-]+){0,5}?\s+)?(?:on\s+)?$"
)
HELD_OPENS = ("After", "During", "In")
RANKED = Caseless(
    r"\b(?:first|second|third|fourth|only|most|(?!west\b|interest\b|request\b|guest\b|protest\b|latest\b|arrest\b|invest\b|test\b)[a-z]{3,}est)\b[^.;,]{0,80}$"
)  # "the first by a Russian minister in nine years": years gone by, whatever the verb's tense
DECIDED = Caseless(
    r"proposed|invited|planned|hoped|intended|agreed\s+to|decided\s+to|wanted\s+to|vowed\s+to|promised\s+to|prepared"
)  # before such an active verb a time is that of the act: "Beijing on Sunday proposed talks for December"
PRESENT_PASSIVE = Caseless(r"\b(?:is|are)\s+(?:being\s+)?(?:\w+ly\s+|now\s+|also\s+|still\s+)?$")
NO_PLAN = Caseless(
    r"said|believed|thought|reported|known|accused|suspected|charged|convicted|based|located|called|understood|alleged|rumou?red|made|held\s+up|given"
)
AHEAD_OF = Caseless(r"\b(?:(?:ahead|in\s+advance)\s+of|prior\s+to)\s+[^,.;:\"“”]{0,100}$")
CONDITIONAL_PAST = Caseless(
    r"\b(?:would|could|should|might|must|may)\s+have\s*$|\b(?:would|could|should|might|must|may)\s+(?:not\s+)?have\b"
)
SAID_IN = Caseless(  # "proposed the meeting in a tweet on Saturday"
    r"\b(?:in|by|via)\s+(?:an?|his|her|their|the)\s+(?:\w+\s+)?(?:tweet|letter|post|posting|statement|speech|message|interview|broadcast|address|telegram|note|cable)\s+(?:on\s+|dated\s+|late\s+|early\s+)*$"
)
JOINS = Caseless(r",|\b(?:and|or|that|as|before|how|what|where|he|she|it|they|also|now|then)\b")
NOUN_BEFORE = re.compile(
    r"(?:\d|[A-Z][a-z]+day|(?:Septem|Octo|Novem|Decem)ber|(?:Janu|Febru)ary|March|April|May|June|July|August)\s$"
)
SAYING = frozenset(
    {
        "say",
        "tell",
        "announce",
        "add",
        "report",
        "state",
        "declare",
        "confirm",
        "write",
        "note",
        "warn",
        "explain",
        "reply",
        "claim",
        "quote",
        "tweet",
        "post",
    }
)
AHEAD_LEMMAS = frozenset(
    {
        "expect",
        "plan",
        "schedule",
        "set",
        "slate",
        "intend",
        "hope",
        "invite",
        "propose",
        "pencil",
        "foresee",
        "prepare",
        "await",
        "due",
        "agree",
        "decide",
        "want",
        "aim",
    }
)
MODALS = frozenset({"will", "shall", "'ll", "’ll", "may", "might", "wo", "can", "must", "should"})


def find_tense(text: str, expression: Expression, layer: str = "prose", doc: Doc | None = None) -> Tense:
    """Past, future, or none: "will meet on Friday" looks ahead, "met on Friday" back.

    A headline in the present tense tells of what has happened ("Xi meets Putin"), with "to meet" of what is to come.
    """
    before = text[max(0, expression.start - 120) : expression.start]
    small = small_letters(before)
    if FOR_BEFORE.search(small[-60:]):
        off = CALLED_OFF.match(text, expression.end)
        return "past" if PAST_DUE.search(before[-60:]) and off is None else "future"
    if expression.cls == "weekday" and NEWLY_OFF.match(text, expression.end):
        return "future"
    if (tense := tense_in_advance(expression, before, small)) is not None:
        return tense
    if expression.cls == "ahead" and expression.modifier == "in" and RANKED.search(text[: expression.start]):
        return "past"
    near = before[-90:]
    if ("ollowing" in near or near.startswith(HELD_OPENS)) and HELD_CONTACT.search(near):
        return "past"
    if (turn := tense_of_turn(text, expression)) is not None:
        return turn
    if doc is not None and (tense := tense_of_parse(doc, expression)) != "none":
        return tense
    return tense_of_words(text, expression, layer)


def tense_in_advance(expression: Expression, before: str, small: str) -> Tense | None:
    """The direction of what something else is ahead of: "met Lee in advance of the summit in October" of the nearest October."""
    if not ("ahead" in small or "advance" in small or "prior" in small) or not AHEAD_OF.search(before):
        return None
    if expression.cls in {"weekday", "period"}:
        return "future"
    return "none" if expression.cls in {"date", "month"} and not expression.year else None


def tense_of_turn(text: str, expression: Expression) -> Tense | None:
    """The direction that a turn of speech right before a time gives it: "by March ... will have", "in a call on Friday"."""
    near = text[max(0, expression.start - 30) : expression.start]
    if " have " in text and BY_THEN.search(near) and WILL_HAVE.search(text):
        return "future"
    if expression.cls == "weekday" and FRESH_FROM.search(small_letters(near)):
        return "past"
    in_call = ("call" in near or "conversation" in near) and expression.cls in {"weekday", "date"}
    if in_call and IN_A_CALL.search(text[max(0, expression.start - 160) : expression.start]):
        return "past"
    return None


def tense_of_words(text: str, expression: Expression, layer: str = "prose") -> Tense:
    """The tense of the nearest verb before the expression in its clause, else after it."""
    ahead = text[: expression.start]
    cuts = [m.end() for m in CUT.finditer(ahead)]
    clause = ahead[cuts[-1] if cuts else 0 :]
    verbs = [v for v in VERB.finditer(clause) if not only_adjective(clause, v)]
    if verbs:
        return read_verb(verbs, layer, clause)
    following = text[expression.end :]
    if FOLLOWED.match(following):
        return "past"
    cut = CUT.search(following)
    clause = following[: cut.start() if cut else len(following)]
    verbs = [v for v in VERB.finditer(clause) if not only_adjective(clause, v)]
    if verbs:
        if DECIDED.fullmatch(verbs[0].group()) and not re.search(
            r"\b(?:is|are|was|were|be|been|being)\s+$", clause[: verbs[0].start()]
        ):
            return "past"
        return read_verb(verbs[:1] if verbs[0]["back"] or verbs[0]["ahead"] else verbs[:2], layer, clause)
    if len(cuts) > 1 or (cuts and ahead.strip()):
        verbs = [v for v in VERB.finditer(ahead) if not only_adjective(ahead, v)]
        return read_verb(verbs, layer, ahead) if verbs else "none"
    return "none"


def only_adjective(clause: str, verb: re.Match[str]) -> bool:
    """Whether a participle only describes a noun: "the planned meeting", "United", "a state visit"."""
    lead = clause[: verb.start()]
    word = verb.group()
    if (word[0].isupper() and lead.strip()) or (verb["now"] and NOUN_BEFORE.search(lead)):
        return True
    if verb["now"] and word.endswith("s") and is_object(lead):
        return True
    if verb["now"] or word.lower() in {"planned", "united", "limited", "expected", "scheduled", "led"}:  # noqa: SIM102  two questions
        if re.search(
            r"\b(?:the|a|an|of|his|her|their|its|this|that|for|first|last|next|state|official|phone|telephone|in|at|on|with|['’]s|by)\s$",
            lead,
        ):
            return word.lower() not in {"planned", "expected", "scheduled"} or (
                bool(re.match(r"\s+[a-z]+", clause[verb.end() :]))
                and not re.match(r"\s+(?:for|to|on|in|by)\b", clause[verb.end() :])
            )
    return False


def is_object(lead: str) -> bool:
    """Whether a word in -s behind a finite verb is its noun: "held delegation-level talks", "told his Turkish hosts"."""
    told = [v for v in VERB.finditer(lead) if v["back"] or v["perfect"]]
    return bool(told) and JOINS.search(lead, told[-1].end()) is None


def read_verb(verbs: list[re.Match[str]], layer: str, clause: str) -> Tense:
    """The tense of the last verb of a clause; what was planned stays ahead, what "would have been" does not."""
    last = verbs[-1]
    if CONDITIONAL_PAST.search(clause[max(0, last.start() - 12) : last.end() + 6]):
        return "past"
    if last["ahead"]:
        had = (
            len(verbs) > 1
            and verbs[-2]["perfect"]
            and verbs[-2].group().lower().startswith("had")
            and last.start() - verbs[-2].end() < 3
        )
        return "past" if had else "future"
    if (
        last["back"]
        and PRESENT_PASSIVE.search(clause[: last.start()])
        and not NO_PLAN.fullmatch(last.group())
    ):
        return "past" if layer == "headline" else "future"
    if last["back"] or last["perfect"]:
        if (
            len(verbs) > 1
            and verbs[-2].group().lower().endswith(" be")
            and last.start() - verbs[-2].end() <= 2
        ):
            return "future"
        if (
            len(verbs) > 1
            and verbs[-2]["ahead"]
            and re.fullmatch(
                r"\s+(?:be|have\s+been|to\s+be|not\s+be|also\s+be)\s+", clause[verbs[-2].end() : last.start()]
            )
        ):
            return "future"
        return "past"
    if len(verbs) > 1 and verbs[-2]["ahead"] and last.start() - verbs[-2].end() < 25:
        return "future"
    if len(verbs) > 1 and verbs[-2]["back"] and re.search(r"\bto\s+$", clause[: last.start()]):
        return "past"
    return "past" if layer == "headline" else "future"


def tense_of_parse(doc: Doc, expression: Expression) -> Tense:
    """The tense of the verb that governs the expression in a parse."""
    token, end = doc.token_at(expression.start), doc.token_at(expression.end - 1)
    if token is None or end is None:
        return "none"
    last = [t for t in doc.tokens[token.i : end.i + 1] if expression.start <= t.idx]
    if not last:
        return "none"
    head = last[-1]
    inside = {t.i for t in last}
    while head.i in inside and head.head.i != head.i:
        head = head.head
    behind = False
    for _ in range(12):
        if head.pos_ in {"VERB", "AUX"}:
            back = acted(head, expression) or (behind and is_simple(head)) or is_followed(head, expression)
            tense = "past" if back else verb_tense(head)
            if tense != "none":
                return tense
        behind = behind or goes_before(head)
        if head.head.i == head.i:
            break
        head = head.head
    return "none"


def goes_before(token: Token) -> bool:
    """Whether what hangs on a word lies before the verb above it: "comes after a visit on May 3", "since the summit in May"."""
    after = token.lower_ in {"after", "following", "since"} and token.dep_ == "prep"
    return after or (token.dep_ == "dobj" and token.head.lemma_ == "follow")


def is_followed(verb: Token, expression: Expression) -> bool:
    """Whether a time is that of what something else is to follow: "their call on Monday is to be followed by a visit"."""
    passive = verb.lemma_ == "follow" and verb.tag_ == "VBN" and expression.end <= verb.idx
    return passive and any(c.dep_ == "auxpass" for c in verb.children)


def is_simple(verb: Token) -> bool:
    """Whether a verb is in the bare present, which tells of a time that is no later than the report."""
    return verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def acted(verb: Token, expression: Expression) -> bool:
    """Whether the time is that of proposing or planning itself: it stands before the active verb, or right after it."""
    if verb.lemma_ not in AHEAD_LEMMAS:
        return False
    if verb.idx < expression.start and SAID_IN.search(verb.doc.text[verb.idx : expression.start]):
        return True
    if any(t.dep_ in {"aux", "auxpass"} for t in verb.children):
        return False
    if verb.tag_ == "VBN":
        return 0 < verb.idx - expression.end <= 2
    if verb.tag_ != "VBD":
        return False
    return expression.end <= verb.idx or 0 <= expression.start - (verb.idx + len(verb)) <= 4


def verb_tense(verb: Token) -> Tense:  # noqa: C901  the cases of one grammar stand together
    """A verb's direction from its own form, its auxiliaries and, for infinitives, what governs it."""
    auxiliaries = {
        child.lower_
        for child in verb.children
        if child.dep_ in {"aux", "auxpass"} and not (child.text == "May" and child.i > child.sent.start)
    }
    if "have" in auxiliaries and auxiliaries & (MODALS | {"would", "could"}):
        return "past"
    if auxiliaries & MODALS or auxiliaries & {"would", "could"}:
        return "future"
    if verb.lemma_ == "follow" and verb.tag_ == "VBN" and not auxiliaries:
        return "none"  # "will meet on Friday, followed by a dinner on Saturday": the verb above tells
    if verb.tag_ == "VBN" and not auxiliaries and verb.lemma_ not in AHEAD_LEMMAS - {"invite"}:
        return "past" if verb.dep_ in {"acl", "advcl", "amod"} else "none"
    if verb.lemma_ == "set" and any(t.dep_ == "prt" for t in verb.children):
        return "past" if verb.tag_ in {"VBD", "VBN"} else "none"
    if verb.lemma_ in AHEAD_LEMMAS and verb.lemma_ not in {"agree", "decide", "prepare"}:
        return "future"
    if "to" in auxiliaries:
        # "Were to have met on Thursday" is said before and after it: the nearer one.
        return "none" if "have" in auxiliaries else infinitive_tense(verb)
    if (
        verb.tag_ == "VBD"
        or "did" in auxiliaries
        or (verb.tag_ == "VBN" and auxiliaries & {"was", "were", "had", "has", "have", "been"})
    ):
        return "past"
    if verb.tag_ in {"VBZ", "VBP"}:
        return "past" if verb.lemma_ in SAYING or auxiliaries & {"has", "have"} else "future"
    if verb.tag_ == "VBG":
        if auxiliaries & {"is", "are", "'s", "'re", "am"}:
            return "future"
        if auxiliaries & {"was", "were"} and verb.lemma_ in {"prepare", "plan", "expect", "hope"}:
            return "future"
        return "past" if auxiliaries & {"was", "were", "had"} else "none"
    return "none"


def infinitive_tense(verb: Token) -> Tense:
    """ "is to meet", "agreed to meet", "flew there to meet"."""
    head = verb.head
    if head.i == verb.i:
        return "future"
    if (
        head.lemma_ == "be"
        or head.lemma_ in AHEAD_LEMMAS
        or head.pos_ in {"ADJ", "NOUN"}
        or head.lemma_ in {"vow", "promise", "pledge", "ask", "urge", "order", "call", "offer"}
    ):
        return "future"
    return "none"

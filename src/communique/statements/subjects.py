"""Whose words a verb of a parse reports: its subject, wherever the parse has hung it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates.calendar_days import NAMES
from communique.statements.reporting import load_reporting

if TYPE_CHECKING:
    from communique.sentences import Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
WEEKDAYS = frozenset(name.lower() for name in NAMES)


def subject_of(token: Token, depth: int = 0) -> Token | None:
    """Whose words a verb reports: its subject, or that of the verb that it hangs on ("..., adding that")."""
    if (before := before_day(token)) is not None:
        return before
    own = [c for c in token.children if c.dep_ in SUBJECT]
    # Of two subjects the parse has taken a clause ("The phone overheats, owners have reported") for the first.
    own = [c for c in own if own[0].i < c.i < token.i and c.head == token and parts(own[0], c)][-1:] or own
    if own:
        told = vessel_of(token)
        return behind_relative(token, own[0]) if told is None else author_of(told, depth)
    if depth > 4 or token.head == token:
        return None
    if (other := odd_subject(token)) is not None:
        return other
    if (
        token.dep_ in {"advcl", "ccomp"}
        and token.tag_ in {"VBD", "VBZ", "VBP"}
        and (other := after_preposition(token))
    ):
        return other
    if token.dep_ in {"conj", "xcomp", "advcl", "dep", "acl", "pcomp", "parataxis", "ccomp"}:
        head = over_preposition(token.head)
        if token.dep_ == "acl" and token.tag_ == "VBG":
            return author_of(vessel_of(token) or head, depth)
        if token.dep_ == "ccomp" and token.tag_ not in {"VBG", "VBD"}:
            return None
        if token.dep_ == "conj" and token.tag_ == "VBD":
            head = past_above(head) or over_thing(head) or head
        return subject_of(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else None
    return None


def before_day(token: Token) -> Token | None:
    """Who speaks before a bare weekday that the parse has tied to the name: "Ghana Monday rejected the claims"."""
    place = token.i - 1
    while place > 1 and token.doc[place].tag_ == "RB":
        place -= 1
    day = token.doc[place] if place > 0 else token
    if day.lower_ not in WEEKDAYS or day.head != token:
        return None
    name = token.doc[day.i - 1]
    return name if name.dep_ == "compound" and name.head == day and name.pos_ == "PROPN" else None


def over_preposition(head: Token) -> Token:
    """What a verb hangs on, over a preposition or a mood: "was at pains to point out", "were quick to note"."""
    if head.lower_ in load_reporting().words["speaking"]:
        head = head.head
    return head.head if head.pos_ == "ADP" else head


def over_thing(head: Token) -> Token | None:
    """The main verb over what a thing does: "rejected the ruling which gave status to the port and vowed to fight it"."""
    subject = next((c for c in head.children if c.dep_ in SUBJECT), None)
    if head.dep_ != "relcl" or subject is None or subject.lower_ not in {"which", "that"}:
        return None
    noun, table = head.head, load_reporting()
    able = {noun.lower_, noun.lemma_.lower()} & table.able or (
        noun.pos_ == "PROPN"
        and noun.ent_type_ not in {"LAW", "DATE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"}
    )
    above = noun.head
    while above.pos_ == "ADP" or above.pos_ in {"NOUN", "PROPN"} and above.head != above:
        above = above.head
    return above if not able and above.tag_ in {"VBD", "VBN"} else None


def behind_relative(token: Token, subject: Token) -> Token:
    """A subject, or what "who" and "which" stand for."""
    relative = token.dep_ in {"relcl", "acl", "ccomp"} and token.head != token
    if not relative or subject.lower_ not in {"who", "which", "that"}:
        return subject
    if subject.lower_ != "who":
        return token.head
    before = next((t for t in reversed(list(token.doc[: subject.i])) if t.text != ","), token.head)
    named = (
        before.ent_type_ == "PERSON"
        and before.i > token.head.i
        and token.head.lower_ not in load_reporting().people
    )
    return before if named else man_of(token.head)


def odd_subject(token: Token) -> Token | None:
    """Who is blamed for saying so, or with whom something is told."""
    if token.dep_ == "pcomp" and (blamed := blamed_for(token)) is not None:
        return blamed
    if (
        token.dep_ == "pcomp"
        and token.head.lower_ == "as"
        and (quoted := quoted_before(token.head.head)) is not None
    ):
        return quoted
    if token.dep_ == "pcomp" and token.tag_ == "VBG" and (noun := noun_before(token)) is not None:
        return noun
    return with_whom(token) if token.tag_ == "VBG" else None


def quoted_before(verb: Token) -> Token | None:
    """Whom somebody quotes: the king in "quoted the king as refusing to sign"."""
    if verb.lemma_.lower() not in {"quote", "cite", "paraphrase"}:
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)


def noun_before(token: Token) -> Token | None:
    """Whose deed a participle tells behind a preposition: "has yet to respond to Duarte revealing the price"."""
    nouns = [c for c in token.head.children if c.dep_ == "pobj" and c.right_edge.i == token.i - 1]
    return nouns[0] if nouns and nouns[0].pos_ == "PROPN" else None


def with_whom(token: Token) -> Token | None:
    """Who speaks in "with the president saying one day that ... and then saying that ..."."""
    if token.dep_ == "conj" and token.head.tag_ != "VBG":
        main = next((t for t in token.ancestors if t.tag_ == "VBG" and t.lower_ == token.lower_), None)
        return subject_of(main) if main is not None else None
    for child in token.head.children if token.dep_ in {"advcl", "acl", "pcomp"} else ():
        if child.lower_ == "with" and child.i < token.i:
            noun = next((c for c in child.children if c.dep_ == "pobj"), None)
            if noun is not None and noun.right_edge.i == token.i - 1:
                return noun
    return None


def blamed_for(token: Token) -> Token | None:
    """Who is blamed or thanked for what he said: "mocked Hall for declaring that"."""
    verb = token.head.head
    if token.head.lower_ != "for" or verb.lemma_.lower() not in load_reporting().words["blaming"]:
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)


def man_of(noun: Token) -> Token:
    """Who speaks in "a reporter from the Daily Star, who asked": the reporter and not his paper."""
    if noun.pos_ == "NOUN" and noun.lower_ not in load_reporting().able:
        # "a sharp reply from Senator Hall, who said": the senator
        inner = [
            g for c in noun.children if c.dep_ == "prep" and c.lower_ in {"from", "by"} for g in c.children
        ]
        if len(inner) == 1 and inner[0].pos_ == "PROPN" and inner[0].dep_ == "pobj":
            return inner[0]
    above = noun.head.head
    person = noun.ent_type_ == "PERSON" and not any(c.dep_ == "det" for c in noun.children)
    body = (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"from", "of", "for", "at", "with"}
        and not (person or noun.lower_ in load_reporting().people)
    )
    serves = noun.dep_ == "pobj" and noun.head.lower_ in {"to", "for"} and noun.pos_ == "NOUN"
    return (
        above
        if (body or serves) and above.pos_ == "NOUN" and above.lower_ in load_reporting().people
        else noun
    )


def past_above(head: Token) -> Token | None:
    """The main verb in the past over a clause in the present: "voiced concern that rebels are near and demanded a halt"."""
    helpers = {c.lower_ for c in head.children if c.dep_ in {"aux", "auxpass"}}
    present = (
        head.tag_ in {"VBZ", "VBP"}
        or (head.tag_ == "VBN" and helpers & {"is", "are"})
        or (
            head.tag_ in {"VBG", "VB"}
            and helpers & {"is", "are", "will", "can", "may", "would", "could", "might"}
        )
    )
    if not present or head.dep_ not in {"acl", "relcl", "ccomp", "advcl"}:
        return None
    above = head.head
    for _ in range(4):
        if (
            above.tag_ == "VBD"
            or refused_in(above)
            or (above.tag_ == "VBN" and any(c.lower_ in {"has", "have", "had"} for c in above.children))
        ):
            return above
        above = above.head
    return None


def refused_in(verb: Token) -> bool:
    """Whether a verb tells a refusal: "would not say when the state would act, but called on both to talk"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg"}}
    return (
        verb.tag_ == "VB"
        and bool(helpers & {"would", "did", "could"})
        and bool(helpers & {"not", "n't", "n’t"})
    )


def parts(first: Token, second: Token) -> bool:
    """Whether a comma stands between two subjects, so that the second speaks, or nothing does ("Outside court his father said"); "Scientists writing in Nature say" has none."""
    return any(t.text == "," for t in first.doc[first.i : second.i]) or second.left_edge.i == first.i + 1


def after_preposition(token: Token) -> Token | None:
    """The subject that the parse hangs on a conjunction: "Shares fell after Tim Roth, its chairman, warned that"."""
    openers = [c for c in token.head.subtree if c.dep_ == "prep" and c.head.i < c.i < token.i]
    openers = [c for c in openers if token.dep_ == "advcl" or c.right_edge.i == token.i - 1]
    if not openers or openers[-1].lower_ not in {"after", "before", "as", "since", "until", "while"}:
        return None
    return next((c for c in openers[-1].children if c.dep_ == "pobj" and c.i < token.i), None)


def author_of(noun: Token, depth: int) -> Token | None:
    """Whose words "a statement saying" gives: its owner's, or those of who issued it; else the noun's own."""
    if not {noun.lemma_.lower(), noun.lower_} & set(load_reporting().vessels):
        return noun
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or next(
        (
            g
            for c in noun.children
            if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "from"}
            for g in c.children
            if g.dep_ == "pobj"
        ),
        None,
    )
    if owner is not None and owner.pos_ != "PRON":
        return owner
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else None
    found = subject_of(verb, depth + 1) if verb is not None and verb.pos_ == "VERB" else None
    return found if found is not None else owner if owner is not None else noun


def vessel_of(token: Token) -> Token | None:
    """The statement before the time that a participle seems to hang on: "issued a statement after the lunch saying that"."""
    if token.tag_ != "VBG" or token.dep_ not in {"pcomp", "acl", "advcl"}:
        return None
    noun = token.head if token.dep_ == "acl" else token.doc[max(token.i - 1, 0)]
    table = load_reporting()
    if noun.pos_ != "NOUN" or {noun.lower_, noun.lemma_.lower()} & {*table.able, *table.vessels}:
        return None
    opener = noun.head if token.dep_ == "acl" else token.head
    if token.dep_ == "advcl":
        opener = next((c for c in token.children if c.dep_ == "mark" and c.i < noun.i), token)
    if opener.dep_ not in {"prep", "mark"} or not (token.dep_ == "acl" or noun.head == token):
        return None
    issued = token.head if token.dep_ == "advcl" else opener.head
    words = issued.children if issued.pos_ == "VERB" else (issued,)
    return next((c for c in words if c.i < opener.i and c.lower_ in table.vessels), None)


def disagrees(token: Token) -> bool:
    """Whether an article cannot be that of a plural: "a move unions called" are the unions, and they alone."""
    return (
        token.tag_ == "NNS"
        and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children)
        and token.i > 0
        and token.nbor(-1).tag_ == "NN"
        and token.nbor(-1).dep_ in {"compound", "nmod"}
        and token.nbor(-1).lower_ not in {"dozen", "couple", "handful", "score"}
    )

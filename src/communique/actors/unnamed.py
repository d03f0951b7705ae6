"""Whether a word stands for somebody whom no mention tells: what is said of him is of nobody named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.agreement import FEMALE, MALE
from communique.actors.expressions import WORDS
from communique.actors.walk import Walk, described
from communique.records import Actor, Sentence

if TYPE_CHECKING:
    from communique.sentences import Token

NOBODY = Actor(id="?", name="nobody", type="person", known=False)
MEN, WOMEN = frozenset(WORDS["people"]["men"]), frozenset(WORDS["people"]["women"])
HUMAN = MEN | WOMEN | frozenset(WORDS["people"]["nouns"])


def is_unnamed(walk: Walk, token: Token | None, word: str, sentence: Sentence) -> bool:
    """Whether a word is a person of whom nobody knows who it is, and whom a pronoun may mean: "the farmer said he was glad".

    So is a pronoun that was left open: in "he said he would come" both are one.
    """
    token = described(token)
    if token is None or walk.human(token, sentence) is not None:
        return False
    alike = MALE if word.lower() in MALE else FEMALE
    if token.tag_ == "PRP":
        return token.lower_ in alike
    lemma = token.lemma_.lower()
    if lemma in (WOMEN if alike is MALE else MEN):
        return False
    return token.tag_ == "NN" and lemma in HUMAN or token.ent_type_ == "PERSON"

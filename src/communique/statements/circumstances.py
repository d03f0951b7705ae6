"""What stands around a deed wherever it stands in somebody's words: a condition, an offence, how long it lasts, how far a "not" goes."""

from __future__ import annotations

import functools
import re

from communique.knowledge.load import LEXICON, read_toml
from communique.statements.answers import WORD

HANGS = re.compile(
    r"\b(?:if|unless|in case|whoever|anyone|anybody|those (?:who|that)) "
    r"(?!(?:necessary|needed|possible|asked|required|convicted|found guilty|not)\b|(?:(?:he|she|it|they|i|we) )?(?:is |was |were |are )?(?:re-?elected|elected|chosen|returned|won|wins?)\b)|^\W*should ",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(r"\b(?:if|unless|in case)\b|^\W*should ", re.IGNORECASE)
REFUSED = re.compile(
    r"\bunless (?!(?:it|there|i|we|necessary|asked|needed|re-?elected)\b)"
    r"|\b(?:if|in case|should) (?!(?:it|there|i|we|necessary|asked)\b)[^.;,]{0,60}?(?:\b(?:not|no|never|no longer|refuses?|refused|fails?|failed|rejects?|rejected|ignores?|ignored|keeps?|kept|persists?|persisted|continues?|continued)\b|n['’]t\b)",
    re.IGNORECASE,
)
ANSWERING = re.compile(
    r"\b(?:in|out of) (?:response|retaliation|revenge|reply|return|protest|kind)\b|\b(?:retaliatory|reciprocal|countermeasures?|counter-measures?)\b",
    re.IGNORECASE,
)
LASTS = re.compile(
    r"\b(?:for|in) (?:(?:an?|the|several|many|some|more|than|past|last|nearly|almost|about|over|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) ){1,4}(?:hours?|days?|weeks?|months?|years?|decades?|centur\w+|generations?)\b",
    re.IGNORECASE,
)
SOFTENERS = frozenset("all always either entirely everything fully just merely only quite simply".split())
SOFTENED = re.compile(
    r"\b(?:not|n['’]t|never|nor|cannot|hardly)(?: [\w’'-]+){0,2} (?:all|always|entirely|everything|fully|just|merely|only|quite|simply)\b(?<!at all)|\bonly\b|\beither\W*$",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"\bso (?:many|much|few|little|far|high|low|large|big|often|strong|bad|badly|hard|well|long)\b",
    re.IGNORECASE,
)
BY_FORCE = re.compile(r"\bby (?:military |armed )?force\b", re.IGNORECASE)


def circumstances(text: str) -> set[str]:
    """The traits that words have by what stands anywhere in them: "if the raids go on" hangs, "for a week" is lasting."""
    told = set(WORD.findall(text.lower()))
    traits = {name for name, among in listed().items() if told & among} | conditions(text)
    if told & provocations():
        traits.add("provoked")
    if LASTS.search(text):
        traits.add("lasting")
    if softened(text, told):
        traits.add("soft")
    if "force" in told and BY_FORCE.search(text):
        traits.add("forced")
    if ANSWERING.search(text):
        traits.add("answering")
    return traits


def conditions(text: str) -> set[str]:
    """What words hang on: on others' deeds, on an "if" itself, on what they refuse to do."""
    if not HANGS.search(text):
        return set()
    return {
        "hangs",
        *(name for name, form in (("conditional", CONDITIONAL), ("refused", REFUSED)) if form.search(text)),
    }


def softened(text: str, told: set[str]) -> bool:
    """Whether a "not" stops short of the deed: "not only", "never fully", "so many", not "to either side"."""
    if not SOFTENERS.isdisjoint(told) and SOFTENED.search(text):
        return True
    return "so" in told and DEGREE.search(text) is not None


@functools.cache
def listed() -> dict[str, frozenset[str]]:
    """The words anywhere in what is said that are a trait of it: "since" of "lasting"."""
    return {name: frozenset(among) for name, among in read_toml(LEXICON / "moods.toml")["anywhere"].items()}


@functools.cache
def provocations() -> frozenset[str]:
    """The forms of the deeds that a threat answers: "if one more shell falls"."""
    return frozenset(read_toml(LEXICON / "moods.toml")["provocations"])

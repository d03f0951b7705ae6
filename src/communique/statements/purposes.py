"""Wordings that deny, threaten, ask or promise whatever the verb: "reserves the right to", "had fired no shots"."""

from __future__ import annotations

from communique.knowledge.caseless import Caseless


def pattern(words: str) -> Caseless:
    """A pattern that takes no notice of capitals."""
    return Caseless(words)


WILL = r"(?:will|would|shall|(?:is|are|am|was|were|['’](?:re|m|s)) going to)\b|['’](?:ll|d)\b"
WILL_DO = pattern(WILL)
# A refusal to speak told in reported words: "it does not comment on rumours".
SILENT = pattern(
    r"^\W*(?:(?:i|we|he|she|it|they|the (?:[\w-]+ ){0,2}(?:ministry|government|company|bank|police|army|agency|court|office|club|force|department|firm|group|kremlin|palace|house|presidency|embassy|pentagon|administration))\b) (?:(?:could|can|do|does|did|would|will|is|are|was|were)(?: not|n['’]t)|cannot|never|(?:is|was|were|are) un)\s?(?:publicly |yet |currently |going |in a position |prepared |willing |authori[sz]ed |at liberty |allowed |able |free )*(?:to )?"
    r"(?:(?:publicly|routinely|normally|usually) )?(?:comment|discuss|disclose|elaborate|speculate|confirm|go into|get into|be drawn|answer (?:any |hypothetical |such |further |that |the )*questions?|identify|reveal|talk about|say (?:who|what|when|where|why|how|whether|if|more|anything))\b|"
    r"^\W*it (?:is|was|would be) (?:too early|too soon|premature|inappropriate|wrong|not appropriate|not right) (?:for \w+ )?to (?:comment|speculate|discuss|talk about)\b"
)
LET = pattern(
    r"^\W*(?:(?:then|so|well|now|all right|fine),? )*let (?!me\b|us\b|it be\b|['’]s|alone)(?:the|them|him|her|our|my|this|those|these|people|him|\w+s)\b"
)
OR_FACE = pattern(
    r"\bor (?:find (?:another|a new|themselves|himself)\b|get out\b|forfeit\b|else\b|face\b|risk\b|suffer\b|lose\b|die\b|perish\b|be \w+)|"
    r"^\W*\w+ [\w ]{2,30},? and (?:we|i)(?:['’]ll| will| shall)? (?:fire|shoot|strike|attack|kill|sue|walk out|quit|blow)\b"
)
# "insisted that the minister apologise": the bare verb tells what is to be done.
BARE_VERB = pattern(
    r"^\W*(?:(?!(?:is|are|was|were|has|have|had|did|do|does|will|would|can|could|should|must|may|might|not)\b)[\w’'-]+ ){1,6}?not (?!(?:only|just|yet|been|to|an?|the|in|at|on|so|as|of|for|\w+ing|\w+ed|\w+ly)\b)[a-z]+\b|"
    r"^\W*(?:the|his|her|its|their|every|each|any|no|he|she|it)(?: [\w’'-]+){0,3} (?:apologi[sz]e|resign|leave|step (?:down|aside)|pay|return|withdraw|stop|hand|give|go|make|take|come|stay|release|stand|sign|publish|end|lift|"
    r"close|open|pull|free|drop|cut|raise|act|stick|follow|appear|testify|attend|remain|keep|honou?r|respect|accept|agree|change|repay|rebuild|meet|reveal|explain|abandon|recogni[sz]e|disarm)\b"
)

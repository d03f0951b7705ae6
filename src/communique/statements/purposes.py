"""Wordings that deny, threaten, ask or promise whatever the verb: "reserves the right to", "had fired no shots"."""

from __future__ import annotations

import re


def pattern(words: str) -> re.Pattern[str]:
    """A pattern that takes no notice of capitals."""
    return re.compile(words, re.IGNORECASE)


AHEAD = r"(?:will|would|shall|(?:is|are|was|were) going to)"

# Harm that is announced in set phrases of diplomacy and strife.
THREAT = pattern(
    rf"\b{AHEAD} (?:expel|impose|cut|suspend|halt|freeze|ban|close|sanction|target|seize)\b[^.;]{{2,80}}?\bin (?:response|retaliation|return)\b|\b(?:ready|prepared|willing) to (?:impose (?:\w+ )?(?:sanctions|tariffs|penalties)|use force|strike|go to war|retaliate|fight|hit back|shoot)\b|"
    rf"\breserve[sd]? (?:the|its|their|our|his) right to (?:respond|retaliate|reply|answer|act|take|use|strike|defend)\b|\b{AHEAD} (?:regard|consider|treat|view|see) .{{2,60}} as (?:an act of (?:war|aggression)|a declaration of war|a hostile act|a casus belli)\b|"
    rf"\b{AHEAD} (?:be|constitute|amount to) (?:an act of (?:war|aggression)|a declaration of war|a casus belli)\b|\b(?:{AHEAD}|['’]ll) not (?:stand (?:idly )?by|sit idly by|hesitate to (?:use|strike|respond|act|shoot)|stay silent|remain idle|go unanswered|go unpunished)\b|"
    rf"\b{AHEAD} (?:bear|face|suffer|feel) (?:the |all the |full |grave |serious |severe |dire |bitter )*consequences\b|\b{AHEAD} (?:have no (?:other )?choice but to (?:respond|act|retaliate|strike|use)|be forced to (?:respond|act|retaliate|strike|use))\b|"
    rf"\b{AHEAD} take (?:firm |strong |resolute |all necessary |tough |harsh |decisive )*(?:counter-?measures|retaliatory (?:measures|steps))\b|\b(?:is|are|was|were|become|{AHEAD} be(?:come)?) (?:a )?legitimate (?:military )?targets?\b|"
    rf"^\W*(?:they|you|he|she|whoever \w+|those who [\w ]{{2,40}}) (?:{AHEAD}|['’]ll)? ?(?:pay (?:for|dearly)|regret|be made to pay)\b|\ball options (?:are|were|remain(?:ed)?) on the table\b|\bthere (?:{AHEAD}) be (?:hell|a price|a (?:heavy|terrible|high) price|(?:grave |serious |severe |dire )?consequences|blood)\b"
)
# A measure of the speaker's own side on a condition: "would expel the envoys if the report was published".
CONDITIONAL = pattern(
    rf"\b(?:{AHEAD}|['’]ll) (?:\w+ly )?(?:be (?:closed|shut|cut|blocked|suspended|expelled|halted|stopped|withdrawn|sunk|boarded|seized|shot)|stop (?:flowing|coming|working)|expel|close|cut|block|suspend|halt|stop|withdraw|quit|leave|boycott|"
    r"walk out|strike|ban|freeze|seize|end|tear up|pull out|impose|freeze|shut|recall|scrap|default)\b[^.;]{0,80}?\b(?:if|unless)\b (?!necessary|needed|possible|asked|elected|re-elected)[^.;]{0,60}?(?:\b(?:not|n['’]t|went|goes|attack\w*|publish\w*|refus\w*|fail\w*|continu\w*|again|rose|rise|sign\w*|cross\w*|enter\w*|paid|pay)\b)"
)
# A deed of the speaker's own side that was not done: "had fired no shots", "had no troops in the valley".
NO_DEED = pattern(
    r"^\W*(?:[\w’'-]+ ){1,4}?(?:(?:had|has|have) (?:\w+ly )?(?:broken|fired|sent|made|taken|given|signed|paid|sold|received|committed|used|offered|bought|killed|held|hidden|laid|shipped|trained|armed|leaked|ordered) (?:no|none|nothing)\b|"
    r"(?:had|has|have) no (?:troops?|soldiers?|forces|bases?|agents?|ships?|prisoners?|weapons?|missiles?|contacts?|dealings|secret \w+)\b|kn(?:ew|ow|ows) (?:nothing|of no)\b|broke no (?:law|rule|treaty|promise)s?\b|did no wrong\b)"
)
NOT_ONE = pattern(
    r"^\W*(?:not (?:a|one|a single) \w+|nobody|no one|no \w+) (?:of ours )?(?:crossed|died|fired|was (?:harmed|hurt|tortured|beaten|killed|shot|hit|paid|bribed)|left|entered|fell|took part)\b|^\W*(?:it|that) (?:wasn['’]t|was not) (?:us|me|our)\b|"
    r"^\W*(?:the |these |those )?(?:documents?|photographs?|photos?|videos?|letters?|signatures?|recordings?|pictures?|footage|quotes?|figures?) (?:is|are|was|were|had been|has been|have been) (?:forged|faked|fabricated|invented|doctored|staged|false|fakes?|forgeries)\b"
)
# What somebody is to do, of those who are no party to the words: "the boats had to be taken in by others".
OBLIGED = pattern(
    r"^\W*(?!(?:i|we|he|she|it)\b)(?:[\w’'-]+ ){1,5}?(?:must|had to|has to|have to|should|ought to|needs? to) be (?:handed|returned|released|freed|closed|opened|stopped|lifted|ended|removed|withdrawn|taken in|punished|prosecuted|tried|dismissed|sacked|protected|allowed|respected|given back|paid|evacuated|rebuilt|investigated|scrapped|repealed|postponed)\b|"
    r"^\W*(?:both (?:sides|parties)|all (?:sides|parties)|the (?:minister|president|government|premier|prime minister|mayor|governor|chairman|director|council|company|rich|banks?|army|police|king|court|world|international community|other side|authorities|rebels|militia)|parliament|everyone|governments|others) (?:should|must|ought to|has to|have to|had to|needs? to)\b(?! (?:be|have)\b)|"
    r"^\W*(?:it|he|she|they) wants? (?!to\b)|^\W*(?:it|he|she|they) wanted (?!to\b)[\w’' -]{2,50}? (?:to \w+|\w+ed|freed|back|out|home|gone|shut|closed)\W*$"
)
NEEDS = pattern(r"^\W*(?:i|we) (?:just |only )?need (?!to\b)[\w ’'-]{2,40}(?:,? not\b|[,.!]|$)|^\W*please\b")
# What the speaker's own side undertakes for others.
HELPS = pattern(
    rf"\b(?:{AHEAD}) (?:also |soon |\w+ly )?(?:send (?:\w+ ){{0,3}}(?:ships?|planes?|tonnes?|tons?|trucks?|lorries|doctors?|nurses?|aid|food|grain|rice|wheat|medicines?|help|water|tents?|blankets?|vaccines?|doses)|host|repay|compensate|reimburse)\b|"
    rf"^\W*(?:customers|depositors|investors|victims|families|passengers|workers|employees|creditors|refugees|residents|pensioners|taxpayers)\b[^.;]{{0,20}} (?:{AHEAD}) be (?:repaid|refunded|compensated|reimbursed|paid|protected|helped|looked after|rehoused|housed|fed)\b|"
    rf"^\W*(?:nobody|no one|not one \w+|no \w+) (?:{AHEAD}) (?:be (?:left behind|forgotten|abandoned|turned away|sent back|harmed|hurt|forced|laid off|sacked)|go hungry|lose (?:his|her|their|a) \w+|starve)\b|"
    r"\b(?:i|we)(?:['’]ll| will| shall)? ?(?:will |shall )?(?:not|never) (?:let (?:you|them|her|him|anyone|anybody|our \w+) down|abandon|forget|leave (?:you|them|anyone))\b|\bwon['’]t let (?:you|them) down\b"
)
PAID_BACK = pattern(
    r"\bbe (?:repaid|refunded|compensated|paid) (?:in full|back|every|at once|within|by|to the last)\b|\bnot let (?:you|them|her|him|anyone) down\b"
)

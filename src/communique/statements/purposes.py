"""Wordings that deny, threaten, ask or promise whatever the verb: "reserves the right to", "had fired no shots"."""

from __future__ import annotations

from communique.knowledge.caseless import Caseless


def pattern(words: str) -> Caseless:
    """A pattern that takes no notice of capitals."""
    return Caseless(words)


AHEAD = r"(?:will|would|shall|(?:is|are|was|were|['’](?:re|m|s)) going to)"

WILL = r"(?:will|would|shall|(?:is|are|am|was|were|['’](?:re|m|s)) going to)\b|['’](?:ll|d)\b"
# What somebody is to do, of those who are no party to the words: "the boats had to be taken in by others".
OBLIGED = pattern(
    r"^\W*(?!(?:i|we|he|she|it)\b)(?:[\w’'-]+ ){1,5}?(?:must|had to|has to|have to|should|ought to|needs? to) be (?:handed|returned|released|freed|closed|opened|stopped|lifted|ended|removed|withdrawn|taken in|punished|prosecuted|tried|dismissed|sacked|protected|allowed|respected|given back|paid|evacuated|rebuilt|investigated|scrapped|repealed|postponed)\b|"
    r"^\W*(?:both (?:sides|parties)|all (?:sides|parties)|the (?:minister|president|government|premier|prime minister|mayor|governor|chairman|director|council|company|rich|banks?|army|police|king|court|world|international community|other side|authorities|rebels|militia)|parliament|everyone|governments|others) (?:should|must|ought to|has to|have to|had to|needs? to)\b(?! (?:be|have)\b)|"
    r"^\W*(?:it|he|she|they) wants? (?!to\b)|^\W*(?:it|he|she|they) wanted (?!to\b)[\w’' -]{2,50}? (?:to \w+|\w+ed|freed|back|out|home|gone|shut|closed)\W*$"
)
# What a side is charged with having or doing, as it stands behind "no" or "any".
CHARGED = (
    r"(?:presence|troops?|soldiers?|forces|bases?|prisons?|prisoners|camps?|secret \w+|pact|talks|negotiations|contacts?|plans? (?:to|for)|plot|intention|involvement|"
    r"truth|basis|links?|connection|collusion|cover-up|corruption|fraud|disagreements?|rift|split|feud|conspiracy|coup|quid|bribes?|payments?|torture|order to|"
    r"pressure|interference|wrongdoing|misconduct|negligence|discrimination|favou?ritism|bribery|attempt to|conflict of interest|crisis|mistreatment|abuse|massacre|"
    r"looting|rigging|irregularit(?:y|ies)|ill-treatment|foul play|political prisoners|hidden \w+|side deal|blackmail|censorship|bias|ban on|racism|hostages|agents?|spies)"
)
# A refusal to speak told in reported words: "it does not comment on rumours".
SILENT = pattern(
    r"^\W*(?:(?:i|we|he|she|it|they|the (?:[\w-]+ ){0,2}(?:ministry|government|company|bank|police|army|agency|court|office|club|force|department|firm|group|kremlin|palace|house|presidency|embassy|pentagon|administration))\b) (?:(?:could|can|do|does|did|would|will|is|are|was|were)(?: not|n['’]t)|cannot|never|(?:is|was|were|are) un)\s?(?:publicly |yet |currently |going |in a position |prepared |willing |authori[sz]ed |at liberty |allowed |able |free )*(?:to )?"
    r"(?:(?:publicly|routinely|normally|usually) )?(?:comment|discuss|disclose|elaborate|speculate|confirm|go into|get into|be drawn|answer (?:any |hypothetical |such |further |that |the )*questions?|identify|reveal|talk about|say (?:who|what|when|where|why|how|whether|if|more|anything))\b|"
    r"^\W*it (?:is|was|would be) (?:too early|too soon|premature|inappropriate|wrong|not appropriate|not right) (?:for \w+ )?to (?:comment|speculate|discuss|talk about)\b"
)
# A duty of somebody who can act: "both armies must pull back", "Europe needed to spend more".
ACTS = r"(?!be\b|have\b|not be\b|come\b|fall\b|rise\b|grow\b|remain\b|reach\b|arrive\b|happen\b|appear\b|last\b|exist\b|expect\b|see\b|face\b|wait\b)"
AGENTS = (
    r"(?:arm(?:y|ies)|countr(?:y|ies)|nations?|states?|governments?|leaders?|ministers?|minist(?:ry|ries)|part(?:y|ies)|sides?|banks?|companies|company|firms?|airlines?|police|officers?|officials?|regulators?|"
    r"courts?|judges?|lawmakers|parliaments?|senators?|voters?|citizens|people|parents|teachers|schools|universities|hospitals|doctors|employers|workers|unions?|residents|drivers|farmers|customers|investors|"
    r"councils?|authorit(?:y|ies)|forces|troops|soldiers|rebels|militias?|groups?|powers|members|donors|lenders|creditors|operators?|owners?|landlords|manufacturers|makers|retailers|suppliers|publishers|platforms|"
    r"president|premier|chancellor|king|mayor|governor|director|chairman|board|club|federation|association|commission|union|community|alliance|coalition|opposition|junta|regime|men|women|politicians|executives|agency|agencies)"
)
DUTY = pattern(
    rf"^\W*(?:if .{{3,60}}?, )?(?!(?:i|we|he|she|it|they|his|her|its|their|our|my)\b)(?:[\w’'-]+ ){{0,4}}?{AGENTS} (?:(?:also|now|first|therefore|both|all) )?(?:must|should|ought to|needs? to|needed to|has to|have to)(?: now| also| first| immediately| not| never| \w+ly)? {ACTS}\w+|"
    r"^\W*(?:it (?:is|was)|it['’]s|now (?:is|was) the|the time (?:has|had) come)(?: high| about| now| past)?(?: time)? for (?!(?:me|us|him)\b)(?:[\w’'-]+ ){1,6}?to (?!be\b)\w+|"
    r"^\W*(?!(?:i|we)\b)(?:[\w’'-]+ ){1,6}?(?:must|should|ought to|needs? to) (?:\w+ly )?be (?:\w+ly )?(?:brought|held to account|held accountable|put on trial|put right|jailed|banned|abolished|sacked|freed|scrapped|lifted|banned|stopped|ended|reversed|halted|cut|raised|returned|released|removed|withdrawn|disarmed|disbanded|prosecuted|investigated|allowed|protected|respected|dismissed|rejected|overturned|recounted|repeated)\b|"
    r"^\W*(?:i|we|he|she|it|they)(?: would|['’]d) (?:also |very much |just )?(?:like|prefer|love) (?!to\b)(?:[\w’'-]+ ){1,8}?to (?!be (?:able|a|the)\b)\w+|"
    r"^\W*(?:i|we|it|he|she|they) (?:(?:is|are|was|were|am) (?:asking|urging|calling (?:on|for)|appealing|demanding|seeking|pressing)|(?:want|wants|wanted) (?!to\b)(?:[\w’'-]+ ){1,6}?to (?!be\b|have\b|rise|fall|grow|come|remain|reach|last|affect)\w+)\b"
)
LET = pattern(
    r"^\W*(?:(?:then|so|well|now|all right|fine),? )*let (?!me\b|us\b|it be\b|['’]s|alone)(?:the|them|him|her|our|my|this|those|these|people|him|\w+s)\b"
)
# What is undertaken for those who wait for it: "every family would get a new home", "You will have your money".
STAND_FOR = r"the (?:state|government|city|council|alliance|union|bloc|commission|treasury|town|county|company|bank|airline|ministry|insurer|club|crown|firm|federal government|royal family)"
GRANTS = pattern(
    rf"^\W*(?:every|each|all|all the|no) (?:[\w-]+ ){{0,2}}?(?:famil(?:y|ies)|workers?|child(?:ren)?|pensioners?|pupils?|students?|victims?|customers?|citizens?|residents?|households?|passengers?|patients?|soldiers?|employees?|depositors?|"
    rf"teachers?|nurses?|refugees?|survivors?|veterans?|farmers?|villagers?|homes?|villages?)\b[^.;,]{{0,40}}? (?:{AHEAD}) (?:get|receive|have (?:a|an|access|clean|their)|be (?:given|paid|offered|fed|housed|rehoused|vaccinated|protected|compensated|refunded|rebuilt|connected|looked))\b|"
    r"^\W*you(?: will|['’]ll| shall) (?:all )?(?:(?:have|get|receive) (?:your|every|all|what|it back|(?:a |the |new )*(?:money|refund|homes?|houses?|jobs?|answers?|pay|share|vote)\b)|be (?:paid|repaid|safe|compensated|protected|looked after|rehoused|free))\b|"
    r"^\W*(?:no one|nobody|no (?:worker|child|family|patient|pensioner|teacher|nurse|employee)s?)(?: will| would|['’]ll) (?:lose|be (?:left|forced|dismissed|fired|sacked|evicted|made|laid|sent|turned))\b|"
    rf"^\W*(?:he|she|it|they|i|we)(?: (?:{AHEAD})|['’](?:ll|d)) (?:\w+ly )?(?:cover|bear|foot|meet (?:(?:the|all|every|any|its|their|our) )+(?:\w+ )?(?:costs?|bills?|expenses|obligations|needs|demands)|make up|look after|care for|take care of|refund|replace|repair|rebuild|clean up|waive|write off|fix|mend|not rest until|never rest until)\b|"
    rf"^\W*(?:{STAND_FOR}) (?:{AHEAD}) (?:\w+ly |also |continue to |keep )?(?:pay|rebuild|repair|cover|bear|help|support|look after|repay|reimburse|protect|provide|fund|compensate|spare no|do everything|do all)\b"
)
OR_FACE = pattern(
    r"\bor (?:find (?:another|a new|themselves|himself)\b|get out\b|forfeit\b|else\b|face\b|risk\b|suffer\b|lose\b|be \w+)|"
    r"^\W*\w+ [\w ]{2,30},? and (?:we|i)(?:['’]ll| will| shall)? (?:fire|shoot|strike|attack|kill|sue|walk out|quit|blow)\b"
)
# "insisted that the minister apologise": the bare verb tells what is to be done.
BARE_VERB = pattern(
    r"^\W*(?:(?!(?:is|are|was|were|has|have|had|did|do|does|will|would|can|could|should|must|may|might|not)\b)[\w’'-]+ ){1,6}?not (?!(?:only|just|yet|been|to|an?|the|in|at|on|so|as|of|for|\w+ing|\w+ed|\w+ly)\b)[a-z]+\b|"
    r"^\W*(?:the|his|her|its|their|every|each|any|no|he|she|it)(?: [\w’'-]+){0,3} (?:apologi[sz]e|resign|leave|step (?:down|aside)|pay|return|withdraw|stop|hand|give|go|make|take|come|stay|release|stand|sign|publish|end|lift|"
    r"close|open|pull|free|drop|cut|raise|act|stick|follow|appear|testify|attend|remain|keep|honou?r|respect|accept|agree|change|repay|rebuild|meet|reveal|explain|abandon|recogni[sz]e|disarm)\b"
)

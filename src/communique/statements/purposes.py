"""Wordings that deny, threaten, ask or promise whatever the verb: "reserves the right to", "had fired no shots"."""

from __future__ import annotations

import re

from communique.knowledge.caseless import Caseless


def pattern(words: str) -> Caseless:
    """A pattern that takes no notice of capitals."""
    return Caseless(words)


AHEAD = r"(?:will|would|shall|(?:is|are|was|were|['’](?:re|m|s)) going to)"

WILL = r"(?:will|would|shall|(?:is|are|am|was|were|['’](?:re|m|s)) going to)\b|['’](?:ll|d)\b"
# Harm that is announced in set phrases of diplomacy and strife.
THREAT = pattern(
    rf"\b(?:{AHEAD}|could|may|might) (?:expel|impose|cut|suspend|halt|freeze|ban|close|sanction|target|seize|recall|stop|block)\b[^.;]{{2,80}}?\bin (?:response|retaliation|return)\b|\b(?:ready|prepared|willing) to (?:impose (?:\w+ )?(?:sanctions|tariffs|penalties)|use force|strike|go to war|retaliate|fight|hit back|shoot)\b|"
    rf"\breserve[sd]? (?:the|its|their|our|his) right to (?:respond|retaliate|reply|answer|act|take|use|strike|defend)\b|\b{AHEAD} (?:regard|consider|treat|view|see) .{{2,60}} as (?:an act of (?:war|aggression)|a declaration of war|a hostile act|a casus belli)\b|"
    rf"\b{AHEAD} (?:be|constitute|amount to) (?:an act of (?:war|aggression)|a declaration of war|a casus belli)\b|\b(?:{AHEAD}|['’]ll) not (?:stand (?:idly )?by|sit idly by|hesitate to (?:use|strike|respond|act|shoot)|stay silent|remain idle|go unanswered|go unpunished)\b|"
    rf"\b{AHEAD} (?:bear|face|suffer|feel) (?:the |all the |full |grave |serious |severe |dire |bitter )*consequences\b|\b{AHEAD} (?:have no (?:other )?choice but to (?:respond|act|retaliate|strike|use)|be forced to (?:respond|act|retaliate|strike|use))\b|"
    rf"\b{AHEAD} take (?:firm |strong |resolute |all necessary |tough |harsh |decisive )*(?:counter-?measures|retaliatory (?:measures|steps))\b|\b(?:(?:is|are|was|were|become|{AHEAD} be(?:come)?) (?:a )?legitimate (?:military )?|{AHEAD} (?:be|become) (?:a |our |the )?(?:next |first )?)targets?\b|"
    rf"^\W*(?:they|you|he|she|whoever \w+|those who [\w ]{{2,40}}) (?:{AHEAD}|['’]ll)? ?(?:pay (?:for|dearly)|regret|be made to pay)\b|\ball options (?:are|were|remain(?:ed)?) on the table\b|\bthere (?:{AHEAD}) be (?:hell|a price|a (?:heavy|terrible|high) price|(?:grave |serious |severe |dire )?consequences|blood)\b"
)
# A measure of the speaker's own side on a condition: "would expel the envoys if the report was published".
CONDITIONAL = pattern(
    rf"\b(?:{AHEAD}|['’]ll) (?:\w+ly )?(?:be (?:closed|shut|cut|blocked|suspended|expelled|halted|stopped|withdrawn|sunk|boarded|seized|shot)|stop (?:flowing|coming|working)|expel|close|cut|block|suspend|halt|stop|withdraw|quit|leave|boycott|"
    r"walk out|go on strike|ballot for|vote for|stop work|dissolve|call off|strike|ban|freeze|seize|end|tear up|pull out|impose|freeze|shut|recall|scrap|default)\b[^.;]{0,80}?\b(?:if|unless)\b (?!necessary|needed|possible|asked|elected|re-elected)[^.;]{0,60}?(?:\b(?:not|n['’]t|went|goes|attack\w*|publish\w*|refus\w*|fail\w*|pass\w*|approv\w*|vot\w*|held|proceed\w*|built|sold|continu\w*|again|rose|rise|sign\w*|cross\w*|enter\w*|paid|pay)\b)"
)
# A deed of the speaker's own side that was not done: "had fired no shots", "had no troops in the valley".
NO_DEED = pattern(
    r"^\W*(?:[\w’'-]+ ){1,4}?(?:(?:had|has|have) (?:\w+ly )?(?:broken|fired|sent|made|taken|given|signed|paid|sold|received|committed|used|offered|bought|killed|held|hidden|laid|shipped|trained|armed|leaked|ordered) (?:no|none|nothing)\b|"
    r".{0,60}\b(?:hid|hidden|concealed|stolen|taken|received|known|paid) nothing\b|[^.;]{0,60}\b(?:ha[sd]|have) (?:taken|used|sold|paid|received|accepted|made|offered) no (?:banned|illegal|illicit|secret|bribes?|money|drugs?|weapons?|cash|payments?)\b|"
    r"(?:had|has|have) no (?:troops?|soldiers?|forces|bases?|agents?|ships?|prisoners?|weapons?|missiles?|contacts?|dealings|secret \w+)\b|kn(?:ew|ow|ows) (?:nothing|of no)\b|broke no (?:law|rule|treaty|promise)s?\b|did no wrong\b)"
)
NOT_ONE = pattern(
    r"^\W*(?:not (?:a|one|a single) \w+|nobody(?! (?:was|were|had been|has been) (?:harmed|hurt|killed|shot|hit|dismissed|paid|detained)\b)|no one(?! (?:was|were|had been|has been) (?:harmed|hurt|killed|shot|hit|dismissed|paid|detained)\b)|no (?!injur|casualt|damage|deaths|victims)\w+) (?:of ours )?(?:crossed|died|fired|(?:was|were|had been|has been) (?:harmed|hurt|tortured|beaten|killed|shot|hit|paid|bribed|mistreated|ill-treated|coerced|forced|abused|arrested|jailed|imprisoned|persecuted|evicted|expelled|censored|detained|dismissed)|left|entered|fell|took part)\b|^\W*(?:it|that) (?:wasn['’]t|was not) (?:us|me|our)\b|"
    r"^\W*(?:the |these |those |this |that )?(?:\w+ )?(?:memos?|emails?|tapes?|notes?|images?|clips?|messages?|documents?|photographs?|photos?|videos?|letters?|signatures?|recordings?|pictures?|footage|quotes?|figures?) (?:is|are|was|were|had been|has been|have been) (?:forged|faked|fabricated|invented|doctored|staged|false|(?:a )?fakes?|forgeries|a forgery)\b"
)
# What somebody is to do, of those who are no party to the words: "the boats had to be taken in by others".
OBLIGED = pattern(
    r"^\W*(?!(?:i|we|he|she|it)\b)(?:[\w’'-]+ ){1,5}?(?:must|had to|has to|have to|should|ought to|needs? to) be (?:handed|returned|released|freed|closed|opened|stopped|lifted|ended|removed|withdrawn|taken in|punished|prosecuted|tried|dismissed|sacked|protected|allowed|respected|given back|paid|evacuated|rebuilt|investigated|scrapped|repealed|postponed)\b|"
    r"^\W*(?:both (?:sides|parties)|all (?:sides|parties)|the (?:minister|president|government|premier|prime minister|mayor|governor|chairman|director|council|company|rich|banks?|army|police|king|court|world|international community|other side|authorities|rebels|militia)|parliament|everyone|governments|others) (?:should|must|ought to|has to|have to|had to|needs? to)\b(?! (?:be|have)\b)|"
    r"^\W*(?:it|he|she|they) wants? (?!to\b)|^\W*(?:it|he|she|they) wanted (?!to\b)[\w’' -]{2,50}? (?:to \w+|\w+ed|freed|back|out|home|gone|shut|closed)\W*$"
)
NEEDS = pattern(r"^\W*(?:i|we) (?:just |only )?need (?!to\b)[\w ’'-]{2,40}(?:,? not\b|[,.!]|$)|^\W*please\b")
# The same of people, or at once: "Everybody has to be let go on at once".
FREED = pattern(
    r"^\W*(?:every(?:one|body)|all|they|he|she|(?:all |the |those |these |our |its |his |her )*(?:[\w-]+ )?(?:prisoners?|hostages?|detainees?|captives?|sailors?|crews?|passengers?|civilians|children|victims|families|workers|refugees|troops|soldiers|forces|settlers|culprits|perpetrators|killers|guilty|responsible))\b[^.;]{0,40}? (?:must|ha(?:s|ve) to|had to|should|needs? to|ought to) be (?!able\b|careful\b|ready\b|patient\b|aware\b)\w+|"
    r"^\W*(?!(?:i|we)\b)(?:[\w’'-]+ ){1,6}?(?:must|ha(?:s|ve) to|had to|should|needs? to|ought to) be \w+[^.;]{0,60}?\b(?:at once|immediately|without delay|without conditions|unconditionally|forthwith|right away)\b"
)
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
# What a side is charged with having or doing, as it stands behind "no" or "any".
CHARGED = (
    r"(?:presence|troops?|soldiers?|forces|bases?|prisons?|prisoners|camps?|secret \w+|pact|talks|negotiations|contacts?|plans? (?:to|for)|plot|intention|involvement|"
    r"truth|basis|links?|connection|collusion|cover-up|corruption|fraud|disagreements?|rift|split|feud|conspiracy|coup|quid|bribes?|payments?|torture|order to|"
    r"pressure|interference|wrongdoing|misconduct|negligence|discrimination|favou?ritism|bribery|attempt to|conflict of interest|crisis|mistreatment|abuse|massacre|"
    r"looting|rigging|irregularit(?:y|ies)|ill-treatment|foul play|political prisoners|hidden \w+|side deal|blackmail|censorship|bias|ban on|racism|hostages|agents?|spies)"
)
CHARGES = r"(?:accusations?|allegations?|charges?|claims?|rumou?rs?|reports?|suggestions?|insinuations?|stor(?:y|ies)|speculation|talk)"
BASELESS = pattern(
    rf"^\W*(?:(?:the|these|those|this|such|any|all|his|her|their|media|press|some) ){{0,2}}?(?:[\w’'-]+ ){{0,2}}?{CHARGES}\b.{{0,90}}? (?:(?:ha[sd]|have) (?:absolutely )?no (?:basis|foundation|substance|merit|truth)|"
    r"lack(?:s|ed)? (?:any |all )?(?:basis|foundation|substance|merit|evidence)|(?:do|does|did)(?: not|n['’]t) (?:reflect|correspond|match) |bear(?:s)? no relation|bore no relation|(?:is|are|was|were) (?:wide of the mark|at odds with))|"
    r"^\W*there(?: is| was| were| are| had been|['’]s)(?: absolutely| simply)? (?:no|not a (?:grain|shred|word|scrap) of) (?:truth|basis|foundation|substance)\b|\bnot a (?:grain|shred|word) of (?:it|truth|this|that)\b|"
    r"\b(?:is|are|was|were)(?: not|n['’]t) (?:currently |now )?(?:in|holding|having|engaged in|conducting) (?:any |secret |direct )*(?:talks|negotiations|contact)\b"
)
HAVE_NONE = pattern(
    rf"^\W*(?:i|we|he|she|it|they|our \w+|its \w+|the (?:\w+ )?(?:government|army|company|country|ministry|state|party|club|bank)) (?:do|does|did|ha[ds]|have)(?: not|n['’]t) (?:have |keep |hold |operate |maintain )?(?:any|a single|a|an) (?:[\w-]+ ){{0,2}}?{CHARGED}\b|"
    rf"^\W*(?:i|we|he|she|it|they|our \w+|its \w+) (?:ha[ds]|have|hold|held|kept?) no (?:[\w-]+ ){{0,2}}?(?!(?:plans?|talks) b){CHARGED}\b"
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
NAMED_DUTY = re.compile(
    rf"^\W*(?!(?:You|We|I|They|He|She|It|One|There|This|That|What|Who|These|Those|Prices|Rates)\b)(?:[A-Z][\w’'-]+ |and ){{1,4}}(?:must|should|ought to|needs? to|needed to|has to|have to)(?: now| also| first| \w+ly| not)? {ACTS}[a-z]+"
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
# Harm of the speaker's own side for whoever does it: "Any firm that breaks the embargo will be blacklisted".
PENALTY = pattern(
    rf"^\W*(?:any|anyone|anybody|whoever|all|every|those|the next|he who) .{{3,90}}?\b(?:{AHEAD}|['’]ll) (?:\w+ly )?be (?:\w+ly )?(?:prosecuted|arrested|punished|blacklisted|barred|banned|expelled|shot|jailed|fined|sacked|dismissed|deported|shut|closed|seized|sunk|boarded|"
    rf"treated as|dealt with|held (?:to account|responsible)|pursued|hunted|killed|executed|destroyed|attacked|crushed|cut off|stripped|towed|impounded|detained|taken to court|evicted|removed)\b|"
    rf"^\W*(?:the |these |those )?(?!(?:he|his|this|its)\b)\w+s (?:{AHEAD}) be (?:shot|hanged|executed|crushed|punished|prosecuted|jailed|deported|expelled)\b|"
    rf"\b(?:{AHEAD}) be (?:punished|avenged|made to pay)\b|\bplay(?:s|ing|ed)? with fire\b|\b(?:{AHEAD}) use (?:nuclear|all|every|any) (?:weapons|means|force)\b|\bthere (?:{AHEAD}) be (?:more |new )?(?:bombing|bombs|sanctions|tariffs|retaliation|strikes)\b|"
    rf"^\W*(?:i|we|he|she|it|they)(?: (?:{AHEAD})|['’](?:ll|d)) (?:\w+ly |also )?(?:sue|prosecute|punish|expel|blacklist|shoot(?: down)?|execute|retaliate|take .{{2,40}}? to court|drag .{{2,40}}? (?:through|to|before)) ?(?:against |for )?"
)
OR_FACE = pattern(
    r"\bor (?:find (?:another|a new|themselves|himself)\b|get out\b|forfeit\b|else\b|face\b|risk\b|suffer\b|lose\b|be \w+)|"
    r"^\W*\w+ [\w ]{2,30},? and (?:we|i)(?:['’]ll| will| shall)? (?:fire|shoot|strike|attack|kill|sue|walk out|quit|blow)\b"
)
ULTIMATUM = pattern(
    r"^\W*(?:you|they|he|she|the [\w ]{2,30}?) (?:have|has|had) (?:until|till|only|just|\w+ (?:hours?|days?|minutes?|weeks?)) .{2,80}?\bor\b"
)
# "insisted that the minister apologise": the bare verb tells what is to be done.
BARE_VERB = pattern(
    r"^\W*(?:(?!(?:is|are|was|were|has|have|had|did|do|does|will|would|can|could|should|must|may|might|not)\b)[\w’'-]+ ){1,6}?not (?!(?:only|just|yet|been|to|an?|the|in|at|on|so|as|of|for|\w+ing|\w+ed|\w+ly)\b)[a-z]+\b|"
    r"^\W*(?:the|his|her|its|their|every|each|any|no|he|she|it)(?: [\w’'-]+){0,3} (?:apologi[sz]e|resign|leave|step (?:down|aside)|pay|return|withdraw|stop|hand|give|go|make|take|come|stay|release|stand|sign|publish|end|lift|"
    r"close|open|pull|free|drop|cut|raise|act|stick|follow|appear|testify|attend|remain|keep|honou?r|respect|accept|agree|change|repay|rebuild|meet|reveal|explain|abandon|recogni[sz]e|disarm)\b"
)

"""The patterns by which words around hits are read: gaps, lists, appositions, names that the lexicon does not know."""

from __future__ import annotations

import re

from communique.actors.words import MODIFIERS, PEOPLE, ROLES

MODIFIER = "|".join(sorted((re.escape(word) for word in MODIFIERS), key=len, reverse=True))
FIELDS = "nuclear|trade|military|security|peace|intelligence|economic|political|climate|fisheries|energy|defen[cs]e|water|border|arms control|disarmament|anti-terrorism|human rights|cyber"
BETWEEN = re.compile(
    rf"(?:['’]s|s['’]|['’])?(?:-|\s+)(?:(?P<words>(?:(?:{MODIFIER}|{FIELDS})[\s-]+)*))", re.IGNORECASE
)
PEOPLE_AFTER = re.compile(
    rf"(?:['’]s|['’])?\s+(?:(?:{MODIFIER}|nuclear|trade|military|security|peace|intelligence|diplomatic|defen[cs]e|"
    rf"economic|political|foreign|government|finance|army|police|congressional|parliamentary)\s+)*"
    rf"(?P<people>{'|'.join(sorted((re.escape(word) for word in PEOPLE), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
OF = re.compile(
    r"\s+(?:of|for|from)\s+(?:the\s+)?(?:(?:Federal|Kingdom|State|Arab|People's|Islamic|Democratic|Republic of)\s+)*",
    re.IGNORECASE,
)
LISTED = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+|\s*/\s*|\s+or\s+)(?:the\s+)?")
APPOSED = re.compile(
    r",\s+(?:(?:who|which)\s+\w+\s+)?(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|its\s+)?(?P<words>(?:(?:"
    + MODIFIER
    + r")[\s-]+)*)",
    re.IGNORECASE,
)
PARTICLE = r"(?:al|el|bin|ibn|bint|de|da|do|dos|das|del|della|di|van|von|der|den|la|le|du|ul|ur|abu|ben)"
CAPITALISED = r"(?:[A-Z]\.|(?:Al|El|al|el|ul|ur|Abu|O|D|Mc|Mac)[-'’][A-Z][\w'’-]*|[A-ZÀ-Þ][\w’'-]*[\w])"
UNKNOWN_NAME = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Gen|General|Sheikh|Sir|Ambassador|Amb|Adm|Admiral|Capt|Captain|Col|Colonel|Eng|Engr|Rev|Datuk|Dato|Alhaji|Ayatollah|Prince|Princess|Sayyid|Lord|Dame|Baroness)\.?\s+)?"
    rf"(?P<name>{CAPITALISED}(?:\s+(?:{PARTICLE}\s+)*{CAPITALISED}){{0,4}})"
)
PATRONYMIC = re.compile(r"\b(?:[Bb]in|[Ii]bn|[Bb]int) $")  # what follows is part of the same name
PROPER = re.compile(r"[^\W\d_]{2}")  # initials alone are no name
TAIL = re.compile(r"(?:,?\s+(?:Jr|Sr|II|III)\.?)|(?:\s+(?:[Aa]l|[Bb]in|[Ii]bn)[ -](?:[Aa]l[ -])?[A-Z]\w+)+")
HONORIFIC = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|General|Sheikh|Sir|Ambassador|Amb|Prof|Lord|Secretary|Director|Administrator|Commissioner|Minister|Excellency|King|Prince|Emir|Sultan|Chairman|Comrade|Colonel|Col|Marshal|Field Marshal)\.?\s+$"
)
HONOURED = re.compile(
    r"\b(?:the\s+|The\s+)?(?:Rt\.?\s+|Right\s+)?(?:Hon\.?|Honou?rable|H\.\s?E\.|His Excellency|Her Excellency|His Majesty|Her Majesty|His Royal Highness|"
    r"HRH|HE|Secretary|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Gen\.?|Sir|Sheikh|Amb\.?|Ambassador|Shri|Lord|Dame|Baroness)\s+$"
)
WEEKDAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
MONTH_NAMES = frozenset({"April", "May", "June", "August"})  # first names as well
NAMED_AFTER = re.compile(rf" (?:{'|'.join(ROLES['named_after'])})\b", re.IGNORECASE)
MONTH_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Tt]his|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough)|\d)[ -]$"
)
MONTH_AFTER = re.compile(r" \d")
EXTRA_NAME = re.compile(r"\s+[A-Z][\w’'-]+(?=\s+of\s+(?:the\s+)?[A-Z])")
NAME_GAP = re.compile(
    r",?\s+(?:(?:Mr|Mrs|Ms|Dr|Amb|Adm|Admiral|Capt|Captain|Col|Colonel|Eng|Engr|Rev|Datuk|Dato|Alhaji|Ayatollah|Senior General|Gen|General|Lt\.? Gen|Sheikh|Sheik|Sir|Ambassador|Prince|Shri|Sayyid|Senator|Sen|Lord|Baroness|Dame|Prof|H\.\s?E|HE|"
    r"the (?:Rt\.? |Right )?Hon(?:ou?rable)?|(?:Rt\.? )?Hon|Excellency|His Excellency|Her Excellency)\.?,?\s+)*"
)
DEPUTY = frozenset({"deputy", "vice", "assistant", "additional"})
HOUSE = re.compile(
    r"['’]s? (?:(?:National|Federal|Legislative|Consultative|People's|Supreme) (?:Assembly|Council)|[Pp]arliament|Senate"
    r"|House of (?:Representatives|Commons|Councillors)|Shura Council|Assembly|Congress)(?= [A-Z])"
)
CORPS = re.compile(
    r" (?:(?:National|Royal|Federal|People's) )?(?:Army|Armed Forces|Navy|Air Force|Military|Parliament|Senate|Assembly|General Staff|Defen[cs]e Forces?"
    r"|Security Council|Council of Ministers|army|armed forces|navy|air force|military|parliament)\b"
)
OWN_PLACE = re.compile(
    r"['’]s? (?:\w+ )?(?:capital|port|city|province|region|border|coast|north|south|east|west|desert|town|island)\b"
)
SERVING = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?")
LONG_TITLE = re.compile(
    r"(?:, (?=\w+ of )| (?:of|for|to) )(?:(?:[A-Z][\w'’.-]*|of|for|the|to|and|&),? ){1,14}(?<=[\w] )(?<!and )(?<!of )(?<!for )(?<!the )(?<!to )"
)
LONG_GAP = re.compile(r"(?:['’]s)? (?:(?:[A-Z][\w'’-]*|of|for|the|and|&|1st|2nd) ){1,7}")
POSSESSED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?$")
SET_OFF = re.compile(r"(?:[,.;:]|$)")  # what ends an apposition
GOES_ON = re.compile(  # "In talks with Kissinger, the foreign minister said": another one begins
    r" (?:also |later |then )?(?:said|told|says|added|asked|thanked|noted|stressed|considered|expressed|called|met|spoke|was|is|has|had|will"
    r"|would|(?!appointed|named|elected|chosen|ousted|jailed|detained|exiled|based|backed|supposed|charged|tasked)[a-z]{3,}ed|for (?:Mr |Mrs |Ms )?[A-Z][\w'’-]+ (?:said|told|added))\b"
)
OPENERS = frozenset(ROLES["openers"])

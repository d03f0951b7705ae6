"""The patterns by which words around hits are read: gaps, lists, appositions, names that the lexicon does not know."""

from __future__ import annotations

import re

from communique.actors.words import ADDRESS, MODIFIERS, PEOPLE, ROLES, any_of

MODIFIER = any_of(MODIFIERS)
FIELDS = any_of(ADDRESS["fields"])
BETWEEN = re.compile(
    rf"(?:['’]s|s['’]|['’])?(?:-|\s+)(?:(?P<words>(?:(?:{MODIFIER}|{FIELDS})[\s-]+)*))", re.IGNORECASE
)
PEOPLE_AFTER = re.compile(
    rf"(?:['’]s|['’])?\s+(?:(?:{MODIFIER}|{any_of(ADDRESS['fields_of_people'])})\s+)*(?P<people>{any_of(PEOPLE)})\b",
    re.IGNORECASE,
)
OF = re.compile(
    rf"\s+(?:of|for|from)\s+(?:the\s+)?(?:(?:{any_of(ADDRESS['forms_of_states'])})\s+)*", re.IGNORECASE
)
LISTED = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+|\s*/\s*|\s+or\s+)(?:the\s+)?")
APPOSED = re.compile(
    r",\s+(?:(?:who|which)\s+(?:is|was|are|were|remains|became|serves|served)\s+(?:as\s+)?)?(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|its\s+)?(?P<words>(?:(?:"
    + MODIFIER
    + r")[\s-]+)*)",
    re.IGNORECASE,
)
PARTICLE = rf"(?:{any_of(ADDRESS['particles'])})"
CAPITALISED = (
    r"(?:[A-Z]\.|(?:Al|El|al|el|ul|ur|Abu|O|D|Mc|Mac)[-'’][A-ZÀ-ÞĀ-Ț][\w'’-]*|[A-ZÀ-ÞĀ-Ț][\w’'-]*[\w])"
)
UNKNOWN_NAME = re.compile(
    rf"(?:(?:{any_of(ADDRESS['before_strangers'])})\.?\s+)?"
    rf"(?P<name>{CAPITALISED}(?:\s+(?:{PARTICLE}\s+)*{CAPITALISED}){{0,4}})"
)
PATRONYMIC = re.compile(r"\b(?:[Bb]in|[Ii]bn|[Bb]int) $")  # what follows is part of the same name
PROPER = re.compile(r"[^\W\d_]{2}")  # initials alone are no name
TAIL = re.compile(
    r"(?:,?\s+(?:Jr|Sr|II|III)\.?)|(?:\s+(?:[Aa]l|[Bb]in|[Ii]bn)[ -](?:[Aa]l[ -])?[A-ZÀ-ÞĀ-Ț]\w+)+"
)
HONORIFIC = re.compile(rf"(?:{any_of(ADDRESS['honorifics'])})\.?\s+$")
HONOURED = re.compile(rf"\b(?:the\s+|The\s+)?(?:Rt\.?\s+|Right\s+)?(?:{any_of(ADDRESS['styles'])})\.?\s+$")
WEEKDAYS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
MONTH_NAMES = frozenset({"April", "May", "June", "August"})  # first names as well
NAMED_AFTER = re.compile(rf" (?:{any_of(ROLES['named_after'])})\b", re.IGNORECASE)
MONTH_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Ll]ast|[Nn]ext|[Tt]his|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough)|\d)[ -]$"
)
MONTH_AFTER = re.compile(r" \d")
EXTRA_NAME = re.compile(r"\s+[A-ZÀ-ÞĀ-Ț][\w’'-]+(?=\s+of\s+(?:the\s+)?[A-Z])")
EXCELLENCY = re.compile(
    r", (?:the )?(?:H\.? ?E\.?|(?:His|Her) Excellency|(?:Rt\.? )?Hon\.?|(?:Right )?Honou?rable) "
)
HONOURED_NAME = re.compile(
    r", (?:the )?(?:H\.? ?E\.?|(?:His|Her) Excellency|(?:Rt\.? )?Hon\.?|(?:Right )?Honou?rable|Dr\.?|Mr\.?|Mrs\.?|Ms\.?) "
)
PORTFOLIO = re.compile(  # what a minister is for: "Minister for Tourism and Civil Aviation, Ann Lee"
    r" (?:for|of) (?:the )?[A-ZÀ-ÞĀ-Ț][\w&-]*(?:(?:,? and| &|,| of| for|) (?:the )?[A-ZÀ-ÞĀ-Ț][\w&-]*)*?(?=, )"
)
MAJESTY = re.compile(r"(?:His|Her) Majesty,? (?:the )?", re.IGNORECASE)
SECOND = re.compile(r" and (?:the )?(?:[A-ZÀ-ÞĀ-Ț][\w-]+ ){0,2}")
OFFICE_OF = re.compile(  # "the Secretary of State of Iceland's Ministry for Foreign Affairs, Ann Lee"
    r"['’]s (?:Federal )?(?:Ministry|Department) (?:of|for) (?:the )?[A-ZÀ-ÞĀ-Ț]\w+(?:,? (?:and )?[A-ZÀ-ÞĀ-Ț]\w+){0,4}?(?=, )"
)
AD_INTERIM = re.compile(r",? (?:a\.i\.|ad interim)(?= )")
SHORT_FORM = re.compile(r" \([A-Z][A-Z.]{1,7}\)")
NAME_GAP = re.compile(rf",?\s+(?:(?:{any_of(ADDRESS['between'])})\.?,?\s+)*")
DEPUTY = frozenset(ADDRESS["deputies"])
HOUSE = re.compile(
    rf"['’]s? (?:(?:{any_of(ADDRESS['kinds_of_house'])}) (?:Assembly|Council)|{any_of(ADDRESS['houses'])})(?= [A-Z])"
)
CORPS = re.compile(rf" (?:(?:{any_of(ADDRESS['kinds_of_corps'])}) )?(?:{any_of(ADDRESS['corps'])})\b")
OWN_PLACE = re.compile(rf"['’]s? (?:\w+ )?(?:{any_of(ADDRESS['own_places'])})\b")
SERVING = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?")
POST = re.compile(
    rf" (?:to|in|at|for) (?:the )?(?:(?:{any_of(ADDRESS['forms_of_states'])}) )*", re.IGNORECASE
)
SEATED = re.compile(r",? in ")
LONG_TITLE = re.compile(
    r"(?:, (?=\w+ of )| (?:of|for|to) )(?:(?:[A-ZÀ-ÞĀ-Ț][\w'’.-]*|of|for|the|to|and|&),? ){1,14}(?<=[\w] )(?<!and )(?<!of )(?<!for )(?<!the )(?<!to )"
)
LONG_GAP = re.compile(r"(?:['’]s)? (?:(?:[A-ZÀ-ÞĀ-Ț][\w'’-]*|of|for|the|and|&|1st|2nd) ){1,7}")
POSSESSED = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?$")
SET_OFF = re.compile(r"(?:[,.;:]|$)")  # what ends an apposition
GOES_ON = re.compile(  # "In talks with Kissinger, the foreign minister said": another one begins
    rf" (?:also |later |then )?(?:{any_of(ADDRESS['going_on'])}|(?!{any_of(ADDRESS['describing'])})[a-z]{{3,}}ed"
    r"|for (?:Mr |Mrs |Ms )?[A-ZÀ-ÞĀ-Ț][\w'’-]+ (?:said|told|added))\b"
)
OPENERS = frozenset(ROLES["openers"])

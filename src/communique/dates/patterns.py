"""Single expressions: each entry is a pattern and the reader that takes its match."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from communique.dates import words as w
from communique.dates.expression import Expression
from communique.dates.read_calendar import (
    read_date,
    read_nine_eleven,
    read_nth_of_month,
    read_numeric,
    read_weekday,
)
from communique.dates.read_compounds import (
    read_ago_now,
    read_compound,
    read_decade_word,
    read_either,
    read_mid_season,
    read_nth_day,
    read_seasons_ago,
    read_since_event,
    read_this_time,
    read_unit_end,
    read_weekdays_ago,
    read_weeks_ago_weekday,
)
from communique.dates.read_deictics import (
    read_deictic,
    read_habit,
    read_period,
    read_recent,
    read_same,
    read_time,
)
from communique.dates.read_seasons import read_quarter, read_season
from communique.dates.read_spans import (
    read_bare_unit,
    read_half_week,
    read_halves,
    read_quantity,
    read_span,
    read_told,
)
from communique.dates.read_years import read_month, read_short_year, read_year

Reader = Callable[[str, "re.Match[str]"], Expression | None]

NUMBER = (
    rf"(?:\d{{1,4}}|(?:{'|'.join(w.TENS)})(?:[- ](?:{'|'.join(list(w.SMALL)[1:10])}))?|{'|'.join(w.SMALL)}|"
    r"an?\s+(?:few|couple\s+of|handful\s+of|dozen|hundred)|(?:one\s+)?hundred|half\s+an?|an?\s+half|another|an?|several|many|a\s+full|few|couple)"
)
ZONE = (
    r"(?:\s*\(?(?P<zone>GMT|UTC|BST|CE?ST|EE?ST|EET|CET|CEST|EEST|E[SD]?T|P[SD]?T|C[SD]?T|MSK|IST|JST|KST|HKT|SGT|AEST|AEDT|SAST|WAT|EAT|PKT|"
    r"(?:local|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+time)\b\)?|\s+in\s+(?P<city>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=,?\s+(?:on\s+|late\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s+(?:yesterday|today|tomorrow|tonight)))?"
)
CLOCK = (
    r"(?:(?P<h>[01]?\d|2[0-3])(?:[:.](?P<mi>[0-5]\d))?\s?(?P<ap>[ap]\.?\s?m\b\.?)|(?P<h2>[01]?\d|2[0-3])[:.](?P<mi2>[0-5]\d)(?::\d\d)?(?:\s+hours|\s?h\b|hrs)?(?![\d%]|\.\d)|"
    r"(?P<h4>[01]\d|2[0-3])(?P<mi4>[0-5]\d)\s?(?:hours|hrs|GMT|UTC|h\b))"
)
DATE = (
    rf"(?:(?P<wd>{w.WEEKDAY_SHORT})\s*,?\s+\(?(?:the\s+)?)?(?:(?P<y0>{w.YEAR})\s(?={w.MONTH}\s\d))?(?:(?P<m1>{w.MONTH})\s?(?:the\s+)?(?P<d1>{w.NTH})(?!/\d|[:.]\d|-\d{{3}}|\s?(?:[ap]\.?m\b|%|percent))|(?P<d2>{w.NTH})\s?[-/]?\s?(?:(?:day\s+)?of\s+)?(?P<m2>{w.MONTH}))"
    rf"(?:(?:,?\s+(?:of\s+|in\s+the\s+year\s+|in\s+)?|[-/])(?P<y>{w.YEAR}))?"
)


class Entry(NamedTuple):
    """One kind of expression: a pattern and its reader."""

    pattern: re.Pattern[str]
    reader: Reader


def entry(pattern: str, reader: Reader, *, ignore_case: bool = False) -> Entry:
    """A compiled entry."""
    return Entry(re.compile(pattern, re.IGNORECASE if ignore_case else 0), reader)


DATES = entry(DATE, read_date)
WORD_DATES = entry(
    rf"(?:(?P<wo>(?i:{'|'.join(w.ORDINALS)})|(?:twenty|thirty)-(?:{'|'.join(w.ORDINALS)})|thirtieth)\s+(?:day\s+)?of\s+(?P<m2>{w.MONTH_LONG})\b)(?:,?\s+(?:of\s+)?(?P<y>{w.YEAR}))?",
    read_date,
)
WORD_DAYS = entry(
    rf"(?<=[Oo]n the )(?P<wo>(?:{'|'.join(list(w.ORDINALS)[3:])})|(?:twenty|thirty)-(?:{'|'.join(w.ORDINALS)})|thirtieth)"
    r"(?=\s*(?:[.,;:]|$)|\s+(?:and|but|to|at|in|with|for|after|before|when)\b)",
    read_date,
)
WORD_DATES_AFTER = entry(
    rf"(?P<m2>{w.MONTH_LONG})\s+(?:the\s+)?(?P<wo>{'|'.join(w.ORDINALS)}|(?:twenty|thirty)-(?:{'|'.join(w.ORDINALS)})|thirtieth)\b(?:,?\s+(?P<y>{w.YEAR}))?",
    read_date,
)
NINE_ELEVEN = entry(r"9/11\b", read_nine_eleven)
SHORT_YEARS = entry(r"(?P<y>\d\d)(?!\d|%|[.,:/-]\d|s\b)\b", read_short_year)
WEEKDAYS = entry(
    rf"(?P<wd>{w.WEEKDAY})(?P<plural>s\b)?(?:\s+(?P<part>{w.DAY_PART})(?P<parts>s\b)?)?(?:,?\s+(?:of\s+|in\s+)?(?P<week>(?:the\s+)?(?:last|next|this|following|previous|coming|past)\s+week|the\s+week\s+(?:before\s+last|after\s+next))|\s+(?P<plus>week|fortnight)\b(?!\s*-?end)|\s+(?P<next>next|last|gone|before\s+last|after\s+next)\b(?!\s+(?:week|month|year)))?",
    read_weekday,
)
OF_MONTH = rf"(?:{w.MONTH}\s\d|{w.NTH}\s(?:of\s)?{w.MONTH})"  # "next Friday, 4 August" is that Friday
MOD_WEEKDAYS = entry(
    rf"(?P<mod>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?|[Tt]he\s+(?:next|previous|following|coming|past)|[Pp]ast|[Cc]oming|[Ff]ollowing|[Pp]revious|[Ee]very|[Ee]ach|[Oo]ne|[Tt]hat(?:\s+same)?|[Tt]he\s+same)\s+(?P<wd>{w.WEEKDAY})\b(?!,?\s+{OF_MONTH})(?:\s+(?P<part>{w.DAY_PART}))?(?:\s+(?P<plus>week|fortnight)\b(?!\s*-?end))?",
    read_weekday,
)
MONTHS = entry(
    rf"(?P<m>{w.MONTH})(?:(?:,?\s+|\s+of\s+|-)(?P<y>{w.YEAR})|\s+(?:of\s+)?(?P<rel>this|last|next|the same|that|the following|the previous)\s+year|\s+(?P<step>before\s+last|after\s+next|last|next)\b(?!\s+(?:week|month|year|night|time)))?",
    read_month,
)
MOD_MONTHS = entry(
    rf"(?P<mod>[Ll]ast|[Nn]ext|[Tt]his(?:\s+(?:past|coming))?|[Tt]hat(?:\s+same)?|[Tt]he\s+(?:same|following|previous|next)|[Pp]ast|[Cc]oming|[Ee]very|[Ee]ach|[Ff]ollowing)\s+(?P<m>{w.MONTH_LONG})\b(?!\s+\d)",
    read_month,
)
DAY_OF_MONTH_ANY = entry(
    rf"(?P<d>{w.DAY})(?:st|nd|rd|th)\b(?=\s*(?:[.,;:)!?]|$|\s(?:of\s+(?:this|last|next)\s+month)\b|\s(?:and|to|by|for|in|at|with|after|before|he|she|it|they|the)\s))(?:\s+of\s+(?P<rel>this|last|next)\s+month)?",
    read_date,
)
NUMERIC = entry(
    rf"(?P<iso>(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.]{w.DAY})(?!\d)|(?P<dmy>\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d|\d{{1,2}}\.\d\d\.\d\d(?!\d|\.))(?!\d)",
    read_numeric,
)
YEARS = entry(rf"(?P<y>{w.YEAR})(?P<s>s|['’]s)?(?:\s?[-–/](?P<y2>(?:19|20)?\d\d)(?!\d))?\b", read_year)
HALVES = entry(
    rf"(?P<n>{NUMBER})[\s-]+(?:and[\s-]+a[\s-]+half[\s-]+(?P<unit>years|weeks|months|days)|(?P<unit1>year|week|month)[\s-]+and[\s-]+a[\s-]+half)(?P<tail>\s+(?:ago|earlier|later|after|before))\b",
    read_halves,
    ignore_case=True,
)
TOLD = entry(
    r"(?P<word>(?:ever\s+)?since\s+then|until\s+then|by\s+then|from\s+then\s+on|thereafter)\b",
    read_told,
    ignore_case=True,
)
QUANTITY = entry(
    rf"(?P<n>{NUMBER})(?P<hyphen>\s*-\s*(?:odd\s+)?|\s+)(?:or\s+(?:so|more)\s+|more\s+|consecutive\s+|full\s+|whole\s+|long\s+|good\s+|mere\s+|short\s+|scant\s+|solid\s+|turbulent\s+|busy\s+)?(?P<unit>{w.UNIT})(?P<poss>['’]s?|s['’])?(?![a-z])(?:\s+or\s+so(?=\s+(?:ago|earlier|later|after|before|hence|back)\b))?(?P<tail>-long|-old|\s+(?:ago|earlier|later|hence|previously|from\s+now|from\s+then|from\s+today|from\s+tomorrow|after(?:wards?)?|before|prior\s+to|following|since|back(?!\s+(?:to|in|from|at|into|and|home|on)\b)|on\s+from|on(?=[,.;]|\s*$|\s+(?:the|he|she|they|it|both)\b)|time\b(?!\s+zone)|of\b|into|to\s+go\s+before|to\s+go\s+until|until|ahead\s+of|away|on|from)\b)?",
    read_quantity,
    ignore_case=True,
)
COMPOUNDS = entry(
    rf"(?P<n>{NUMBER})\s+(?P<unit>(?:year|month|week)s?)(?:\s+and|,)\s+(?P<n2>{NUMBER})\s+(?P<unit2>(?:month|week|day)s?)"
    r"(?P<tail>\s+(?:ago|earlier|later|after|before|from\s+now))\b",
    read_compound,
    ignore_case=True,
)
AGO_NOW = entry(
    rf"(?P<n>{NUMBER})\s+(?P<unit>(?:year|month|week|fortnight|decade)s?)\s+ago\s+(?P<now>today|tonight|yesterday|tomorrow|"
    rf"this\s+(?:week|month|(?P<m>{w.MONTH_LONG})))\b",
    read_ago_now,
    ignore_case=True,
)
WEEKDAYS_AGO = entry(
    rf"(?P<n>{NUMBER})\s+(?P<wd>{w.WEEKDAY})s?\s+(?:ago|back)\b", read_weekdays_ago, ignore_case=True
)
EITHER = entry(
    rf"(?:(?P<n1>{NUMBER})\s+or\s+(?P<m1>{NUMBER})\s+(?P<unit1>{w.UNIT})|(?P<n2>an?|one)\s+(?P<unit2>day|week|month|year)\s+or\s+(?P<m2>two))"
    r"(?P<tail>\s+(?:ago|earlier|later|from\s+now|hence))\b",
    read_either,
    ignore_case=True,
)
SEASONS_AGO = entry(
    rf"(?P<n>{NUMBER})\s+(?P<s>spring|summer|autumn|fall|winter)s?\s+(?:ago|back)\b",
    read_seasons_ago,
    ignore_case=True,
)
WEEKS_AGO_WEEKDAY = entry(
    rf"(?P<n>{NUMBER})\s+(?P<unit>weeks?|fortnight)\s+ago\s+(?:on\s+|last\s+)?(?P<wd>{w.WEEKDAY})\b",
    read_weeks_ago_weekday,
    ignore_case=True,
)
DECADES = entry(
    r"the\s+(?:(?P<part>early|mid|late)[\s-]+)?(?P<d>sixties|seventies|eighties|nineties|noughties)\b",
    read_decade_word,
    ignore_case=True,
)
MID_SEASONS = entry(
    r"mid-?(?P<s>summer|winter|autumn|spring)\b(?!['’\s]+(?:day|night|eve))",
    read_mid_season,
    ignore_case=True,
)
NTH_DAY = entry(
    rf"(?P<q>{w.ORDINAL})\s+(?:full\s+)?(?:day|night|morning|evening)\s+(?P<tail>after|of|into)\b",
    read_nth_day,
    ignore_case=True,
)
THIS_TIME = entry(
    r"(?:(?:at|by|around)\s+)?(?:(?:about|around)\s+)?this\s+(?P<what>time|day|week|month)\s+(?P<which>last|next)\s+(?P<unit>week|month|year)\b|(?P<which2>last|next)\s+(?P<unit2>week|month|year)\s+(?:at|around|about)\s+this\s+time\b",
    read_this_time,
    ignore_case=True,
)
UNIT_ENDS = entry(
    r"mid-?(?P<mid>month|week|year)\b(?!\s+(?:budget|review|report|election))|(?P<unit>month|year|week)['’]s\s+(?:end|close)\b|year-end\b(?!\s+\w+ing)|"
    r"before\s+the\s+(?P<out>year|month|week)\s+(?:is\s+(?:out|over|through)|ends|was\s+(?:out|over))\b",
    read_unit_end,
    ignore_case=True,
)
SINCE_EVENTS = entry(
    r"[Ss]ince\s+(?P<of>(?:(?!\d|[Tt]hen\b|[A-Z]?[a-z]*day\b|last\b|this\b|week|month|year|spring|summer|autumn|winter|"
    r"January|February|March|April|May\b|June|July|August|September|October|November|December|Christmas|Easter|"
    r"he\b|she\b|they\b|it\b|and\b|but\b|said\b)[\w’'.-]+(?:\s+(?=\w)|(?=[,;:.!?)]|$))){2,9})(?=[,;:.!?)]|$)",
    read_since_event,
)
BARE_UNITS = entry(
    r"(?P<unit>minutes|hours|days|weeks|months|years|moments)(?:\s+or\s+\w+)?\s+(?P<tail>ago|earlier|later|after(?:wards?)?|before|prior\s+to|following|ahead\s+of|until)\b",
    read_bare_unit,
    ignore_case=True,
)
DEICTIC = entry(
    rf"(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|day\s+before\s+yesterday|day\s+after\s+tomorrow|yesterday|the\s+night\s+before\s+last|tomorrow|today|tonight|overnight(?!\s+(?:flights?|trains?|bus|ferry|journey|drive|ride|trip|stop(?:over)?|stay|layover|guests?)\b)|last\s+(?:night|evening)|this\s+(?:{w.DAY_PART}|very\s+day)|just\s+now|earlier\s+today|later\s+today|earlier\s+tonight|earlier\s+in\s+the\s+day|later\s+in\s+the\s+day)\b(?:\s+(?P<part>{w.DAY_PART}|week))?(?![-'’]?\w*\s(?:Show|Times)\b)",
    read_deictic,
    ignore_case=True,
)
PERIODS = entry(
    r"(?P<mod>(?:(?:early|late|mid-?|later|earlier)\s*(?:in\s+)?)?(?:last|next|this(?:\s+past|\s+coming)?|the\s+current|the\s+coming|the\s+following|the\s+previous|the\s+next|the|coming|following|previous|current|past|that(?:\s+same)?|the\s+same|same))\s+(?:calendar\s+)?(?P<unit>week-?end|week|month|year|decade|century|fortnight)(?P<poss>['’]s)?\b(?!\s*-\s*(?:long|old))(?:\s+(?P<rel>after\s+next|before\s+last|before|after|following|preceding|earlier|later|of))?",
    read_period,
    ignore_case=True,
)
SAME = entry(
    r"(?P<mod>same|next|following|previous|that(?:\s+same|\s+very)?|subsequent|preceding)\s+(?P<unit>day|morning|afternoon|evening|night)\b(?P<s>s)?|(?P<dayafter>day|morning|evening|night|afternoon)\s+(?P<dir>after(?:wards?)?|before|earlier|later|prior(?:\s+to)?|following)\b(?!\s+last\b)(?!\s+(?:yesterday|tomorrow|day\b))|earlier\s+(?:on\s+)?that\s+day|later\s+(?:on\s+)?that\s+day|(?P<morrow>morrow)\b",
    read_same,
    ignore_case=True,
)
WITHIN_UNITS = entry(
    r"(?P<within>within)\s+(?P<unit>hours|days|weeks|months|years)\b(?:\s+(?P<tail>of|after)\b)?",
    read_bare_unit,
    ignore_case=True,
)
RECENT = entry(
    r"(?P<word>recent|past(?=\s+(?:days|weeks|months)\b)|coming|upcoming|next\s+few|next\s+couple\s+of|last\s+few|past\s+few|last\s+couple\s+of|past\s+couple\s+of|past\s+several|last\s+several|next\s+several)\s+(?P<unit>hours|days|weeks|months|years|decades)\b|(?P<adverb>recently|lately|other\s+(?:day|evening|night|morning)|days\s+(?:ahead|to\s+come)|weeks\s+(?:ahead|to\s+come)|months\s+(?:ahead|to\s+come)|shortly|soon|just\s+recently|nowadays)\b",
    read_recent,
    ignore_case=True,
)
SPANS = entry(
    rf"(?P<dir>past|last|next|previous|coming|preceding|following)\s+(?P<n>{NUMBER})[\s-]+(?P<unit>{w.UNIT})\b",
    read_span,
    ignore_case=True,
)
SPANS_ONE = entry(
    r"(?P<dir>past)\s+(?P<unit>day|week|fortnight|month|year|decade|quarter)\b", read_span, ignore_case=True
)
SEASONS = entry(
    rf"(?P<s>spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter|Fall)(?:time)?\b(?!-)(?:['’]s)?(?:\s+(?:of\s+)?(?P<y>{w.YEAR}|['’]\d\d\b)(?:\s?[-–/]\s?(?P<y2>\d\d(?:\d\d)?))?|\s+(?P<step>before\s+last|after\s+next)\b|\s+(?:of\s+)?(?P<rel>this|last|next|that|the\s+same|the\s+following|the\s+previous)\s+year)?",
    read_season,
)
QUARTERS = entry(
    rf"(?:(?P<q>{w.ORDINAL}|last|next|this|final|closing|opening|coming|previous|past|current)[\s-]+(?P<unit>quarter|half|trimester|(?:(?P<n>three|six|two|four|five|eight|nine|ten)\s+months))(?!\s+(?:of\s+an?\s|time|hour|final))|(?:Q(?P<qn>[1-4])|H(?P<hn>[12]))(?!\w))(?:,?\s+(?:of\s+)?(?:the\s+)?(?:(?P<y>{w.YEAR})|(?P<rel>this|last|next|year)(?:\s+year)?)(?!\w|\s+week\b))?(?!\s+of\s+(?:this|the|next|last)\s+(?:coming\s+)?week\b)",
    read_quarter,
    ignore_case=True,
)
HALF_WEEKS = entry(
    r"(?P<half>first|second|latter)\s+half\s+of\s+(?P<which>this|the|next|last)\s+(?:coming\s+)?week\b",
    read_half_week,
    ignore_case=True,
)
NTH_OF = entry(
    rf"(?P<q>(?i:first|second|third|fourth|last))\s+(?P<wd>{w.WEEKDAY})\s+(?:of|in)\s+(?:(?P<each>each|every)\s+\w+|(?P<which>this|last|next)\s+month|(?P<m>{w.MONTH})(?:\s+(?P<y>{w.YEAR}))?)",
    read_nth_of_month,
)
TIMES = entry(CLOCK + ZONE, read_time)
TIME_WORDS = entry(
    r"(?P<word>noon|midday|midnight|half\s+past\s+\w+|(?:a\s+)?quarter\s+(?:past|to)\s+\w+)\b" + ZONE,
    read_time,
    ignore_case=False,
)
HABITS = entry(
    rf"(?:every|each)\s+(?:other\s+|single\s+|second\s+|few\s+|{w.ORDINAL}\s+|{NUMBER}\s+)?(?:{w.UNIT}|{w.WEEKDAY}s?|{w.MONTH_LONG}|morning|afternoon|evening|spring|summer|autumn|fall|winter|Christmas|Easter|Ramadan|time|weekend)\b|(?:once|twice|thrice|dozens\s+of\s+times|hundreds\s+of\s+times|several\s+times|\w+\s+times)\s+(?:an?|each|every|over|per|in)\s+(?:the\s+)?(?:past\s+|last\s+|recent\s+)?(?:\w+\s+)?(?:{w.UNIT})\b(?!-?end)|from\s+time\s+to\s+time|(?:daily|weekly|monthly|quarterly|yearly|annual|annually|regularly|biannual|biennial|fortnightly|nightly|hourly)\b(?!\s+[A-Z])",
    read_habit,
    ignore_case=True,
)

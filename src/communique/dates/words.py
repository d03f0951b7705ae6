"""The words of the calendar and their numbers, as fragments of patterns."""

from __future__ import annotations

WEEKDAYS = {
    name: i
    for i, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
MONTHS = {
    name: i + 1
    for i, name in enumerate(
        (
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        )
    )
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SMALL = {
    word: i
    for i, word in enumerate(
        (
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        )
    )
}
TENS = {
    word: 10 * (i + 2)
    for i, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
}
ORDINALS = {
    word: i + 1
    for i, word in enumerate(
        (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        )
    )
}
TENTHS = {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "centenary": 100,
}
ORDINAL = (
    rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{'|'.join(TENS)})[- ](?:{'|'.join(ORDINALS)})"
    rf"|{'|'.join(ORDINALS)}|{'|'.join(TENTHS)})"
)

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day\b|\b\.?)"
MONTH_LONG = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
MONTH_SHORT = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
)
MONTH = rf"(?:{MONTH_LONG}\b|{MONTH_SHORT})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
NTH = rf"{DAY}(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?!\d|,\d{3}|\.\d)"
DAY_PART = (
    r"(?:(?:mid-?|early |late )?morning|(?:mid-|early |late )?afternoon|(?:early |late )?evening|night|lunchtime|"
    r"breakfast|midday|noon|midnight|dawn|dusk)"
)
UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|quarter|generation)s?|centur(?:y|ies)"


def weekday_number(word: str) -> int:
    """0 for "Monday", "Mon." and "monday"."""
    return next(i for name, i in WEEKDAYS.items() if name.startswith(word.lower().rstrip(".")[:3]))


def month_number(word: str) -> int:
    """9 for "September" and "Sept."."""
    return next(i for name, i in MONTHS.items() if name.startswith(word.lower().rstrip(".")[:3]))


def number_of(word: str) -> int | None:
    """48 for "48" and "forty-eight", 1 for "a"; None for "several", "a few" and anything that is no number."""
    word = word.lower().replace(",", "").strip()
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 4 else None
    if word in {"a", "an", "the", "another", "a full", "the full"}:
        return 1
    if word in {"hundred", "a hundred", "one hundred"}:
        return 100
    if word == "a dozen":
        return 12
    if word in {"half", "half a", "half an"}:
        return 0
    tens, _, units = word.replace(" ", "-").partition("-")
    if tens in TENS:
        return TENS[tens] + SMALL.get(units, 0)
    return SMALL.get(word)


def ordinal_number(word: str) -> int | None:
    """3 for "third" and "3rd", 25 for "twenty-fifth"; None for anything else."""
    word = word.lower()
    digits = word.rstrip("stndrh")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    tens, _, units = word.replace(" ", "-").partition("-")
    if units:
        return TENS[tens] + ORDINALS[units] if tens in TENS and units in ORDINALS else None
    return ORDINALS.get(word) or TENTHS.get(word)

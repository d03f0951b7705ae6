"""`communique export gdelt`: the events of `cameo` in the 61 columns of GDELT 2.0, tab-separated, without a header.

A contact whose day is not known has no row: GDELT knows no undated event, and none is made up. NumMentions and NumArticles are reports,
NumSources are origins (forty copies of one wire are one). The tone is left empty, and so are coordinates: the ledger
names places and measures nothing. Countries of places are FIPS 10-4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from communique.export.coding import Event
from communique.export.directed import Direction, directions_of
from communique.export.formats import Wanted
from communique.export.plover import coded_contacts, first_told
from communique.export.sectors import Coded
from communique.export.tsv import tsv_line
from communique.knowledge.codes import code_of
from communique.records import Contact, Report

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in _ACTOR), *(f"Actor2{part}" for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{part}" for part in _GEO), *(f"Actor2Geo_{part}" for part in _GEO),
    *(f"ActionGeo_{part}" for part in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
# GDELT's types of places: a country, and a city outside the USA ("world city").
_COUNTRY, _WORLD_CITY = "1", "4"
_DAYS_OF_YEAR = 365


def export(wanted: Wanted) -> Iterator[str]:
    """Rows in the ledger's order of contacts, by code and actors within one."""
    undated = 0
    for contact, event, reports in coded_contacts(wanted):
        undated += not event.day
        for row in directions_of(contact, event) if event.day else ():
            cells = gdelt_cells(contact, event, row, reports)
            yield tsv_line([cells.get(column, "") for column in COLUMNS])
    if undated:
        wanted.tell(f"{undated} contacts whose day is not known have no row")


def gdelt_cells(
    contact: Contact, event: Event, row: Direction, reports: Mapping[str, Report]
) -> dict[str, str]:
    """The filled columns of one row, by their names."""
    report, _ = first_told(contact, reports)
    published = (report.dated.date or event.day or "").replace("-", "")
    return {
        "GLOBALEVENTID": event_number(contact.id, row),
        **_dates(event.day or ""),
        **_actor("Actor1", row.source),
        **_actor("Actor2", row.target),
        "IsRootEvent": "1",
        "EventCode": row.code,
        "EventBaseCode": row.code,
        "EventRootCode": row.code[:2],
        "QuadClass": row.quad_class,
        "GoldsteinScale": str(row.goldstein),
        "NumMentions": str(contact.support.reports),
        "NumSources": str(contact.support.origins),
        "NumArticles": str(contact.support.reports),
        **_action_place(contact),
        "DATEADDED": f"{published}000000",
        "SOURCEURL": report.url or report.source,
    }


def event_number(contact: str, row: Direction) -> str:
    """A number that stays the same as long as the contact, the code and the two actors do."""
    told = f"{contact}|{row.code}|{row.source.id}|{row.target.id}"
    return str(int(sha256(told.encode()).hexdigest()[:13], 16))


def _dates(day: str) -> dict[str, str]:
    from datetime import date

    number = date.fromisoformat(day).timetuple().tm_yday
    return {
        "SQLDATE": day.replace("-", ""),
        "MonthYear": day[:7].replace("-", ""),
        "Year": day[:4],
        "FractionDate": f"{int(day[:4]) + number / _DAYS_OF_YEAR:.4f}",
    }


def _actor(name: str, actor: Coded) -> dict[str, str]:
    return {
        f"{name}Code": actor.cameo,
        f"{name}Name": actor.name.upper(),
        f"{name}CountryCode": actor.cameo[:3] if actor.state else "",
        f"{name}KnownGroupCode": actor.group,
        f"{name}Type1Code": actor.cameo[3:6] if actor.state else actor.cameo[:3] if actor.group else "",
        f"{name}Geo_Type": _COUNTRY if actor.fips else "",
        f"{name}Geo_CountryCode": actor.fips,
    }


def _action_place(contact: Contact) -> dict[str, str]:
    place = next((each for each in contact.places if each.state), None)
    fips = code_of(place.state, "fips") if place else None
    if place is None or fips is None:
        return {}
    return {
        "ActionGeo_Type": _WORLD_CITY,
        "ActionGeo_Fullname": place.name,
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": fips,
    }

"""When a web page says that it was published: in its metadata, or in words at its head."""

import datetime as dt
import re
from typing import Final

from dualuse.corpus.documents.content import iso_date
from dualuse.corpus.documents.page import Page

_NAMES: Final = (
    *("article:published_time", "datepublished", "pubdate", "publishdate", "publish_date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "date.issued", "date"),
    *("published_time", "og:published_time", "firstpublishedtime", "citation_publication_date"),
)
_DATA: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_HEAD: Final = 3_000  # characters: what follows speaks of other days
_LABEL: Final = (
    r"(?:发布(?:日期|时间)|发文日期|成文日期|公布日期|時間|时间|日期|公開日|掲載日|発表日|公表日|更新日"
    r"|Publication date|Published(?: on)?|Date published|Release date|Date of release"
    r"|Posted(?: on)?"
    r"|Issued(?: on)?|Veröffentlicht am|Erscheinungsdatum|Publié le|Date"
    r"|Official Journal of the European Union|Amtsblatt der Europäischen Union"
    r"|Journal officiel de l.Union européenne)"
)
_ERAS: Final = {"令和": 2018, "平成": 1988}
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier",
            "february feb februar février",
            "march mar märz mars",
            "april apr avril",
            "may mai",
            "june jun juni juin",
            "july jul juli juillet",
            "august aug août",
            "september sep sept septembre",
            "october oct oktober octobre",
            "november nov novembre",
            "december dec dezember décembre",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE: Final = (
    r"(?:(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>\d\d?)\s?[-/.月]\s?(?P<day>\d\d?)日?"
    r"|(?P<era>令和|平成)\s?(?P<era_year>\d\d?|元)年\s?(?P<era_month>\d\d?)月\s?(?P<era_day>\d\d?)日"
    rf"|(?P<named>{_MONTH})\.?\s(?P<named_day>\d\d?)(?:st|nd|rd|th)?,?\s(?P<named_year>(?:19|20)\d\d)"
    rf"|(?P<first_day>\d\d?)\.?\s(?P<second>{_MONTH})\.?,?\s(?P<third_year>(?:19|20)\d\d)"
    r"|(?P<german_day>\d\d?)\.(?P<german_month>\d\d?)\.(?P<german_year>(?:19|20)\d\d))"
)
_LABELLED: Final = re.compile(rf"(?:{_LABEL})\s{{0,3}}[:：】\]]?\s{{0,3}}{_DATE}", re.IGNORECASE)
_ALONE: Final = re.compile(rf"[\[(【]?{_DATE}[\])】]?(?:\s\d\d?:\d\d(?::\d\d)?)?", re.IGNORECASE)


def page_date(page: Page) -> str | None:
    """The ISO date of publication that the page states, None where it states none."""
    stated = [page.meta.get(name, "") for name in _NAMES]
    stated += _DATA.findall(page.data[:200_000])
    stated += page.times[:1]
    return next(filter(None, map(iso_date, stated)), None) or _visible(page)


def _visible(page: Page) -> str | None:
    """A date in words at the head of the page: with a label, or alone on its line."""
    alone = None
    size = 0
    for block in page.blocks:
        if size > _HEAD:
            break
        if not block.around:
            size += len(block.text)
        text = block.text[:300]
        if found := _LABELLED.search(text):
            return _iso(found)
        if alone is None and not block.around and (found := _ALONE.fullmatch(text)):
            alone = _iso(found)
    return alone


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    if part["year"]:
        year, month, day = part["year"], part["month"], part["day"]
    elif part["era"]:
        since = 1 if part["era_year"] == "元" else int(part["era_year"])
        year, month, day = _ERAS[part["era"]] + since, part["era_month"], part["era_day"]
    elif part["named"]:
        month = _MONTHS[part["named"].lower()]
        year, day = part["named_year"], part["named_day"]
    elif part["second"]:
        month = _MONTHS[part["second"].lower()]
        year, day = part["third_year"], part["first_day"]
    else:
        year, month, day = part["german_year"], part["german_month"], part["german_day"]
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None

"""An Atom feed (RFC 4287) of what was triaged: one entry for each announcement, newest first."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from dualuse.screening.announcements import Announcement, stable_ids
from dualuse.screening.calendar_file import RELEVANT
from dualuse.screening.plain_text import one_line
from dualuse.screening.render import key_facts

_ATOM: Final = "http://www.w3.org/2005/Atom"
_UNDATED: Final = "1970-01-01"


def feed(found: Sequence[Announcement], as_of: date, place: Path) -> str:
    """The feed that is to lie at `place`; ids and times of entries are the same from run to run."""
    told = [each for each in found if each.lead.briefing.relevance in RELEVANT]
    dated = [(_day(each), each, name) for each, name in zip(told, stable_ids(told), strict=True)]
    dated.sort(key=lambda each: each[0], reverse=True)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "title", "Export-control triage")
    _add(root, "id", uuid5(NAMESPACE_URL, place.absolute().as_uri()).urn)
    _add(root, "updated", _instant(as_of.isoformat()))
    _add(_add(root, "author"), "name", "dualuse")
    _add(root, "generator", "dualuse")
    for day, announcement, name in dated:
        _entry(root, announcement, day, name)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: ET.Element, announcement: Announcement, day: str, name: str) -> None:
    lead = announcement.lead.briefing
    entry = ET.SubElement(root, "entry")
    _add(entry, "title", one_line(lead.title) or one_line(announcement.lead.path) or "Untitled")
    _add(entry, "id", uuid5(NAMESPACE_URL, f"dualuse:{name}").urn)
    _add(entry, "updated", _instant(day))
    if lead.date:
        _add(entry, "published", _instant(lead.date))
    for term in dict.fromkeys((lead.relevance, *lead.measures, *lead.target_countries)):
        ET.SubElement(entry, "category", term=term)
    _add(entry, "content", _content(announcement)).set("type", "text")


def _content(announcement: Announcement) -> str:
    lead = announcement.lead
    facts = [f"{name}: {one_line(value)}" for name, value in key_facts(lead.briefing) if value]
    days = [f"{each.day}: {each.words}" for each in announcement.days()]
    summary = [one_line(sentence.text, 1000) for sentence in lead.briefing.summary]
    sources = [f"Source: {one_line(text.path)}" for text in announcement.texts]
    return "\n".join([*facts, *days, "", *summary, "", *sources])


def _day(announcement: Announcement) -> str:
    lead = announcement.lead.briefing
    # Not the day of the run: readers would show an undated entry as new each day.
    return lead.date or lead.effective_date or _UNDATED


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = text
    return child

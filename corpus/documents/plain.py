"""Text and Markdown files."""

import re

from dualuse.corpus.charset import decode
from dualuse.corpus.documents.content import Content, first_line, iso_date, one_line, tidy

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date)[ \t]*:[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(.{1,200})\n=+[ \t]*$", re.MULTILINE)


def read_text(data: bytes) -> Content:
    """A text file; its title is its first short line, which stays in the text."""
    text = tidy(decode(data))
    return Content(text, first_line(text))


def read_markdown(data: bytes) -> Content:
    """A Markdown file with its marks, less the front matter, which gives title and date."""
    text = tidy(decode(data))
    stated: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        stated = {key.lower(): value.strip(" \t\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :].strip("\n")
    heading = _HEADING.search(text) or _UNDERLINED.search(text)
    title = stated.get("title") or (heading[1] if heading else first_line(text))
    return Content(text, one_line(title), iso_date(stated.get("date")))

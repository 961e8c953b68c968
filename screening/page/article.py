"""An announcement as an article: facts, summary, text, and its other tellings folded below."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dualuse.screening.announcements import Announcement
from dualuse.screening.page import markup
from dualuse.screening.page.facts import fact_list, status_html
from dualuse.screening.page.passages import MarkedText, marked_text
from dualuse.screening.triaged import Triaged

_TITLE: Final = 300
_SENTENCE: Final = 1200


@dataclass(frozen=True, slots=True)
class Entry:
    """An announcement on the page, with its anchor and the marked text of its leading document.

    `most` is how many characters of a text are shown whole.
    """

    announcement: Announcement
    anchor: str
    marked: MarkedText | None
    most: int

    @classmethod
    def of(cls, announcement: Announcement, anchor: str, most: int) -> "Entry":
        """The entry under an anchor."""
        return cls(announcement, anchor, _marked(announcement.lead, anchor), most)

    def html(self) -> str:
        """The article."""
        lead = self.announcement.lead
        level = lead.briefing.relevance
        return (
            f'<article class="entry {level}" id="{self.anchor}" {self.filter_data()} '
            f'aria-labelledby="{self.anchor}t">\n{_badges(lead)}\n'
            f'<h3 id="{self.anchor}t" {_tongue(lead)}>{_title(lead)}</h3>\n'
            f"{_told(lead, self.marked, self.anchor, self.most)}{self._others()}\n</article>"
        )

    def filter_data(self) -> str:
        """What the filters compare, as attributes; of all texts of the announcement."""
        briefings = [text.briefing for text in self.announcement.texts]
        lead = briefings[0]
        values: dict[str, Iterable[str]] = {
            "relevance": [lead.relevance],
            "issuer": [each.issuing_country or "" for each in briefings],
            "target": [code for each in briefings for code in each.target_countries],
            "category": [name for each in briefings for name in each.categories],
            "measure": [name for each in briefings for name in each.measures],
            "status": [lead.status.state],
        }
        return " ".join(
            f'data-{name}="{markup.text(" ".join(dict.fromkeys(filter(None, each))))}"'
            for name, each in values.items()
        )

    def _others(self) -> str:
        others = self.announcement.others
        if not others:
            return ""
        count = "1 more text" if len(others) == 1 else f"{len(others)} more texts"
        rows = "".join(
            _other(text, f"{self.anchor}x{place}", self.most) for place, text in enumerate(others)
        )
        return f'\n<div class="others"><h4>{count} of this announcement</h4>{rows}</div>'


def _other(text: Triaged, anchor: str, most: int) -> str:
    briefing = text.briefing
    about = [
        markup.LANGUAGE_NAMES.get(briefing.language, markup.text(briefing.language)),
        markup.day(briefing.date) if briefing.date else "",
        markup.isolated(text.path),
    ]
    return (
        f'<details id="{anchor}"><summary><span {_tongue(text)}>{_title(text)}</span> '
        f'<span class="about">{" · ".join(filter(None, about))}</span></summary>'
        f'<div class="telling">{_badges(text)}'
        f"{_told(text, _marked(text, anchor), anchor, most)}</div></details>"
    )


def _told(text: Triaged, marked: MarkedText | None, anchor: str, most: int) -> str:
    """Path, facts, summary and text of one document."""
    briefing = text.briefing
    sentences = "".join(
        f"<li>{_linked(marked, sentence.start, sentence.end, sentence.text)}</li>"
        for sentence in briefing.summary
    )
    summary = f'<ol class="summary" {_tongue(text)}>{sentences}</ol>' if sentences else ""
    return (
        f'<p class="path">{markup.isolated(text.path)}</p>{_brief(text)}'
        f"{fact_list(briefing, marked)}{summary}{_source(text, marked, anchor, most)}"
    )


def _brief(text: Triaged) -> str:
    """The paragraph composed from the facts, marked as such."""
    brief = text.briefing.brief
    if brief is None or not brief.text:
        return ""
    return (
        f'<p class="brief" lang="{brief.language}">{markup.text(brief.text)} '
        '<span class="about" lang="en">(composed from the facts below)</span></p>'
    )


def _linked(marked: MarkedText | None, start: int, end: int, sentence: str) -> str:
    shown = markup.text(markup.short(sentence, _SENTENCE))
    anchor = marked.link(start, end) if marked else None
    cite = (
        f'&nbsp;<a class="cite" href="#{anchor}" aria-label="in the text">¶</a>' if anchor else ""
    )
    return f"{shown}{cite}"


def _source(text: Triaged, marked: MarkedText | None, anchor: str, most: int) -> str:
    if marked is None:
        return ""
    size = len(marked.text)
    cut = f"; of {size:,} characters only what is cited" if size > most else ""
    return (
        f'<details class="source"><summary>Text, with what is cited marked{cut}</summary>'
        f'<div class="text" {_tongue(text)}>{marked.html(most)}</div>'
        f'<p><a href="#{anchor}">Back to the facts</a></p></details>'
    )


def _marked(text: Triaged, anchor: str) -> MarkedText | None:
    return marked_text(text.briefing, text.document, anchor) if text.document else None


def _badges(text: Triaged) -> str:
    briefing = text.briefing
    measures = "".join(
        f'<li class="measure">{markup.text(markup.MEASURE_WORDS.get(each, each))}</li>'
        for each in briefing.measures
    )
    return (
        f'<ul class="badges" aria-label="Relevance, measures, status">'
        f'<li class="level {briefing.relevance}">{briefing.relevance} '
        f"<small>{briefing.relevance_score:.2f}</small></li>{measures}"
        f'<li class="state">{status_html(briefing.status)}</li></ul>'
    )


def _tongue(text: Triaged) -> str:
    return f'lang="{markup.text(text.briefing.language)}" dir="auto"'


def _title(text: Triaged) -> str:
    return markup.text(markup.short(text.briefing.title, _TITLE) or text.path)

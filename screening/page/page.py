"""The report page as a whole: head with its policy, filters, days, index, articles."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date
from importlib import resources
from typing import Final

from dualuse.corpus.documents.read import Unread
from dualuse.corpus.labels import RELEVANCE
from dualuse.screening.announcements import announcements
from dualuse.screening.page import markup
from dualuse.screening.page.article import Entry
from dualuse.screening.page.facts import status_html
from dualuse.screening.page.filters import filter_form
from dualuse.screening.page.timeline import timeline
from dualuse.screening.triaged import Triaged

_TITLE: Final = 300
# A page of a thousand long laws must still open on a phone: the more texts, the less of each.
_ALL_TEXTS: Final = 6_000_000
_LEAST, _MOST = 3_000, 40_000


def report_page(results: Sequence[Triaged], unread: Sequence[Unread], as_of: date) -> str:
    """The page: filters, days to watch, an index, then each announcement's facts and texts.

    It needs no other file, asks the network for nothing, and is whole without its script, which
    only adds the filters. Documents that could not be read are named, with the reason. Of long
    texts only what is cited stands there, with how much is left out.
    """
    most = max(_LEAST, min(_MOST, _ALL_TEXTS // max(1, len(results))))
    found = announcements(results)
    entries = [Entry.of(each, f"d{place}", most) for place, each in enumerate(found)]
    style, script = _resource("style.css"), _resource("script.js")
    body = "\n".join(
        (
            _header(results, len(found), as_of),
            filter_form(found),
            f'<main id="main">{timeline(entries, as_of)}',
            _index(entries),
            _unread_list(unread),
            _articles(entries),
            f"</main>{_footer(results)}",
        )
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        f'<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="light dark">\n'
        f"<title>Export-control triage, {as_of}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#documents">Skip to the documents</a>\n{body}\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _resource(name: str) -> str:
    return resources.files("dualuse.screening.page").joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: apply its own style, run its own script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _header(results: Sequence[Triaged], found: int, as_of: date) -> str:
    levels = Counter(each.briefing.relevance for each in results)
    counts = "".join(
        f'<li class="level {level}">{levels[level]:,} {level}</li>'
        for level in reversed(RELEVANCE)
        if levels[level]
    )
    folded = f", {found:,} announcements" if found != len(results) else ""
    return (
        f"<header><h1>Export-control triage</h1><p>{len(results):,} documents{folded}; "
        f"status as of {markup.day(as_of.isoformat())}. "
        "Found by a model and by rules: verify in the text before acting.</p>"
        f'<ul class="badges" aria-label="Documents by relevance">{counts}</ul></header>'
    )


def _index(entries: Sequence[Entry]) -> str:
    rows = "\n".join(map(_index_row, entries))
    heads = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Relevance", "Document", "Issued", "Measures", "Effective", "Status")
    )
    return (
        f'<section aria-labelledby="index"><h2 id="index">Overview</h2>\n'
        f'<table class="index"><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n'
        f"</tbody></table></section>"
    )


def _index_row(entry: Entry) -> str:
    lead, others = entry.announcement.lead, entry.announcement.others
    briefing = lead.briefing
    title = markup.text(markup.short(briefing.title, _TITLE) or lead.path)
    more = f' <span class="more">+{len(others)}</span>' if others else ""
    target = f'href="#{entry.anchor}" lang="{markup.text(briefing.language)}" dir="auto"'
    issued = " ".join(
        filter(
            None,
            [
                markup.isolated(briefing.issuer or briefing.issuing_country or ""),
                markup.day(briefing.date) if briefing.date else "",
            ],
        )
    )
    measures = ", ".join(
        markup.text(markup.MEASURE_WORDS.get(each, each)) for each in briefing.measures
    )
    cells = (
        ("relevance", f'<span class="level {briefing.relevance}">{briefing.relevance}</span>'),
        ("document", f"<a {target}>{title}</a>{more}"),
        ("issued", issued),
        ("measures", measures if briefing.measures != ("none",) else ""),
        ("effective", markup.day(briefing.effective_date) if briefing.effective_date else ""),
        ("status", status_html(briefing.status)),
    )
    columns = "".join(f'<td class="{name}">{cell}</td>' for name, cell in cells)
    return f'<tr data-of="{entry.anchor}">{columns}</tr>'


def _unread_list(unread: Sequence[Unread]) -> str:
    if not unread:
        return ""
    reasons = "".join(f"<li>{markup.isolated(each.reason)}</li>" for each in unread)
    return (
        f'<section class="unread" aria-labelledby="unread"><h2 id="unread">Not read '
        f"({len(unread):,})</h2><ul>{reasons}</ul></section>"
    )


def _articles(entries: Sequence[Entry]) -> str:
    articles = "\n".join(entry.html() for entry in entries)
    return (
        f'<section aria-labelledby="documents"><h2 id="documents" tabindex="-1">Documents</h2>\n'
        f"{articles}\n</section>"
    )


def _footer(results: Sequence[Triaged]) -> str:
    made = dict.fromkeys(f"{each.briefing.model}; {each.briefing.lists}" for each in results)
    return f"<footer><p>{markup.text(' · '.join(made))}</p></footer>"

"""A report page on triaged documents: one self-contained HTML file, no script, no network."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final

from dualuse.corpus.documents.read import Unread
from dualuse.corpus.records import PolicyDocument
from dualuse.screening.briefing import Briefing
from dualuse.screening.render import key_facts

_STYLE: Final = """
:root { color-scheme: light; --high: #b3261e; --medium: #9a6700; --low: #3d6b8c; --none: #6b7280; }
* { box-sizing: border-box; }
body { font: 15px/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #1c1f23;
  margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: #fff; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
p.about { color: #55606b; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; }
table.index th, table.index td { text-align: left; padding: .4rem .6rem; vertical-align: top;
  border-bottom: 1px solid #e3e6ea; }
table.index td:nth-child(4) { white-space: nowrap; }
table.index th { font-weight: 600; color: #55606b; }
article { border: 1px solid #e3e6ea; border-left: 6px solid var(--none); border-radius: 6px;
  padding: 1rem 1.25rem; margin-top: 1.5rem; }
article.high { border-left-color: var(--high); }
article.medium { border-left-color: var(--medium); }
article.low { border-left-color: var(--low); }
article h2 { font-size: 1.1rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
.level { display: inline-block; min-width: 4.5rem; text-align: center; border-radius: 4px;
  color: #fff; padding: 0 .5rem; background: var(--none); }
.level.high { background: var(--high); } .level.medium { background: var(--medium); }
.level.low { background: var(--low); }
.path { color: #6b7280; font-size: .85rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .15rem 1rem; margin: .75rem 0; }
dt { color: #55606b; } dd { margin: 0; overflow-wrap: anywhere; }
ol.summary { padding-left: 1.2rem; } ol.summary li { margin-bottom: .35rem; }
.place { color: #6b7280; font-size: .8rem; white-space: nowrap; }
details { margin-top: .5rem; } mark { background: #fff3bf; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #e3e6ea;
  margin-top: .5rem; padding-top: .5rem; }
@media print { details { display: none; } article { break-inside: avoid; } }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
"""


def report_page(
    briefed: Sequence[tuple[Briefing, PolicyDocument]], unread: Sequence[Unread], as_of: date
) -> str:
    """The page: an index, then each document's facts, summary, and text with the summary marked.

    Documents that could not be read are named, with the reason.
    """
    rows = "\n".join(_index_row(place, briefing) for place, (briefing, _) in enumerate(briefed))
    articles = "\n".join(
        _article(place, briefing, document) for place, (briefing, document) in enumerate(briefed)
    )
    model = escape(briefed[0][0].model) if briefed else ""
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Export-control triage</title><style>{_STYLE}</style></head><body>
<h1>Export-control triage</h1>
<p class="about">{len(briefed)} documents, highest relevance first; status as of {as_of}; {model}.
Found by a model and by rules: verify in the text before acting.</p>
<table class="index"><thead><tr><th>Relevance</th><th>Document</th><th>Measures</th>
<th>Effective</th><th>Status</th></tr></thead><tbody>
{rows}
</tbody></table>{_unread_list(unread)}
{articles}
</body></html>
"""


def _index_row(place: int, briefing: Briefing) -> str:
    cells = (
        f'<span class="level {briefing.relevance}">{briefing.relevance}</span>',
        f'<a href="#document-{place}">{escape(briefing.title)}</a>',
        escape(", ".join(briefing.measures)),
        escape(briefing.effective_date or ""),
        escape(briefing.status.state.replace("_", " ")),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _unread_list(unread: Sequence[Unread]) -> str:
    reasons = "".join(f"<li>{escape(each.reason)}</li>" for each in unread)
    return f'\n<h2>Not read</h2><ul class="unread">{reasons}</ul>' if unread else ""


def _article(place: int, briefing: Briefing, document: PolicyDocument) -> str:
    facts = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>"
        for name, value in key_facts(briefing)
        if value
    )
    summary = "".join(
        f"<li>{escape(' '.join(sentence.text.split()))} "
        f'<span class="place">[{sentence.start}–{sentence.end}]</span></li>'
        for sentence in briefing.summary
    )
    level, language = briefing.relevance, briefing.language
    return f"""<article id="document-{place}" class="{level}" lang="{language}">
<h2>{escape(briefing.title)}</h2><div class="path">{escape(briefing.path or "")}</div>
<dl lang="en">{facts}</dl>
<ol class="summary">{summary}</ol>
<details><summary lang="en">Text, with the summary marked</summary>
<div class="text">{_marked(briefing, document)}</div></details>
</article>"""


def _marked(briefing: Briefing, document: PolicyDocument) -> str:
    parts, end = [], 0
    for sentence in briefing.summary:
        parts.append(escape(document.text[end : sentence.start]))
        parts.append(f"<mark>{escape(document.text[sentence.start : sentence.end])}</mark>")
        end = sentence.end
    return "".join([*parts, escape(document.text[end:])])

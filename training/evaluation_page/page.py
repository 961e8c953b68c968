"""The evaluation as one page that needs no other file and asks the network for nothing."""

import base64
import hashlib
from collections.abc import Sequence
from datetime import date
from importlib import resources

from dualuse.corpus.version import lists_version
from dualuse.training.evaluation_page import changes, charts, errors, tables
from dualuse.training.evaluation_page.markup import text
from dualuse.training.evaluation_page.part import Part

_SECTIONS = (
    ("headline", "Headline figures", tables.headline),
    ("comparison", "Against other models", changes.comparisons),
    ("confusion", "What is taken for what", tables.confusion),
    ("parts", "By part", tables.breakdowns),
    ("calibration", "Calibration", charts.calibration),
    ("coverage", "Errors among the surest, and what review buys", charts.coverage),
    ("decisions", "What the decisions promise, and what happens", tables.decisions),
    ("noise", "Attacks with noise", tables.noise),
    ("unseen", "Families that the model has not seen", tables.unseen),
    ("errors", "Hardest errors", errors.hardest),
    ("costs", "Size and speed", tables.costs),
)


def evaluation_page(parts: Sequence[Part], today: date) -> str:
    """The page: for each model and task figures, tables, curves, and errors with their texts."""
    style = resources.files("dualuse.training.evaluation_page").joinpath("style.css")
    rules = style.read_text("utf-8")
    bodies = "\n".join(_part(place, part) for place, part in enumerate(parts))
    names = ", ".join(dict.fromkeys(part.judged.model.name for part in parts))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(rules)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Evaluation of {text(names)}</title>\n<style>{rules}</style>\n</head>\n<body>\n"
        f"<header><h1>Evaluation of {text(names)}</h1>"
        f'<p class="soft">Made on {today.isoformat()} with {text(lists_version())}.</p></header>\n'
        f"<main>\n{bodies}\n</main>\n</body>\n</html>\n"
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _part(place: int, part: Part) -> str:
    judged = part.judged
    shown = [
        (f"{name}-{place}", title, body) for name, title, draw in _SECTIONS if (body := draw(part))
    ]
    links = "".join(f'<li><a href="#{anchor}">{title}</a></li>' for anchor, title, _ in shown)
    sections = "\n".join(
        f'<section aria-labelledby="{anchor}"><h3 id="{anchor}">{title}</h3>\n{body}</section>'
        for anchor, title, body in shown
    )
    heading = f"{text(judged.model.name)}: {text(judged.task)}"
    return (
        f'<article><h2>{heading}</h2>\n<p class="soft">{len(judged.texts):,} texts in '
        f"{len(set(judged.groups)):,} groups; {text(judged.subject)}.</p>\n"
        f'<nav aria-label="{heading}"><ul>{links}</ul></nav>\n{sections}</article>'
    )

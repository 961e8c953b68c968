"""Web pages: the main text by trafilatura, or all visible text where it finds too little.

The bytes are decoded here first, for pages often state the wrong charset. Trafilatura returns
nothing, without a word, for some pages, and libxml2 drops what is nested too deeply: both are
noticed by a second, plain reading of the page with the standard library's parser.
"""

import re
from html.parser import HTMLParser

from dualuse.corpus.charset import decode
from dualuse.corpus.documents.content import Content, first_line, iso_date, one_line, tidy

_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,30})"
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl"}
    | {"dt", "dd", "section", "article", "header", "footer", "nav", "main", "aside", "pre", "hr"}
    | {"blockquote", "figure", "figcaption", "caption", "form", "fieldset", "option", "body"}
)
# Elements that browsers and libxml2 close themselves, so they do not pile up.
_UNNESTED = frozenset(
    {"p", "li", "tr", "td", "th", "dt", "dd", "option", "br", "hr", "img", "meta", "link", "input"}
    | {"col", "area", "base", "embed", "source", "track", "wbr", "thead", "tbody", "tfoot"}
)
_DEEPEST = 200  # libxml2 gives up at 256
_DATES = (
    *("article:published_time", "datepublished", "pubdate", "publishdate", "publish_date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "date.issued", "date"),
    *("published_time", "og:published_time"),
)
_SHORT = 250  # characters


class _Page(HTMLParser):
    """All visible text, titles and metadata of a page, whatever its nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.title: list[str] = []
        self.heading: list[str] = []
        self.meta: dict[str, str] = {}
        self.depth = self.deepest = 0
        self._silent: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self._keep_meta({key: value or "" for key, value in attrs})
        elif tag == "title" and not self.title:
            self._into = self.title
        elif tag == "body":  # a head that is never closed
            self._silent.clear()
        elif tag in _SILENT:
            self._silent.append(tag)
        elif tag == "h1" and not self.heading:
            self._into = self.heading
        if tag not in _UNNESTED:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        if tag in {"title", "h1"}:
            self._into = None
        if tag not in _UNNESTED:
            self.depth = max(0, self.depth - 1)
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)
        if not self._silent and self._into is not self.title:
            self.parts.append(re.sub(r"\s+", " ", data))

    def _keep_meta(self, attributes: dict[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name:
            self.meta.setdefault(name.lower(), attributes.get("content", ""))

    def _space(self, tag: str) -> None:
        if tag in _CELLS:
            self.parts.append("\t")
        elif tag in _BLOCKS:
            self.parts.append("\n")


def read_html(data: bytes, charset: str | None = None) -> Content:
    """The main text of a page with paragraphs, lists and tables as lines, its title and date.

    A page without words has an empty text.
    """
    declared = _META_CHARSET.search(data[:4096].lower())
    source = decode(data, charset or (declared[1].decode() if declared else None))
    source = _XML_DECLARATION.sub("", source, count=1)
    page = _Page()
    page.feed(source)
    page.close()
    every = _all_text(page)
    main = _main_text(source) if page.deepest < _DEEPEST else ""
    text = every if _too_little(main, every) else main
    return Content(text, _title(page, text), _date(page, source))


def _all_text(page: _Page) -> str:
    lines = (re.sub(r" *\t[ \t]*", "\t", line).strip() for line in "".join(page.parts).split("\n"))
    return tidy("\n".join(line for line in lines if line))


def _main_text(source: str) -> str:
    """What trafilatura takes for the main text; empty where it finds none."""
    from trafilatura import extract

    try:
        found = extract(
            source,
            favor_recall=True,
            include_tables=True,
            include_comments=False,
            deduplicate=False,
            output_format="txt",
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # seen on broken mark-up
        return ""
    return tidy(found or "")


def _too_little(main: str, every: str) -> bool:
    """Whether the extraction has lost the page: next to nothing of what a reader sees."""
    short = len(main) < _SHORT and 3 * len(main) < len(every)
    return not main or short or 20 * len(main) < len(every)


def _title(page: _Page, text: str) -> str:
    """The page's own heading before the browser's title, which carries the name of the site."""
    candidates = ("".join(page.heading), page.meta.get("og:title", ""), "".join(page.title))
    titles = [one_line(candidate) for candidate in candidates]
    return next((title for title in titles if len(title) > 1), "") or first_line(text)


def _date(page: _Page, source: str) -> str | None:
    for name in _DATES:
        if date := iso_date(page.meta.get(name)):
            return date
    from trafilatura import extract_metadata

    try:
        # Not the extensive search: it takes any date in the running text.
        found = extract_metadata(
            source, date_config={"extensive_search": False, "original_date": True}
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # seen on broken mark-up
        return None
    return iso_date(found.date) if found else None

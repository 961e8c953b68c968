"""A web page as blocks of text: paragraphs, list items, headings, table rows, in their order.

Read with the standard library's parser, whatever the nesting; libxml2 drops what is too deep.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_SILENT: Final = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select"}
)
_CELLS: Final = frozenset({"td", "th"})
_BLOCKS: Final = (
    frozenset({"p", "div", "br", "li", "tr", "table", "ul", "ol", "dl", "dd", "section", "article"})
    | frozenset({"header", "footer", "nav", "main", "aside", "pre", "hr", "blockquote", "figure"})
    | frozenset({"figcaption", "form", "fieldset", "option", "body", "summary", "details"})
    | frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "dt", "legend"})
)
# Elements that browsers and libxml2 close themselves, so they do not pile up.
_UNNESTED: Final = frozenset(
    {"p", "li", "tr", "td", "th", "dt", "dd", "option", "br", "hr", "img", "meta", "link", "input"}
    | {"col", "area", "base", "embed", "source", "track", "wbr", "thead", "tbody", "tfoot"}
)
_AROUND: Final = frozenset({"nav", "footer", "aside", "header", "form", "button", "dialog"})
# Words of class and id names, by which sites mark what stands around the text.
_AROUND_WORDS: Final = re.compile(
    r"(?<![a-z])(?:g?nav(?:bar|igation)?|menu|bread-?crumbs?|crumbs?|foot(?:er)?|header|side-?bar"
    r"|shar(?:e|ing)|social|cookies?|banner|related|recommend\w*|comments?|newsletter|subscri\w+"
    r"|advert\w*|ads?|sponsor\w*|most-read|popular|trending|skip(?:to|link)?|page-?top|tool-?bar"
    r"|log-?in|search|pagination|pager|copyright|disclaimer|popup|modal|weixin|qrcode|hot-news"
    r"|xgyd|wxwb|location|position)(?![a-z])"
)
_SPACES: Final = re.compile(r"\s+")
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|zip|wps|ofd|rar|odt)\b", re.IGNORECASE)
_LAYOUT: Final = 600  # characters of a row; one longer with several paragraphs only lays out
_MOST_ROWS: Final = 500
_SHORT_CELL: Final = 200


@dataclass(slots=True)
class Block:
    """A line of the page: its text, how much of it is linked, and what stands around it.

    `kind` is `paragraph`, `item` or `row`.
    """

    text: str
    kind: str = "paragraph"
    linked: int = 0
    around: bool = False
    attached: bool = False


@dataclass(slots=True)
class _Row:
    """A table row that is being read: the blocks of its cells, and how many rows each spans."""

    cells: list[list[Block]] = field(default_factory=list)
    spans: list[int] = field(default_factory=list)


class Page(HTMLParser):
    """The blocks, titles and metadata of a page; feed it, close it, then read `blocks`.

    A block is `around` where navigation, footers, forms and the like enclose it, and `attached`
    where it links to a file.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.headings: list[str] = []
        self.formal_title: list[str] = []
        self.meta: dict[str, str] = {}
        self.times: list[str] = []
        self.data = ""  # of JSON-LD
        self.deepest = 0
        self._top: list[Block] = []
        self._rows: list[_Row] = []
        self._spanning: list[dict[int, tuple[int, str]]] = []  # by column: rows left, and the cell
        self._open: list[tuple[str, bool]] = []
        self._silent: list[str] = []
        self._into: str = ""
        self._linked = False
        self._formal = False
        self._block = Block("")

    @property
    def blocks(self) -> list[Block]:
        """What the page shows, in its order."""
        return self._top

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the beginning of an element."""
        attributes = {key: value or "" for key, value in attrs}
        self._note(tag, attributes)
        if tag == "body":  # a head that is never closed
            self._silent.clear()
        elif tag in _SILENT:
            self._silent.append(tag)
        if tag not in _UNNESTED:
            inside = bool(self._open and self._open[-1][1])
            # A whole page may lie in an element with such a name.
            marked = tag not in {"html", "body", "main", "article", "h1", "a", "span"}
            self._open.append((tag, inside or (marked and _is_around(tag, attributes))))
            self.deepest = max(self.deepest, len(self._open))
        self._break(tag)
        if tag == "table":
            self._spanning.append({})
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in _CELLS and self._rows:
            self._begin_cell(attributes.get("rowspan", ""))
        elif tag == "li":
            self._block.kind = "item"

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        if tag in {"title", "h1", "script"}:
            self._into = ""
        self._linked = self._linked and tag != "a"
        self._break(tag)
        self._formal = self._formal and tag != "p"
        if tag in {"tr", "table"} and self._rows:
            self._close_row()
        if tag == "table" and self._spanning:
            self._spanning.pop()
        if tag not in _UNNESTED and any(name == tag for name, _ in self._open[-50:]):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        if self._into == "title":
            self.title += data
        elif self._into == "script":
            self.data += data
        elif self._into == "h1":
            self.headings[-1] += data
        if self._silent or self._into == "title":
            return
        text = _SPACES.sub(" ", data)
        self._block.text += text
        self._block.around |= bool(self._open and self._open[-1][1])
        if self._linked:
            self._block.linked += len(text.strip())

    def close(self) -> None:
        """Take the end of the page."""
        super().close()
        self._break("body")
        while self._rows:
            self._close_row()

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep what an element says apart from its text."""
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name")
            if name := name or attributes.get("itemprop"):
                self.meta.setdefault(name.lower(), attributes.get("content", ""))
        elif tag == "title" and not self.title:
            self._into = "title"
        elif tag == "script" and "ld+json" in attributes.get("type", ""):
            self._into = "script"
        elif tag == "h1":
            self.headings.append("")
            self._into = "h1"
        elif tag == "time" and not (self._open and self._open[-1][1]):
            self.times.append(attributes.get("datetime", ""))
        elif tag == "a":
            self._linked = True
            if _DOCUMENT.search(attributes.get("href", "")[-300:]):
                self._block.attached = True
        elif tag == "p":
            # How EUR-Lex marks the lines of an act's title.
            self._formal = "doc-ti" in attributes.get("class", "")

    def _break(self, tag: str) -> None:
        """End the block where an element of that name begins or ends."""
        if tag not in _BLOCKS and tag not in _CELLS:
            return
        block, self._block = self._block, Block("")
        block.text = block.text.strip()
        if not block.text:
            self._block.attached = block.attached
            self._block.kind = block.kind  # the paragraph in an item is the item
            return
        if self._formal:
            self.formal_title.append(block.text)
        self._put([block])

    def _put(self, blocks: list[Block]) -> None:
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += blocks
        else:
            self._top += blocks

    def _begin_cell(self, rows: str) -> None:
        row = self._rows[-1]
        self._carry(row)
        row.cells.append([])
        row.spans.append(min(int(rows), _MOST_ROWS) if rows.isdecimal() and len(rows) < 6 else 1)

    def _carry(self, row: _Row) -> None:
        """Repeat the cells of rows above that reach down into this one.

        The line of an entity list makes no sense without the country, which stands there once.
        """
        above = self._spanning[-1] if self._spanning else {}
        while (column := len(row.cells)) in above:
            rows, text = above.pop(column)
            row.cells.append([Block(text)])
            row.spans.append(rows)

    def _close_row(self) -> None:
        row = self._rows.pop()
        self._carry(row)
        for column, (cell, rows) in enumerate(zip(row.cells, row.spans, strict=True)):
            text = " ".join(block.text for block in cell)
            if rows > 1 and self._spanning and len(text) < _SHORT_CELL:
                self._spanning[-1][column] = (rows - 1, text)
        cells = [cell for cell in row.cells if cell]
        size = sum(len(block.text) for cell in cells for block in cell)
        several = any(len(cell) > 1 for cell in cells)
        nested = any("\t" in block.text for cell in cells for block in cell)
        if several and (nested or size > _LAYOUT):
            self._put(_laid_out(cells))
        elif cells:
            # Empty cells count: the columns must not shift.
            self._put([_joined([block for cell in row.cells for block in cell], row.cells)])


def _laid_out(cells: list[list[Block]]) -> list[Block]:
    """The cells' blocks in their order; a number in a cell of its own stands before its text."""
    blocks = [block for cell in cells for block in cell]
    if len(cells) > 1 and len(cells[0]) == 1 and len(cells[0][0].text) <= 12:
        blocks[1].text = f"{blocks[0].text}\t{blocks[1].text}"
        return blocks[1:]
    return blocks


def _joined(blocks: list[Block], cells: list[list[Block]]) -> Block:
    return Block(
        "\t".join(" ".join(block.text for block in cell) for cell in cells).rstrip(),
        kind="row",
        linked=sum(block.linked for block in blocks),
        around=all(block.around for block in blocks),
        attached=any(block.attached for block in blocks),
    )


def _is_around(tag: str, attributes: dict[str, str]) -> bool:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()[:300]
    role = attributes.get("role", "") in {"navigation", "banner", "contentinfo", "search"}
    return tag in _AROUND or role or bool(_AROUND_WORDS.search(names.replace("_", "-")))

"""Web pages: the main text with its tables and lists of annexes, without what stands around it.

The bytes are decoded here first, for pages often state the wrong charset. Trafilatura tells which
blocks of the page are its main text, but drops headings, lists of links and some tables within it,
and returns nothing, without a word, for some pages. So its answer serves as a vote on the blocks:
the stretch that it mostly votes for is kept whole, save what the page marks as navigation.
"""

import re
from itertools import takewhile
from typing import Final

from dualuse.corpus.charset import decode
from dualuse.corpus.documents.content import Content, first_line, one_line, tidy
from dualuse.corpus.documents.page import Block, Page
from dualuse.corpus.documents.page_date import page_date

_META_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,30})"
)
_XML_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DEEPEST: Final = 200  # libxml2 gives up at 256
_SHORT: Final = 250  # characters
_WINDOW: Final = 20_000  # characters in which a block is looked for; keeps the search linear
_WORDLESS: Final = re.compile(r"[\W_]+")
_ANNEX: Final = re.compile(
    r"附件|附表|附录|附錄|別紙|別添|別表|参考資料|関連資料|添付|資料[0-9０-９]"
    r"|(?:Annex(?:es)?|Attachments?|Appendi(?:x|ces)|Enclosures?|Schedule|Anlagen?|Anhang|Anhänge"
    r"|Related documents?|Annexes?|Pièces? jointes?)\b",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(
    r"(?:Advertisement|Anzeige|Publicité|广告|広告|Skip to .{0,20}content|Back to top|Return to top"
    r"|Print(?: this page)?|Share(?: this)?(?: on .{1,12})?|【?打印】?|【?关闭(?:窗口)?】?"
    r"|分享到?.{0,12}"
    r"|字号.{0,12}|本文へ.{0,8}|ページの?(?:トップ|先頭)へ?(?:戻る)?|印刷する?|シェアする|ポスト)",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    r"[-•·*○●◆■]|[(（]?[0-9a-zA-Z一二三四五六七八九十]{1,4}[)）.．、]|[①-⑳]|第.{1,6}[条章节]"
)
_SITE: Final = re.compile(r"\s*(?:\s[|–—]\s|\s-\s|_|｜|：：|::).{2,60}$")


def read_html(data: bytes, charset: str | None = None) -> Content:
    """The main text of a page: paragraphs with a blank line between, list items and table rows.

    Cells are set off by tabs, and a cell that spans rows is repeated in each.
    `charset` is what the transport said, if anything. A page without words has an empty text.
    """
    declared = _META_CHARSET.search(data[:4096].lower())
    source = decode(data, charset or (declared[1].decode() if declared else None))
    source = _XML_DECLARATION.sub("", source, count=1)
    page = Page()
    page.feed(source)
    page.close()
    main = _vote(source) if page.deepest < _DEEPEST else ""
    text = tidy(_text(_main_blocks(page.blocks, main)))
    return Content(text, _title(page, text), page_date(page))


def _text(blocks: list[Block]) -> str:
    parts: list[str] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        together = before is not None and block.kind == before.kind != "paragraph"
        parts.append("\n" if together else "\n\n")
        marked = block.kind == "item" and not _ITEM.match(block.text)
        parts.append(f"- {block.text}" if marked else block.text)
    return "".join(parts)


def _vote(source: str) -> str:
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
    return found or ""


def _main_blocks(blocks: list[Block], main: str) -> list[Block]:
    """The blocks to keep; all of them where next to nothing would be left of what a reader sees."""
    size = sum(len(block.text) for block in blocks)
    told = _told(blocks, main)
    voted = sum(len(b.text) for b, yes in zip(blocks, told, strict=True) if yes)
    around = sum(len(b.text) for b, yes in zip(blocks, told, strict=True) if yes and b.around)
    if 2 * around > voted:  # an element that is never closed: its name says nothing
        for block in blocks:
            block.around = False
    start, end = _stretch(blocks, told)
    kept = [
        block
        for block, yes in zip(blocks[start:end], told[start:end], strict=True)
        if _belongs(block, told=yes)
    ]
    found = sum(len(block.text) for block in kept)
    lost = (found < _SHORT and 3 * found < size) or 20 * found < size
    return blocks if lost else kept


def _told(blocks: list[Block], main: str) -> list[bool]:
    """Which blocks stand in the main text, looked for in its order."""
    words, place = _WORDLESS.sub("", main), 0
    told = []
    for block in blocks:
        key = _WORDLESS.sub("", block.text)
        found = words.find(key, max(0, place - _WINDOW), place + _WINDOW + len(key)) if key else -1
        told.append(found >= 0)
        if found >= place:
            place = found + len(key)
    return told


def _stretch(blocks: list[Block], told: list[bool]) -> tuple[int, int]:
    """The stretch of blocks in which what was told most outweighs what was not."""
    best, total, start = 0.0, 0.0, 0
    stretch = (0, 0)
    for place, (block, yes) in enumerate(zip(blocks, told, strict=True)):
        if total <= 0:
            total, start = 0.0, place
        total += _weight(block, told=yes)
        if total > best:
            best, stretch = total, (start, place + 1)
    return stretch


def _weight(block: Block, *, told: bool) -> float:
    if block.around:
        return 0.0
    return len(block.text) if told or _is_annex(block) else -0.5 * len(block.text)


def _belongs(block: Block, *, told: bool) -> bool:
    if block.around or _NOISE.fullmatch(block.text):
        return False
    linked = block.linked > 0.8 * len(block.text)
    return told or not linked or _is_annex(block)


def _is_annex(block: Block) -> bool:
    return block.attached or bool(len(block.text) < 200 and _ANNEX.search(block.text[:40]))


def _title(page: Page, text: str) -> str:
    """The page's own heading before the browser's title, which carries the name of the site."""
    headings = [one_line(heading) for heading in page.headings]
    browser = one_line(page.title)
    # The heading that the browser's title repeats: others may be the site's name.
    repeated = [heading for heading in headings if len(heading) > 1 and heading in browser]
    stated = [page.meta.get(name, "") for name in ("articletitle", "og:title", "dc.title")]
    candidates = (
        " ".join(takewhile(lambda line: not _ANNEX.match(line), page.formal_title[:4])),
        *repeated,
        *headings,
        *stated,
        _SITE.sub("", browser),
    )
    titles = [one_line(candidate) for candidate in candidates]
    return next((title[:300] for title in titles if len(title) > 1), "") or first_line(text)

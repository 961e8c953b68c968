"""Word documents (DOCX) with the standard library: all places where text can stand.

Of tracked changes the insertions are kept and the deletions left out, as if all were accepted.
Office Open XML is ISO/IEC 29500; a strict document differs in its namespaces only, so elements
are known by their local names.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from dualuse.corpus.documents.content import Content, Unreadable, first_line, one_line, tidy

_INFLATED = 192 << 20  # bytes of all parts read; a thousand pages of text have about 10 MiB
_CHUNK = 1 << 20
# Left out with all they hold: deletions, the other half of an alternative, field codes, readings.
_LEFT_OUT = frozenset({"del", "moveFrom", "delText", "instrText", "Fallback", "rt", "rPr", "pPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PART = re.compile(r"word/(header|footer|footnotes|endnotes)[0-9]*\.xml")
_HEADING_STYLE = re.compile(r"(?:title|heading ?1|titel|titre|überschrift ?1|1)$", re.IGNORECASE)


def read_docx(data: bytes) -> Content:
    """Headers, body, notes and footers, a paragraph or table row a line, cells set off by tabs.

    Raises:
        Unreadable: damaged, encrypted, not a Word document, or one that unpacks beyond reason.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(_Parts(archive))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise Unreadable(
            f"the DOCX is damaged ({error}); open it in Word and save it again"
        ) from None
    except ParseError as error:
        raise Unreadable(f"the DOCX holds broken XML ({error}); open and save it again") from None
    except RecursionError:  # a RuntimeError too, but nothing to do with passwords
        raise Unreadable(
            "the DOCX is nested too deeply; open it in Word and save it again"
        ) from None
    except RuntimeError:  # zipfile's word for a part that needs a password
        raise Unreadable("the DOCX is protected by a password; save a copy without one") from None


class _Tree(TreeBuilder):
    """Refuses a document type: no Word file has one, and its entities can grow without end."""

    def doctype(self, name: str, *_: str) -> None:
        raise Unreadable(f"the DOCX declares a document type ({name[:40]!r}), as no Word file does")


class _Parts:
    """The XML parts of the archive, by name, within one allowance of inflated bytes."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._left = _INFLATED
        self.names = archive.namelist()

    def tree(self, name: str) -> Element:
        # Expat bounds the growth of entities, and _Tree refuses what declares them.
        parser = XMLParser(target=_Tree())  # noqa: S314 - see above, and in a limited process
        with self._archive.open(name) as stream:
            # Counted here, for the sizes that the directory states may be wrong.
            while chunk := stream.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise Unreadable(
                        "the DOCX unpacks to over 192 MiB; open it in Word and save it as text"
                    )
                parser.feed(chunk)
        root = parser.close()
        if not isinstance(root, Element):
            raise Unreadable("the DOCX has an empty part; open it in Word and save it again")
        return root


def _read(parts: _Parts) -> Content:
    main = next((n for n in ("word/document.xml", "word/document2.xml") if n in parts.names), "")
    if not main:
        raise Unreadable("a ZIP file, but not a Word document; unpack it, or save as DOCX or PDF")
    body = parts.tree(main)
    around: dict[str, list[str]] = {"header": [], "footnotes": [], "endnotes": [], "footer": []}
    for name in sorted(parts.names):
        if found := _PART.fullmatch(name):
            lines = _lines(parts.tree(name))
            # Each section repeats the header of the one before.
            around[found[1]] += [line for line in lines if line not in around[found[1]]]
    lines = around["header"] + _lines(body) + around["footnotes"] + around["endnotes"]
    text = tidy("\n".join(lines + around["footer"]))
    return Content(text, _stated_title(parts) or _heading(body) or first_line(text))


def _stated_title(parts: _Parts) -> str:
    if "docProps/core.xml" not in parts.names:
        return ""
    found = (node.text for node in parts.tree("docProps/core.xml").iter() if _name(node) == "title")
    return one_line(next(found, "") or "")


def _heading(body: Element) -> str:
    """The first paragraph whose style is that of a title or a heading."""
    for paragraph in (node for node in body.iter() if _name(node) == "p"):
        for style in (node for node in paragraph.iter() if _name(node) == "pStyle"):
            value = next((v for k, v in style.attrib.items() if k.endswith("}val")), "")
            text = one_line(" ".join(_lines(paragraph)))
            if _HEADING_STYLE.match(value) and text:
                return text[:200]
    return ""


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _lines(root: Element) -> list[str]:
    """The text below `root`, a paragraph or table row each; text boxes follow their paragraph."""
    lines: list[str] = []
    if _name(root) == "p":
        _paragraph(root, lines)
    for node in _inside(root):
        if _name(node) == "p":
            _paragraph(node, lines)
        elif _name(node) == "tbl":
            lines += [_row(row) for row in _nearest(node, "tr")]
        else:
            lines += _lines(node)
    return [line for line in lines if line.strip()]


def _inside(root: Element) -> Iterator[Element]:
    return (node for node in root if _name(root) != "p" and _name(node) not in _LEFT_OUT)


def _paragraph(node: Element, lines: list[str]) -> None:
    pieces: list[str] = []
    boxes: list[Element] = []
    _runs(node, pieces, boxes)
    lines.append("".join(pieces))
    for box in boxes:
        lines += _lines(box)


def _runs(node: Element, pieces: list[str], boxes: list[Element]) -> None:
    """Gather the text of a paragraph, and the text boxes anchored in it."""
    for child in node:
        name = _name(child)
        if name in _LEFT_OUT:
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name == "txbxContent":
            boxes.append(child)
        else:
            _runs(child, pieces, boxes)


def _row(row: Element) -> str:
    cells = (" ".join(one_line(line) for line in _lines(cell)) for cell in _nearest(row, "tc"))
    return "\t".join(cells)


def _nearest(root: Element, name: str) -> Iterator[Element]:
    """The elements of that name that no other of the same name encloses, save what was deleted."""
    for node in root:
        if _name(node) == name:
            if not _deleted(node):
                yield node
        elif _name(node) not in _LEFT_OUT:
            yield from _nearest(node, name)


def _deleted(row: Element) -> bool:
    """Whether a tracked change takes the whole row (or cell) out."""
    properties = (child for child in row if _name(child) in {"trPr", "tcPr"})
    return any(_name(mark) in {"del", "cellDel"} for found in properties for mark in found)

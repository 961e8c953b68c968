"""The US Commerce Control List from the eCFR: 15 CFR 774, Supplement 1, as its XML."""

import json
import re

from lxml import etree

from dualuse.corpus.documents.content import Content, Unreadable, one_line

_ENTRY = re.compile(r"([0-9][A-E][0-9]{3})\b[\s.:]*(.*)", re.DOTALL)
_LABEL = re.compile(
    r"([a-z]{1,2}|[0-9]{1,3})((?:\.(?:[a-z]{1,2}|[ivx]+|[0-9]{1,3}))*)\.?\s+(.+)", re.DOTALL
)
_ANNEX = re.compile(
    r"(?:annex to |table .{0,60}deposition|category [0-9].{0,40}table)", re.IGNORECASE
)
_OPENING = re.compile(r"list of items controlled|items:", re.IGNORECASE)
_SUPERSCRIPTS = frozenset({"SU", "sup"})


def read_ecfr(data: bytes) -> Content:
    """The paragraphs of the list, one JSON array a line: paragraph, kind, text.

    Kinds are `heading` (of an entry), `item` and `note`; a note bears the paragraph before it.

    Raises:
        Unreadable: it is no XML, or holds no entry of the list.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = one_line(str(error))[:120]
        raise Unreadable(f"is no sound XML ({reason}); download it again") from None
    lines = [json.dumps(each, ensure_ascii=False) for each in _Reader().paragraphs(root)]
    if not lines:
        raise Unreadable("holds no entry of the Commerce Control List (15 CFR 774, Supplement 1)")
    return Content("\n".join(lines), "15 CFR 774, Supplement 1")


class _Reader:
    """Walks through the elements and remembers in which entry and paragraph it is."""

    def __init__(self) -> None:
        self._code = ""
        self._place = ""
        self._items = False

    def paragraphs(self, root: etree._Element) -> list[tuple[str, str, str]]:
        """Headings, items and notes in their order."""
        found = []
        for element in root.iter("FP-2", "FP-1", "FP", "P", "HD1"):
            text = one_line(_text(element))
            paragraph: tuple[str, str, str] | None = None
            if element.tag.startswith("HD") or _ANNEX.match(text):
                self._items = False  # what follows belongs to no entry
            elif element.tag.startswith("FP"):
                paragraph = self._outside(element, text)
            elif self._code and _in_note(element):
                paragraph = (self._place, "note", text) if text else None
            else:
                paragraph = self._item(text)
            if paragraph:
                found.append(paragraph)
        return found

    def _outside(self, element: etree._Element, text: str) -> tuple[str, str, str] | None:
        """What stands outside the list of an entry: its heading, or the words before the list."""
        bold = len(element) > 0 and element[0].tag == "B" and not (element.text or "").strip()
        if bold and (heading := _ENTRY.fullmatch(text)):
            self._code = self._place = heading[1]
            self._items = False
            return self._place, "heading", heading[2]
        if opening := _OPENING.match(text):
            self._items = True
            return self._item(text[opening.end() :].strip())
        return None

    def _item(self, text: str) -> tuple[str, str, str] | None:
        label = _LABEL.fullmatch(text) if self._code and self._items else None
        if label is None:
            return None
        if label[3].startswith("through "):  # a range of reserved paragraphs
            return None
        self._place = f"{self._code}.{label[1]}{label[2]}"
        return self._place, "item", label[3]


def _in_note(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "NOTE"


def _text(element: etree._Element) -> str:
    """The words of an element; a raised figure is written as a power."""
    words = [element.text or ""]
    for child in element:
        inner = _text(child) if isinstance(child.tag, str) else ""
        words.append(f"^{inner.strip()}" if child.tag in _SUPERSCRIPTS else inner)
        words.append(child.tail or "")
    return "".join(words)

"""ZIP archives of documents: their members one at a time, never written to the disk.

The names of members are in whatever encoding the packing machine had, unless a flag says UTF-8;
they serve as labels only, so none can lead out of a folder. Sizes are counted while unpacking,
for those that the directory states may be wrong.
"""

import re
import zlib
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from dualuse.corpus.charset import sniff_encoding
from dualuse.corpus.documents.content import LARGEST, Unreadable
from dualuse.corpus.documents.kinds import is_document_name, is_hidden, label, told_apart

MOST_MEMBERS = 5_000
_TOTAL = 4 << 30  # bytes of all members, as the directory states them
_RATIO = 500  # a thousand pages of blank-padded text pack about 200 to 1
_RATIO_FROM = 4 << 20  # bytes; below, a member is small however well it packs
_CHUNK = 1 << 20
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_PACKERS = frozenset({"gb18030", "cp932", "euc_jp", "cp950", "big5hkscs", "cp949"})
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
# In the directory of an archive, and what that makes of it.
_OFFICE = {
    "xl/workbook.xml": "an Excel workbook, not a document; save it as PDF, or label it as a table",
    "xl/workbook.bin": "an Excel workbook, not a document; save it as PDF, or label it as a table",
    "ppt/presentation.xml": "a PowerPoint file; save it as PDF",
    "content.xml": "an OpenDocument file; save it as DOCX or PDF",
    "META-INF/container.xml": "an e-book (EPUB); save it as HTML or PDF",
}
WORD_PARTS = ("word/document.xml", "word/document2.xml")
_DAMAGED = (BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """The documents in a ZIP archive, by their place in `names`; `others` are its further files.

    Raises:
        Unreadable: damaged, of another program, protected by a password, or unpacking beyond
            reason; also `read`, for the one member.
    """

    def __init__(self, source: BinaryIO) -> None:
        try:
            self._archive = ZipFile(source)
            infos = self._archive.infolist()
        except _DAMAGED as error:
            raise Unreadable(f"the ZIP is damaged ({error}); fetch or pack it again") from None
        _check(infos)
        names = map(label, _names(infos))
        named = [(name, info) for name, info in zip(names, infos, strict=True) if not info.is_dir()]
        kept = [(name, info) for name, info in named if is_document_name(PurePosixPath(name))]
        self.names = told_apart([name for name, _ in kept])
        self._infos = [info for _, info in kept]
        seen = [(name, PurePosixPath(name)) for name, _ in named]
        self.others = tuple(
            name for name, path in seen if not is_document_name(path) and not is_hidden(path)
        )
        if self._infos and all(info.flag_bits & _ENCRYPTED_FLAG for info in self._infos):
            raise Unreadable("the ZIP is protected by a password; unpack it and give the files")
        if not kept:
            raise Unreadable("a ZIP file without a document in it; unpack it and look")

    def read(self, place: int) -> bytes:
        """The bytes of a member."""
        info = self._infos[place]
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise Unreadable("protected by a password; unpack the ZIP and give the file")
        data = bytearray()
        try:
            with self._archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    data += chunk
                    _check_size(len(data), info)
        except _DAMAGED as error:
            raise Unreadable(f"damaged in the ZIP ({error}); fetch or pack it again") from None
        return bytes(data)


def is_word(source: BinaryIO) -> bool:
    """Whether a ZIP archive is a Word document; one that can't be opened is not."""
    try:
        with ZipFile(source) as archive:
            return not set(WORD_PARTS).isdisjoint(archive.namelist())
    except _DAMAGED:
        return False


def _check(infos: list[ZipInfo]) -> None:
    names = {info.filename for info in infos}
    if "META-INF/container.xml" in names or "mimetype" in names or "[Content_Types].xml" in names:
        for part, verdict in _OFFICE.items():
            if part in names:
                raise Unreadable(verdict)
    if len(infos) > MOST_MEMBERS:
        raise Unreadable(
            f"the ZIP has {len(infos)} members, over {MOST_MEMBERS}; unpack it and give the folder"
        )
    if sum(info.file_size for info in infos) > _TOTAL:
        raise Unreadable("the ZIP unpacks to over 4 GiB; unpack what you need and give that")
    _check_overlap(infos)


def _check_overlap(infos: list[ZipInfo]) -> None:
    """Refuse members that share their packed bytes: only bombs are made so."""
    end = -1
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            raise Unreadable("the ZIP packs one stretch of bytes as several files (a ZIP bomb)")
        end = info.header_offset + info.compress_size


def _check_size(size: int, info: ZipInfo) -> None:
    if size > LARGEST:
        raise Unreadable("unpacks to over 64 MiB, too large for one document; split it")
    if size > _RATIO_FROM and size > _RATIO * max(info.compress_size, 1):
        raise Unreadable("unpacks to over 500 times its size (a ZIP bomb?); unpack it yourself")


def _names(infos: list[ZipInfo]) -> list[str]:
    """The members' names as their packer wrote them.

    Without the UTF-8 flag `zipfile` takes a name for cp437, which has a character for every byte,
    so the bytes can be had back; most such names come from Chinese and Japanese Windows. All are
    judged together, for a short name says little, and one machine packed them.
    """
    raw = [
        b"" if info.flag_bits & _UTF8_FLAG else info.orig_filename.encode("cp437", "replace")
        for info in infos
    ]
    sample = b"\n".join(name for name in raw if not name.isascii())
    codec = sniff_encoding(sample)
    if codec != "utf-8" and not (
        codec in _PACKERS and _is_eastern(sample.decode(codec, "replace"))
    ):
        codec = "cp437"  # accents that DOS wrote
    return [
        info.filename if name.isascii() else name.decode(codec, "replace")
        for name, info in zip(raw, infos, strict=True)
    ]


def _is_eastern(text: str) -> bool:
    """Whether the letters beyond ASCII are Chinese, Japanese or Korean, not signs of theirs."""
    foreign = [character for character in text if not character.isascii()]
    return 2 * len(_EASTERN.findall(text)) > len(foreign)

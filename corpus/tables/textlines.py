"""A text table's encoding, and its decoded lines one by one."""

from collections.abc import Generator
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import cast

from dualuse.corpus.charset import looks_binary, sniff_encoding
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.bytestream import open_bytes

SAMPLE = 1 << 20
LONGEST_LINE = 32 << 20
_ASCII_SEARCH = 256 << 20
_EVIDENCE = 1 << 18
_FEW_ZEROS = 1_000  # bytes of text for each

# Known for certain, or such that lines can't be told apart by their bytes.
_NOT_BY_BYTE = ("utf-16", "utf-32", "utf-8-sig", "iso2022")

# What a byte that fits no character is read as: U+FFFD.
REPLACEMENT = "\ufffd"


def find_encoding(path: Path, packed: bool) -> str:
    """The codec of the file's text, judged on its first mebibyte.

    A start in plain ASCII says nothing of the rest, so the search goes on (256 MiB at most) to
    the first stretch that holds anything else.

    Raises:
        DualuseError: the file holds no text.
    """
    with open_bytes(path, packed) as stream:
        sample = stream.read(SAMPLE)
        if not sample:
            raise DualuseError(f"{path} is empty: give a file with at least a header")
        if _is_binary(sample):
            raise DualuseError(
                f"{path} holds binary data, not text: give its real format with --format"
            )
        encoding = sniff_encoding(sample[:_EVIDENCE])
        if encoding.startswith(_NOT_BY_BYTE):
            return encoding
        seen = 0
        while sample and seen < _ASCII_SEARCH:
            # Lines of ASCII alone would only thin the evidence.
            telling = [line for line in sample.split(b"\n") if not line.isascii()]
            if telling:
                return sniff_encoding(b"\n".join(telling)[:_EVIDENCE])
            seen += len(sample)
            sample = stream.read(SAMPLE)
    return "utf-8"


def _is_binary(sample: bytes) -> bool:
    # A stray zero byte or two is damage, and told of; in a file of a line or two one control
    # character would be a large share.
    if sample.count(0) * _FEW_ZEROS < len(sample):
        sample = sample.replace(b"\0", b"") + b" " * 100
    return looks_binary(sample)


def read_lines(path: Path, packed: bool, encoding: str) -> Generator[str, None, None]:
    """The lines with their ends as they stand; undecodable bytes become U+FFFD.

    Raises:
        DualuseError: a line is longer than 32 Mi characters, so that it can be no table.
    """
    with open_bytes(path, packed) as stream:
        # newline="" leaves line ends inside quoted cells as they are.
        text = TextIOWrapper(
            cast("BufferedReader", stream), encoding=encoding, errors="replace", newline=""
        )
        line = text.readline(LONGEST_LINE).removeprefix("\ufeff")
        while line:
            if len(line) >= LONGEST_LINE - 1 and line[-1] not in "\r\n":
                raise DualuseError(
                    f"{path} has a line of over {LONGEST_LINE >> 20} Mi characters: it is no "
                    "table with one row a line; check the file and --format"
                )
            yield line
            line = text.readline(LONGEST_LINE)

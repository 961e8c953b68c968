"""Which format a table has: by its ending, by the name the user gives, by its first bytes."""

from pathlib import Path

from dualuse.corpus.errors import DualuseError

FORMATS = ("csv", "csv.gz", "tsv", "tsv.gz", "jsonl", "jsonl.gz", "parquet", "xlsx")

_ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}

_HINTS = {
    ".json": " (one JSON object a line ends in .jsonl)",
    ".xls": " (save an old Excel workbook as .xlsx)",
    ".xlsb": " (save a binary Excel workbook as .xlsx)",
    ".ods": " (save an OpenDocument sheet as .xlsx or .csv)",
}

_RENAME = "end its name in one"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = {b"PK\x03\x04": "xlsx", b"PK\x05\x06": "xlsx", b"PAR1": "parquet", b"\x1f\x8b": "gz"}
# How the stream of a password-protected workbook is called in the directory of its OLE file.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def input_format(path: Path, format: str | None, *, option: bool = True) -> str:
    """The format to read `path` in: `format` if given, else by its ending.

    Where the command has no `option` --format for this file, the advice is to rename it.

    Raises:
        DualuseError: the name or the ending is not one of ours.
    """
    if format:
        return _checked(format)
    return _by_ending(path, "read", "name one with --format" if option else _RENAME)


def output_format(path: Path, format: str | None) -> str:
    """The format to write `path` in: `format` if given, else by its ending.

    Raises:
        DualuseError: the name or the ending is not one of ours.
    """
    own = "name one with --output-format"
    wanted = _checked(format) if format else _by_ending(path, "written", own)
    if not format and path.suffix.lower() == ".xlsm":
        raise DualuseError(f"{path}: workbooks with macros are not written: end the name in .xlsx")
    return wanted


def _checked(name: str) -> str:
    wanted = name.lower().removeprefix(".")
    if wanted not in FORMATS:
        raise DualuseError(f"unknown format {name!r}: choose one of {', '.join(FORMATS)}")
    return wanted


def told_format(path: Path) -> str | None:
    """The format that the ending of a name tells; None where it tells none of ours."""
    ending, packed = _ending(path)
    name = _ENDINGS.get(ending, "") + (".gz" if packed else "")
    return name if name in FORMATS else None


def _ending(path: Path) -> tuple[str, bool]:
    """The ending of a name, without `.gz`, and whether that stood behind it."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    packed = suffixes[-1:] == [".gz"]
    ending = suffixes[-2] if packed and len(suffixes) > 1 else suffixes[-1] if suffixes else ""
    return ending, packed


def _by_ending(path: Path, verb: str, advice: str) -> str:
    name = told_format(path)
    if name is None:
        suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
        told = f"the ending {''.join(suffixes)!r} has" if suffixes else "without ending it has"
        hint = _HINTS.get(_ending(path)[0], "")
        raise DualuseError(
            f"{path} can't be {verb}: {told} no known format{hint}: {advice} ({', '.join(FORMATS)})"
        )
    return name


def check_magic(path: Path, wanted: str, *, option: bool = True) -> None:
    """Nothing, if the first bytes of `path` agree with the format it is to be read in.

    `option` as for `input_format`.

    Raises:
        DualuseError: the file is another kind of file, or a workbook that can't be opened.
    """
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLE:
        raise DualuseError(_ole_advice(path))
    found = next((kind for magic, kind in _MAGIC.items() if start.startswith(magic)), "text")
    expected = "gz" if wanted.endswith(".gz") else wanted
    if found == expected or (found == "text" and expected in {"csv", "tsv", "jsonl"}):
        return
    content, formats, rest = _CONTENT[found]
    advice = f"use --format {formats}" if option else f"end its name in .{formats}"
    if not formats:
        advice = "give its real format with --format" if option else "end its name as its format"
    raise DualuseError(f"{path} is to be read as {wanted}, but {content}{advice}{rest}")


_CONTENT = {
    "xlsx": ("holds a zip archive: if it is an Excel workbook, ", "xlsx", ", else unpack it"),
    "parquet": ("holds Parquet: ", "parquet", ""),
    "gz": ("is compressed with gzip: ", "csv.gz, tsv.gz or jsonl.gz", ""),
    "text": ("does not start like one: ", "", ", or mend the file"),
}


def _ole_advice(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(1 << 20)
        file.seek(max(0, path.stat().st_size - (1 << 20)))
        tail = file.read()
    if _ENCRYPTED in head or _ENCRYPTED in tail:
        return f"{path} is protected by a password: open it in Excel and save a copy without one"
    return f"{path} is an old Excel workbook (.xls): open it in Excel and save it as .xlsx"

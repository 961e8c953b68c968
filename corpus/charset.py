"""Bytes to text: which encoding a file is in, decided by evidence rather than by its label.

The ladder: byte-order mark, ISO-2022-JP escapes, strict UTF-8, then the legacy encodings that
decode the bytes strictly, ranked by how ordinary the resulting text is (a label given with the
file counts as a head start), charset-normalizer where none of them convinces, and Latin-1 last.
"""

import codecs
import re
from collections.abc import Iterator

from dualuse.corpus.plausibility import ordinary_share, plausibility

_SAMPLE = 1 << 16

# Longest first: the UTF-32 mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ISO_2022_JP = re.compile(rb"\x1b(?:\$[@B]|\$\([DOQ]|\([IJ])")
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ODD_BYTES_OF_UTF8 = 20  # bytes for each control character that text may hold: damage, not a format
_ODD_BYTES = 50  # in other encodings, which random bytes can pass for
_MAGIC = re.compile(
    rb"PK(?:\x03\x04|\x05\x06)|%PDF-|\x89PNG|\x1f\x8b|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|GIF8[79]a"
    rb"|\xff\xd8\xff|BZh[1-9]|\xfd7zXZ|7z\xbc\xaf\x27\x1c|Rar!\x1a|\x7fELF|MZ.{0,100}\x00|PAR1"
    rb"|II\*\x00|MM\x00\*|RIFF|SQLite format 3|\x28\xb5\x2f\xfd",
    re.DOTALL,
)

# Supersets under the names that files are labelled with, as browsers read them (WHATWG Encoding).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "cp950",
}
_CANDIDATES = ("gb18030", "cp932", "euc_jp", "cp950", "big5hkscs", "cp949", "cp1252")
_OTHERS = ("cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "iso8859_2", "latin_1")
# Codecs that decode anything or run long; none of them labels a real file.
_NOT_LABELS = ("utf-7", "punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined")

_CONVINCING = 0.45  # plausibility a byte; correct text of 20 characters lies above, see the tests
_CERTAIN = 0.9  # what it takes to overrule a label that is none of our candidates
_HEAD_START = 0.5  # for the encoding a file is labelled with
_ORDINARY = 0.85  # of the characters of a text; of bytes that are no UTF-16, a third at most


def sniff_encoding(sample: bytes, declared: str | None = None) -> str:
    """The name of the Python codec that reads a file beginning with `sample`.

    A character cut in two by the end of the sample does no harm. The answer decodes the sample
    strictly, unless the sample is UTF-8 with a few broken bytes (then `"utf-8"`). ASCII alone
    yields the label's codec, or UTF-8, both of which agree on it.

    Args:
        sample: the first bytes of the file; 64 KiB are plenty.
        declared: the charset that a header or `<meta>` states, believed only if the bytes agree.
    """
    for mark, codec in _MARKS:
        if sample.startswith(mark):
            return codec
    label = _codec(declared)
    if _ISO_2022_JP.search(sample) and _read(sample, "iso2022_jp_ext") is not None:
        return "iso2022_jp_ext"
    if wide := _unmarked_utf16(sample):
        return wide
    if not _HIGH.search(sample):
        return label or "utf-8"
    if _read(sample, "utf-8") is not None or _nearly_utf8(sample):
        return "utf-8"
    return _legacy(sample, label)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`, without a byte-order mark.

    Bytes that are broken in the file's own encoding become U+FFFD, so the rest stays readable.
    """
    codec = sniff_encoding(_sample(data), declared)
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        # The sample missed what breaks it: judge all bytes, and mend only the broken ones.
        return data.decode(sniff_encoding(data, declared), errors="replace")


def looks_binary(sample: bytes) -> bool:
    """Whether a file beginning with `sample` is not text in any encoding."""
    if _MAGIC.match(sample):
        return True
    if sample.startswith(tuple(mark for mark, _ in _MARKS)) or _unmarked_utf16(sample):
        return False
    controls = len(_CONTROLS.findall(sample))
    if controls <= len(sample) // _ODD_BYTES:
        return False
    return controls > len(sample) // _ODD_BYTES_OF_UTF8 or _read(sample, "utf-8") is None


def _sample(data: bytes) -> bytes:
    """The part of `data` to judge by: its beginning, and what surrounds the first high byte.

    A long page may be ASCII mark-up for longer than the sample.
    """
    first = _HIGH.search(data)
    if first is None or first.start() < _SAMPLE // 2:
        return data[:_SAMPLE]
    # Not sliced out of the middle: ISO-2022 and UTF-16 need their beginning, and UTF-8 its edges.
    return data[: first.start() + _SAMPLE]


def _read(sample: bytes, codec: str) -> str | None:
    """The sample decoded strictly, less a last character that is cut; None where it does not."""
    try:
        return codecs.getincrementaldecoder(codec)().decode(sample)
    except (UnicodeError, LookupError):  # no mark for UTF-16; no decoder for streams
        return None


def _codec(label: str | None) -> str | None:
    """The codec a label stands for, None where Python knows none that agrees with ASCII."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip(" \t\r\n\"';").lower().replace("x-sjis", "cp932")).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    # b"<a>".decode would refuse the codecs that are not text, with an error of its own.
    known = name not in _NOT_LABELS and getattr(codecs.lookup(name), "_is_text_encoding", True)
    return name if known and _read(b"<a>", name) == "<a>" else None


def _unmarked_utf16(sample: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where the bytes read as ordinary text in that alone.

    The high bytes of Latin letters are zero; Chinese and Japanese text has zeros at its line ends
    and figures only, but control bytes, which no other encoding has, among its characters.
    """
    if len(sample) < 8 or not _CONTROLS.search(sample):
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = _read(sample, codec)
        if text and not _CONTROL_CHARACTERS.search(text) and ordinary_share(text) >= _ORDINARY:
            return codec
    return None


def _nearly_utf8(sample: bytes) -> bool:
    """Whether UTF-8 characters outnumber the broken bytes ten to one: chance does not do that."""
    characters = _UTF8_CHARACTER.findall(sample)
    broken = len(_HIGH.findall(sample)) - sum(map(len, characters))
    return len(characters) > 10 * broken


def _legacy(sample: bytes, label: str | None) -> str:
    """The best of the encodings that came before Unicode."""
    scores = dict(_scores(sample, label))
    best = max(scores, key=scores.__getitem__, default="latin_1")
    unranked = label is not None and label not in _CANDIDATES and _read(sample, label) is not None
    if unranked and (best == "cp1252" or scores.get(best, 0.0) < _CERTAIN):
        return str(label)
    if scores.get(best, 0.0) >= _CONVINCING:
        return best
    if label and _read(sample, label) is not None:
        return label
    return _detected(sample) or (best if best in scores else "latin_1")


def _scores(sample: bytes, label: str | None) -> Iterator[tuple[str, float]]:
    """Each candidate that reads the sample, and how ordinary its text is a byte."""
    for codec in _CANDIDATES:
        text = _read(sample, codec)
        if text is None and codec != "cp1252":
            text = _read_damaged(sample, codec)
        if text is not None:
            yield codec, plausibility(text, sample, codec) + _HEAD_START * (codec == label)


def _read_damaged(sample: bytes, codec: str) -> str | None:
    """The sample with its broken bytes replaced, None where they are more than one in a hundred."""
    text = codecs.getincrementaldecoder(codec)(errors="replace").decode(sample)
    return text if text.count("\ufffd") * 100 <= len(_HIGH.findall(sample)) else None


def _detected(sample: bytes) -> str | None:
    """What charset-normalizer makes of bytes that read well in none of our own candidates."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*_CANDIDATES, *_OTHERS]).best()
    if best is None or _read(sample, best.encoding) is None:
        return None
    return _WIDER.get(best.encoding, best.encoding)

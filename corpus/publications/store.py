"""Official texts that the user has imported: kept in the user's data folder, a file a regime."""

import json
import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.publications.paragraphs import OfficialParagraph
from dualuse.corpus.whole import write_text_whole

DATA_VARIABLE: Final = "DUALUSE_DATA"


def data_folder() -> Path:
    """Where the user's own data are kept: `$DUALUSE_DATA`, else the user's data folder."""
    if chosen := os.environ.get(DATA_VARIABLE):
        return Path(chosen)
    base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "dualuse"


@dataclass(frozen=True)
class OfficialText:
    """The imported text of one regime's list, from a file called `source`."""

    regime: str
    source: str
    paragraphs: tuple[OfficialParagraph, ...]

    @cached_property
    def _places(self) -> dict[str, OfficialParagraph]:
        # The first one stands: what comes later under the same number is a repetition or a note.
        return {each.paragraph: each for each in reversed(self.paragraphs) if each.kind != "note"}

    def quote(self, paragraph: str) -> OfficialParagraph | None:
        """The paragraph, or the nearest above it that the text has; notes are not quoted."""
        places = self._places
        while paragraph not in places:
            if not paragraph:
                return None
            paragraph = _above(paragraph)
        return places[paragraph]


def _above(paragraph: str) -> str:
    """The paragraph above: `6A003.b` of `6A003.b.4`, and Japan's `4(15)` of `4(15)1`."""
    if "." in paragraph:
        return paragraph.rpartition(".")[0]
    return (
        paragraph.rpartition(")")[0] + ")" if paragraph[-1:].isdigit() and ")" in paragraph else ""
    )


def official_file(regime: str) -> Path:
    """Where the imported text of a regime is kept."""
    return data_folder() / "official" / f"{regime}.jsonl"


def save_official(regime: str, source: str, paragraphs: Sequence[OfficialParagraph]) -> Path:
    """Keep an official text for a regime in place of an earlier one; returns its file."""
    file = official_file(regime)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"{file.parent} cannot be made ({reason}); name another with ${DATA_VARIABLE}"
        raise DualuseError(message) from None
    head = json.dumps({"regime": regime, "source": source}, ensure_ascii=False)
    lines = [json.dumps(astuple(each), ensure_ascii=False) for each in paragraphs]
    write_text_whole(file, "\n".join([head, *lines, ""]))
    return file


def load_official(regime: str) -> OfficialText | None:
    """The imported text of a regime's list; None where none has been imported.

    Raises:
        DualuseError: the file is damaged.
    """
    file = official_file(regime)
    return _read(file, file.stat().st_mtime_ns) if file.exists() else None


@cache
def _read(file: Path, _: int) -> OfficialText:
    try:
        head, *lines = file.read_text("utf-8").rstrip("\n").split("\n")
        said = json.loads(head)
        paragraphs = tuple(OfficialParagraph(*map(str, json.loads(line))) for line in lines)
        return OfficialText(str(said["regime"]), str(said["source"]), paragraphs)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DualuseError(f"{file} is damaged; import the official text again") from None

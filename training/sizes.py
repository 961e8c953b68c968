"""How large a model is on disk, part by part, and how fast it judges."""

import sys
import time
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dualuse.models.persistence import Place
from dualuse.training.judged import Judged
from dualuse.training.report import Figures, Section

_OWN: Final = "precedents and thresholds"


def part_sizes(place: Place) -> dict[str, int]:
    """The bytes of each part of a model folder, by the name of its subfolder.

    Of a model in an archive they are those that it takes there, packed.
    """
    sizes: dict[str, int] = defaultdict(int)
    for name, size in _files(place):
        sizes[name.rpartition("/")[0] or _OWN] += size
    return dict(sorted(sizes.items()))


def _files(place: Place) -> Iterator[tuple[str, int]]:
    if isinstance(place, zipfile.Path):
        for member in place.root.infolist():
            if member.filename.startswith(place.at) and not member.is_dir():
                yield member.filename.removeprefix(place.at), member.compress_size
    else:
        for path in place.rglob("*"):
            if path.is_file():
                yield path.relative_to(place).as_posix(), path.stat().st_size


def cost_sections(judged: Judged, place: Path | zipfile.Path | None) -> tuple[Section, ...]:
    """Tables of the model's size in MB, and of its speed on the texts at hand.

    Where a model was trained for the evaluation alone there is no place, and no size.
    """
    start, spent = time.perf_counter(), time.process_time()
    judged.rejudge(judged.texts)
    seconds, spent = time.perf_counter() - start, time.process_time() - spent
    peak = _peak_memory()
    speed = Section(
        "speed",
        {
            "judging these texts": {
                "texts": len(judged.texts),
                "seconds": seconds,
                "CPU seconds": spent,
                "texts/s": len(judged.texts) / seconds,
                "peak MB": peak / 1e6,
            }
        },
    )
    if place is None:
        return (speed,)
    sizes = part_sizes(place)
    rows: dict[str, Figures] = {name: {"MB": size / 1e6} for name, size in sizes.items()}
    rows["all"] = {"MB": sum(sizes.values()) / 1e6}
    return Section("size", rows), speed


def _peak_memory() -> int:
    """The most bytes of memory that this process has held; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    # Linux counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit

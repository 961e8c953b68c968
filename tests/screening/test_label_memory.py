"""Memory that must not grow with the catalogue."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.training.fit import fit_products

MEBIBYTE = 1024  # in the kibibytes of /proc

PEAKS = r"""
import re
from pathlib import Path
from dualuse.models.products import ProductModel
from dualuse.screening import label
from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue

label.SHARD_ROWS = 500
screener = ProductScreener(ProductModel.load(Path(sys.argv[1])))
for name in sys.argv[2:]:
    path = Path(name)
    output = label.LabelOutput(path.with_suffix(".out.csv"))
    label.label_catalogue(open_catalogue(path, CatalogueOptions()), output, screener)
    # Not getrusage, whose peak a process inherits from the one that started it.
    print(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells it so")
def test_memory_does_not_grow_with_the_rows(
    tmp_path: Path,
    few_products: list[LabelledProduct],
    start_program: Callable[..., "subprocess.Popen[str]"],
) -> None:
    # The baseline is quickest; that a model keeps nothing is its own tests' business.
    folder = tmp_path / "model"
    folder.mkdir()
    fit_products(few_products, kind="majority", name="majority", lists="none").save(folder)
    paths = [tmp_path / f"{rows}.csv" for rows in (5_000, 40_000)]
    for path in paths:
        with path.open("w", encoding="utf-8") as file:
            file.write("id,text\n")
            file.writelines(
                f"{n},oak chair of the kind number {n}\n" for n in range(int(path.stem))
            )
    with start_program(PEAKS, folder, *paths) as process:
        out, err = process.communicate()
    assert process.returncode == 0, err
    few, many = map(int, out.split())
    # All rows with their labels in memory would be some 60 MiB.
    assert many - few < 12 * MEBIBYTE
    assert len((tmp_path / "40000.out.csv").read_text("utf-8").splitlines()) == 40_001

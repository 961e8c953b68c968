"""The model that ships: what is promised of it before any score."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.models import shipped
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.training.default import policy_model, product_model

LARGEST = 40_000_000

WITHOUT_TORCH = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"torch", "transformers", "datasets", "onnx", "onnxscript"}:
            raise ImportError(name)

sys.meta_path.insert(0, Absent())
sys.argv = ["dualuse", "label", sys.argv[1], "-o", "-"]
from dualuse.cli import main
main()
"""


def test_it_is_small_and_whole() -> None:
    assert shipped.SHIPPED.stat().st_size <= LARGEST
    with zipfile.ZipFile(shipped.SHIPPED) as archive:
        assert archive.testzip() is None
        endings = {Path(name).suffix for name in archive.namelist()}
    assert endings == {".json", ".safetensors", ".onnx", ".md"}


@pytest.mark.parametrize(("task", "kind"), [("products", ProductModel), ("policy", PolicyModel)])
def test_it_learnt_from_the_corpus_that_ships(
    task: str, kind: type[ProductModel] | type[PolicyModel]
) -> None:
    digest = store.corpus_digest(store.task_files(store.corpus_folder(), task))
    name = kind.load(shipped.shipped_folder(task)).name
    assert name.endswith(digest[:8]), "run `python -m dualuse.training.bundle`"


def test_half_of_it_has_a_name_of_its_own() -> None:
    names = {
        product_model("default", print).name, product_model("lite", print).name,
        policy_model("default", print).name, policy_model("lite", print).name,
    }  # fmt: skip
    assert len(names) == 4
    assert sum(name.startswith("lite-") for name in names) == 2


def test_it_labels_without_torch(tmp_path: Path) -> None:
    catalogue = tmp_path / "stock.csv"
    catalogue.write_text(
        "text\nFOG gyro bias stability 0.003 deg/h\nHex bolt M8x40 A2-70\n", "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TORCH, str(catalogue)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    gyro, bolt = done.stdout.splitlines()[1:]
    assert ",7," in gyro
    assert "controlled" in gyro
    assert "clear" in bolt
    assert "training" not in done.stderr


def test_a_missing_archive_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "SHIPPED", tmp_path / "default.zip")
    with pytest.raises(DualuseError, match="install dualuse anew"):
        shipped.shipped_folder("products")
    (tmp_path / "default.zip").write_bytes(b"no archive")
    with pytest.raises(DualuseError, match="install dualuse anew"):
        shipped.shipped_folder("products")

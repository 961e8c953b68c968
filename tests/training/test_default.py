import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.version import lists_version
from dualuse.models.persistence import TENSORS
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.training.default import cache_folder, default_model, policy_model, product_model

ROOT = Path(__file__).parents[2]


@pytest.fixture
def said() -> list[str]:
    return []


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


def test_it_is_trained_once_with_one_line(said: list[str]) -> None:
    folder = default_model("majority", "products", said.append)
    (line,) = said
    assert "training the majority model for products" in line
    before = times(folder)
    assert default_model("majority", "products", said.append) == folder
    assert said == [line]
    assert times(folder) == before


def test_it_is_a_model_with_a_card(said: list[str]) -> None:
    folder = default_model("majority", "policy", said.append)
    digest = folder.name.split("-")[2]
    assert f"corpus {digest}" in (folder / "README.md").read_text("utf-8")
    model = PolicyModel.load(folder)
    assert model.name == f"majority-{digest[:8]}"
    assert model.lists == lists_version()


def test_it_lies_in_the_cache_alone(said: list[str]) -> None:
    folder = default_model("majority", "products", said.append)
    assert list(cache_folder().iterdir()) == [folder]


def test_each_task_has_its_own(said: list[str]) -> None:
    names = {default_model("majority", task, said.append) for task in ("products", "policy")}
    assert len(names) == len(said) == 2


def test_a_folder_that_a_cleaner_emptied_is_filled_again(said: list[str]) -> None:
    folder = default_model("majority", "products", said.append)
    for path in [*folder.glob("*.*"), *folder.glob("classifier/*")]:
        path.unlink()
    assert default_model("majority", "products", said.append) == folder
    assert ProductModel.load(folder).judge(["lathe"])
    assert len(said) == 2


def test_a_damaged_one_says_what_to_delete(said: list[str]) -> None:
    folder = default_model("majority", "products", said.append)
    (folder / TENSORS).write_bytes(b"\0" * 100)
    with pytest.raises(DualuseError, match=f"is damaged.* delete {folder} and train") as caught:
        product_model("majority", said.append)
    assert "\n" not in str(caught.value)


def test_a_cache_that_is_a_file_is_one_sentence(said: list[str]) -> None:
    cache_folder().touch()
    with pytest.raises(DualuseError, match="cannot be written"):
        default_model("majority", "products", said.append)


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ({"DUALUSE_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/a"),
        ({"XDG_CACHE_HOME": "/b", "HOME": "/c"}, "/b/dualuse"),
        ({"DUALUSE_CACHE": "", "XDG_CACHE_HOME": "", "HOME": "/c"}, "/c/.cache/dualuse"),
    ],
)
def test_place_of_the_cache(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], place: str
) -> None:
    for name in ("DUALUSE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(place)


def test_a_name_is_a_kind_or_a_folder(
    product_folder: Path, policy_folder: Path, said: list[str]
) -> None:
    assert product_model(str(product_folder), said.append).name == "tiny"
    assert policy_model(str(policy_folder), said.append).name == "tiny"
    assert said == []
    assert product_model("majority", said.append).name.startswith("majority-")


@pytest.mark.parametrize("model", [product_model, policy_model])
def test_an_unknown_name_tells_the_known(
    model: Callable[[str, Callable[[str], None]], object], said: list[str]
) -> None:
    with pytest.raises(DualuseError, match="unknown model 'bert': known are default, lite, linear"):
        model("bert", said.append)


def test_a_folder_of_another_task_is_refused(policy_folder: Path, said: list[str]) -> None:
    with pytest.raises(DualuseError, match="model of 'policy', not of products"):
        product_model(str(policy_folder), said.append)


def python(code: str, packages: Path) -> subprocess.Popen[str]:
    """Run code in a process of its own, with the package that lies in a folder."""
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(packages)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder from which this checkout is imported."""
    place = tmp_path / "packages"
    place.mkdir()
    (place / "dualuse").symlink_to(ROOT)
    return place


def test_a_training_killed_at_first_use_leaves_the_next_one_to_work(
    checkout: Path, said: list[str]
) -> None:
    killed = python(
        "import os, signal\n"
        "from dualuse.training.default import default_model\n"
        "die = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "default_model('majority', 'products', die)",
        checkout,
    )
    killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert product_model("majority", said.append).judge(["lathe"])
    assert len(said) == 1


CHANGES = """
import sys
from pathlib import Path
from dualuse.corpus.store import corpus_folder
from dualuse.training.default import default_model

def show():
    print(*(default_model("majority", task, str).name for task in ("products", "policy")))

show()
products = corpus_folder() / "products" / "9.jsonl"
lines = products.read_text("utf-8").splitlines(keepends=True)
products.write_text("".join(lines[:-1]), "utf-8")
show()
module = corpus_folder().parents[1] / "models" / "linear.py"
module.write_text(module.read_text("utf-8") + "# another\\n", "utf-8")
show()
splits = corpus_folder().parent / "splits.py"
splits.write_text(splits.read_text("utf-8") + "# another\\n", "utf-8")
show()
"""


def test_another_corpus_or_code_is_another_model(tmp_path: Path) -> None:
    package = tmp_path / "packages" / "dualuse"
    for folder in ("corpus", "models", "training"):
        shutil.copytree(
            ROOT / folder, package / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    process = python(CHANGES, package.parent)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    first, data, code, split = [line.split() for line in output.splitlines()]
    assert first[0] != data[0]
    assert first[1] == data[1]  # another corpus of products is none of policy's
    assert len({data[0], code[0], split[0]}) == len({data[1], code[1], split[1]}) == 3

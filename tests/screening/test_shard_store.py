from dataclasses import asdict, replace
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.screening.assessment import Assessment
from dualuse.screening.shard_store import ShardStore

ONE = Assessment(
    category="6",
    category_confidence=0.5,
    relevance="high",
    control_probability=0.25,
    basis="listed",
    decision="review",
    codes=("6A003", "CN:6A003"),
    regimes=("EU",),
    evidence="“镜头” speaks\u2028for \ud800 it.",
    missing=(),
    language="zh",
    model="m",
    lists="l",
)


def test_shards_come_back_in_order(tmp_path: Path) -> None:
    store = ShardStore(tmp_path / "parts", {"input": "a"})
    assert store.open(resume=False) == 0
    store.write(1, [replace(ONE, model="third")])
    store.write(0, [ONE, replace(ONE, category=None, model="second")])
    found = list(store.read())
    assert [each["model"] for each in found] == ["m", "second", "third"]
    expected = asdict(ONE) | {"codes": ["6A003", "CN:6A003"], "regimes": ["EU"], "missing": []}
    assert found[0] == expected
    assert found[1]["category"] is None


def test_a_run_goes_on_after_its_whole_shards(tmp_path: Path) -> None:
    store = ShardStore(tmp_path / "parts", {"input": "a"})
    store.open(resume=True)
    store.write(0, [ONE])
    (store.folder / ".dualuse-1.part").write_text("half a sha")
    assert ShardStore(tmp_path / "parts", {"input": "a"}).open(resume=True) == 1


@pytest.mark.parametrize("fault", ["cut", "cut at a line", "empty", "missing"])
def test_a_run_goes_on_before_a_shard_that_is_not_whole(tmp_path: Path, fault: str) -> None:
    store = ShardStore(tmp_path / "parts", {"input": "a"})
    store.open(resume=False)
    for number in range(3):
        store.write(number, [replace(ONE, model=f"{number}"), ONE])
    shard = store.folder / "00000001.jsonl"
    lines = shard.read_text("utf-8").splitlines(keepends=True)
    if fault == "missing":
        shard.unlink()
    else:
        kept = {"cut": lines[0] + lines[1][:50], "cut at a line": "".join(lines[:2]), "empty": ""}
        shard.write_text(kept[fault], "utf-8")
    assert store.open(resume=True) == 1
    store.write(1, [replace(ONE, model="anew")])
    assert store.open(resume=True) == 3
    assert [each["model"] for each in store.read()] == ["0", "m", "anew", "2", "m"]


def test_a_new_run_forgets_the_old_shards(tmp_path: Path) -> None:
    store = ShardStore(tmp_path / "parts", {"input": "a"})
    store.open(resume=False)
    store.write(0, [ONE])
    assert store.open(resume=False) == 0
    assert list(store.read()) == []


def test_shards_of_another_run_are_refused_and_kept(tmp_path: Path) -> None:
    store = ShardStore(tmp_path / "parts", {"input": "a"})
    store.open(resume=False)
    store.write(0, [ONE])
    with pytest.raises(DualuseError, match="another input, model or options"):
        ShardStore(tmp_path / "parts", {"input": "b"}).open(resume=True)
    assert len(list(store.read())) == 1


def test_nothing_is_left_in_the_end(tmp_path: Path) -> None:
    store = ShardStore(tmp_path / "parts", {})
    store.open(resume=False)
    store.write(0, [ONE])
    store.remove()
    assert list(tmp_path.iterdir()) == []

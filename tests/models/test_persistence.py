import json
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.persistence import (
    MANIFEST,
    TENSORS,
    read_manifest,
    read_parts,
    sound_parts,
    write_parts,
    write_whole,
)

NUMBERS = np.arange(6, dtype=np.float32).reshape(2, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model folder with one tensor."""
    place = tmp_path / "model"
    place.mkdir()
    write_parts(place, {"kind": "test", "name": "名"}, {"numbers": NUMBERS})
    return place


def one(draft: Path) -> None:
    write_parts(draft, {"kind": "one"}, {"numbers": NUMBERS})


def two(draft: Path) -> None:
    write_parts(draft, {"kind": "two"}, {"numbers": NUMBERS + 1})


def test_parts_come_back(folder: Path) -> None:
    manifest, tensors = read_parts(folder)
    assert (manifest["kind"], manifest["name"]) == ("test", "名")
    assert tensors.keys() == {"numbers"}
    np.testing.assert_array_equal(tensors["numbers"], NUMBERS)


def test_a_turned_tensor_comes_back_as_it_was_seen(folder: Path) -> None:
    write_parts(folder, {}, {"turned": NUMBERS.T})
    np.testing.assert_array_equal(read_parts(folder)[1]["turned"], NUMBERS.T)


def test_files_have_the_rights_of_new_files(folder: Path, tmp_path: Path) -> None:
    write_whole(tmp_path / "whole", one)
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    assert mode(folder / TENSORS) == mode(folder / MANIFEST) == mode(tmp_path / "file")
    assert mode(tmp_path / "whole") == mode(tmp_path / "folder")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class Trap:
    """An object whose unpickling makes a folder."""

    def __init__(self, place: Path) -> None:
        self.place = str(place)

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self.place,)


@pytest.fixture
def pickled(tmp_path: Path) -> bytes:
    import pickle  # noqa: TID251 - what must never be read

    return pickle.dumps(Trap(tmp_path / "sprung"))


def test_a_pickle_in_the_folder_is_never_opened(folder: Path, pickled: bytes) -> None:
    for name in ("model.pkl", "pytorch_model.bin", "model.joblib"):
        (folder / name).write_bytes(pickled)
    read_parts(folder)
    assert not (folder.parent / "sprung").exists()


def test_a_pickle_in_place_of_tensors_is_refused(folder: Path, pickled: bytes) -> None:
    replace_tensors(folder, pickled)
    with pytest.raises(DualuseError, match="cannot be read"):
        read_parts(folder)
    assert not (folder.parent / "sprung").exists()


def replace_tensors(folder: Path, data: bytes) -> None:
    """Put other bytes there, and their digest into the manifest."""
    import hashlib

    (folder / TENSORS).write_bytes(data)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["tensors_sha256"] = hashlib.sha256(data).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def header(entry: dict[str, Any]) -> bytes:
    text = json.dumps({"numbers": entry}).encode()
    return len(text).to_bytes(8, "little") + text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff" * 8 + b"{}",
        (9).to_bytes(8, "little") + b"not json!",
        header({"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}),
        header({"dtype": "F32", "shape": [9], "data_offsets": [0, 8]}) + b"\0" * 8,
        header({"dtype": "BF16", "shape": [2], "data_offsets": [0, 4]}) + b"\0" * 4,
        header({"dtype": "F8_E4M3", "shape": [2], "data_offsets": [0, 2]}) + b"\0" * 2,
    ],
    ids=["empty", "long header", "no JSON", "no data", "too few", "bfloat16", "float8"],
)
def test_tensor_files_of_garbage_are_refused(folder: Path, data: bytes) -> None:
    replace_tensors(folder, data)
    with pytest.raises(DualuseError, match=r"cannot be read .* train again"):
        read_parts(folder)


def test_one_turned_bit_is_damage(folder: Path) -> None:
    data = bytearray((folder / TENSORS).read_bytes())
    data[-1] ^= 1
    (folder / TENSORS).write_bytes(data)
    with pytest.raises(DualuseError, match="is damaged"):
        read_parts(folder)


def test_missing_tensors_are_one_sentence(folder: Path) -> None:
    (folder / TENSORS).unlink()
    with pytest.raises(DualuseError, match="no such file"):
        read_parts(folder)


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 5_000, b'"text"', b"[]", b"{}", b"null"],
    ids=["empty", "cut", "binary", "deep", "long figure", "text", "list", "object", "null"],
)
def test_manifest_of_garbage_is_one_sentence(folder: Path, manifest: bytes) -> None:
    (folder / MANIFEST).write_bytes(manifest)
    with pytest.raises(DualuseError, match=r"is no model folder|format version None") as caught:
        read_manifest(folder)
    assert "\n" not in str(caught.value)


def test_another_format_version_is_told(folder: Path) -> None:
    (folder / MANIFEST).write_text('{"format_version": 1}')
    with pytest.raises(DualuseError, match="format version 1, this program reads 3"):
        read_manifest(folder)


@pytest.mark.parametrize("missing", ["no", "no/where"])
def test_missing_folder_is_one_sentence(tmp_path: Path, missing: str) -> None:
    with pytest.raises(DualuseError, match="is no model folder"):
        read_manifest(tmp_path / missing)


@pytest.mark.parametrize(("name", "size"), [(MANIFEST, 256 * 2**20), (TENSORS, 4 * 2**30)])
def test_oversized_files_are_not_read(folder: Path, name: str, size: int) -> None:
    os.truncate(folder / name, size + 1)  # a hole: it takes no room on the disk
    with pytest.raises(DualuseError, match=r"too large|larger than"):
        read_parts(folder)


@pytest.mark.parametrize("fault", [KeyError("idf"), TypeError("x"), ValueError("x"), IndexError()])
def test_unsound_parts_are_one_sentence(tmp_path: Path, fault: Exception) -> None:
    with pytest.raises(DualuseError, match="holds a damaged model"), sound_parts(tmp_path):
        raise fault


def test_written_whole(tmp_path: Path) -> None:
    def write(draft: Path) -> None:
        assert not (tmp_path / "deep" / "model").exists()
        one(draft)

    write_whole(tmp_path / "deep" / "model", write)
    assert read_manifest(tmp_path / "deep" / "model")["kind"] == "one"
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["model"]


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def fail(draft: Path) -> None:
        one(draft)
        raise DualuseError("too few texts")

    with pytest.raises(DualuseError, match="too few texts"):
        write_whole(tmp_path / "model", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_old_model(folder: Path) -> None:
    def fail(draft: Path) -> None:
        one(draft)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(folder, fail, replace=True)
    assert read_manifest(folder)["kind"] == "test"
    assert [path.name for path in folder.parent.iterdir()] == ["model"]


@pytest.mark.parametrize(("replace", "kind"), [(False, "test"), (True, "two")])
def test_what_stands_there_is_replaced_only_if_asked(
    folder: Path, replace: bool, kind: str
) -> None:
    write_whole(folder, two, replace=replace)
    assert read_parts(folder)[0]["kind"] == kind
    assert [path.name for path in folder.parent.iterdir()] == ["model"]


def test_replacing_leaves_no_file_of_the_old_one(folder: Path) -> None:
    (folder / "old.txt").touch()
    write_whole(folder, two, replace=True)
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, TENSORS]


def test_a_link_is_kept_and_what_it_leads_to_replaced(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    write_whole(tmp_path / "link", two, replace=True)
    assert (tmp_path / "link").is_symlink()
    assert read_parts(folder)[0]["kind"] == "two"


def test_the_working_folder_itself_can_be_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model").mkdir()
    monkeypatch.chdir(tmp_path / "model")
    write_whole(Path(), one)
    assert read_manifest(tmp_path / "model")["kind"] == "one"


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_without_room_is_one_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(DualuseError, match=r"model cannot be written \(file too large\)"),
        files_at_most(100),
    ):
        write_whole(tmp_path / "model", one)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DualuseError, match="cannot be written"):
        write_whole(tmp_path / "file" / "model", one)

"""Processes that learn as one: each takes a share of every batch, and gradients are averaged.

On a CPU two processes of one thread learn faster than one of two: matrix products of a small
network are too small to share. PyTorch's `gloo` carries gradients between them, over the loopback.
"""

import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

import torch
from torch import distributed

from dualuse.corpus.cores import usable_cores
from dualuse.corpus.errors import DualuseError

_T = TypeVar("_T")

_PATIENCE: Final = timedelta(hours=24)
"""Longer than the first of a team may let the others wait, between epochs and while it is asked."""

_MOST: Final = 2
"""More take ever smaller shares of a batch, and were not measured."""

_WORTH_IT: Final = 2_000
"""Texts from which on another process learns more than the seconds that it takes to start."""

_LAST_WORDS: Final = 10.0
"""Seconds that a process may need to end after its connection broke."""


@dataclass(frozen=True, slots=True)
class Team:
    """One of `size` processes, the first of which is rank 0."""

    rank: int = 0
    size: int = 1

    def share(self, things: Sequence[_T]) -> Sequence[_T]:
        """Every `size`-th thing, from this one's rank on."""
        return things[self.rank :: self.size]

    def average(self, parameters: Collection[torch.nn.Parameter]) -> None:
        """Give all of the team the mean of their gradients; one without has a gradient of zero."""
        if self.size == 1:
            return
        gradients = [
            torch.zeros_like(each) if each.grad is None else each.grad for each in parameters
        ]
        for each, total in zip(parameters, self.total(gradients), strict=True):
            each.grad = total / self.size

    def total(self, tensors: Sequence[torch.Tensor]) -> Sequence[torch.Tensor]:
        """The sum over the team of what each gives here, tensor by tensor."""
        if self.size == 1 or not tensors:
            return tensors
        flat: Any = torch.cat([tensor.reshape(-1) for tensor in tensors])
        distributed.all_reduce(flat)
        parts = flat.split([tensor.numel() for tensor in tensors])
        return [part.view_as(each) for part, each in zip(parts, tensors, strict=True)]

    def tell(self, thing: _T) -> _T:
        """Let all others `hear` the thing, and return it."""
        if self.size > 1:
            distributed.broadcast_object_list([thing])
        return thing

    def hear(self) -> Any:
        """What the first of the team tells next."""
        heard = [None]
        distributed.broadcast_object_list(heard)
        return heard[0]


def team_size(wanted: int, texts: int) -> int:
    """How many processes learn: as many as wanted, or with 0 what is fastest here."""
    if wanted or torch.cuda.is_available():
        return wanted or 1
    return min(_MOST, usable_cores()) if texts >= _WORTH_IT else 1


@contextmanager
def team_of(size: int, follow: Callable[[Team], None]) -> Iterator[Team]:
    """The first of a team whose others run `follow`, a function of a module, until this one ends.

    Raises:
        DualuseError: one of them cannot start, or ended before its time.
    """
    if size == 1:
        yield Team()
        return
    if distributed.is_initialized():
        raise DualuseError("this process learns in a team already; use learning.processes = 1")
    others: list[subprocess.Popen[bytes]] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for rank in range(1, size):
                others += [_start(Team(rank, size), Path(folder), follow)]
            _await(others, Path(folder))
            _meet(Team(0, size), Path(folder))
            yield Team(0, size)
        except RuntimeError:
            if not _any_ended(others):
                raise
            raise _ended() from None
        finally:
            for other in others:
                other.kill()
                other.wait()
            if distributed.is_initialized():
                distributed.destroy_process_group()


def _start(team: Team, folder: Path, follow: Callable[[Team], None]) -> subprocess.Popen[bytes]:
    # A program of its own: multiprocessing would run the caller's main module again.
    told = (follow.__module__, follow.__name__, str(team.rank), str(team.size), str(folder))
    return subprocess.Popen(  # noqa: S603 - our own program, by its own name
        [sys.executable, "-m", __name__, *told],
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the first of the team, which ends all
    )


def _await(others: Sequence[subprocess.Popen[bytes]], folder: Path) -> None:
    # gloo itself would wait in C++, deaf to Ctrl-C and blind to a process that has ended.
    while len(list(folder.glob("ready.*"))) < len(others):
        if any(other.poll() is not None for other in others):
            raise _ended()
        time.sleep(0.05)


def _meet(team: Team, folder: Path) -> None:
    if team.rank:
        (folder / f"ready.{team.rank}").touch()
    before = os.environ.get("GLOO_SOCKET_IFNAME")
    os.environ["GLOO_SOCKET_IFNAME"] = "lo"  # a machine may not know its own name
    try:
        distributed.init_process_group(
            "gloo",
            init_method=f"file://{folder / 'meeting'}",
            rank=team.rank,
            world_size=team.size,
            timeout=_PATIENCE,
        )
    finally:
        if before is None:
            del os.environ["GLOO_SOCKET_IFNAME"]
        else:
            os.environ["GLOO_SOCKET_IFNAME"] = before


def _any_ended(others: Sequence[subprocess.Popen[bytes]]) -> bool:
    # What broke the connection may still be ending.
    end = time.monotonic() + _LAST_WORDS
    while time.monotonic() < end:
        if any(other.poll() is not None for other in others):
            return True
        time.sleep(0.05)
    return False


def _ended() -> DualuseError:
    return DualuseError(
        "a training process ended before its time, perhaps for want of memory; the run goes on "
        "where it was, with learning.processes = 1 in one process"
    )


def main() -> None:
    """Follow the first of a team: module, function, rank, size and meeting folder are told."""
    module, name, rank, size, folder = sys.argv[1:]
    team = Team(int(rank), int(size))
    follow = getattr(importlib.import_module(module), name)
    try:
        _meet(team, Path(folder))
        follow(team)
    except RuntimeError as fault:
        # torch says so when the first is gone or memory is short: a line, and no traceback.
        with suppress(OSError):
            sys.stderr.write(f"a training process ended: {str(fault).splitlines()[0]}\n")
        os._exit(1)  # gloo's threads may wait for a first that is gone


if __name__ == "__main__":
    main()

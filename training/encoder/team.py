"""Processes that learn as one: each takes a share of every batch, and gradients are averaged.

On a CPU two processes of one thread learn faster than one of two: matrix products of a small
network are too small to share. Gradients are summed through PyTorch's `gloo`, over the loopback.
"""

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, TypeVar

import torch
from torch import distributed

from dualuse.corpus.errors import DualuseError

_T = TypeVar("_T")

_PATIENCE: Final = timedelta(hours=1)
"""Longer than the first of a team takes to judge the texts held out after an epoch."""

_MOST: Final = 2
"""More take ever smaller shares of a batch, and were not measured."""

_WORTH_IT: Final = 2_000
"""Texts from which on another process learns more than the seconds that it takes to start."""


@dataclass(frozen=True, slots=True)
class Team:
    """One of `size` processes, the first of which is rank 0."""

    rank: int = 0
    size: int = 1

    def share(self, things: Sequence[_T]) -> Sequence[_T]:
        """Every `size`-th thing, from this one's rank on."""
        return things[self.rank :: self.size]

    def average(self, parameters: Collection[torch.nn.Parameter]) -> None:
        """Give all of the team the mean of their gradients."""
        if self.size == 1:
            return
        gradients = [each.grad for each in parameters if each.grad is not None]
        flat: Any = torch.cat([gradient.reshape(-1) for gradient in gradients])
        distributed.all_reduce(flat)
        flat /= self.size
        for gradient, part in zip(
            gradients, flat.split([each.numel() for each in gradients]), strict=True
        ):
            gradient.copy_(part.view_as(gradient))

    def tell(self, thing: Any = None) -> Any:
        """What the first of the team says here, to all of it."""
        if self.size == 1:
            return thing
        said = [thing]
        distributed.broadcast_object_list(said)
        return said[0]


def team_size(wanted: int, texts: int) -> int:
    """How many processes learn: as many as wanted, or with 0 what is fastest here."""
    if wanted or torch.cuda.is_available():
        return wanted or 1
    cores = len(os.sched_getaffinity(0))
    return min(_MOST, cores) if texts >= _WORTH_IT else 1


@contextmanager
def team_of(size: int, follow: Callable[..., None], *told: Any) -> Iterator[Team]:
    """The first of a team whose others run `follow(team, *told)` in processes of their own.

    Raises:
        DualuseError: one of them ended before its time.
    """
    if size == 1:
        yield Team()
        return
    with tempfile.TemporaryDirectory() as folder:
        meeting = str(Path(folder) / "meeting")
        spawn = multiprocessing.get_context("spawn")
        others = [
            spawn.Process(target=_join, args=(Team(rank, size), meeting, follow, told), daemon=True)
            for rank in range(1, size)
        ]
        for other in others:
            other.start()
        try:
            _meet(Team(0, size), meeting)
            yield Team(0, size)
        except RuntimeError:
            if not _any_ended(others):
                raise
            raise DualuseError(
                "a training process ended before its time, perhaps for want of memory; the run "
                "goes on where it was, with learning.processes = 1 in one process"
            ) from None
        finally:
            _part(others)


def _meet(team: Team, meeting: str) -> None:
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")  # a machine may not know its own name
    distributed.init_process_group(
        "gloo",
        init_method=f"file://{meeting}",
        rank=team.rank,
        world_size=team.size,
        timeout=_PATIENCE,
    )


def _join(team: Team, meeting: str, follow: Callable[..., None], told: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first of the team ends all
    try:
        _meet(team, meeting)
        follow(team, *told)
    except RuntimeError as fault:
        # torch says so when the first is gone or memory is short: a line, and no traceback.
        sys.exit(f"a training process ended: {fault}")


def _any_ended(others: Sequence[BaseProcess]) -> bool:
    for other in others:
        other.join(1)  # what broke the connection may still be ending
    return any(not other.is_alive() for other in others)


def _part(others: Sequence[BaseProcess]) -> None:
    for other in others:
        other.terminate()
        other.join()
    if distributed.is_initialized():
        distributed.destroy_process_group()

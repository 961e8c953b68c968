import os
from collections.abc import Callable

import pytest
import torch

from dualuse.corpus.errors import DualuseError
from dualuse.training.encoder.team import Team, team_of, team_size


def parameter(gradient: list[float]) -> torch.nn.Parameter:
    made = torch.nn.Parameter(torch.zeros(len(gradient)))
    made.grad = torch.tensor(gradient)
    return made


def average_once(team: Team) -> None:
    team.average([parameter(team.hear()), torch.nn.Parameter(torch.zeros(1))])
    team.total([torch.tensor([3.0])])


def die(_: Team) -> None:
    os._exit(9)


def fail(_: Team) -> None:
    raise RuntimeError("not enough memory")


def test_one_alone_shares_with_nobody() -> None:
    with team_of(1, die) as team:
        assert team.share([3, 1, 2]) == [3, 1, 2]
        own = parameter([1.0, 2.0])
        team.average([own])
        assert own.grad is not None
        assert own.grad.tolist() == [1.0, 2.0]
        assert team.tell("a word") == "a word"


def test_shares_are_the_whole() -> None:
    things = list(range(7))
    shares = [list(Team(rank, 3).share(things)) for rank in range(3)]
    assert sorted(thing for share in shares for thing in share) == things
    assert [len(share) for share in shares] == [3, 2, 2]


def test_gradients_are_averaged() -> None:
    own, other = parameter([1.0, 2.0]), parameter([4.0])
    with team_of(2, average_once) as team:
        assert team.tell([3.0, 6.0]) == [3.0, 6.0]
        team.average([own, other])
        (total,) = team.total([torch.tensor([1.0])])
        assert total.tolist() == [4.0]
    assert own.grad is not None
    assert own.grad.tolist() == [2.0, 4.0]
    assert other.grad is not None
    assert other.grad.tolist() == [2.0], "one without a gradient counts as zero"


@pytest.mark.parametrize("follow", [die, fail])
def test_a_process_that_ends_is_named(follow: Callable[[Team], None]) -> None:
    with (
        pytest.raises(DualuseError, match="a training process ended before its time"),
        team_of(2, follow) as team,
    ):
        team.average([parameter([1.0])])


def test_a_process_that_cannot_start_is_named() -> None:
    def nowhere(_: Team) -> None:
        """No function of a module: another process does not find it."""

    nowhere.__module__ = "there_is_no_such_module"
    with (
        pytest.raises(DualuseError, match="a training process ended before its time"),
        team_of(2, nowhere),
    ):
        pass


def test_a_team_within_a_team_is_refused() -> None:
    with (
        team_of(2, average_once),
        pytest.raises(DualuseError, match="learns in a team already"),
        team_of(2, average_once),
    ):
        pass


def test_small_jobs_are_not_worth_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    assert team_size(0, 100) == 1
    assert team_size(0, 10_000) == 2
    assert team_size(3, 100) == 3

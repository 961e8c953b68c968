import numpy as np
import pytest

from dualuse.training.encoder.skipping import choose, share_of


def test_of_what_is_known_a_share_is_left_out() -> None:
    losses = np.repeat([0.1, 0.2, 5.0], 1_000).astype(np.float32)
    chosen = choose(losses, 0.5, seed=3)
    assert set(range(2_000, 3_000)) <= set(chosen.rows.tolist())
    assert 850 < (chosen.rows < 2_000).sum() < 1_150
    # Those that stay count for those that do not: on average nothing is lost.
    assert chosen.counts[chosen.rows < 2_000].tolist() == [2.0] * (chosen.rows < 2_000).sum()
    assert (chosen.counts[chosen.rows >= 2_000] == 1).all()
    assert chosen.counts.sum() == pytest.approx(3_000, rel=0.05)
    assert choose(losses, 0.5, seed=4).rows.tolist() != chosen.rows.tolist()


def test_what_was_never_read_is_read() -> None:
    unread = np.full(50, np.nan, np.float32)
    assert choose(unread, 0.9, seed=1).rows.tolist() == list(range(50))
    some = np.where(np.arange(50) < 40, unread, np.float32(0.5))
    some[-1] = 9
    assert set(range(40)) | {49} <= set(choose(some, 0.9, seed=1).rows.tolist())


def test_without_a_share_all_count_once() -> None:
    chosen = choose(np.linspace(0, 1, 20, dtype=np.float32), 0.0, seed=1)
    assert chosen.rows.tolist() == list(range(20))
    assert (chosen.counts == 1).all()


@pytest.mark.parametrize(("epochs", "whole"), [(1, 1), (2, 1), (5, 1), (8, 1), (16, 2), (40, 5)])
def test_the_last_epochs_read_everything(epochs: int, whole: int) -> None:
    shares = [share_of(0.5, number, epochs) for number in range(1, epochs + 1)]
    assert shares == [0.5] * (epochs - whole) + [0.0] * whole

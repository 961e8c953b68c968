"""Muon: an optimizer for the matrices of hidden layers, whose steps go all ways alike."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import torch

from dualuse.training.encoder.team import Team

_MOMENTUM: Final = 0.95

_LIKE_ADAMW: Final = 0.2
"""With it a step is as large as AdamW's at the same learning rate (Liu et al.)."""

_POLYNOMIALS: Final = (
    (8.3837, -24.7659, 18.3571),
    (4.0434, -3.0114, 0.5695),
    (3.5056, -2.6267, 0.5257),
    (2.4901, -1.8343, 0.4368),
)
"""Coefficients of x, x³, x⁵, each the odd polynomial nearest to 1 where the one before leads to.

From 0.003 to 1 they lead to 0.8 to 1.2.
"""


class Muon(torch.optim.Optimizer):
    """Steps along the orthogonal matrix that is nearest to the momentum of a gradient.

    What a gradient says loudest does not drown what it says besides, so that a network learns more
    from each text than with AdamW (Jordan et al. 2024, “Muon”; Liu et al. 2025, arXiv:2502.16982).
    Odd polynomials lead to that matrix (Amsel et al. 2025, arXiv:2505.16932). PyTorch's own Muon
    reckons in sixteen bits, in which CPUs without AMX are slow, and each process of a team would
    reckon all of it; here that is done where it is wanted (`half`), and each does a share and gets
    those of the others.
    """

    def __init__(
        self,
        matrices: Iterable[torch.nn.Parameter],
        lr: float,
        weight_decay: float,
        *,
        half: bool = False,
    ) -> None:
        super().__init__(matrices, {"lr": lr, "weight_decay": weight_decay})
        self.team = Team()
        self.nearest = nearest_orthogonal_in_half if half else nearest_orthogonal

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override] # no closure is asked
        """Move each matrix that has a gradient."""
        del closure
        for group in self.param_groups:
            moved = [matrix for matrix in group["params"] if matrix.grad is not None]
            for matrix, way in zip(moved, self._ways(moved), strict=True):
                matrix.mul_(1 - group["lr"] * group["weight_decay"])
                size = _LIKE_ADAMW * max(matrix.shape) ** 0.5
                matrix.add_(way, alpha=-group["lr"] * size)

    def _ways(self, matrices: Sequence[torch.nn.Parameter]) -> Sequence[torch.Tensor]:
        momenta = [self._momentum(matrix) for matrix in matrices]
        mine = set(self.team.share(range(len(matrices))))
        ways = [
            self.nearest(momentum) if place in mine else torch.zeros_like(momentum)
            for place, momentum in enumerate(momenta)
        ]
        return self.team.total(ways)

    def _momentum(self, matrix: torch.nn.Parameter) -> torch.Tensor:
        """The gradient carried on by a step of its own (Nesterov)."""
        gradient: Any = matrix.grad
        state = self.state[matrix]
        if not state:
            state["momentum"] = torch.zeros_like(matrix)
        state["momentum"].lerp_(gradient, 1 - _MOMENTUM)
        ahead: torch.Tensor = gradient.lerp(state["momentum"], _MOMENTUM)
        return ahead


def nearest_orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    """A matrix with the singular vectors of this one, and singular values of 0.8 to 1.2.

    Those below 0.003 of its Frobenius norm come out smaller.
    """
    if matrix.shape[0] > matrix.shape[1]:
        return nearest_orthogonal(matrix.T).T
    wide = matrix / (matrix.norm() * 1.01 + 1e-7)
    square = wide @ wide.T  # all else is reckoned in its few rows
    whole = step = _polynomial(square, *_POLYNOMIALS[0])
    for coefficients in _POLYNOMIALS[1:]:
        square = step @ square @ step
        step = _polynomial(square, *coefficients)
        whole = step @ whole
    result: torch.Tensor = whole @ wide
    return result


def nearest_orthogonal_in_half(matrix: torch.Tensor) -> torch.Tensor:
    """As `nearest_orthogonal`, but for a twentieth of its norm at most, reckoned in sixteen bits.

    With AMX in a third of the time. Its whole rows are carried from step to step: of their squares
    alone sixteen bits keep too little.
    """
    if matrix.shape[0] > matrix.shape[1]:
        return nearest_orthogonal_in_half(matrix.T).T
    wide = (matrix / (matrix.norm() * 1.01 + 1e-7)).bfloat16()
    for first, third, fifth in _POLYNOMIALS:
        square = wide @ wide.T
        factor = torch.addmm(square, square, square, beta=third, alpha=fifth)
        wide = torch.addmm(wide, factor, wide, beta=first)
    result: torch.Tensor = wide.to(matrix.dtype)
    return result


def _polynomial(square: torch.Tensor, first: float, third: float, fifth: float) -> torch.Tensor:
    """What a matrix of this square is multiplied with to give the odd polynomial of it."""
    factor = torch.addmm(square, square, square, beta=third, alpha=fifth)
    factor.diagonal().add_(first)
    return factor

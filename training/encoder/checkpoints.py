"""The state of a fine-tuning run on disk: what a killed run goes on from, and the best weights."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

_LAST: Final = "last.safetensors"
_BEST: Final = "best.safetensors"
_LOSSES: Final = ":losses"
"""No parameter is called nothing: this cannot be one's."""
_PROGRESS: Final = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: epochs done, the best score, and epochs since it."""

    epoch: int = 0
    best: float = -math.inf
    worse: int = 0


class Checkpoints:
    """Weights, optimizers, losses and progress of a run in a folder, each file written whole."""

    def __init__(
        self,
        folder: Path,
        named: Mapping[str, torch.Tensor],
        optimizers: Sequence[torch.optim.Optimizer],
        losses: torch.Tensor,
    ) -> None:
        self.folder, self.named, self.optimizers = folder, named, optimizers
        self.losses = losses

    def keep(self, progress: Progress, *, is_best: bool) -> None:
        """Write the state, so that a killed run loses one epoch at most."""
        self.folder.mkdir(parents=True, exist_ok=True)
        weights = {name: value.detach().contiguous() for name, value in self.named.items()}
        if is_best:
            _save_whole(weights, self.folder / _BEST)
        moments = {
            f"{name}:{key}": value
            for optimizer in self.optimizers
            for name, tensor in self.named.items()
            for key, value in optimizer.state.get(tensor, {}).items()
        }
        # All in one file: a kill cannot leave the weights of one epoch with another's number.
        state = {**weights, **moments, _LOSSES: self.losses}
        _save_whole(state, self.folder / _LAST, progress)

    def resume(self) -> Progress:
        """How far the run had come, after loading what is there."""
        path = self.folder / _LAST
        if not path.exists():
            return Progress()
        with safe_open(path, "pt") as kept:
            progress = Progress(**json.loads(kept.metadata()[_PROGRESS]))
        tensors = load_file(path)
        self._load({name: value for name, value in tensors.items() if ":" not in name})
        for optimizer in self.optimizers:
            self._load_state(optimizer, tensors)
        self.losses.copy_(tensors[_LOSSES])
        return progress

    def _load_state(
        self, optimizer: torch.optim.Optimizer, tensors: Mapping[str, torch.Tensor]
    ) -> None:
        names = {id(tensor): name for name, tensor in self.named.items()}
        own = [tensor for group in optimizer.param_groups for tensor in group["params"]]
        state: dict[int, dict[str, Any]] = {}
        for place, tensor in enumerate(own):
            prefix = f"{names[id(tensor)]}:"
            state[place] = {
                key.removeprefix(prefix): value
                for key, value in tensors.items()
                if key.startswith(prefix)
            }
        groups = optimizer.state_dict()["param_groups"]
        optimizer.load_state_dict({"state": state, "param_groups": groups})

    def load_best(self) -> None:
        """Put the weights of the best epoch into the network."""
        self._load(load_file(self.folder / _BEST))

    def _load(self, weights: Mapping[str, torch.Tensor]) -> None:
        with torch.no_grad():
            for name, value in weights.items():
                self.named[name].copy_(value)


def _save_whole(
    tensors: Mapping[str, torch.Tensor], path: Path, progress: Progress | None = None
) -> None:
    draft = path.with_name(f".{path.name}.part")
    metadata = {_PROGRESS: json.dumps(asdict(progress))} if progress else None
    save_file({name: value.contiguous() for name, value in tensors.items()}, draft, metadata)
    draft.replace(path)

"""The state of a fine-tuning run on disk: what a killed run goes on from, and the best weights."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

_LAST: Final = "last.safetensors"
_BEST: Final = "best.safetensors"
_PROGRESS: Final = "progress"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: epochs and steps done, the best score, and epochs since it."""

    epoch: int = 0
    steps: int = 0
    best: float = -math.inf
    worse: int = 0


class Checkpoints:
    """Weights, optimizer and progress of a run in a folder, each file written whole."""

    def __init__(
        self, folder: Path, named: Mapping[str, torch.Tensor], optimizer: torch.optim.Optimizer
    ) -> None:
        self.folder, self.named, self.optimizer = folder, named, optimizer

    def keep(self, progress: Progress, *, is_best: bool) -> None:
        """Write the state, so that a killed run loses one epoch at most."""
        self.folder.mkdir(parents=True, exist_ok=True)
        weights = {name: value.detach().contiguous() for name, value in self.named.items()}
        if is_best:
            _save_whole(weights, self.folder / _BEST)
        state = self.optimizer.state_dict()
        moments = {
            f"{name}:{key}": value
            for name, place in zip(self.named, range(len(self.named)), strict=True)
            for key, value in state["state"].get(place, {}).items()
        }
        # All in one file: a kill cannot leave the weights of one epoch with another's number.
        _save_whole({**weights, **moments}, self.folder / _LAST, progress)

    def resume(self) -> Progress:
        """How far the run had come, after loading what is there."""
        path = self.folder / _LAST
        if not path.exists():
            return Progress()
        with safe_open(path, "pt") as kept:
            progress = Progress(**json.loads(kept.metadata()[_PROGRESS]))
        tensors = load_file(path)
        self._load({name: value for name, value in tensors.items() if ":" not in name})
        groups = self.optimizer.state_dict()["param_groups"]
        state: dict[int, dict[str, Any]] = {}
        for place, name in enumerate(self.named):
            prefix = f"{name}:"
            state[place] = {
                key.removeprefix(prefix): value
                for key, value in tensors.items()
                if key.startswith(prefix)
            }
        self.optimizer.load_state_dict({"state": state, "param_groups": groups})
        return progress

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

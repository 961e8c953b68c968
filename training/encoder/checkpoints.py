"""The state of a fine-tuning run on disk: what a killed run goes on from, and the best weights."""

import json
import math
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import load_file, save_file

_LAST: Final = "last.safetensors"
_BEST: Final = "best.safetensors"
_STATE: Final = "state.json"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: epochs and steps done, the best score, and epochs since it."""

    epoch: int = 0
    steps: int = 0
    best: float = -math.inf
    worse: int = 0


class Checkpoints:
    """Weights and optimizer of a run in a folder, each file written whole."""

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
        _save_whole({**weights, **moments}, self.folder / _LAST)
        draft = self.folder / f".{_STATE}.part"
        draft.write_text(json.dumps(asdict(progress)), "utf-8")
        draft.replace(self.folder / _STATE)

    def resume(self) -> Progress:
        """How far the run had come, after loading what is there."""
        if not (self.folder / _STATE).exists():
            return Progress()
        progress = Progress(**json.loads((self.folder / _STATE).read_text("utf-8")))
        tensors = load_file(self.folder / _LAST)
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


def _save_whole(tensors: Mapping[str, torch.Tensor], path: Path) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    save_file({name: value.contiguous() for name, value in tensors.items()}, draft)
    draft.replace(path)

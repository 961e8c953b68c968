"""A fine-tuned encoder at work: a tokenizer and an ONNX graph, without torch."""

import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.cores import usable_cores
from dualuse.models.calibration import Calibration
from dualuse.models.classifier import Probabilities
from dualuse.models.persistence import Place, read_bytes, read_parts, sound_parts, write_parts

GRAPH: Final = "encoder.onnx"
TOKENIZER: Final = "tokenizer.json"

_UNFUSED: Final = (
    "SkipLayerNormFusion",  # slower than sum and norm apart
    "MatMulIntegerToFloatFusion",  # it knows one scale for all rows alone
)
_BATCH: Final = 8
"""Texts: more are no faster on a CPU, and fewer are slower."""
_TURNS: Final = 4
"""Batches a core at least: few texts keep all cores at work, and none waits for one much longer."""
_LONGEST: Final = 4_000
"""Characters of a text that can matter to a network of some hundred pieces."""


class EncoderClassifier:
    """Answers named questions with a network that was fine-tuned elsewhere.

    `graph` is an ONNX model with inputs `input_ids` and `attention_mask` and the output `logits`,
    shape (texts, questions); `tokenizer` the JSON of its tokenizer, which cuts a text into at most
    `max_pieces` pieces. It has no code of its own: both files are data to onnxruntime and
    tokenizers.
    """

    kind = "encoder"

    def __init__(
        self,
        questions: Sequence[str],
        graph: bytes,
        tokenizer: str,
        max_pieces: int,
        calibration: Calibration | None = None,
    ) -> None:
        self.questions = tuple(questions)
        self.graph = graph
        self.tokenizer = tokenizer
        self.max_pieces = max_pieces
        count = len(self.questions)
        self.calibration = calibration or Calibration(
            np.ones(count, np.float32), np.zeros(count, np.float32)
        )

    @property
    def digest(self) -> str:
        """What tells this network from any other."""
        return _digest(self.graph)

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The raw scores (logits) of texts, shape (texts, questions)."""
        scores = np.zeros((len(texts), len(self.questions)), np.float32)
        pieces = self._pieces([text[:_LONGEST] for text in texts])
        # Texts of like length together: little is padded. The graph scales each row by itself, so
        # that a text is read beside others as it is alone.
        order = np.argsort([len(each) for each in pieces], kind="stable")
        cores = usable_cores()
        size = min(_BATCH, len(texts) // (cores * _TURNS) + 1)
        batches = [order[start : start + size] for start in range(0, len(order), size)]

        def fill(rows: NDArray[np.int64]) -> None:
            (scores[rows],) = self._session.run(["logits"], self._batch([pieces[k] for k in rows]))

        # A batch a core: cores that share one wait for each other after each of its many steps.
        with ThreadPoolExecutor(cores) as pool:
            for _ in pool.map(fill, batches):
                pass
        return scores

    def predict_proba(self, texts: Sequence[str]) -> Probabilities:
        """The calibrated probability of a yes for each text and question."""
        return self.calibration.apply(self.scores(texts))

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self._cutter.encode_batch_fast(list(texts))]

    def _batch(self, pieces: Sequence[Sequence[int]]) -> dict[str, NDArray[np.int64]]:
        width = max(map(len, pieces))
        ids = np.full((len(pieces), width), self._pad, np.int64)
        mask = np.zeros((len(pieces), width), np.int64)
        for row, each in enumerate(pieces):
            ids[row, : len(each)] = each
            mask[row, : len(each)] = 1
        return {"input_ids": ids, "attention_mask": mask}

    @cached_property
    def _cutter(self) -> Any:
        from tokenizers import Tokenizer

        cutter = Tokenizer.from_str(self.tokenizer)
        cutter.no_padding()
        cutter.enable_truncation(self.max_pieces)
        return cutter

    @cached_property
    def _pad(self) -> int:
        return int(self._cutter.token_to_id("<pad>") or 0)

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self.graph,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=list(_UNFUSED),
        )

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        (folder / GRAPH).write_bytes(self.graph)
        (folder / TOKENIZER).write_text(self.tokenizer, "utf-8")
        manifest = {
            "kind": self.kind,
            "questions": list(self.questions),
            "max_pieces": self.max_pieces,
            "graph_sha256": self.digest,
            "tokenizer_sha256": _digest(self.tokenizer.encode()),
        }
        tensors = {"slopes": self.calibration.slopes, "offsets": self.calibration.offsets}
        write_parts(folder, manifest, tensors)

    @classmethod
    def load(cls, folder: Place) -> "EncoderClassifier":
        """The model of a folder that `save` wrote.

        Raises:
            DualuseError: the folder is no such model, or damaged.
        """
        manifest, tensors = read_parts(folder)
        graph, tokenizer = read_bytes(folder / GRAPH), read_bytes(folder / TOKENIZER)
        with sound_parts(folder):
            model = cls(
                [str(question) for question in manifest["questions"]],
                graph,
                tokenizer.decode(),
                int(manifest["max_pieces"]),
                Calibration(tensors["slopes"], tensors["offsets"]),
            )
            if tensors["slopes"].shape != (len(model.questions),):
                raise ValueError(f"{len(model.questions)} questions, {tensors['slopes'].shape}")
            for name, data in (("graph", graph), ("tokenizer", tokenizer)):
                if manifest[f"{name}_sha256"] != _digest(data):
                    raise ValueError(f"the digest of its {name} is another")
            json.loads(model.tokenizer)
        return model


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

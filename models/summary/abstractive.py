"""Summaries that a sequence-to-sequence model writes, through transformers."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, Literal, Self

from dualuse.corpus.errors import DualuseError
from dualuse.models.summary.claims import Unsupported

_LONGEST_OUTPUT: Final = 160
_LONGEST_INPUT: Final = 16_384  # tokenizers without a limit of their own say 10**30
_BEAMS: Final = 4


@dataclass(frozen=True, slots=True)
class GeneratedSummary:
    """A text that a model wrote, and its claims that the document lacks; it is no quotation.

    `source` is what the model read: the `text`, or where that was too long for it the `summary`.
    """

    model: str
    text: str
    generated: bool
    source: Literal["text", "summary"]
    unsupported: tuple[Unsupported, ...]


class AbstractiveModel:
    """A sequence-to-sequence checkpoint that writes summaries; the same text for the same input."""

    def __init__(self, name: str, model: Any, tokenizer: Any) -> None:
        self.name = name
        self.model = model
        self.tokenizer = tokenizer

    @classmethod
    def load(cls, name: str) -> Self:
        """The checkpoint in a folder, or of that name in the local cache of Hugging Face.

        Nothing is downloaded, no code of a checkpoint is run, and weights are read from
        safetensors alone.

        Raises:
            DualuseError: transformers or torch is not installed, or there is no such checkpoint.
        """
        transformers = _installed()
        try:
            tokenizer = transformers.AutoTokenizer.from_pretrained(name, local_files_only=True)
            model = transformers.AutoModelForSeq2SeqLM.from_pretrained(
                name, local_files_only=True, use_safetensors=True
            )
        except (OSError, ValueError, KeyError, ImportError) as fault:
            reason = str(fault).strip().split("\n", maxsplit=1)[0] or type(fault).__name__
            raise DualuseError(
                f"{name} is no sequence-to-sequence checkpoint on this machine ({reason}); name a "
                "folder with config, tokenizer and safetensors"
            ) from None
        return cls(name, model.eval(), tokenizer)

    def fits(self, text: str) -> bool:
        """Whether the model can take in the whole of `text`."""
        tokens = self.tokenizer(self._prefix() + text, truncation=False, verbose=False)
        return len(tokens["input_ids"]) <= self._limit()

    def write(self, text: str) -> str:
        """The summary of `text`, of its beginning where it does not fit."""
        inputs = self.tokenizer(
            self._prefix() + text, truncation=True, max_length=self._limit(), return_tensors="pt"
        )
        output = self.model.generate(
            input_ids=inputs["input_ids"],
            attention_mask=inputs["attention_mask"],
            max_new_tokens=_LONGEST_OUTPUT,
            num_beams=_BEAMS,
            no_repeat_ngram_size=3,
            do_sample=False,
        )
        written = self.tokenizer.decode(output[0], skip_special_tokens=True)
        return " ".join(str(written).split())

    def _prefix(self) -> str:
        # T5 was taught its tasks by words before the text.
        params: dict[str, Any] = getattr(self.model.config, "task_specific_params", None) or {}
        return str(params.get("summarization", {}).get("prefix", ""))

    def _limit(self) -> int:
        config = self.model.config
        lengths = (
            getattr(config, name, None) for name in ("max_position_embeddings", "n_positions")
        )
        limits = [length for length in lengths if isinstance(length, int) and length > 0]
        return min([int(self.tokenizer.model_max_length), _LONGEST_INPUT, *limits])


def _installed() -> Any:
    # Not an import statement: the extra is optional, for the type checker too.
    try:
        import_module("torch")
        transformers = import_module("transformers")
    except ImportError as fault:
        raise DualuseError(
            f"--abstractive needs transformers and torch ({fault}): install them with "
            "`pip install '.[train]'`"
        ) from None
    logging = import_module("transformers.utils.logging")
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    return transformers

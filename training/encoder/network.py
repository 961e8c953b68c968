"""The network: a base model cut to some layers and pieces, with one answer a question."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
import transformers
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModel, AutoModelForSequenceClassification

from dualuse.corpus.errors import DualuseError
from dualuse.models.four_bits import BLOCK, rounded
from dualuse.training.encoder.pieces import TOKENIZER, cut_tokenizer
from dualuse.training.encoder.recipe import Network


def base_folder(base: str) -> Path:
    """The folder of a base model: the one that is named, or that of the hub's local copy.

    Raises:
        DualuseError: there is no such folder, and the hub does not give it.
    """
    if Path(base).is_dir():
        return Path(base)
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(base, allow_patterns=["*.json", "*.safetensors"]))
    except Exception as fault:  # noqa: BLE001 - the hub's client raises errors of many libraries
        raise DualuseError(
            f"the base model {base!r} is no folder, and the hub does not give it "
            f"({type(fault).__name__}); name a folder that holds it with --base"
        ) from None


def new_network(
    settings: Network, base: Path, questions: Sequence[str], texts: Sequence[str]
) -> tuple[Any, Tokenizer]:
    """A network to fine-tune, and its tokenizer, both cut as `settings` say.

    The pooler begins as the identity: a random one would have to be learnt from scratch, and
    collapsed at the learning rates that the layers need.

    Raises:
        DualuseError: the base cannot be read, or its tokenizer cannot be cut.
    """
    _quiet()
    tokenizer, kept = cut_tokenizer(base, texts, settings.pieces)
    try:
        config = AutoConfig.from_pretrained(base)
        body = AutoModel.from_pretrained(base, dtype=torch.float32)
    except (OSError, ValueError, KeyError) as fault:
        raise DualuseError(f"{base} holds no base model that can be read ({fault})") from None
    config.num_hidden_layers = settings.layers or config.num_hidden_layers
    config.vocab_size = len(kept)
    config.id2label = dict(enumerate(questions))
    config.label2id = {question: place for place, question in enumerate(questions)}
    config.problem_type = "multi_label_classification"
    # None on attention: drawing it takes an eighth of the time.
    config.hidden_dropout_prob, config.attention_probs_dropout_prob = settings.dropout, 0.0
    config.classifier_dropout = settings.dropout
    make: Any = AutoModelForSequenceClassification.from_config  # it has no types
    network = make(
        config,
        dtype=torch.float32,
        attn_implementation="eager",  # on CPUs faster than the fused one
    )
    _copy(body, network, torch.tensor(kept))
    if settings.freeze_embeddings:
        network.base_model.embeddings.requires_grad_(requires_grad=False)
    for layer in layers_of(network)[: settings.frozen_layers]:
        layer.requires_grad_(requires_grad=False)
    return network, Tokenizer.from_str(json.dumps(tokenizer))


def _quiet() -> None:
    # Its notices on weights that are new, and its bars, tell the user nothing.
    library: Any = transformers.logging
    library.set_verbosity_error()
    library.disable_progress_bar()


def layers_of(network: Any) -> Any:
    """The layers of a network, from the first on: a list of modules."""
    encoder = getattr(network.base_model, "encoder", network.base_model)
    return getattr(encoder, "layer", getattr(encoder, "layers", ()))


def answers_of(network: Any) -> Any:
    """The last layer of a network: a linear module with one row a question."""
    head = network.classifier
    return head if isinstance(head, torch.nn.Linear) else head.out_proj


def _copy(body: Any, network: Any, kept: torch.Tensor) -> None:
    wanted = network.base_model.state_dict()
    weights = {name: value for name, value in body.state_dict().items() if name in wanted}
    name = "embeddings.word_embeddings.weight"
    weights[name] = weights[name][kept]
    if weights[name].shape[1] % BLOCK == 0:
        # What the export can keep: nothing is lost there that was learnt here.
        weights[name] = torch.from_numpy(rounded(weights[name].numpy()))
    for pooler in ("pooler.dense.weight", "pooler.dense.bias"):
        if pooler in wanted:
            value = wanted[pooler]
            weights[pooler] = torch.eye(len(value)) if value.ndim == 2 else torch.zeros(len(value))
    network.base_model.load_state_dict(weights, strict=False)


def load_network(
    folder: Path, questions: Sequence[str], settings: Network
) -> tuple[Any, Tokenizer]:
    """A network that was fine-tuned before, to go on with, and its tokenizer.

    Questions that it does not know begin anew; those that it knows keep their weights.

    Raises:
        DualuseError: the folder holds no network that can be read.
    """
    _quiet()
    try:
        network = AutoModelForSequenceClassification.from_pretrained(
            folder, dtype=torch.float32, attn_implementation="eager"
        )
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    except Exception as fault:  # noqa: BLE001 - tokenizers raises nothing else
        raise DualuseError(f"{folder} holds no network to go on with ({fault})") from None
    _ask(network, questions)
    if settings.freeze_embeddings:
        network.base_model.embeddings.requires_grad_(requires_grad=False)
    for layer in layers_of(network)[: settings.frozen_layers]:
        layer.requires_grad_(requires_grad=False)
    return network, tokenizer


def _ask(network: Any, questions: Sequence[str]) -> None:
    """Let the network answer these questions, with the weights of those that it knows."""
    known = {str(question): int(place) for question, place in network.config.label2id.items()}
    linear = answers_of(network)
    fresh = torch.nn.Linear(linear.in_features, len(questions))
    with torch.no_grad():
        for place, question in enumerate(questions):
            if (old := known.get(question)) is not None:
                fresh.weight[place] = linear.weight[old]
                fresh.bias[place] = linear.bias[old]
    if network.classifier is linear:
        network.classifier = fresh
    else:
        network.classifier.out_proj = fresh
    network.num_labels = network.config.num_labels = len(questions)
    network.config.id2label = dict(enumerate(questions))
    network.config.label2id = {question: place for place, question in enumerate(questions)}


def save_network(network: Any, tokenizer: Tokenizer, folder: Path, max_pieces: int) -> None:
    """Write a folder that plain `from_pretrained` and `pipeline` load, with no code in it."""
    _quiet()
    network.save_pretrained(folder)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    (folder / TOKENIZER).write_text(tokenizer.to_str(), "utf-8")
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": max_pieces,
        "model_input_names": ["input_ids", "attention_mask"],
        "bos_token": "<s>",
        "eos_token": "</s>",
        "unk_token": "<unk>",
        "sep_token": "</s>",
        "cls_token": "<s>",
        "pad_token": "<pad>",
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=1), "utf-8")

"""A tiny base model, made here, that goes through the real code."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.training.encoder.recipe import Recipe, recipe_of
from dualuse.training.encoder.run import EncoderTexts, screening_texts

for needed in ("torch", "transformers", "onnx", "onnxscript"):
    pytest.importorskip(needed)


def make_base(folder: Path, texts: Sequence[str], pieces: int = 3_000) -> None:
    """Write a base model of two small layers, with a Unigram tokenizer learnt from `texts`."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
    from transformers import BertConfig, BertModel

    special = ["<s>", "<pad>", "</s>", "<unk>"]
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=pieces, special_tokens=special, unk_token="<unk>", show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    folder.mkdir(parents=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=64,
        num_hidden_layers=3,
        num_attention_heads=2,
        intermediate_size=96,
        max_position_embeddings=64,
        pad_token_id=1,
    )
    BertModel(config).save_pretrained(folder)
    (folder / "tokenizer_config.json").write_text(json.dumps({"pad_token": "<pad>"}), "utf-8")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, few_products: list[LabelledProduct]) -> Path:
    """The folder of a tiny base model, whose pieces are those of some 390 products."""
    folder = tmp_path_factory.mktemp("base") / "tiny"
    make_base(folder, [product.text for product in few_products])
    return folder


@pytest.fixture(scope="session")
def recipe(base: Path) -> Recipe:
    """A run of seconds."""
    return recipe_of(
        {
            "network": {"base": str(base), "layers": 2, "pieces": 2500, "frozen_layers": 0},
            "learning": {
                "epochs": 2,
                "batch": 16,
                "learning_rate": 2e-3,
                "matrix_learning_rate": 6e-3,
                "warmup": 0.1,
                "threads": 1,
                "patience": 5,
            },
            "texts": {"max_pieces": 24, "held_out": 0.2, "list_terms": False},
        },
        "test",
    )


@pytest.fixture(scope="session")
def texts(
    few_products: list[LabelledProduct], few_documents: list[LabelledPolicy], recipe: Recipe
) -> EncoderTexts:
    """Few texts of both tasks, split by family and event."""
    return screening_texts(few_products, few_documents[::8], recipe)


@pytest.fixture(scope="session")
def small_corpus(
    few_products: list[LabelledProduct],
    few_documents: list[LabelledPolicy],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for task, records in (("products", few_products), ("policy", few_documents[::8])):
        (folder / task).mkdir()
        lines = [json.dumps(asdict(record), ensure_ascii=False) for record in records]
        (folder / task / "few.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder

import hashlib
from pathlib import Path

import numpy as np
import onnx
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.encoder import EncoderClassifier
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.run import NETWORK, EncoderTexts, train_encoder


@pytest.fixture(scope="module")
def work(texts: EncoderTexts, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("restored") / "work"
    train_encoder(texts, recipe, folder, lambda _: None)
    return folder


@pytest.fixture(scope="module")
def encoder(work: Path, texts: EncoderTexts, recipe: Recipe) -> EncoderClassifier:
    return train_encoder(texts, recipe, work, lambda _: None)


def test_a_network_comes_back_from_the_graph(
    encoder: EncoderClassifier, work: Path, texts: EncoderTexts, recipe: Recipe, tmp_path: Path
) -> None:
    from transformers import AutoModelForSequenceClassification

    from dualuse.training.encoder.loop import predict
    from dualuse.training.encoder.network import load_network
    from dualuse.training.encoder.restored import restore_network

    restore_network(encoder, tmp_path)
    made = AutoModelForSequenceClassification.from_pretrained(work / NETWORK).state_dict()
    network, tokenizer = load_network(tmp_path, encoder.questions, recipe.network)
    back = network.state_dict()
    assert back.keys() == made.keys()
    for name, weights in made.items():
        # Seven bits: at most half a step of the largest of a column.
        assert abs(back[name] - weights).max() <= abs(weights).max() / 63, name
    some = list(texts.held_out.texts[:20])
    np.testing.assert_allclose(
        predict(network, tokenizer, some, recipe), encoder.scores(some), atol=0.3
    )


def test_the_same_graph_comes_out_again(
    encoder: EncoderClassifier, recipe: Recipe, tmp_path: Path
) -> None:
    from dualuse.training.encoder.export import export_network
    from dualuse.training.encoder.restored import restore_network

    digests = []
    for number, origin in enumerate([encoder, None]):
        folder = tmp_path / str(number)
        folder.mkdir()
        graph = (tmp_path / "0.onnx").read_bytes() if origin is None else encoder.graph
        again = EncoderClassifier(
            encoder.questions, graph, encoder.tokenizer, recipe.texts.max_pieces
        )
        restore_network(again, folder)
        export_network(folder, tmp_path / f"{number}.onnx")
        weights = [
            onnx.numpy_helper.to_array(each).tobytes()
            for each in onnx.load(tmp_path / f"{number}.onnx").graph.initializer
            if each.name.endswith("_quantized")
        ]
        digests.append(hashlib.sha256(b"".join(sorted(weights))).hexdigest())
    assert digests[0] == digests[1], "shrinking what was shrunk before loses nothing more"


def test_a_graph_that_does_not_say_what_it_was_is_one_sentence(
    encoder: EncoderClassifier, tmp_path: Path
) -> None:
    from dualuse.training.encoder.restored import restore_network

    model = onnx.load_from_string(encoder.graph)
    bare = onnx.ModelProto()
    bare.CopyFrom(model)
    del bare.metadata_props[:]
    silent = EncoderClassifier(encoder.questions, bare.SerializeToString(), encoder.tokenizer, 24)
    with pytest.raises(DualuseError, match="does not say what it was made from"):
        restore_network(silent, tmp_path)
    lost = next(each for each in model.graph.initializer if each.name.endswith("LayerNorm.weight"))
    model.graph.initializer.remove(lost)
    halved = EncoderClassifier(encoder.questions, model.SerializeToString(), encoder.tokenizer, 24)
    with pytest.raises(DualuseError, match=r"lacks bert\.embeddings\.LayerNorm\.weight"):
        restore_network(halved, tmp_path)

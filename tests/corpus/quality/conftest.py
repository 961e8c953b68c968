"""One sound record of each task, to be broken by `dataclasses.replace`, and corpora of such."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from dualuse.corpus.records import LabelledPolicy, LabelledProduct

Records = Sequence[LabelledProduct] | Sequence[LabelledPolicy]


@pytest.fixture
def product() -> LabelledProduct:
    return LabelledProduct(
        id="6-1",
        text="LWIR thermal core 640x512, 60 Hz",
        lang="en",
        category="6",
        relevance="high",
        codes=("6A003",),
        regimes=("EU", "US", "CN", "JP"),
        family="thermal-core",
        pair=None,
        style="erp",
        why="focal plane array over 9 Hz",
    )


@pytest.fixture
def document() -> LabelledPolicy:
    text = "Gallium needs a licence (3C001). The rule applies from 1 August 2023."
    return LabelledPolicy(
        id="pol-1",
        title="Curbs on Semiconductor Metals",
        text=text,
        lang="en",
        form="press",
        issuer="MOFCOM",
        issuing_country="CN",
        date="2023-07-03",
        relevance="high",
        categories=("3",),
        scope="listed",
        measures=("licence_requirement",),
        target_countries=(),
        effective_date="2023-08-01",
        items=("gallium",),
        codes=("CN:3C001",),
        legal_basis=(),
        key_spans=((0, 32), (33, len(text))),
        summary="Gallium needs a licence from 1 August 2023.",
        event="cn-2023-23",
    )


@pytest.fixture
def corpus_of(tmp_path: Path) -> Callable[..., Path]:
    """Write a corpus: `corpus_of(products=…, evaluation_policy=…, reserved=[…])`."""

    def write(*, reserved: Sequence[str] = (), **parts: Records) -> Path:
        for name, records in parts.items():
            folder = tmp_path.joinpath("corpus", *name.split("_"))
            folder.mkdir(parents=True)
            lines = [json.dumps(asdict(record), ensure_ascii=False) for record in records]
            (folder / "all.jsonl").write_text("\n".join(lines), "utf-8")
        events = tmp_path / "corpus" / "reserved_events.json"
        events.write_text(json.dumps({"events": dict.fromkeys(reserved, "what it is")}))
        return tmp_path / "corpus"

    return write

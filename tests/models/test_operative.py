"""Clauses that take a measure, and those that only look like it."""

import numpy as np
import pytest

from dualuse.corpus.labels import MEASURES
from dualuse.models.operative import FEATURES, operative_features


def takes(measure: str, text: str) -> bool:
    return bool(operative_features([text])[0, MEASURES.index(measure)].any())


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("licence_requirement", "METI requires a licence for exports of drones to Vietnam"),
        ("licence_requirement", "Exporters of these motors now need a permit."),
        ("suspension_or_relief", "Pumps sent to Serbia no longer require an export licence."),
        ("suspension_or_relief", "The announcement is suspended until 10 November 2026."),
        ("list_amendment", "Annex I is replaced by the text in the annex to this regulation."),
        ("entity_listing", "BIS adds eleven companies to the Entity List."),
        ("ban", "Such goods may not be exported to Russia."),
        ("end_use_control", "The goods are or may be intended for a military end use."),
        ("consultation", "Comments must be received by 5 May 2026; BIS is at the door."),
        ("suspension_or_relief", "自2025年11月10日起至2026年11月10日暂停实施上述公告。"),
        ("licence_requirement", "公告发布之日起，出口上述物项须申请两用物项许可。"),
        ("entity_listing", "商务部将二十家实体列入出口管制管控名单。"),
        ("ban", "禁止所有两用物项向日本军事用户出口。"),
        ("end_use_control", "出口经营者应当提交最终用户出具的证明。"),
        ("entity_listing", "経済産業省は三社をユーザーリストに追加した。"),
        ("ban", "ロシア向けの工作機械の輸出を禁止する。"),
        ("consultation", "意見の募集は五月二十五日まで。"),
        ("licence_requirement", "十月以降、これらの貨物の輸出には許可が必要になる。"),
    ],
)
def test_a_clause_that_takes_a_measure_is_found(measure: str, text: str) -> None:
    assert takes(measure, text)


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("suspension_or_relief", "METI requires a licence for exports of drones to Vietnam"),
        ("licence_requirement", "Pumps sent to Serbia no longer require an export licence."),
        ("entity_listing", "The committee added eleven chairs to the room."),
        ("ban", "Dogs are not allowed on the grass."),
        ("suspension_or_relief", "The suspension of the new truck is soft."),
        ("licence_requirement", "关于启用新版营业性演出许可证的公告"),
    ],
)
def test_what_looks_like_one_is_none(measure: str, text: str) -> None:
    assert not takes(measure, text)


def test_features_tell_the_head_and_the_number() -> None:
    clause = "Exporters of these motors now need a permit. "
    head, tail = f"Title\n{clause}", "Title\n" + "Nothing else is said here. " * 40 + clause * 5
    found = operative_features([head, tail, "A recipe for plum cake"])
    assert found.shape == (3, len(MEASURES), FEATURES)
    duty = found[:, MEASURES.index("licence_requirement")]
    assert np.allclose(duty, [[1, 1 / 3], [0, 1], [0, 0]])


def test_no_texts_have_no_features() -> None:
    assert operative_features([]).shape == (0, len(MEASURES), FEATURES)

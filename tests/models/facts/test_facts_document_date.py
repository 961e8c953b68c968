from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.document_date import document_date


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("【发文日期】2026年1月6日\n\n为维护国家安全，现公告如下。", "zh", "2026-01-06"),
        ("现公告如下。\n\n中华人民共和国商务部\n二〇二五年十一月七日", "zh", "2025-11-07"),
        ("（10月20日）商务部发布2023年第39号公告。", "zh", "2023-10-20"),
        ("令和8年1月6日\n\n外務省は抗議した。", "ja", "2026-01-06"),
        ("【北京=2026年1月9日】報道官は8日の会見で述べた。", "ja", "2026-01-09"),
        ("BEIJING, Jan. 8, 2026 – The ban took effect on January 6.", "en", "2026-01-08"),
        ("Notice to exporters\nPublished 11 March 2024\n\n1. Background", "en", "2024-03-11"),
        (
            "（2026年9月18日会议通过　2026年9月30日令第7号公布　自2026年12月1日起施行）\n第一条",
            "zh",
            "2026-09-30",
        ),
        (
            "PORT - A man was sentenced on Monday, May 3, 2027, for the export of gauges.",
            "en",
            "2027-05-03",
        ),
        ("MEMORANDUM\nDate: December 9, 2024\n\nLast Monday …", "en", "2024-12-09"),
    ],
)
def test_header_dateline_or_signature(
    document: Callable[..., PolicyDocument], text: str, language: str, expected: str
):
    assert document_date(document(text, language)).date == expected


@pytest.mark.parametrize(
    "text",
    [
        "On 4 April 2025 China put seven rare earths under licence. That was a surprise to all.",
        "The rule takes effect on 1 September 2023 for a short set of tools, whatever the order.",
        "The licence is valid from 4 July 2025 to 3 July 2026.",
        "The consultation closes at 11:59pm on 6 March 2026.",
        "征询截止日期：2025-03-01",
    ],
)
def test_a_date_in_running_text_is_not_that_of_the_document(
    document: Callable[..., PolicyDocument], text: str
):
    assert document_date(document(text)) is None


def test_metadata_is_the_last_resort(document: Callable[..., PolicyDocument]):
    found = document_date(document("No date is written here.", date="2025-09-30"))
    assert (found.date, found.start, found.end) == ("2025-09-30", 0, 0)


def test_the_title_may_hold_the_date(document: Callable[..., PolicyDocument]):
    found = document_date(
        document("本日公布された。", "ja", title="政令(令和七年十一月十四日公布)")
    )
    assert (found.date, found.start, found.end) == ("2025-11-14", 0, 0)

import time

import pytest

from dualuse.corpus.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ball bearing 6205-2RS, deep groove", "en"),
        ("Thermal camera 640x512 9Hz", "en"),
        ("The café ordered a naïve design for the element", "en"),
        ("M8X20", "en"),
        ("Kugellager 6205 2RS", "de"),
        ("Wärmebildkamera 640x512 ungekühlt", "de"),
        ("Die Ausfuhr ist nach Art. 3 nicht genehmigungspflichtig", "de"),
        ("Roulement à billes 6205", "fr"),
        ("Fraiseuse CNC 5 axes", "fr"),
        ("L'exportation des biens à double usage", "fr"),
        ("数控机床 VMC850", "zh"),
        ("IGBT模块 FF450R12KT4 Infineon", "zh"),
        ("iPhone 15 Pro Max 手机壳", "zh"),
        ("半導體晶圓 12吋", "zh"),
        ("石墨", "zh"),
        ("鲜の味 牛肉干 原味零食", "zh"),
        ("炭素繊維 T700SC-12K トウ", "ja"),
        ("数値制御工作機械", "ja"),
        ("ｽﾃﾝﾚｽ ﾎﾞﾙﾄ M8X20", "ja"),
        ("東京エレクトロン株式会社", "ja"),
        ("鋼管 100A 一式", "ja"),
        ("", "und"),
        ("12345-67 %", "und"),
        ("Подшипник шариковый", "und"),
        ("탄소섬유", "und"),
    ],
)
def test_terse_texts(text: str, language: str):
    assert detect_language(text) == language


def test_a_chinese_name_in_english_text_leaves_it_english():
    text = "The Ministry of Commerce (商务部) announced new controls on exports today."
    assert detect_language(text) == "en"


def test_a_japanese_name_in_a_chinese_document_leaves_it_chinese():
    text = "商务部公告将以下实体列入出口管制管控名单：" * 20 + "株式会社トーキン"
    assert detect_language(text) == "zh"


def test_a_long_english_preface_does_not_hide_a_chinese_document():
    assert detect_language("Notice. " * 20 + "根据出口管制法的有关规定，决定如下。" * 1000) == "zh"


def test_fifty_thousand_terse_texts_take_a_second():
    texts = ["Kugellager 6205 für Pumpe", "数控机床 VMC850", "ball bearing set"] * 5_000
    start = time.process_time()
    for text in texts:
        detect_language(text)
    assert time.process_time() - start < 1.5  # 15,000 texts; five times the promised time

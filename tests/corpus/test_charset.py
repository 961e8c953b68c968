import codecs
import random

import pytest

from dualuse.corpus.charset import decode, looks_binary, sniff_encoding

CHINESE = "数控机床五轴联动加工中心，碳纤维预浸料"
JAPANESE = "炭素繊維プリプレグ、数値制御工作機械用の主軸"
TRADITIONAL = "半導體晶圓與紅外線熱像儀"
GERMAN = "Kugellager Größe 6205 für Wälzmaschinen; Prüfgerät ±0,5 °C"
FRENCH = "Caméra thermique réfrigérée, modèle n° 5"


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp_ext"),
        (TRADITIONAL, "big5", "cp950"),
        ("탄소섬유 프리프레그와 적외선 카메라", "euc_kr", "cp949"),
        (GERMAN, "latin_1", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (CHINESE, "utf-8", "utf-8"),
        ("ﾎﾞｰﾙﾍﾞｱﾘﾝｸﾞ 6205ZZ", "cp932", "cp932"),
        ("Подшипник шариковый радиальный, камера", "cp1251", "cp1251"),
    ],
)
def test_short_samples_are_told_apart(text: str, encoding: str, expected: str):
    data = text.encode(encoding)
    assert sniff_encoding(data) == expected
    assert decode(data) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding: str):
    assert decode(JAPANESE.encode(encoding), "cp1252") == JAPANESE


def test_big_endian_marks():
    assert decode(codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be")) == GERMAN
    assert decode(codecs.BOM_UTF32_BE + GERMAN.encode("utf-32-be")) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str):
    assert decode("id;description\n1;Ball bearing 6205".encode(encoding)).startswith("id;desc")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        f"商务部公告\n{CHINESE}。一、自2026年6月1日起实施",
        f"第一条\u3000{JAPANESE}。",
        f"{TRADITIONAL}，自即日起生效。",
        f"1. {GERMAN}",
        "Экспорт подшипников запрещён с 1 июня 2026 года.",
    ],
)
def test_utf16_without_a_mark_is_text_in_any_script(encoding: str, text: str):
    data = text.encode(encoding)
    assert not looks_binary(data)
    assert decode(data) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "cp932", "euc_jp", "cp950"])
@pytest.mark.parametrize("cut", range(1, 4))
def test_a_character_cut_at_the_end_of_the_sample(encoding: str, cut: int):
    text = TRADITIONAL if encoding == "cp950" else JAPANESE if "jp" in encoding else CHINESE
    text = JAPANESE if encoding == "cp932" else text
    whole = (text * 3).encode(encoding)
    assert sniff_encoding(whole[:-cut]) == sniff_encoding(whole)


@pytest.mark.parametrize("declared", ["shift_jis", "iso-8859-1", "euc-jp", "big5", "no-such"])
def test_a_wrong_label_is_not_believed(declared: str):
    assert decode(CHINESE.encode("gb18030"), declared) == CHINESE


def test_a_right_label_decides_what_the_bytes_leave_open():
    data = "Łódź, żółw".encode("cp1250")
    assert decode(data, "windows-1250") == "Łódź, żółw"


@pytest.mark.parametrize("declared", ["rot13", "base64", "utf-7", "cp037", "utf-16", "idna", ""])
def test_a_label_that_is_no_ascii_superset_is_ignored(declared: str):
    assert sniff_encoding(b"Ball bearing +AGE-", declared) == "utf-8"


def test_one_broken_byte_does_not_turn_utf8_into_latin():
    assert decode((CHINESE * 3).encode() + b"\xff" + b" end") == CHINESE * 3 + "\ufffd end"


def test_one_broken_byte_does_not_turn_gb18030_into_latin():
    damaged = (CHINESE * 20).encode("gb18030") + b"\xff\n" + CHINESE.encode("gb18030")
    assert decode(damaged) == CHINESE * 20 + "\ufffd\n" + CHINESE


def test_what_comes_after_a_long_ascii_beginning_is_seen():
    assert decode(b"<p>" * 50_000 + JAPANESE.encode("cp932")).endswith(JAPANESE)


def test_every_byte_string_decodes():
    assert len(decode(bytes(range(128, 256)) * 3)) > 0


def test_nothing_is_utf8():
    assert sniff_encoding(b"") == "utf-8"


@pytest.mark.parametrize(
    "head",
    [
        *(b"PK\x03\x04..", b"%PDF-1.7", b"\x89PNG\r\n", b"\x1f\x8b\x08", b"a\0b"),
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(range(1, 9)) * 9),
    ],
)
def test_binary_data_is_recognised(head: bytes):
    assert looks_binary(head)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp932", "iso2022_jp"])
def test_text_is_not_binary(encoding: str):
    assert not looks_binary(f"{JAPANESE}\r\n\ttail\f".encode(encoding))


@pytest.mark.parametrize("text", ["An export licence\0 is needed.", CHINESE * 3 + "\0" + CHINESE])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_stray_zero_byte_does_not_make_text_binary(text: str, encoding: str):
    data = text.encode(encoding)
    assert not looks_binary(data)
    assert decode(data) == text


def test_random_bytes_are_binary():
    for seed in range(50):
        data = random.Random(seed).randbytes(1000)
        assert looks_binary(data)

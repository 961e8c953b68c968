"""A value as the text of a cell, and made safe for spreadsheets."""

import json
import math
import re
from datetime import datetime
from typing import Any

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PLAIN_NUMBER = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d+)?%?", re.ASCII | re.IGNORECASE)


def cell_text(value: Any) -> str:
    """The value as a cell of CSV or XLSX holds it.

    None and NaN are empty, lists of plain values are joined by `;`, other lists and objects are
    JSON, bytes are hexadecimal.
    """
    if isinstance(value, str):
        return value
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, list | tuple | dict):
        return _nested_text(value)
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)


def _nested_text(value: Any) -> str:
    nested = isinstance(value, dict) or any(isinstance(v, dict | list | tuple) for v in value)
    return json_text(value) if nested else ";".join(map(cell_text, value))


def safe_text(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would run it as a formula.

    Plain numbers (`-5`, `1e-3`) stay. After OWASP, "CSV Injection".
    """
    if text.startswith(_RUN) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def json_text(value: Any) -> str:
    """The value as JSON on one line; what JSON has no word for becomes text, NaN null."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=cell_text)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=False, default=cell_text)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list | tuple) else value


def encodable(text: str) -> str:
    r"""The text with lone surrogates, which no encoding has, spelt out (`\ud800`)."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")

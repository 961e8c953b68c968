"""Catalogues in any format: open, find the columns, write. Importing this loads no format."""

from dualuse.corpus.tables.columns import ColumnGuess, guess_text_columns, resolve_columns
from dualuse.corpus.tables.formats import FORMATS, input_format, output_format
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import RowTally, Table
from dualuse.corpus.tables.workbook_writer import check_xlsx_limits
from dualuse.corpus.tables.writing import write_table

__all__ = [
    "FORMATS",
    "ColumnGuess",
    "RowTally",
    "Table",
    "check_xlsx_limits",
    "guess_text_columns",
    "input_format",
    "open_table",
    "output_format",
    "resolve_columns",
    "write_table",
]

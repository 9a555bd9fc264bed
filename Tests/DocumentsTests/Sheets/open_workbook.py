"""Prints what openpyxl finds in a workbook, cell by cell."""
import datetime
import json
import sys

import openpyxl


def tell(cell):
    value = cell.value
    if cell.data_type == "f":
        kind, text = "formula", str(value)
    elif value is None:
        kind, text = "empty", ""
    elif isinstance(value, datetime.datetime):
        kind, text = "day", value.date().isoformat()
    elif isinstance(value, (int, float)):
        kind, text = "number", str(float(value))
    else:
        kind, text = "text", value
    return {"type": kind, "value": text, "format": cell.number_format}


book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([
    {
        "name": sheet.title,
        "frozen": sheet.freeze_panes or "",
        "filter": sheet.auto_filter.ref or "",
        "cells": [[tell(cell) for cell in row] for row in sheet.iter_rows()],
    }
    for sheet in book.worksheets
]))

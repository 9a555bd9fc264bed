"""The annual report: its formats, its paper, and every figure followed to its records."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date

import paths  # noqa: F401
from openpyxl import load_workbook
from oracle import UNITS, report

import figures
from paper import Paper, spaced

FORMATS = ("html", "pdf", "xlsx", "csv", "json", "txt")


class AnnualReport:
    """The edition that the calendar has issued."""

    def __init__(self, office, register, year):
        self.office = office
        self.register = register
        self.first, self.last = date(year, 1, 1), date(year, 12, 31)
        self.name = f"annual-{year}"
        self.folder = office.folder / "documents/reports"
        self.json = {}

    def file(self, kind):
        return self.folder / f"{self.name}-edition-1.{kind}"

    def issued(self):
        """Sentences on parts and formats that are missing, or say something else than the rules."""
        told = [f"{self.file(kind).name} is missing" for kind in FORMATS if not self.is_there(kind)]
        if told:
            return told
        with closing(sqlite3.connect(self.office.folder / "register.sqlite")) as db:
            parts = {
                row[0]
                for row in db.execute(
                    """
                    SELECT unit FROM report_part JOIN report ON report.key = report
                    WHERE id = ? AND edition = 1
                    """,
                    (self.name,),
                )
            }
        told += [f"{self.name} has no part of {unit}" for unit in UNITS if unit not in parts]
        self.json = json.loads(self.file("json").read_text(encoding="utf-8"))
        expected = report(self.register, self.first, self.last)
        told += figures.differences(f"{self.name}, held against the rulebook", self.json, expected)
        again = json.loads(on_demand(self.office, self.first, self.last, "json"))
        told += figures.differences(f"{self.name} on demand", again, self.json)
        return told + self.table() + self.workbook()

    def is_there(self, kind):
        return self.file(kind).exists() and self.file(kind).stat().st_size > 0

    def table(self):
        """CSV for Excel in Norway has every number of the JSON, and no other."""
        text = self.file("csv").read_text(encoding="utf-8-sig")
        units = {**self.json["units"], "total": self.json["total"]}
        own = {}
        for row in csv.DictReader(io.StringIO(text), delimiter=";"):
            if row["unit"] in units:
                path = (row["unit"], row["indicator"], *row["part"].split("."))
                own[path] = number(row["value"])
        wanted = {path: value for path, value in figures.leaves(units) if value != {}}
        told = []
        for path in sorted(set(own) | set(wanted)):
            left, right = own.get(path, "nothing"), wanted.get(path, "nothing")
            near = None not in (left, right) and "nothing" not in (left, right)
            if left != right and not (near and abs(left - right) < 1e-9):
                told.append(f"CSV: {'/'.join(path)} is {left}, in JSON {right}")
        return told

    def workbook(self):
        """The workbook opens, and its sheets have rows."""
        book = load_workbook(self.file("xlsx"), read_only=True)
        return [
            f"XLSX: sheet «{sheet.title}» is empty"
            for sheet in book.worksheets
            if sheet.max_row is not None and sheet.max_row < 2
        ]

    def figures(self):
        """Its figures, with the paper that they stand on."""
        return FiguresOnPaper(self.json, self.file("pdf"))


class FiguresOnPaper:
    """A report's figures as JSON, and its PDF."""

    def __init__(self, json, pdf):
        self.json = json
        self.paper = Paper(pdf)
        self.records = self.links = self.addresses = 0

    def printed(self, folder):
        """Sentences on what independent readers find wrong with the PDF, and on figures that its
        text does not have."""
        told = self.paper.problems()
        text = self.paper.text()
        told += [f"page {n} of the PDF is empty" for n in self.paper.empty_pages(folder)]
        lines = [" ".join(line.split()) for line in text.splitlines()]
        for indicator in self.json["total"]:
            row = [
                figures.headline(indicator, figure[indicator])
                for figure in [*self.json["units"].values(), self.json["total"]]
            ]
            if not any(" ".join(row) in line for line in lines):
                told.append(f"the PDF has no row of {indicator} with {' '.join(row)}")
        return told

    def followed(self, reader):
        """Opens the records behind every figure of the PDF as somebody who is signed in, and
        answers sentences on those that do not agree."""
        links = self.paper.links()
        leads = figures.by_address(links)
        told = []
        for unit in [*self.json["units"], "total"]:
            for indicator, figure in self.of(unit).items():
                texts = leads.get((indicator, unit), set())
                wanted = figures.shown(indicator, figure)
                more = indicator in figures.MORE_THAN_JSON
                if not (texts >= wanted if more else texts == wanted):
                    told.append(
                        f"{indicator} of {unit}: the PDF leads from {sorted(texts)} to its "
                        f"records, expected from {sorted(wanted)}"
                    )
        for path in dict.fromkeys(link.path for link in links):
            link = next(link for link in links if link.path == path)
            told += [
                f"{path}: {problem}"
                for problem in self.follow(reader, link, self.of(link.unit)[link.indicator])
            ]
        self.links, self.addresses = len(links), len({link.path for link in links})
        return told

    def of(self, unit):
        return self.json["total"] if unit == "total" else self.json["units"][unit]

    def follow(self, reader, link, figure):
        page = reader.get(link.path)
        if page.status != 200:
            return [f"the page answers {page.status}"]
        wanted = link.text if link.only else figures.headline(link.indicator, figure)
        if wanted not in headlined(page.text):
            return [f"the page does not show {wanted}"]
        sign = "&" if "?" in link.path else "?"
        file = reader.get(f"{link.path}{sign}format=csv")
        if not any_rows(figure):
            return []
        if file.status != 200:
            return [f"its file answers {file.status}"]
        rows = list(csv.reader(io.StringIO(file.body.decode("utf-8-sig")), delimiter=";"))[1:]
        self.records += len(rows)
        rows = [[number(cell) for cell in row[-3:]] for row in rows]
        if link.only:
            return figures.from_part(link.indicator, link.text, rows)
        return figures.from_records(link.indicator, figure, rows)


def on_demand(office, first, last, kind, *more):
    """What `avtalt report` writes of any days."""
    return office.avtalt(
        "report", "--from", first.isoformat(), "--to", last.isoformat(), "--format", kind, *more
    )


def of_any_days(office, register, first, last):
    """A report that no calendar issues; sentences on how it differs, and its figures."""
    file = office.folder / "on-demand.pdf"
    own = json.loads(on_demand(office, first, last, "json"))
    on_demand(office, first, last, "pdf", "--output", str(file))
    expected = report(register, first, last)
    name = f"{first} to {last}, held against the rulebook"
    return figures.differences(name, own, expected), FiguresOnPaper(own, file)


def any_rows(figure):
    """Whether a figure is made of anything."""
    return any(figure.get(part) for part in ("value", "n", "denominator"))


def headlined(page):
    """What a page of records says in its strong line."""
    start = page.find("<p><strong>")
    return spaced(page[start : page.find("</strong>", start)])


def number(text):
    """As CSV for Norway writes it; None for nothing."""
    if text == "":
        return None
    value = float(text.replace("\u00a0", "").replace(",", "."))
    return int(value) if value.is_integer() else value

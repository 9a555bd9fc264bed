"""A PDF as independent readers see it: qpdf its structure and links, poppler its text and look."""

import html
import json
import re
import subprocess
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

RECORDS = re.compile(r"/norway/records/(\w+)/(\w+)$")
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
# A word belongs to a link when its middle lies within, give or take so many points.
SLACK = 1.5


@dataclass
class Link:
    """A figure on a page that leads to its records."""

    page: int
    address: str
    text: str

    @property
    def path(self):
        parts = urllib.parse.urlsplit(self.address)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    @property
    def only(self):
        """The part of the records that the figure is of; empty for all."""
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.address).query)
        return query.get("only", [""])[0]

    @property
    def indicator(self):
        return RECORDS.search(urllib.parse.urlsplit(self.address).path).group(1)

    @property
    def unit(self):
        return RECORDS.search(urllib.parse.urlsplit(self.address).path).group(2)


class Paper:
    def __init__(self, path):
        self.path = str(path)
        told = self._run("qpdf", "--json", self.path)
        parsed = json.loads(told)
        self.objects = parsed["qpdf"][1]
        self.pages = parsed["pages"]

    @staticmethod
    def _run(*command):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 3):  # 3: qpdf has warnings
            raise AssertionError(f"{' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout

    def problems(self):
        """What qpdf says is wrong with it."""
        done = subprocess.run(
            ["qpdf", "--check", self.path], capture_output=True, text=True, check=False
        )
        return [] if done.returncode == 0 else [f"qpdf --check: {done.stdout}{done.stderr}"]

    def text(self):
        """All of it, in lines as they are read, with common spaces."""
        return spaced(self._run("pdftotext", "-layout", self.path, "-"))

    def links(self):
        """Every link to records, with the words that it lies over."""
        words = self._words()
        found = []
        for number, page in enumerate(self.pages):
            for annotation in self._annotations(page["object"]):
                action = self._value(annotation.get("/A", {}))
                address = action.get("/URI", "")[2:]  # u: says that it is text
                if "/norway/records/" not in address:
                    continue
                text = self._under(annotation["/Rect"], *words[number])
                found.append(Link(number + 1, address, text))
        return found

    def _value(self, reference):
        """What an object or a reference to one holds."""
        if isinstance(reference, str) and reference.endswith(" R"):
            return self.objects[f"obj:{reference}"]["value"]
        return reference

    def _annotations(self, page):
        listed = self._value(self._value(page).get("/Annots", []))
        return [self._value(each) for each in listed]

    def _words(self):
        """Of each page its height and its words, as (x, y, text) of their middles from above."""
        pages = []
        for part in self._run("pdftotext", "-bbox", self.path, "-").split("<page ")[1:]:
            height = float(re.search(r'height="([\d.]+)"', part).group(1))
            words = []
            for left, top, right, bottom, text in WORD.findall(part):
                left, top, right, bottom = map(float, (left, top, right, bottom))
                words.append(((left + right) / 2, (top + bottom) / 2, html.unescape(text)))
            pages.append((height, words))
        return pages

    @staticmethod
    def _under(rectangle, height, words):
        left, right = sorted((rectangle[0], rectangle[2]))
        top, bottom = sorted((height - rectangle[1], height - rectangle[3]))
        held = [
            text
            for x, y, text in words
            if left - SLACK <= x <= right + SLACK and top - SLACK <= y <= bottom + SLACK
        ]
        return spaced(" ".join(held))

    def pictures(self, folder, resolution=60):
        """Renders every page; answers the pictures, in order."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._run("pdftoppm", "-r", str(resolution), "-png", self.path, str(folder / "page"))
        return sorted(folder.glob("page-*.png"))

    def empty_pages(self, folder):
        """Numbers of pages with nothing but a head and a foot: no line of text, and no drawing."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._run("pdftoppm", "-r", "20", "-gray", self.path, str(folder / "grey"))
        texts = self._run("pdftotext", "-layout", self.path, "-").split("\f")
        empty = []
        for number, file in enumerate(sorted(folder.glob("grey-*.pgm")), 1):
            lines = [line for line in texts[number - 1].splitlines() if line.strip()]
            pixels = file.read_bytes().split(b"\n", 3)[3]
            dark = sum(1 for value in pixels if value < 160)
            if len(lines) <= 2 and dark < 20:
                empty.append(number)
            file.unlink()
        return empty


def spaced(text):
    """With common spaces for those of every other kind."""
    return re.sub(r"[\u00a0\u202f\u2009]", " ", text)

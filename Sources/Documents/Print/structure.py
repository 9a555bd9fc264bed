"""The structure of a PDF, which WeasyPrint 57 leaves out of PDF/A: headings, lists, tables, links
and the texts that stand for pictures, in the order in which they are read (ISO 32000-1, 14.6 ff.).
"""

import pydyf
from weasyprint import draw
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.stream import Stream

ROLES = {
    "article": "Art", "aside": "Sect", "blockquote": "BlockQuote", "caption": "Caption",
    "dd": "LBody", "div": "Div", "dl": "L", "dt": "Lbl", "figcaption": "Caption",
    "figure": "Div", "footer": "Sect", "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4",
    "h5": "H5", "h6": "H6", "header": "Sect", "img": "Figure", "li": "LI", "main": "Sect",
    "nav": "Sect", "ol": "L", "p": "P", "section": "Sect", "svg": "Figure", "table": "Table",
    "tbody": "TBody", "td": "TD", "tfoot": "TFoot", "th": "TH", "thead": "THead", "tr": "TR",
    "ul": "L",
}
SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}
SPANS = (("colspan", "ColSpan"), ("rowspan", "RowSpan"))


def tag_of(element):
    """Its name without the namespace, which pictures have."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


# Marking. What is open at a moment stands in the stream's list; the innermost is in the file. A
# mark within a mark interrupts it, so that texts and links follow each other as they are read.

ARTIFACT = object()
HEADERS = {}
"""The page on which each header cell stands first."""


class Mark:
    def __init__(self, element, links):
        self.element = element
        self.links = links

    def is_continued_by(self, box):
        return self.links and self.element is box.element


def begin(stream, box, mcid=False, tag=None):
    marks = stream.__dict__.setdefault("open_marks", [])
    current = marks[-1] if marks else None
    link = box.link_annotation if tag == "Link" else None
    if current is ARTIFACT:
        marks.append(ARTIFACT)
    elif link and current and current.is_continued_by(box):
        # What stands before or after a link's text is a link of its own to the same place.
        current.links.append(link)
        marks.append(current)
    else:
        close(stream, current)
        marks.append(mark_of(stream, box, [link] if link else []))
        write(stream, marks[-1])


def mark_of(stream, box, links):
    """What a box is marked as; None for what is no part of the text, but may hold some."""
    element = box.element
    if isinstance(box, boxes.MarginBox):
        return ARTIFACT
    if element is None or box.is_for_root_element:
        return None
    if element.tag == "th" and HEADERS.setdefault(element, stream) is not stream:
        return ARTIFACT  # The head of a table, again on its next page.
    return Mark(element, links)


def end(stream):
    marks = stream.open_marks
    ended = marks.pop()
    if marks and marks[-1] is ended and ended is not None:
        return
    close(stream, ended)
    if marks:
        write(stream, marks[-1])


def write(stream, mark):
    stream.written = None
    if mark is ARTIFACT:
        stream.written = b"/Artifact <</Type /Pagination>> BDC"
    elif mark:
        name = "Link" if mark.links else ROLES.get(tag_of(mark.element), "Span")
        stream.written = f"/{name} <</MCID {len(stream.marked)}>> BDC".encode()
        stream.marked.append(mark)
    if stream.written:
        stream.stream.append(stream.written)


def close(stream, mark):
    """Ends the mark that is written; one with nothing in it is taken back."""
    if mark is None:
        return
    if stream.stream[-1] is not stream.written:
        stream.stream.append(b"EMC")
        return
    stream.stream.pop()
    if mark is not ARTIFACT:
        stream.marked.pop()


def as_artifact(paint):
    """What is painted outside every mark is decoration."""

    def painted(stream, *arguments, **options):
        if any(stream.__dict__.get("open_marks", ())):
            paint(stream, *arguments, **options)
            return
        stream.stream.append(b"/Artifact BMC")
        before = len(stream.stream)
        paint(stream, *arguments, **options)
        if len(stream.stream) == before:
            stream.stream.pop()
        else:
            stream.stream.append(b"EMC")

    return painted


def as_figure(paint):
    def painted(stream, box):
        stream.begin_marked_content(box, mcid=True)
        paint(stream, box)
        stream.end_marked_content()

    return painted


# The tree of the structure.


class Structure:
    def __init__(self, pdf, root, streams):
        self.pdf = pdf
        self.marks = {}
        self.numbers = [[None] * len(stream.marked) for stream in streams]
        self.objects = []
        self.first = {}
        for page, stream in enumerate(streams):
            for number, mark in enumerate(stream.marked):
                self.marks.setdefault(mark.element, []).append((page, number, mark.links))
        self.find_needed(root)
        tree = self.add({"Type": "/StructTreeRoot"})
        document = self.add({"S": "/Document", "P": tree.reference})
        document["K"] = self.kids(root, document, None)
        tree["K"] = document.reference
        tree["ParentTree"] = self.parents().reference
        pdf.catalog["StructTreeRoot"] = tree.reference
        pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def add(self, content):
        result = pydyf.Dictionary(content)
        self.pdf.add_object(result)
        return result

    def find_needed(self, element):
        """Notes where each element's marks begin, and those of what is in it: the first of them."""
        found = [self.find_needed(child) for child in element]
        found += [mark[:2] for mark in self.marks.get(element, ())[:1]]
        first = min((place for place in found if place), default=None)
        if first:
            self.first[element] = first
        if first and tag_of(element) == "tr":
            for cell in element:
                self.first.setdefault(cell, first)
        return first

    def kids(self, element, node, page):
        """What is below an element: its own marks and its children, as they follow each other."""
        kids = pydyf.Array()
        marks = list(self.marks.get(element, ()))
        for child in element:
            if child in self.first:
                while marks and marks[0][:2] < self.first[child]:
                    self.append(marks.pop(0), kids, node, page)
                kids.extend(self.built(child, element, node, page))
        for mark in marks:
            self.append(mark, kids, node, page)
        return kids

    def append(self, mark, kids, node, page):
        number_of_page, number, links = mark
        self.numbers[number_of_page][number] = node.reference
        if number_of_page == page:
            kids.append(number)
        else:
            kids.append(pydyf.Dictionary({
                "Type": "/MCR", "Pg": self.pdf.page_references[number_of_page],
                "MCID": number}))
        for link in links:
            if "StructParent" not in link:
                link["StructParent"] = len(self.numbers) + len(self.objects)
                self.objects.append(node.reference)
                kids.append(pydyf.Dictionary({"Type": "/OBJR", "Obj": link.reference}))

    def built(self, element, parent, above, page):
        """The node of an element; those of its children where it means nothing by itself."""
        tag = tag_of(element)
        role = "Link" if tag == "a" else ROLES.get(tag)
        if tag == "div" and tag_of(parent) == "dl":
            role = "LI"
        if role is None or (tag == "a" and element not in self.marks):
            return self.kids(element, above, page)
        content = {"S": f"/{role}", "P": above.reference}
        marks = self.marks.get(element)
        if marks:
            page = marks[0][0]
            content["Pg"] = self.pdf.page_references[page]
        node = self.add(content)
        if role == "Figure":
            node["Alt"] = pydyf.String(self.said(element))
        attributes = self.attributes(element) if role in ("TH", "TD") else None
        if attributes:
            node["A"] = attributes
        if tag == "li":
            body = self.add({"S": "/LBody", "P": node.reference, **(
                {"Pg": content["Pg"]} if marks else {})})
            body["K"] = self.kids(element, body, page if marks else None)
            node["K"] = pydyf.Array([body.reference])
        else:
            node["K"] = self.kids(element, node, page if marks else None)
        return [node.reference]

    @staticmethod
    def said(element):
        """The text that stands for a picture."""
        texts = [
            "".join(child.itertext()).strip() for child in element
            if tag_of(child) in ("title", "desc")]
        return element.get("alt") or element.get("aria-label") or " ".join(
            text if text.endswith(".") else f"{text}." for text in texts if text)

    @staticmethod
    def attributes(element):
        result = pydyf.Dictionary({"O": "/Table"})
        if element.get("scope") in SCOPES:
            result["Scope"] = SCOPES[element.get("scope")]
        for name, key in SPANS:
            if element.get(name, "1") != "1":
                result[key] = int(element.get(name))
        return result if len(result) > 1 else None

    def parents(self):
        entries = pydyf.Array()
        for page, numbers in enumerate(self.numbers):
            entries.extend([page, pydyf.Array([number or "null" for number in numbers])])
        for number, node in enumerate(self.objects, len(self.numbers)):
            entries.extend([number, node])
        return self.add({"Nums": entries})


def tagged(finish):
    def variant(pdf, metadata, document, streams):
        Structure(pdf, document._html.etree_element, streams)
        finish(pdf, metadata, document, streams)

    return variant


def install():
    Stream.begin_marked_content = begin
    Stream.end_marked_content = end
    for name in ("draw_background", "draw_border", "draw_table", "draw_outlines"):
        setattr(draw, name, as_artifact(getattr(draw, name)))
    draw.draw_replacedbox = as_figure(draw.draw_replacedbox)
    finish, properties = VARIANTS["pdf/a-3b"]
    VARIANTS["pdf/a-3b"] = (tagged(finish), {**properties, "mark": True})

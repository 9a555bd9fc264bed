"""What a program can tell of a page without a browser: its links, its forms and its landmarks."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Field:
    """One control of a form, with the value that a browser would send if nobody touched it."""

    name: str
    kind: str
    value: str = ""
    options: list = field(default_factory=list)
    chosen: bool = False
    required: bool = False


@dataclass
class Form:
    """A form and its buttons; `action` and `method` are as the page says them."""

    action: str
    method: str
    multipart: bool
    fields: list = field(default_factory=list)
    buttons: list = field(default_factory=list)
    identifier: str = ""

    def untouched(self):
        """What a browser sends when the form is submitted as it came."""
        pairs = []
        for each in self.fields:
            if each.kind in ("checkbox", "radio"):
                if each.chosen:
                    pairs.append((each.name, each.value or "on"))
            elif each.kind != "file":
                pairs.append((each.name, each.value))
        return pairs


class Document(HTMLParser):
    """A page, read once."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links = []
        self.forms = []
        self.identifiers = set()
        self.language = ""
        self.title = ""
        self.headings = []
        self.text = text
        self._forms = []
        self._loose = []
        self._collecting = None
        self._select = None
        self._area = None
        self.feed(text)
        self.close()
        for identifier, entry in self._loose:
            for form in self.forms:
                if form.identifier == identifier:
                    (form.buttons if isinstance(entry, Button) else form.fields).append(entry)

    def handle_starttag(self, tag, attributes):
        at = {name: value or "" for name, value in attributes}
        if "id" in at:
            self.identifiers.add(at["id"])
        if tag == "html":
            self.language = at.get("lang", "")
        elif tag == "a" and "href" in at:
            self.links.append(at["href"])
        elif tag in ("link", "use") and "href" in at:
            self.links.append(at["href"])
        elif tag in ("script", "img") and "src" in at:
            self.links.append(at["src"])
        elif tag == "title" and not self.title:
            self._collecting = "title"
        elif tag == "h1":
            self._collecting = "h1"
            self.headings.append("")
        elif tag == "form":
            self._forms.append(
                Form(
                    at.get("action", ""),
                    at.get("method", "get").lower(),
                    "multipart" in at.get("enctype", ""),
                    identifier=at.get("id", ""),
                )
            )
            self.forms.append(self._forms[-1])
        else:
            self._control(tag, at)

    def _control(self, tag, at):
        if tag == "input" and at.get("type", "text") in ("submit", "image"):
            self._keep(Button(at.get("name", ""), at.get("value", ""), at), at)
        elif tag == "button" and at.get("type", "submit") == "submit":
            self._keep(Button(at.get("name", ""), at.get("value", ""), at), at)
        elif tag == "input" and "name" in at and "disabled" not in at:
            self._keep(
                Field(
                    at["name"],
                    at.get("type", "text"),
                    at.get("value", ""),
                    chosen="checked" in at,
                    required="required" in at,
                ),
                at,
            )
        elif tag == "select" and "name" in at:
            self._select = Field(at["name"], "select", required="required" in at)
            self._keep(self._select, at)
        elif tag == "option" and self._select is not None:
            value = at.get("value", "")
            self._select.options.append(value)
            if "selected" in at or len(self._select.options) == 1:
                self._select.value = value
        elif tag == "textarea" and "name" in at:
            self._area = Field(at["name"], "textarea", required="required" in at)
            self._keep(self._area, at)

    def _keep(self, entry, at):
        if "form" in at:
            self._loose.append((at["form"], entry))
        elif self._forms:
            form = self._forms[-1]
            (form.buttons if isinstance(entry, Button) else form.fields).append(entry)

    def handle_endtag(self, tag):
        if tag in ("title", "h1"):
            self._collecting = None
        elif tag == "form" and self._forms:
            self._forms.pop()
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data):
        if self._collecting == "title":
            self.title += data
        elif self._collecting == "h1":
            self.headings[-1] += data
        elif self._area is not None:
            self._area.value += data


class Button:
    """A control that submits its form."""

    def __init__(self, name, value, at):
        self.name = name
        self.value = value
        self.action = at.get("formaction")
        self.method = at.get("formmethod", "").lower()

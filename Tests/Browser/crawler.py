"""Follows every link and submits every form, and tells what was wrong with the answers.

Two addresses have the same shape when they differ only in what they name: an agreement, a number,
a unit, a year. Of each shape a few are visited, so that a register of any size is walked soon.
"""

import re
import urllib.parse
from collections import Counter, deque

UNITS = "ost|indre_ost|sor|vest|midt|nord|central|total"
NAMES = [
    (re.compile(r"/[A-ZÆØÅ_]+-\d{4}-\d{3,}(?=/|$)"), "/{agreement}"),
    (re.compile(r"/\d{4}-\d{2}(-\d{2})?(?=/|$)"), "/{day}"),
    (re.compile(r"/\d+(?=/|$)"), "/{number}"),
    (re.compile(rf"/({UNITS})(?=/|$)"), "/{unit}"),
    (re.compile(r"(?<=^/norway/records)/[a-z_]+(?=/)"), "/{indicator}"),
    (re.compile(r"(?<=^/help)/[a-z-]+$"), "/{topic}"),
    (re.compile(r"/[0-9a-f-]{16,}(?=/|$)"), "/{token}"),
    (re.compile(r"/[a-z_]+\.(?!(csv|xlsx|ics|json|yaml|pdf)$)[a-z0-9]+(?=/|$)"), "/{person}"),
]
PAGE_LIMIT = 60 * 1024
HOSTILE = "\"'><script>alert(1)</script>{{7*7}}\r\nX-Avtalt: 1"
# What a form sent with plausible, empty or hostile values may be answered with.
REFUSALS = {400, 404, 409, 410, 413, 415, 422, 429}


def shape(path):
    """The address with what it names left out, and the names of its query."""
    place, _, query = path.partition("?")
    for pattern, name in NAMES:
        place = pattern.sub(name, place)
    keys = sorted({key for key, _ in urllib.parse.parse_qsl(query)})
    return place + ("?" + "&".join(keys) if keys else "")


class Crawler:
    """One walk through the site as one role."""

    each_shape = 3
    most = 500

    def __init__(self, visitor):
        self.visitor = visitor
        self.answers = {}
        self.problems = []
        self.forms = {}
        self._shapes = Counter()

    @property
    def pages(self):
        """One page of each shape, whatever its query, in the order in which they were found."""
        found = {}
        for path, answer in self.answers.items():
            if answer.kind == "text/html" and answer.status == 200:
                found.setdefault(shape(path).partition("?")[0], path)
        return found

    def walk(self, start="/"):
        """Follows links and forms that only ask."""
        waiting = deque([(start, "the address bar", False)])
        while waiting and len(self.answers) < self.most:
            path, source, is_form = waiting.popleft()
            if path in self.answers or self._shapes[shape(path)] >= self.each_shape:
                continue
            self._shapes[shape(path)] += 1
            answer = self.visitor.get(path)
            self.answers[path] = answer
            self._judge(answer, source, is_form)
            if answer.status in (301, 302, 303, 307, 308):
                target = self.visitor.local(answer.location, path)
                if target is not None:
                    waiting.append((target, str(answer), False))
            elif answer.kind == "text/html":
                waiting.extend((path, answer.path, is_form)
                               for path, is_form in self._references(answer))

    def _judge(self, answer, source, is_form):
        # A form may be sent too empty or too full, and must then say so.
        if answer.status >= 400 and not (is_form and answer.status == 422):
            self.problems.append(f"{answer}, from {source}")
        elif answer.kind == "text/html" and len(answer.body) > PAGE_LIMIT:
            self.problems.append(f"{answer.path} has {len(answer.body)} bytes")

    def _references(self, answer):
        document = answer.document()
        for link in document.links:
            if link.startswith("#"):
                if len(link) > 1 and urllib.parse.unquote(link[1:]) not in document.identifiers:
                    self.problems.append(f"{answer.path} has no place {link}")
                continue
            path = self.visitor.local(link.partition("#")[0], answer.path)
            if path is not None:
                yield path, False
        for form in document.forms:
            action = self.visitor.local(form.action or answer.path, answer.path)
            if action is None:
                self.problems.append(f"{answer.path} sends a form to {form.action}")
            elif form.method == "get":
                ways = {action} | {
                    self.visitor.local(button.action, answer.path)
                    for button in form.buttons
                    if button.action is not None
                }
                for way in sorted(way for way in ways if way is not None):
                    for pairs in (form.untouched(), plausible(form)):
                        yield way.split("?")[0] + "?" + urllib.parse.urlencode(pairs), True
            elif form.buttons or not all(hidden(each) for each in form.fields):
                # One without a button and without a field is sent by nobody.
                names = tuple(sorted({each.name for each in form.fields}))
                key = (shape(action), names)
                self.forms.setdefault(key, answer.path)

    def send_forms(self):
        """Sends each kind of form with plausible, empty and hostile values, sign-out last."""
        order = sorted(self.forms.items(), key=lambda item: "sign-out" in item[0][0])
        for key, page in order:
            for values in (emptied, hostile, plausible):
                self._send(key, page, values)

    def _send(self, key, page, values):
        answer = self._again(page)
        if answer.kind != "text/html":
            return
        for form in answer.document().forms:
            action = self.visitor.local(form.action or page, page)
            names = tuple(sorted({each.name for each in form.fields}))
            if form.method != "get" and (shape(action), names) == key:
                for button in form.buttons[:6] or [None]:
                    self._judge_form(self._submit(form, values(form), page, button), page, values)
                return

    def _again(self, page):
        """The page, after another sign-in where the form before ended the session."""
        answer = self.visitor.get(page)
        if answer.status in (302, 303, 401) and self.visitor.account:
            self.visitor.sign_in()
            answer = self.visitor.get(page)
        return answer

    def _submit(self, form, pairs, page, button):
        return self.visitor.submit(form, pairs, page, button)

    def _judge_form(self, answer, page, values):
        sent = f"{answer} with {values.__name__} values, from {page}"
        if "x-avtalt" in answer.headers:
            self.problems.append(f"{sent}: a header could be added")
        if answer.status in (301, 302, 303, 307, 308):
            end = self.visitor.follow(answer)
            # Values that no form offers may lead nowhere.
            bearable = REFUSALS if values is hostile else set()
            if end.status >= 400 and end.status not in bearable:
                self.problems.append(f"{sent}, then {end}")
            answer = end
        elif answer.status >= 400 and answer.status not in REFUSALS:
            self.problems.append(sent)
        if answer.kind == "text/html" and "<script>alert" in answer.text:
            self.problems.append(f"{sent}: what was typed came back as markup")


def hidden(each):
    return each.kind == "hidden"


def plausible(form):
    """What somebody who means well would fill in."""
    pairs = []
    radios = set()
    for each in form.fields:
        if each.kind == "radio":
            if each.name not in radios:
                radios.add(each.name)
                pairs.append((each.name, each.value))
        elif each.kind == "checkbox":
            pairs.append((each.name, each.value or "on"))
        elif each.kind == "select":
            options = [option for option in each.options if option]
            pairs.append((each.name, each.value or (options[0] if options else "")))
        elif each.kind != "file":
            pairs.append((each.name, each.value or _example(each)))
    return pairs


def _example(each):
    name = each.name.lower()
    examples = {
        "date": "2013-03-15",
        "month": "2013-03",
        "time": "10:00",
        "email": "nord.saksbehandler1@example.no",
        "tel": "22 00 00 00",
        "number": "12",
        "hidden": "",
        "password": "et langt og rart passord 4711",
        "search": "Bodø",
    }
    if each.kind in examples:
        return examples[each.kind]
    if name.endswith("_on") or name in ("on", "from", "to", "valid_from", "valid_to"):
        return "15.03.2013"
    if "year" in name or "count" in name or "participants" in name:
        return "2013"
    return "Ringte om høstens møte"


def emptied(form):
    """What is sent by somebody who fills in nothing, with the hidden fields as they came."""
    return [(e.name, e.value if hidden(e) else "") for e in form.fields if e.kind not in
            ("checkbox", "radio", "file")]


def hostile(form):
    """Markup, template syntax and a header, in every field that a person fills in."""
    return [(e.name, e.value if hidden(e) else HOSTILE) for e in form.fields if e.kind != "file"]

"""Somebody who asks for pages as a browser would, and keeps the cookies."""

import http.client
import urllib.parse
import uuid

from document import Document


class Answer:
    """What came back for one request; redirects are not followed."""

    def __init__(self, method, path, status, headers, body):
        self.method = method
        self.path = path
        self.status = status
        self.headers = headers
        self.body = body
        kind = headers.get("content-type", "").split(";")[0]
        # What is saved as a file is no page, whatever is in it.
        is_file = headers.get("content-disposition", "").startswith("attachment")
        self.kind = f"file of {kind}" if is_file else kind

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        return self.headers.get("location", "")

    def document(self):
        return Document(self.text)

    def __str__(self):
        return f"{self.method} {self.path[:160]} → {self.status}"


class Visitor:
    """Holds one session; `role` is empty for somebody who has not signed in."""

    patience = 30

    def __init__(self, site, role="", account=None):
        self.site = urllib.parse.urlsplit(site)
        self.role = role
        self.account = account
        self.cookies = {}

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        """One request; a connection of its own, so that no answer can be another's."""
        connection = http.client.HTTPConnection(self.site.netloc, timeout=self.patience)
        headers = {"Accept": "text/html,*/*", "Host": self.site.netloc}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = kind
            headers["Origin"] = f"{self.site.scheme}://{self.site.netloc}"
        try:
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            content = response.read()
        except (http.client.HTTPException, OSError) as error:
            raise AssertionError(f"{self.role}: {method} {path} has no answer: {error}") from error
        finally:
            connection.close()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                self._remember(value)
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(method, path, response.status, found, content)

    def _remember(self, cookie):
        pair, _, attributes = cookie.partition(";")
        name, _, value = pair.strip().partition("=")
        if "max-age=0" in attributes.lower().replace(" ", ""):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, path):
        return self.ask("GET", path)

    def follow(self, answer, limit=5):
        """Where the answer's redirects end."""
        while answer.status in (301, 302, 303, 307, 308) and limit > 0:
            path = self.local(answer.location, answer.path)
            if path is None:
                return answer
            answer = self.get(path)
            limit -= 1
        return answer

    def local(self, reference, base):
        """The path and query of a reference on a page, or None when it leads out of the site."""
        whole = urllib.parse.urljoin(f"{self.site.scheme}://{self.site.netloc}{base}", reference)
        parts = urllib.parse.urlsplit(whole)
        if parts.scheme != self.site.scheme or parts.netloc != self.site.netloc:
            return None
        path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
        return f"{path}?{parts.query}" if parts.query else path

    def submit(self, form, pairs, base, button=None):
        """Sends a form the way a browser does."""
        action = (button.action if button and button.action is not None else form.action) or base
        path = self.local(action, base)
        method = (button.method if button and button.method else form.method) or "get"
        if button and button.name:
            pairs = pairs + [(button.name, button.value)]
        if method == "get":
            query = urllib.parse.urlencode(pairs)
            return self.get(path.split("?")[0] + ("?" + query if query else ""))
        if form.multipart:
            kind, body = multipart(form, pairs)
            return self.ask("POST", path, body, kind)
        return self.ask("POST", path, urllib.parse.urlencode(pairs).encode())

    def sign_in(self):
        """Through the form that the site shows to strangers."""
        answer = self.follow(self.get("/"))
        form = next(
            form
            for form in answer.document().forms
            if any(each.kind == "password" for each in form.fields)
        )
        pairs = []
        for each in form.fields:
            if each.kind == "password":
                pairs.append((each.name, self.account["password"]))
            elif each.kind in ("text", "email"):
                pairs.append((each.name, self.account["id"]))
            elif each.kind == "hidden":
                pairs.append((each.name, each.value))
        done = self.submit(form, pairs, answer.path)
        if done.status >= 400:
            raise AssertionError(f"{self.account['id']} could not sign in: {done}\n{done.text}")
        return self.follow(done)


PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def multipart(form, pairs):
    """A body with files; each file field gets a small PDF."""
    boundary = uuid.uuid4().hex
    parts = []
    for name, value in pairs:
        parts.append(f'form-data; name="{name}"\r\n\r\n{value}'.encode())
    for each in form.fields:
        if each.kind == "file":
            head = f'form-data; name="{each.name}"; filename="avtale.pdf"'
            parts.append(f"{head}\r\nContent-Type: application/pdf\r\n\r\n".encode() + PDF)
    lines = [
        f"--{boundary}\r\nContent-Disposition: ".encode() + part + b"\r\n" for part in parts
    ]
    body = b"".join(lines) + f"--{boundary}--\r\n".encode()
    return f"multipart/form-data; boundary={boundary}", body

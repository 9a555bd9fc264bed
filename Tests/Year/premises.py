"""The office of the rehearsal: one register, its mail, its documents, and the doors to it."""

import csv
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.parse

from paths import NORWAY

from coordinator import Coordinator
from visitor import Visitor


class Refused(AssertionError):
    """A door of the product did not do what the rehearsal needs of it."""


class Premises:
    """Runs the built programs, each told what day it is."""

    patience = 300
    # When the day's work is done, and when people are at theirs.
    run_at, work_at = "07:00:00", "10:00:00"

    def __init__(self, folder, programs, post):
        self.folder = folder
        self.programs = programs
        self.post = post
        self.pages_port = free_port()
        self.site = f"http://127.0.0.1:{self.pages_port}"
        self.day = None
        self.prints_pdf = False
        self.coordinator = None
        self.passwords = {}
        self.visitors = {}
        self.seconds = {}
        self.files = 0
        self.answered = 0

    # ---- the programs

    def environment(self, at):
        return {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.folder),
            "SWIFT_BACKTRACE": "enable=no",
            "AVTALT_NOW": f"{self.day}T{at}",
            "AVTALT_REGISTER": str(self.folder / "register.sqlite"),
            "AVTALT_DOCUMENTS": str(self.folder / "documents"),
            "AVTALT_MAIL_DELIVERY": f"smtp://127.0.0.1:{self.post.port}",
            "AVTALT_MAIL_SECURITY": "none",
            "AVTALT_REFERENCE_DATA": str(NORWAY),
            "AVTALT_WEB_LISTEN": f"127.0.0.1:{self.pages_port}",
            "AVTALT_LINKS_BASE_URL": self.site,
            "AVTALT_PDF_PROGRAM": "weasyprint" if self.prints_pdf else "none",
        }

    def avtalt(self, *arguments, at=work_at):
        """What a command writes; a command that fails ends the rehearsal with what it says."""
        begun = time.monotonic()
        done = subprocess.run(
            [str(self.programs / "avtalt"), *arguments],
            capture_output=True,
            text=True,
            timeout=self.patience,
            cwd=self.folder,
            env=self.environment(at),
            check=False,
        )
        kind = arguments[0]
        self.seconds[kind] = self.seconds.get(kind, 0) + time.monotonic() - begun
        if done.returncode != 0:
            raise Refused(
                f"{self.day}: «avtalt {' '.join(arguments)}» ended with {done.returncode}: "
                f"{done.stderr.strip()}"
            )
        return done.stdout

    def run_day(self, day):
        """The day's work, as the clock would begin it."""
        self.day = day
        return self.avtalt("run", "--on", day.isoformat(), at=self.run_at)

    def log(self, *arguments):
        self.avtalt("log", *arguments)

    def import_rows(self, name, rows):
        """Imports one file of rows, as an office gets them."""
        self.files += 1
        folder = self.folder / "files" / str(self.files)
        folder.mkdir(parents=True)
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        self.avtalt("import", str(folder))

    # ---- the pages

    def open_pages(self):
        """Starts the coordinator at the hour of work; it stays until `close_pages`."""
        if self.coordinator is None:
            self.coordinator = Coordinator(
                str(self.programs / "avtalt-coordinator"),
                self.environment(self.work_at),
                str(self.folder / "coordinator.log"),
            )

    def close_pages(self):
        """Ends it. Sessions of the day are of no use on another."""
        if self.coordinator is not None:
            self.coordinator.close()
            self.coordinator = None
            self.visitors = {}

    def signed_in(self, user):
        """Somebody at the pages; the first time they are invited and choose a password."""
        if user not in self.visitors:
            visitor = Visitor(self.site, user)
            if user not in self.passwords:
                self._accept_invitation(visitor, user)
            else:
                visitor.account = {"id": user, "password": self.passwords[user]}
                visitor.sign_in()
            self.visitors[user] = visitor
        return self.visitors[user]

    @property
    def accounts(self):
        """Name and password of those who have signed in, by their id."""
        return {user: {"id": user, "password": word} for user, word in self.passwords.items()}

    def _accept_invitation(self, visitor, user):
        told = self.avtalt("admin", "invite", user)
        link = re.search(re.escape(self.site) + r"(/\S+)", told)
        if link is None:
            raise Refused(f"«avtalt admin invite {user}» gives no link: {told}")
        password = f"Bare til øving {user}"
        self.fill_in(visitor, link.group(1), password=password, password_again=password)
        self.passwords[user] = password

    def fill_in(self, visitor, path, button=None, **values):
        """Opens a form, fills in fields and sends it; the page that it leads to.

        The other fields are sent as they came.
        """
        page = visitor.follow(visitor.get(path))
        forms = [form for form in page.document().forms if form.method == "post"]
        names = set(values)
        for form in forms:
            held = {field.name for field in form.fields}
            if names <= held:
                return self._send(visitor, form, page, button, values)
        raise Refused(f"{self.day}: {page} shows no form with {', '.join(names)}")

    def _send(self, visitor, form, page, button, values):
        pairs = [(name, value) for name, value in form.untouched() if name not in values]
        pairs += [(name, str(value)) for name, value in values.items()]
        pressed = next((each for each in form.buttons if button in (None, each.value)), None)
        answer = visitor.submit(form, pairs, page.path, pressed)
        if answer.status not in (302, 303):
            told = re.sub(r"<[^>]+>|\s+", " ", answer.text)
            raise Refused(f"{self.day}: {answer}, sent from {page.path}: {told[:2000]}")
        return visitor.follow(answer)

    # ---- the end

    def size(self):
        """Bytes of the register."""
        return (self.folder / "register.sqlite").stat().st_size

    def close(self, keep=False):
        self.close_pages()
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)


def free_port():
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def local(link):
    """Path and query of an address."""
    parts = urllib.parse.urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path

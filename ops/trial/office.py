"""A register with the programs at work on it, and what it has to show for it."""

import contextlib
import glob
import hashlib
import os
import shutil
import sqlite3
import sys

from nodes import ROOT, Trouble

# Seconds that one command or one day's work may take.
DAY_LIMIT = 900


class Office:
    """A register with its mails and documents in a folder, and the programs at work on it."""

    def __init__(self, folder, binaries, processes):
        self.folder = folder
        self.binaries = binaries
        self.processes = processes
        os.makedirs(folder, exist_ok=True)
        self.register = os.path.join(folder, "avtalt.sqlite")

    def environment(self, **more):
        return {
            "PATH": "/usr/bin:/bin", "HOME": self.folder, "LANG": "C.UTF-8",
            "AVTALT_REGISTER": self.register,
            "AVTALT_DOCUMENTS": os.path.join(self.folder, "documents"),
            "AVTALT_MAIL_DELIVERY": f"maildir:{self.folder}/mail",
            "AVTALT_QUEUE": "embedded",
        } | more

    def run(self, *arguments, **environment):
        """Runs avtalt to its end."""
        status, text = self.processes.run(
            [os.path.join(self.binaries, "avtalt"), *arguments], self.environment(**environment),
            self.folder, DAY_LIMIT)
        if status:
            raise Trouble(f"avtalt {' '.join(arguments)}: {status}, {text}")

    def fill(self, agreements):
        files = os.path.join(self.folder, "files")
        generator = os.path.join(ROOT, "Tests/Benchmarks/generate.py")
        status, text = self.processes.run(
            [sys.executable, generator, "--scale", str(agreements), "--out", files],
            self.environment(), self.folder, DAY_LIMIT)
        if status:
            raise Trouble(f"{generator}: {status}, {text}")
        self.run("import", os.path.join(ROOT, "Config/norway"))
        self.run("import", files)
        shutil.rmtree(files)

    def copy(self, folder):
        other = Office(folder, self.binaries, self.processes)
        for path in glob.glob(self.register + "*"):
            shutil.copy(path, other.folder)
        return other


class Account:
    """What an office has to show for its work, read from outside."""

    TASKS = """
        SELECT coalesce(unique_key, id), state,
            (SELECT count(*) FROM task_event WHERE task = task.key AND name = 'done'),
            (SELECT count(*) FROM task_event WHERE task = task.key AND name = 'published'),
            (SELECT count(*) FROM task_event WHERE task = task.key AND name = 'started')
        FROM task"""
    NOTICES = """
        SELECT rule || ' ' || subject || ' ' || due_on || ' ' || stage, state FROM notice"""
    REPORTS = "SELECT id || '/' || edition, coalesce(checksum, '') FROM report"

    def __init__(self, office):
        connection = sqlite3.connect(f"file:{office.register}?mode=ro", uri=True)
        with contextlib.closing(connection):
            self.tasks = {row[0]: row[1:] for row in connection.execute(self.TASKS)}
            self.notices = dict(connection.execute(self.NOTICES))
            self.reports = dict(connection.execute(self.REPORTS))
        self.mails = self.messages(os.path.join(office.folder, "mail/new"))
        self.documents = self.checksums(os.path.join(office.folder, "documents"))

    @staticmethod
    def messages(folder):
        """How often each Message-ID lies there."""
        found = {}
        for path in glob.glob(os.path.join(folder, "*")):
            with open(path, encoding="utf-8") as file:
                line = next(line for line in file if line.lower().startswith("message-id:"))
            name = line.split(":", 1)[1].strip()
            found[name] = found.get(name, 0) + 1
        return found

    @staticmethod
    def checksums(folder):
        found = {}
        for path in glob.glob(os.path.join(folder, "**"), recursive=True):
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
        return found

    def rows(self, reference):
        """What was asked, done, lost, doubled and done otherwise, by sort of thing."""
        asked, mine = reference.tasks, self.tasks
        yield (
            "tasks", len(asked),
            sum(1 for row in mine.values() if row[0] == "done"),
            sum(1 for key in asked if mine.get(key, ("",))[0] != asked[key][0]),
            sum(1 for row in mine.values() if row[1] > 1),
            sum(1 for key in mine if key not in asked))
        yield (
            "mails", len(reference.mails), len(self.mails),
            len(set(reference.mails) - set(self.mails)),
            sum(1 for count in self.mails.values() if count > 1),
            len(set(self.mails) - set(reference.mails)))
        for name in ("documents", "reports", "notices"):
            asked, mine = getattr(reference, name), getattr(self, name)
            yield (
                name, len(asked), sum(1 for key in asked if mine.get(key) == asked[key]),
                len(set(asked) - set(mine)), 0,
                sum(1 for key in mine if mine[key] != asked.get(key)))

    def again(self):
        """Tasks published and started more than once."""
        return (sum(1 for row in self.tasks.values() if row[2] > 1),
                sum(1 for row in self.tasks.values() if row[3] > 1))

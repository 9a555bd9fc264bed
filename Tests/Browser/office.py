"""A coordinator with its pages, at work on a copy of the register that the run has made once."""

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from coordinator import Coordinator
from visitor import Visitor

ROLES = (
    "caseworker",
    "settlement_coordinator",
    "regional_director",
    "head_office_analyst",
    "head_office_director",
    "administrator",
    "auditor",
)


class Office:
    """Started when made; `close` ends it. The register of the run is left as it is."""

    patience = 60

    def __init__(self, language="nb", now=None):
        """`language` is that of everybody in the office; `now` a later moment than the run's.

        The reports of the days between are not printed: that takes longer than all the rest.
        """
        self.now = now or os.environ["AVTALT_NOW"]
        self.pdf = "none" if now else "weasyprint"
        self.folder = None
        self.process = None
        given = os.environ.get("AVTALT_SITE")
        self.accounts = json.loads(Path(os.environ["AVTALT_ACCOUNTS"]).read_text(encoding="utf-8"))
        if given:
            self.site = given
            return
        self.folder = tempfile.mkdtemp(prefix="avtalt-browser-")
        shutil.copy(os.environ["AVTALT_REGISTER"], f"{self.folder}/register.sqlite")
        self._speak(language)
        self.process = Coordinator(
            os.environ["AVTALT_COORDINATOR"], self.environment(), f"{self.folder}/log"
        )
        self.site = self.process.site

    def _speak(self, language):
        with closing(sqlite3.connect(f"{self.folder}/register.sqlite")) as register:
            register.execute("UPDATE user SET language = ?", (language,))
            register.commit()

    def environment(self):
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": self.folder,
            "SWIFT_BACKTRACE": "enable=no",
            "AVTALT_NOW": self.now,
            "AVTALT_REGISTER": f"{self.folder}/register.sqlite",
            "AVTALT_DOCUMENTS": f"{self.folder}/documents",
            "AVTALT_MAIL_DELIVERY": f"maildir:{self.folder}/mail",
            "AVTALT_REFERENCE_DATA": os.environ.get("AVTALT_REFERENCE_DATA", ""),
            "AVTALT_PDF_PROGRAM": self.pdf,
            "AVTALT_WEB_LISTEN": "127.0.0.1:0",
        }

    def told(self):
        return self.process.told()

    def visitor(self, role):
        """Somebody of the role who has signed in; of no role, somebody who has not."""
        visitor = Visitor(self.site, role, self.accounts.get(role))
        if role:
            visitor.cookies["avtalt"] = self.accounts[role]["session"]
        return visitor

    def check(self):
        """What `avtalt check` says about the register, with its chain of changes; nothing is well."""
        done = subprocess.run(
            [os.environ["AVTALT_TOOL"], "check"],
            capture_output=True,
            text=True,
            timeout=self.patience,
            env=self.environment(),
        )
        return "" if done.returncode == 0 else done.stdout + done.stderr

    def close(self):
        if self.process is None:
            return
        self.process.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.process = None

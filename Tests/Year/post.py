"""The mail server of the rehearsal, and what has arrived there."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass

from paths import MAIL_SERVER


@dataclass
class Mail:
    """One mail that the server has taken."""

    day: object
    to: str
    id: str
    subject: str
    text: str


class Post:
    """aiosmtpd on a port of its own; every mail is kept, in the order in which it came."""

    def __init__(self, folder):
        self.file = folder / "mails.jsonl"
        self.log = open(self.file, "w", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-B", str(MAIL_SERVER)],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.DEVNULL,
        )
        self.reader = None
        self.mails = []
        self.refused = []
        self.port = self._port()

    def _port(self):
        """It says so on its first line, once it listens."""
        while self.process.poll() is None:
            text = self.file.read_text(encoding="utf-8")
            if text.endswith("\n"):
                self.reader = open(self.file, encoding="utf-8")
                return json.loads(self.reader.readline())["port"]
            try:
                self.process.wait(0.05)
            except subprocess.TimeoutExpired:
                pass
        raise AssertionError("The mail server of Tests/Support/Mail does not start.")

    def collect(self, day):
        """The mails that came since the last call, which are the day's.

        A mail is told of before the sender hears that it was taken, so that whatever a run that
        has ended has sent is there.
        """
        came = []
        for line in self.reader:
            told = json.loads(line)
            if "refused" in told:
                self.refused.append(told["refused"])
            else:
                came.append(Mail(day, told["to"], told["id"], told["subject"], told["text"]))
        self.mails += came
        return came

    def wait_for(self, address, part, day, since, patience=60):
        """The first mail to an address with a part in its text, of those after so many mails."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.collect(day)
            for mail in self.mails[since:]:
                if mail.to == address and part in mail.text:
                    return mail
            time.sleep(0.05)
        raise AssertionError(f"{day}: no mail with «{part}» came to {address}")

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        if self.reader:
            self.reader.close()

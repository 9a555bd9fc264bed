"""A coordinator's process, with its pages."""

import re
import signal
import subprocess
import time


def let_signals_through():
    """Whoever was started with signals blocked hands that on to what it starts, which then cannot
    be asked to end."""
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


class Coordinator:
    """Started when made, and ready for the first request; `close` ends it."""

    patience = 60

    def __init__(self, program, environment, log):
        """`log` is the path of the file that its messages go to."""
        self.log = log
        let_signals_through()
        with open(log, "w", encoding="utf-8") as messages:
            self.process = subprocess.Popen(
                [program, "--embedded"],
                stdin=subprocess.DEVNULL,
                stdout=messages,
                stderr=messages,
                env=environment,
            )
        self.site = self._address()

    def _address(self):
        """Where it listens, from its log."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            found = re.search(r"web\.port[=: \"]+(\d+)", self.told())
            if found:
                return f"http://127.0.0.1:{found.group(1)}"
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        told = self.told()
        self.close()
        raise AssertionError(f"The coordinator shows no pages:\n{told}")

    def told(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read()

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

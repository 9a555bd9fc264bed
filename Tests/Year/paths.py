"""Where the other test tools lie, whose modules the rehearsal uses."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
CHECKOUT = TESTS.parent
NORWAY = CHECKOUT / "Config/norway"
MAIL_SERVER = TESTS / "Support/Mail/mail_server.py"

for tools in ("Oracle", "Browser"):
    if str(TESTS / tools) not in sys.path:
        sys.path.append(str(TESTS / tools))

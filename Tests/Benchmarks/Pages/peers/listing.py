"""What both peers show: the page's query, its columns, and a line as the template takes it."""

import os

FOLDER = os.path.dirname(os.path.abspath(__file__))
REGISTER = os.environ["AVTALT_REGISTER"]
PARAMETERS = {"day": os.environ["AVTALT_DAY"], "limit": int(os.environ["AVTALT_LINES"])}
KINDS = {"municipal": "Kommune", "sector": "Sektor", "voluntary": "Frivillig"}
UNITS = {
    "ost": "Øst",
    "indre_ost": "Indre Øst",
    "sor": "Sør",
    "vest": "Vest",
    "midt": "Midt-Norge",
    "nord": "Nord",
    "central": "Sentralt",
}
STATUSES = {
    "draft": "Utkast",
    "negotiating": "Forhandles",
    "active": "Aktiv",
    "ended": "Avsluttet",
    "abandoned": "Forlatt",
}


def query(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return file.read()


LIST = query("list.sql")
COUNT = query("count.sql")


def day(text):
    return f"{text[8:10]}.{text[5:7]}.{text[:4]}" if text else ""


def line(row):
    (_, number, title, _, kind, owner, status, parties, _, valid_from, valid_to, _, _,
     responsible, _, deputy, is_renewed, next_meeting, late) = row
    return {
        "number": number,
        "title": title,
        "parties": ", ".join(parties.split("\x1f")),
        "kind": KINDS[kind],
        "owner": UNITS[owner],
        "status": STATUSES[status],
        "valid_from": day(valid_from),
        "valid_to": day(valid_to),
        "responsible": responsible or "",
        "deputy": deputy or "",
        "is_renewed": bool(is_renewed),
        "next_meeting": day(next_meeting),
        "late": late,
    }

"""What is due on each day by the rulebook, and what a run has made of it."""

import re
import sqlite3
import urllib.parse
from collections import Counter, defaultdict
from contextlib import closing

import paths  # noqa: F401
from oracle import notices

# The page that a digest names for a notice, by rule.
PLACES = {
    "meeting.upcoming": "meetings",
    "meeting.outcome": "meetings",
    "followup.due": "followups",
    "measure.due": "measures",
    "settlement.missing": "settlement",
}


def key(notice):
    return (notice["rule"], notice["subject"], notice["due_on"], notice["stage"])


def sentence(key):
    return f"{key[0]} of {key[1]}, due {key[2]}, stage {key[3]}"


class Due:
    """The oracle's list, day by day, each notice once (domain.md, 7)."""

    def __init__(self, register, known):
        """`known` are the keys that are in the ledger before the first day."""
        self.register = register
        self.known = set(known)
        self.days = {}

    def add(self, day):
        """Judges the day as the register stands, before anybody has done anything on it."""
        found = [each for each in notices(self.register, day) if key(each) not in self.known]
        self.known |= {key(each) for each in found}
        self.days[day] = found
        return found

    def shares(self):
        """(day, user) -> keys of the notices of that digest."""
        found = defaultdict(set)
        for day, each_day in self.days.items():
            for each in each_day:
                for user in each["recipients"]:
                    found[day.isoformat(), user].add(key(each))
        return found


class Ledger:
    """What the register says of notices, and to whom they went."""

    def __init__(self, path):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            self.notices = [dict(row) for row in db.execute("SELECT * FROM notice")]
            self.shares = [
                dict(row)
                for row in db.execute(
                    """
                    SELECT rule, notice.subject, due_on, stage, user.id AS user, digest_on,
                        r.state, r.reason
                    FROM notice_recipient AS r JOIN notice ON notice.key = r.notice
                    JOIN user ON user.key = r.user
                    """
                )
            ]
            self.addresses = dict(db.execute("SELECT id, email FROM user"))


def compare_ledger(due, ledger):
    """Sentences on every notice that is missing, too many, or gone to somebody else."""
    first = min(due.days).isoformat()
    told = []
    expected = {key(each): (day, each) for day, day_of in due.days.items() for each in day_of}
    entered = Counter(key(each) for each in ledger.notices if each["decided_on"] >= first)
    told += [f"{sentence(k)}: {n} times in the ledger" for k, n in entered.items() if n > 1]
    told += [
        f"{expected[k][0]}: {sentence(k)}: not in the ledger" for k in expected if k not in entered
    ]
    for each in ledger.notices:
        k = key(each)
        if each["decided_on"] < first:
            continue
        if k not in expected:
            told.append(
                f"{each['decided_on']}: {sentence(k)}: in the ledger ({each['state']}), not due"
            )
        elif (each["state"], each["decided_on"]) != ("produced", expected[k][0].isoformat()):
            told.append(
                f"{expected[k][0]}: {sentence(k)}: {each['state']} on {each['decided_on']}"
            )
    shares = Counter(
        (share["digest_on"], share["user"], key(share))
        for share in ledger.shares
        if share["digest_on"] >= first
    )
    wanted = {(day, user, k) for (day, user), keys in due.shares().items() for k in keys}
    told += [f"{d}: {sentence(k)}: nothing for {u}" for d, u, k in wanted - set(shares)]
    told += [f"{d}: {sentence(k)}: too many for {u}" for d, u, k in set(shares) - wanted]
    told += [
        f"{share['digest_on']}: {sentence(key(share))}, {share['user']}: {share['state']}"
        for share in ledger.shares
        if share["digest_on"] >= first and share["state"] != "sent"
    ]
    return sorted(told)


def compare_mails(due, ledger, mails, site, others):
    """Sentences on mails that are missing, too many, double, or not about what was due.

    `others` says whether a mail is for somebody outside the register, and no digest.
    """
    told = [f"{id}: {n} mails with this Message-ID" for id, n in times(m.id for m in mails)]
    people = {address: user for user, address in ledger.addresses.items()}
    digests = defaultdict(list)
    for mail in mails:
        if not others(mail):
            digests[mail.day.isoformat(), people.get(mail.to, mail.to)].append(mail)
    wanted = due.shares()
    told += [f"{day}: {user} got no digest" for day, user in wanted if (day, user) not in digests]
    for (day, user), arrived in digests.items():
        if (day, user) not in wanted:
            told.append(f"{day}: {user} got a digest with nothing due: {arrived[0].subject}")
        elif len(arrived) > 1:
            told.append(f"{day}: {user} got {len(arrived)} digests")
        else:
            told += compare_items(arrived[0], wanted[day, user], site)
    ids = {
        (share["digest_on"], share["user"]): share["reason"]
        for share in ledger.shares
        if share["state"] == "sent"
    }
    for (day, user), arrived in digests.items():
        if (day, user) in ids and arrived[0].id.strip("<>") not in ids[day, user]:
            told.append(f"{day}: {user}: the ledger has another Message-ID than the mail")
    return sorted(told)


def compare_items(mail, keys, site):
    """A digest names the page of each notice in it once, and no other."""
    wanted = Counter(place(k) for k in keys)
    pages = "|".join({*PLACES.values(), "agreements"})
    found = Counter(re.findall(rf"{re.escape(site)}/((?:{pages})/\S+)", mail.text))
    return [
        f"{mail.day}: the digest to {mail.to} names {page} {found[page]} times, "
        f"not {wanted[page]}"
        for page in sorted(set(wanted) | set(found))
        if wanted[page] != found[page]
    ]


def place(key):
    """Where a digest sends its reader for a notice."""
    return f"{PLACES.get(key[0], 'agreements')}/{urllib.parse.quote(key[1], safe='')}"


def times(values):
    return [(value, n) for value, n in Counter(values).items() if n > 1]

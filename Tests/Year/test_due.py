"""The comparison of a rehearsal notices each way in which a run can differ from the rulebook."""

import copy
from collections import namedtuple
from datetime import date
from types import SimpleNamespace

import due
import pytest
from post import Mail

SITE = "https://avtalt.example"
DAY = date(2013, 3, 1)
NOTICE = {
    "rule": "meeting.upcoming",
    "subject": "NORD-2012-001/H1",
    "due_on": "2013-03-15",
    "stage": 1,
    "recipients": ["nord.1", "nord.2"],
}
World = namedtuple("World", "due ledger mails")


@pytest.fixture
def world():
    """One notice for two people, in the ledger and in a mail to each."""
    rulebook = due.Due(None, [])
    rulebook.days = {DAY: [copy.deepcopy(NOTICE)]}
    keys = {name: NOTICE[name] for name in ("rule", "subject", "due_on", "stage")}
    ledger = SimpleNamespace(
        notices=[{**keys, "state": "produced", "decided_on": DAY.isoformat()}],
        shares=[
            {
                **keys,
                "user": user,
                "digest_on": DAY.isoformat(),
                "state": "sent",
                "reason": f"{user}@avtalt.example",
            }
            for user in NOTICE["recipients"]
        ],
        addresses={user: f"{user}@nord.example" for user in NOTICE["recipients"]},
    )
    page = f"{SITE}/{due.place(due.key(NOTICE))}"
    mails = [
        Mail(DAY, ledger.addresses[user], f"<{user}@avtalt.example>", "Digest", f"See {page} now.")
        for user in NOTICE["recipients"]
    ]
    return World(rulebook, ledger, mails)


def told(world):
    return due.compare_ledger(world.due, world.ledger) + due.compare_mails(
        world.due, world.ledger, world.mails, SITE, lambda mail: False
    )


def test_what_is_as_the_rulebook_has_it_is_no_difference(world):
    assert told(world) == []


def missing_notice(world):
    world.ledger.notices.clear()


def doubled_notice(world):
    world.ledger.notices *= 2


def notice_that_is_not_due(world):
    world.ledger.notices.append({**world.ledger.notices[0], "stage": 2})


def suppressed_notice(world):
    world.ledger.notices[0]["state"] = "suppressed"


def notice_of_another_day(world):
    world.ledger.notices[0]["decided_on"] = "2013-03-04"


def missing_share(world):
    world.ledger.shares.pop()


def share_for_somebody_else(world):
    world.ledger.shares[0]["user"] = "nord.3"


def unsent_share(world):
    world.ledger.shares[0]["state"] = "planned"


def missing_mail(world):
    world.mails.pop()


def doubled_mail(world):
    world.mails.append(world.mails[0])


def second_digest(world):
    mail = world.mails[0]
    world.mails.append(Mail(mail.day, mail.to, "<another@avtalt.example>", "Digest", mail.text))


def mail_of_another_day(world):
    world.mails[0].day = date(2013, 3, 4)


def mail_to_somebody_else(world):
    world.mails[0].to = "nord.3@nord.example"


def mail_about_something_else(world):
    world.mails[0].text = f"See {SITE}/followups/F1 now."


def mail_without_its_notice(world):
    world.mails[0].text = "Nothing."


def mail_under_another_id(world):
    world.mails[0].id = "<another@avtalt.example>"


@pytest.mark.parametrize(
    "plant",
    [
        missing_notice,
        doubled_notice,
        notice_that_is_not_due,
        suppressed_notice,
        notice_of_another_day,
        missing_share,
        share_for_somebody_else,
        unsent_share,
        missing_mail,
        doubled_mail,
        second_digest,
        mail_of_another_day,
        mail_to_somebody_else,
        mail_about_something_else,
        mail_without_its_notice,
        mail_under_another_id,
    ],
    ids=lambda plant: plant.__name__,
)
def test_what_is_planted_is_told(world, plant):
    plant(world)

    assert told(world) != []

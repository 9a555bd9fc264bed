"""What stopped is started again, by keyboard, and what nobody needs is cancelled."""

import sqlite3
from contextlib import closing

import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", WIDE, False),
    ("nn", WIDE, True),
    ("en", NARROW, False),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")


def dead_task(office):
    """A task of the office's that has given up, as after a mail server that said no."""
    with closing(sqlite3.connect(f"{office.folder}/register.sqlite", timeout=30)) as register:
        key, identifier = register.execute("SELECT key, id FROM task ORDER BY key").fetchone()
        register.execute(
            "UPDATE task SET state = 'dead', last_error = 'SMTP 550', revision = revision + 1 "
            "WHERE key = ?", (key,))
        register.execute(
            "INSERT INTO task_event (task, revision, name, happened_at, attempt, reason) "
            "SELECT key, revision, 'dead', due_at, 1, 'SMTP 550' FROM task WHERE key = ?", (key,))
        register.commit()
    return identifier


@ways
@pytest.mark.parametrize("deed", ("retry", "cancel"))
def test_a_task_that_gave_up_is_steered_with_a_reason(at_work, way, deed):
    with at_work(*way) as desk:
        task = dead_task(desk.office)
        desk.sign_in("administrator")
        desk.keys.press("nav.menu a[href='/tasks']")
        desk.keys.press(f"main a[href='/tasks/{task}']")
        assert desk.reads("SMTP 550")

        form = f"form[action='/tasks/{task}/{deed}']"
        if desk.page.locator(f"details:not([open]) {form}").count():
            desk.keys.unfold(f"details:has({form}) > summary")
        desk.keys.fill(f"{form} input[name=reason]", "Adressa er retta")
        desk.submit()

        assert desk.path == f"/tasks/{task}"
        assert desk.was_told()
        assert desk.reads("Adressa er retta")


@ways
def test_one_kind_of_work_is_paused_and_goes_on(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("administrator")
        desk.keys.press("nav.menu a[href='/tasks']")
        desk.keys.choose("form[action='/tasks/pause'] select[name=scope]", "reminder")
        desk.keys.fill("form[action='/tasks/pause'] input[name=reason]", "Ny e-posttenar")
        desk.submit()
        assert desk.was_told() and desk.reads("Ny e-posttenar")

        desk.keys.press("form[action='/tasks/resume'] button")

        assert desk.was_told() and not desk.reads("Ny e-posttenar")

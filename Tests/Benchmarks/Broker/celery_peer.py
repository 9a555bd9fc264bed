"""Celery's part of the benchmark: no-op tasks with the durability that ours have.

Persistent messages with confirms on a quorum queue, acknowledged when the task has ended. Results
are not kept at all, which ours are: that is in Celery's favour.

    python -m celery -A celery_peer worker --pool solo …   works
    python celery_peer.py TASKS                            publishes, waits, prints tasks/s
"""

import os
import sys
import time

from celery import Celery

app = Celery("celery_peer", broker=os.environ["CELERY_PEER_BROKER"])
app.conf.update(
    broker_transport_options={"confirm_publish": True},
    task_acks_late=True,
    task_default_queue="celery-peer",
    task_default_queue_type="quorum",
    task_ignore_result=True,
    worker_prefetch_multiplier=100,
    worker_detect_quorum_queues=True,
)
DONE = os.environ["CELERY_PEER_DONE"]


@app.task
def nothing(payload):
    pass


@app.task
def note(name):
    open(os.path.join(DONE, name), "w").close()


def wait(name, seconds):
    end = time.monotonic() + seconds
    while not os.path.exists(os.path.join(DONE, name)):
        if time.monotonic() > end:
            sys.exit(f"celery_peer: «{name}» was not done within {seconds} s.")
        time.sleep(0.002)


def main():
    count = int(sys.argv[1])
    note.delay("ready")
    wait("ready", 60)
    payload = "x" * 700
    start = time.monotonic()
    for _ in range(count):
        nothing.delay(payload)
    note.delay("end")
    wait("end", 120)
    print(f"{count / (time.monotonic() - start):.0f}")


if __name__ == "__main__":
    main()

"""The list of agreements in Flask with Jinja2."""

import sqlite3
import threading

from flask import Flask, render_template

import listing

app = Flask(__name__, template_folder=listing.FOLDER)
local = threading.local()


def connection():
    if not hasattr(local, "connection"):
        local.connection = sqlite3.connect(f"file:{listing.REGISTER}?mode=ro", uri=True)
    return local.connection


@app.get("/agreements")
def agreements():
    open_connection = connection()
    total = open_connection.execute(listing.COUNT).fetchone()[0]
    rows = open_connection.execute(listing.LIST, listing.PARAMETERS).fetchall()
    return render_template("list.html", total=total, lines=[listing.line(row) for row in rows])

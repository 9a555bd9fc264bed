"""A mail server on the loopback, aiosmtpd, which tells on standard output what it takes.

A recipient's name says how it is treated: gone… is refused with 550, grey… is put off with 451 the
first time, slow… waits for --delay seconds, full… is taken and its message refused with 552.
One JSON object a line: {"port": …} first, then {"session": …, "to": …, "id": …, "tls": …,
"user": …} for each message, {"refused": …} for each recipient that is not taken.
"""

import argparse
import asyncio
import email
import email.policy
import itertools
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def say(**facts):
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class Handler:
    def __init__(self, options):
        self.options = options
        self.seen = set()
        self.sessions = itertools.count(1)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        if not hasattr(session, "number"):
            session.number = next(self.sessions)
            session.taken = 0
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.options.limit and session.taken >= self.options.limit:
            asyncio.get_running_loop().call_later(0.01, server.transport.close)
            return "421 enough for one connection"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            say(refused=address)
            return "550 5.1.1 no such user"
        if address.startswith("grey") and address not in self.seen:
            self.seen.add(address)
            say(refused=address)
            return "451 4.7.1 come back later"
        if address.startswith("slow"):
            await asyncio.sleep(self.options.delay)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("full"):
            say(refused=envelope.rcpt_tos[0])
            return "552 5.2.2 mailbox full"
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        session.taken += 1
        say(
            session=session.number,
            to=envelope.rcpt_tos[0],
            id=message["Message-ID"],
            subject=message["Subject"],
            text=message.get_body(("plain",)).get_content(),
            tls=session.ssl is not None or self.options.implicit,
            user=session.auth_data if session.authenticated else None,
        )
        return "250 taken"


def authenticator(options):
    def authenticate(server, session, envelope, mechanism, data):
        right = isinstance(data, LoginPassword) and [
            data.login.decode(),
            data.password.decode(),
        ] == options.login.split(":", 1)
        return AuthResult(success=right, handled=False, auth_data=right and data.login.decode())

    return authenticate


async def main(options):
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    handler = Handler(options)
    login = {"authenticator": authenticator(options), "auth_required": True} if options.login else {}

    def session():
        return SMTP(
            handler,
            hostname="localhost",
            tls_context=None if options.implicit else context,
            require_starttls=bool(context) and not options.implicit,
            auth_require_tls=bool(context) and not options.implicit,
            **login,
        )

    server = await asyncio.get_running_loop().create_server(
        session, "127.0.0.1", options.port, ssl=context if options.implicit else None
    )
    say(port=server.sockets[0].getsockname()[1])
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--implicit", action="store_true")
    parser.add_argument("--login", help="name:password")
    parser.add_argument("--limit", type=int, default=0, help="messages on one connection")
    parser.add_argument("--delay", type=float, default=2.0)
    asyncio.run(main(parser.parse_args()))

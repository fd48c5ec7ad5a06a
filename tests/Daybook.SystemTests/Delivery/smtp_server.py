"""A mail server on loopback (aiosmtpd). Writes down every mail it takes responsibility for, and pauses where it is told.

usage: smtp_server.py RECEIVED [CERTIFICATE KEY [tls]]
Offers STARTTLS with a certificate; with "tls" it speaks nothing but TLS. Keeps whole mails where there is a folder RECEIVED.mails.
Says "port N", then "at STEP RECIPIENT" when it pauses; reads "pause STEP" and "go" from its input.
Mailboxes whose name begins with refuse, defer, drop or slow are treated so; drop and slow have the mail already.
"""
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP

received = open(sys.argv[1], "a", encoding="utf-8", buffering=1)
pause = None
gate = None


def say(text):
    print(text, flush=True)


async def reach(step, recipient):
    global pause
    if pause != step:
        return
    pause = None
    say(f"at {step} {recipient}")
    await gate.wait()


def note(recipient, content):
    message_id = next((line.split(b":", 1)[1].strip() for line in content.split(b"\n") if line.lower().startswith(b"message-id:")), b"")
    if os.path.isdir(sys.argv[1] + ".mails"):
        with open(os.path.join(sys.argv[1] + ".mails", recipient), "wb") as kept:
            kept.write(content)
    received.write(f"{recipient} {message_id.decode('ascii')}\n")


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        await reach("ehlo", "-")
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refuse"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("defer"):
            return "451 4.2.1 Try again later"
        envelope.rcpt_tos.append(address)
        await reach("rcpt", address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        recipient = envelope.rcpt_tos[0]
        await reach("data", recipient)
        note(recipient, envelope.content)
        if recipient.startswith("drop"):
            server.transport.abort()
        if recipient.startswith("slow"):
            await asyncio.sleep(120)
        await reach("answer", recipient)
        return "250 2.0.0 Taken"


async def main():
    global pause, gate
    gate = asyncio.Event()
    loop = asyncio.get_running_loop()
    context = None
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
    handler = Handler()
    whole = context if len(sys.argv) > 4 else None
    server = await loop.create_server(lambda: SMTP(handler, enable_SMTPUTF8=True, tls_context=None if whole else context, data_size_limit=50_000_000), "127.0.0.1", 0, ssl=whole)
    say(f"port {server.sockets[0].getsockname()[1]}")
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode().strip():
        if line == "go":
            gate.set()
        else:
            gate.clear()
            pause = line.split()[1]
            say(f"will {pause}")


asyncio.run(main())

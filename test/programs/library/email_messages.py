"""email: building messages, multipart, headers, encodings, parsing and policies."""
import email
import email.policy
import email.utils
from email import charset, encoders, generator, header, message_from_bytes, message_from_string
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO, StringIO

msg = EmailMessage()
msg["Subject"] = "Déjà vu: a subject long enough to have to be folded over more than one line of the header"
msg["From"] = Address("Ann Lee", "ann", "example.org")
msg["To"] = (Address("Bob", "bob", "example.org"), Address("Zoë", "zoe", "example.net"))
msg["Date"] = email.utils.format_datetime(__import__("datetime").datetime(2024, 5, 17, 12, 0, tzinfo=__import__("datetime").timezone.utc))
msg["Message-ID"] = "<1@example.org>"
msg.set_content("Hello,\n\nthis is the text with ünïcode.\n")
print(msg)
msg.add_alternative("<p>Hello</p>", subtype="html")
msg.add_attachment(b"\x00\x01binary" * 5, maintype="application", subtype="octet-stream", filename="data.bin")
msg.add_attachment("name,qty\nnut,1\n", subtype="csv", filename="tåble.csv")
msg.get_payload()[0].set_boundary("INNER")
msg.set_boundary("OUTER")
print(msg.as_string())
print([p.get_content_type() for p in msg.walk()], [a.get_filename() for a in msg.iter_attachments()], msg.get_body(("html", "plain")).get_content(), msg.is_multipart(), msg.get_boundary())
again = message_from_bytes(msg.as_bytes(), policy=email.policy.default)
print(again["subject"], again["to"].addresses[1].display_name, again["from"].addresses[0].addr_spec, again["date"].datetime, list(again.iter_attachments())[0].get_content()[:8], again.get_body().get_content())

RAW = """\
Return-Path: <sender@example.com>
Received: from a by b;
\tFri, 17 May 2024 12:00:00 +0000
Received: second
From: =?utf-8?q?J=C3=BCrgen?= <j@example.com>, "Quoted, Name" <q@example.com>
To: undisclosed-recipients:;
Subject: =?iso-8859-1?b?Y2Fm6Q==?= and =?utf-8?q?more_=E2=82=AC?=
Content-Type: multipart/mixed; boundary="frontier"
MIME-Version: 1.0
X-Empty:

preamble
--frontier
Content-Type: text/plain; charset="latin-1"
Content-Transfer-Encoding: quoted-printable

caf=E9 =
continued
--frontier
Content-Type: text/html
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''na%C3%AFve.html

PGI+Ym9sZDwvYj4=
--frontier--
epilogue
"""
old = message_from_string(RAW)
print(old.keys(), old.get_all("received"), old["missing"], len(old), "subject" in old, old.get_content_maintype(), old.get_params(), old.preamble, old.epilogue, old.get_unixfrom())
for part in old.walk():
    print(part.get_content_type(), part.get_content_charset(), part.get_filename(), part.get_content_disposition(), part.get_payload(decode=True))
print(header.decode_header(old["subject"]), str(header.make_header(header.decode_header(old["subject"]))), email.utils.parseaddr(old["from"]), email.utils.getaddresses(old.get_all("from")))
modern = message_from_string(RAW, policy=email.policy.default)
print(modern["subject"], modern["from"].addresses, modern["to"].groups, [p.get_content() for p in modern.iter_parts()], modern.defects, modern["content-type"].params)
old.replace_header("Subject", "new")
del old["received"]
old.add_header("X-Disposition", "attachment", filename="a b.txt", other=None)
old.set_param("charset", "utf-8", header="X-Kind") if "X-Kind" in old else old.set_param("extra", "1")
print(old["x-disposition"], old["content-type"], old.items()[:2])
multi = MIMEMultipart("related", boundary="B", _subparts=[MIMEText("plain"), MIMEText("<i>ünï</i>", "html", "utf-8"), MIMEApplication(b"app", "pdf", Name="x.pdf")])
base = MIMEBase("image", "gif")
base.set_payload(b"GIF89a")
encoders.encode_base64(base)
multi.attach(base)
multi["Subject"] = header.Header("Grüße", "utf-8", maxlinelen=30)
print(multi.as_string(unixfrom=False))
out = BytesIO()
generator.BytesGenerator(out, policy=email.policy.SMTP).flatten(multi.get_payload()[0])
print(out.getvalue())
out = StringIO()
generator.DecodedGenerator(out).flatten(multi)
print(out.getvalue())
inner = EmailMessage()
inner["Subject"] = "inner"
inner.set_content("forwarded")
outer = EmailMessage(policy=email.policy.SMTPUTF8)
outer["Subject"] = "outer ✓"
outer.set_content(inner)
print(outer.as_bytes())
for bad in ["Content-Type: multipart/mixed\n\nno boundary", "Subject: x\nbroken header line\n\nbody", "Content-Type: multipart/mixed; boundary=B\n\n--B\n\npart", "Content-Transfer-Encoding: base64\n\nnot base64!", "From: a@\nTo: <<>>\nDate: never\n\n"]:
    m = message_from_string(bad, policy=email.policy.default)
    print([type(d).__name__ for d in m.defects], m.get_payload() if not m.is_multipart() else len(m.get_payload()), [(k, str(v), [type(d).__name__ for d in v.defects]) for k, v in m.items()])
for wrong in [lambda: msg.__setitem__("Subject", "twice"), lambda: EmailMessage().__setitem__("Subject", "a\nb"), lambda: Address("x", "a b", domain=""), lambda: Address(addr_spec="not an address"), lambda: MIMEText("x").attach(1), lambda: EmailMessage().set_content(b"bytes"), lambda: old.replace_header("None", 1), lambda: EmailMessage().get_content(), lambda: email.utils.parsedate_to_datetime("x")]:
    try:
        print("fine", wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(email.utils.parsedate_tz("Fri, 17 May 2024 12:00:00 -0130"), email.utils.parsedate_to_datetime("17 May 2024 12:00 +0200"), email.utils.formatdate(0, usegmt=True), email.utils.formataddr(("Jürgen", "j@x")), email.utils.quote('a"b'), email.utils.encode_rfc2231("é", "utf-8"), email.utils.collapse_rfc2231_value("plain"), Group("team", (Address("A", "a", "x"),)), charset.Charset("latin-1").get_body_encoding())

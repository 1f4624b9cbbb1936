"""gettext, fileinput, mailbox, plain locale functions and quopri-like helpers on files."""
import fileinput
import gettext
import io
import locale
import mailbox
import os
import struct
import tempfile
from contextlib import redirect_stdout
from email.message import EmailMessage


def compile_mo(messages):
    """A .mo file, as msgfmt makes it."""
    keys = sorted(messages)
    ids, texts, offsets = b"", b"", []
    for key in keys:
        raw, translated = key.encode(), messages[key].encode()
        offsets.append((len(raw), len(ids), len(translated), len(texts)))
        ids += raw + b"\0"
        texts += translated + b"\0"
    start = 7 * 4 + 16 * len(keys)
    first, second = b"", b""
    for id_length, id_offset, text_length, text_offset in offsets:
        first += struct.pack("<II", id_length, id_offset + start)
        second += struct.pack("<II", text_length, text_offset + start + len(ids))
    return struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0) + first + second + ids + texts


CATALOG = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\nLanguage: de\n",
    "Hello": "Grüß Gott",
    "%d file\0%d files": "%d Datei\0%d Dateien",
    "menu\x04Open": "Öffnen",
    "menu\x04%d tab\0%d tabs": "%d Reiter\0%d Reiter (viele)",
}
with tempfile.TemporaryDirectory() as folder:
    target = os.path.join(folder, "de", "LC_MESSAGES")
    os.makedirs(target)
    with open(os.path.join(target, "app.mo"), "wb") as f:
        f.write(compile_mo(CATALOG))
    t = gettext.translation("app", folder, ["de_AT", "de"])
    _ = t.gettext
    print(_("Hello"), _("Missing"), [t.ngettext("%d file", "%d files", n) % n for n in (0, 1, 2)], t.pgettext("menu", "Open"), t.npgettext("menu", "%d tab", "%d tabs", 3) % 3, t.pgettext("other", "Open"), t.info()["language"], t.charset())
    fallback = gettext.NullTranslations()
    t.add_fallback(fallback)
    print(t.gettext("Missing"), fallback.ngettext("a", "b", 2), gettext.find("app", folder, ["de"]) is not None, gettext.find("app", folder, ["fr"]), gettext.translation("app", folder, ["fr"], fallback=True).gettext("Hello"))
    try:
        gettext.translation("app", folder, ["fr"])
    except FileNotFoundError as error:
        print(error.strerror, error.filename)
    gettext.bindtextdomain("app", folder)
    print(gettext.dgettext("nothing", "Hello"), gettext.textdomain("app"), gettext.c2py("n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2")(21))
    try:
        gettext.c2py("n +")
    except ValueError as error:
        print(error)
    try:
        gettext.GNUTranslations(io.BytesIO(b"bad magic number"))
    except OSError as error:
        print(error.strerror)

    names = []
    for name, text in (("one.txt", "a\nb\n"), ("two.txt", "c\nd\ne\n"), ("empty.txt", "")):
        names.append(os.path.join(folder, name))
        with open(names[-1], "w") as f:
            f.write(text)
    with fileinput.input(names) as lines:
        for line in lines:
            print(os.path.basename(lines.filename()), lines.lineno(), lines.filelineno(), lines.isfirstline(), line.strip())
            if line == "c\n":
                lines.nextfile()
    with fileinput.input(names[:1], inplace=True, backup=".bak") as lines:
        for line in lines:
            print(line.upper(), end="")
    with open(names[0]) as f, open(names[0] + ".bak") as g:
        print(f.read(), g.read())
    try:
        fileinput.filename()
    except RuntimeError as error:
        print(error)

    box = mailbox.mbox(os.path.join(folder, "mail.mbox"))
    for number in range(3):
        m = EmailMessage()
        m["Subject"], m["From"] = f"message {number}", "a@example.org"
        m.set_content(f"From the body {number}\n")
        message = mailbox.mboxMessage(m)
        message.set_from("a@example.org", (2024, 5, 17, 12, number, 0, 4, 138, 0))
        message.add_flag("R" if number else "")
        box.add(message)
    box.flush()
    print(len(box), [m["subject"] for m in box], box[1].get_flags(), box[0].get_from(), box.keys())
    box.remove(1)
    box.flush()
    with open(box._path) as f:
        print(f.read())
    box.close()
    maildir = mailbox.Maildir(os.path.join(folder, "maildir"), create=True)
    key = maildir.add("Subject: plain\n\ntext\n")
    message = maildir[key]
    message.set_subdir("cur")
    message.add_flag("SF")
    maildir[key] = message
    sub = maildir.add_folder("archive")
    sub.add(message)
    print(len(maildir), maildir[key]["subject"], maildir[key].get_flags(), maildir[key].get_subdir(), maildir.list_folders(), len(maildir.get_folder("archive")), mailbox.mboxMessage(maildir[key]).get_flags())
    for wrong in [lambda: maildir["none"], lambda: maildir.get_folder("none"), lambda: maildir.remove_folder("archive"), lambda: mailbox.mbox(os.path.join(folder, "no.mbox"), create=False), lambda: maildir.add(5)]:
        try:
            print("fine", wrong())
        except (KeyError, mailbox.Error, TypeError) as error:
            print(type(error).__name__, str(error).replace(folder, "DIR"))
print(locale.setlocale(locale.LC_ALL, "C"), locale.localeconv()["decimal_point"], locale.str(1.5), locale.atof("1,234.5".replace(",", "")), locale.format_string("%d|%.2f|%s", (1234567, 3.14159, "x"), grouping=True), locale.normalize("de_DE"), locale.strcoll("a", "b") < 0, sorted("bAa", key=locale.strxfrm), locale.delocalize("1.5"))
out = io.StringIO()
with redirect_stdout(out):
    print("done")
print(out.getvalue(), end="")

"""Compiling of regular expressions, nothing cached: tokenizers, dates, addresses, nested groups, classes, look-around, flags."""

import re

WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon".split()

PATTERNS = [
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d(?:\.\d{1,6})?))?)?", 0),
    (r"^\s*(?:(?P<user>[^@\s:]+)(?::(?P<password>[^@\s]*))?@)?(?P<host>[\w.-]+|\[[0-9a-f:]+\])(?::(?P<port>\d+))?\s*$", re.IGNORECASE),
    (r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)", re.ASCII),
    (r"(?<![\w.])[-+]?(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(?![\w.])", 0),
    (r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\"\"\"(?:[^\\]|\\.)*?\"\"\"", re.DOTALL),
    (r"""
        (?P<comment>\#[^\n]*) |
        (?P<name>[^\W\d]\w*) |
        (?P<operator>\*\*=?|//=?|>>=?|<<=?|!=|->|[-+*/%&@|^=<>:]=?|[~\[\](){},;.]) |
        (?P<space>[ \t\f]+) | (?P<newline>\r?\n)
     """, re.VERBOSE),
    (r"<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\s+[a-z-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*/?>(?:(?P<text>[^<]*)</(?P=tag)>)?", re.IGNORECASE),
    (r"(?m)^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*\s)[\x21-\x7e]{8,64}$", 0),
    (r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", re.IGNORECASE),
    (r"((a|b)*c+?){2,5}(?:d??|e{3}|f{2,}?)[g-jl-oq\d\s]*+(?>x|xy|xyz)(?(2)y|z)", 0),
    ("|".join(map(re.escape, WORDS)), re.IGNORECASE),
    (r"\b(?:" + "|".join(f"{word[:2]}(?:{word[2:]})?" for word in WORDS) + r")\b", 0),
]

SUBJECT = "on 2024-02-29T23:59:59.5 lambda@[::1]:80 saw <b>0x1F</b> at 10.0.0.1 and 'said' nothing # abxxz"


def main(size=120):
    found = []
    for _ in range(size):
        re.purge()
        compiled = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
        found.append([pattern.groups + len(pattern.groupindex) + len(pattern.findall(SUBJECT)) for pattern in compiled])
    assert all(counts == found[0] for counts in found)
    return found[0]


if __name__ == "__main__":
    print("regex compilation:", *main())

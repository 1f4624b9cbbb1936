"""Regular expressions over log lines: named groups, alternatives, look-ahead, substitution with a function, splitting."""

import re

LINE = re.compile(
    r"(?P<time>\d{2}:\d{2}:\d{2}\.\d{3}) \[(?P<level>DEBUG|INFO|WARNING|ERROR)\] "
    r"(?P<logger>[\w.]+): (?P<message>.*?)(?: \((?P<duration>\d+(?:\.\d+)?) ?ms\))?$"
)
PAIR = re.compile(r"(\w+)=(\"[^\"]*\"|\S+)")
NUMBER = re.compile(r"\b\d+\b")
ADDRESS = re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b")
STRONG = re.compile(r"^(?=.*\d)(?=.*[a-z])\w{6,}$")
WORDS = re.compile(r"[\s,;:.()\[\]=\"]+")

MESSAGES = [
    'request id={0} path="/items/{1}" from 10.0.{2}.{3} (12.5 ms)',
    "cache miss, key=user{1} size={0} (3 ms)",
    "retry {2} of 5; connection to 192.168.{2}.{3} lost",
    'login user="ann{1}" token=abc{0}xyz ok=True',
    "garbage collected: {0} objects; {1} left (0.75 ms)",
]
LEVELS = ["INFO", "DEBUG", "WARNING", "INFO", "ERROR"]


def log(count):
    for n in range(count):
        message = MESSAGES[n % 5].format(n * 7919 % 10007, n % 89, n % 5, n * 31 % 256)
        yield f"{n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}.{n % 1000:03} [{LEVELS[n * 3 % 5]}] app.part{n % 3}: {message}"


def analyse(lines):
    levels, total, pairs, strong, vocabulary = {}, 0.0, {}, 0, {}
    masked = 0
    for line in lines:
        match = LINE.match(line)
        level, message = match["level"], match["message"]
        levels[level] = levels.get(level, 0) + 1
        if match["duration"]:
            total += float(match["duration"])
        for key, value in PAIR.findall(message):
            pairs[key] = pairs.get(key, 0) + len(value.strip('"'))
            if STRONG.match(value):
                strong += 1
        hidden = NUMBER.sub(lambda found: "#" * len(found[0]), ADDRESS.sub("<address>", message))
        masked += hidden.count("#") + hidden.count("<address>")
        for word in WORDS.split(message):
            vocabulary[word] = vocabulary.get(word, 0) + 1
    frequent = sorted(vocabulary.items(), key=lambda item: (-item[1], item[0]))[:3]
    return sorted(levels.items()), round(total, 2), sorted(pairs.items()), strong, masked, frequent


def main(count=20_000):
    return analyse(log(count))


if __name__ == "__main__":
    print("log_analysis:", *main())

"""Strings."""


def indexed(text, n):
    count = 0
    for i in range(n):
        if text[i] == 'a':  #: guards 2
            count += 1
    return count


def iterated(text):
    count = 0
    for char in text:  #: guards 1
        if char == ' ':  #: guards 0
            count += 1
    return count


def built(n):
    text = ''
    for i in range(n):
        text += 'x'  #: guards 1
    return text


def replaced(texts):
    last = ''
    for text in texts:
        last = text.replace('a', 'b')  #: guards 1, has runLinearBody(_
    return last


def formatted(n):
    parts = []
    for i in range(n):
        parts.append(f'{i}-{n}')  #: guards 2
    return ''.join(parts)  #: guards 0, call


def coded(text):
    total = 0
    for char in text:
        total += ord(char)  #: guards 2
    return total


def decoded(n):
    text = ''
    for i in range(n):
        text += chr(97 + i)  #: guards 2
    return text


def compared(a, b, n):
    count = 0
    for i in range(n):
        if a < b:  #: guards 2
            count += 1
        if a in b:  #: guards 1
            count += 1
    return count


def sliced(text):
    return text[1:3]  #: guards 1


def methods(text):
    if text.startswith('a'):  #: guards 1, call
        return text.upper()  #: guards 0, call
    return text.strip()


def measured(text, n):
    total = 0
    for i in range(n):
        total += len(text)  #: guards 2
    return total


def turned(n):
    total = 0
    for i in range(n):
        total += len(str(i))  #: guards 1
    return total


def by_percent(n):
    return '%d:%s' % (n, 'a')  #: guards 1, lookup, has tamedFormatItems(


def classified(text):
    count = 0
    for char in text:
        if char.isdigit() or char.isalpha():  #: guards 0, call
            count += 1
    return count


for _ in range(200):
    indexed('abcabcabca', 10)
    iterated('a b c d')
    built(10)
    formatted(5)
    replaced(["abc"] * 10)
    coded('abcdef')
    decoded(10)
    compared('abc', 'abd', 10)
    sliced('abcdef')
    methods('abc')
    measured('abc', 10)
    turned(10)
    by_percent(5)
    classified('abc 123')

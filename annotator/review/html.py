"""Words as HTML that does nothing: escaped, isolated, without signs that steer the order of what is written."""

from __future__ import annotations

from html import escape

# What would turn the order of words outside of its place, or could not stand in a page at all; line ends and tabs may.
_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"}
_CONTROLS |= dict.fromkeys([*range(0x7F, 0xA0), *range(0xD800, 0xE000)], "\ufffd")
_STEERING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_INERT = {**_CONTROLS, **_STEERING}


def inert(words: str) -> str:
    """Foreign words as text of a page: no mark-up, no embedding, override or isolate that is not ours."""
    return escape(words.translate(_INERT), quote=True)


def isolated(words: str) -> str:
    """Foreign words inside a sentence, which neither reorders the other."""
    return f"<bdi>{inert(words)}</bdi>"


def element(name: str, *inside: str, kind: str = "", **more: str) -> str:
    """An element around what is HTML already; `kind` is its class, `more` its other attributes."""
    attributes = {"class": kind, **more}
    told = "".join(f' {key}="{inert(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{told}>{''.join(inside)}</{name}>"


def document(title: str, body: str, *, language: str, style: str) -> str:
    """A whole page that loads nothing and runs nothing, whatever stands in it."""
    side = "rtl" if language == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{side}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{inert(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )

"""The hand-written cases: one module for each part of the language.

    case(feature, template, context, templates=..., **options)    one case
    each(feature, r'''...''', context, templates=..., **options)  one case a line; expressions side by side on a line are a case each
"""
import hashlib
import json
import re

CASES = []
_IDS = set()


def case(feature, template, context=None, templates=None, **options):
    """Adds one case. The same case twice is refused."""
    entry = build(feature, template, context, templates, options)
    if entry["id"] in _IDS:
        raise ValueError(f"the same case twice: {entry}")
    _IDS.add(entry["id"])
    CASES.append(entry)


def each(feature, lines, context=None, templates=None, **options):
    """Adds one case for each line, or for each expression of a line that holds only expressions."""
    for line in lines.split("\n"):
        parts = [line] if "{%" in line else re.split(r"(?<=\}\})\|? (?=\{\{)|(?<=\}\}\]) (?=\[\{\{)", line)
        for part in parts:
            if part.strip() and not (len(parts) > 1 and is_known(feature, part, context, templates, options)):
                case(feature, part, context, templates, **options)


def is_known(feature, template, context, templates, options):
    return build(feature, template, context, templates, options)["id"] in _IDS


def is_named(name, source):
    return re.search(rf"\b{name}\b", source) is not None if name.isascii() else name in source


def build(feature, template, context, templates, options):
    """A case as the corpus holds it: with the variables that are named in it, and an id that does not move when others are added."""
    entry = {"feature": feature, "template": template}
    if templates:
        entry["templates"] = templates
    sources = " ".join([template, *(templates or {}).values()])
    used = {name: value for name, value in (context or {}).items() if is_named(name, sources)}
    if used:
        entry["context"] = used
    if options:
        entry["options"] = options
    rendered = json.dumps(entry, sort_keys=True, ensure_ascii=False)
    return {"id": f"{feature}-{hashlib.sha1(rendered.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}", **entry}

"""The data that generated templates see, and the words their grammar is made of."""
from cases import is_named

CONTEXT = {
    "i": 7, "neg": -3, "zero": 0, "big": 12345678901234567890, "f": 2.5, "small": 0.001, "half": 0.5, "t": True, "no": False, "nothing": None,
    "s": "Hello World", "empty": "", "html": "<b>A & \"B\"</b>", "text": "one two\nthree  four-five\n", "uni": "naïve 😀 ß", "num": "42", "word": "garak",
    "xs": [3, 1, 2], "ws": ["banana", "Apple", "cherry"], "mix": [1, "a", None, 2.5], "nil": [], "deep": [[1, 2], [3], []],
    "d": {"a": 1, "b": "two", "c": [1, 2]}, "nest": {"x": {"y": {"z": 5}}, "list": [{"k": 1}, {"k": 2}]},
    "rows": [{"id": 1, "name": "alpha", "hits": 3, "rate": 0.25, "tags": ["x", "y"]}, {"id": 2, "name": "Beta", "hits": 0, "rate": 1.0, "tags": []}, {"id": 3, "name": "gamma", "hits": 12, "rate": 0.5, "tags": ["y"]}],
}

INTEGERS = ["i", "neg", "zero", "0", "1", "2", "3", "-1", "10", "255", "big", "xs|length", "d.a", "nest.x.y.z", "rows[0].hits", "true", "xs[0]", "xs|sum", "'42'|int"]
FLOATS = ["f", "small", "half", "1.5", "0.1", "-2.75", "1e3", "1e-5", "100.0", "rows[1].rate", "3.14159", "1e16", "2.5e-7", "'1.25'|float"]
STRINGS = ["s", "empty", "html", "text", "uni", "num", "word", "'a'", "''", "'x y'", "'<i>'", "\"it's\"", "'%s-%s'", "'{} {}'", "'ä😀'", "ws[1]", "rows[0].name", "d.b", "'a,b,c'", "'0'", "'\\n'", "s|upper", "html|e", "html|safe"]
LISTS = ["xs", "ws", "mix", "nil", "deep", "rows", "[1, 2, 3]", "['a', 'b']", "[]", "(1, 2)", "()", "range(4)", "d.c", "rows[0].tags", "s.split()", "d.keys()|list", "d.items()|list", "[none, true]", "xs|sort", "ws|map('upper')|list", "rows|map(attribute='name')|list", "deep[0]", "[[2, 'b'], [1, 'a']]"]
DICTS = ["d", "nest", "nest.x", "rows[0]", "{}", "{'a': 1}", "{'k': [1, 2], 2: 'two'}", "dict(a=1, b=2)", "{'z': 1, 'a': 2}"]
OTHERS = ["nothing", "t", "no", "none", "missing", "d.missing", "nest.x.q", "xs[9]", "true", "false"]
BINARY = ["+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", ">", "<=", ">=", "in", "not in", "and", "or"]
TESTS = ["defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "mapping", "sequence", "iterable", "callable", "lower", "upper", "odd", "even", "true", "false", "escaped",
         "divisibleby(2)", "divisibleby 3", "eq(1)", "ne 'a'", "gt(2)", "lt 3", "ge(0)", "le 2.5", "sameas none", "in([1, 'a', none])", "equalto 'a'"]
FILTERS = ["abs", "attr('real')", "batch(2)|list", "batch(2, 'x')|list", "capitalize", "center(9)", "count", "d('dflt')", "default('x', true)", "dictsort", "dictsort(by='value')", "dictsort(true, reverse=true)", "e", "escape", "filesizeformat", "filesizeformat(true)", "first", "float", "float(1.5)", "forceescape",
           "format(1, 'b')", "format('q')", "groupby(0)", "groupby('k')", "groupby('hits')|length", "indent", "indent(2, true)", "indent('> ', blank=true)", "int", "int(9)", "int(base=16)", "items|list", "join", "join(', ')", "join('-', attribute='name')", "last", "length", "list", "lower", "map('upper')|list",
           "map(attribute='name')|list", "map(attribute='k', default=0)|list", "map('string')|join('+')", "map('int')|list", "map('first')|list", "max", "max(attribute='hits')", "min", "min(case_sensitive=true)", "pprint", "reject|list", "reject('string')|list", "rejectattr('tags')|list", "replace('a', 'b')", "replace('o', '0', 1)",
           "replace(1, 2)", "reverse", "reverse|list", "round", "round(1)", "round(-1)", "round(1, 'ceil')", "round(2, 'floor')", "safe", "select|list", "select('number')|list", "select('gt', 1)|list", "selectattr('hits')|list|length", "selectattr('name', 'ne', 'alpha')|list|length", "slice(2)|list", "slice(3, 0)|list",
           "sort", "sort(reverse=true)", "sort(case_sensitive=true)", "sort(attribute='name')", "sort(attribute='hits,id', reverse=true)", "string", "striptags", "sum", "sum(start=10)", "sum(attribute='hits')", "title", "tojson", "tojson(2)", "trim", "trim('a')", "truncate(5)", "truncate(6, true, '', 0)", "truncate(8, leeway=0)", "unique|list",
           "unique(true)|list", "unique(attribute='hits')|list|length", "upper", "urlencode", "urlize", "urlize(8, true)", "wordcount", "wordwrap(6)", "wordwrap(4, false, '|')", "xmlattr", "random is defined", "string|length", "list|first", "list|last", "join|upper", "tojson|e", "default([])|list", "string|list|unique|sort|join"]
METHODS = ["upper()", "lower()", "title()", "capitalize()", "strip()", "split()", "split(',')", "replace('a', 'b')", "startswith('H')", "endswith('d')", "find('o')", "count('o')", "join(['x', 'y'])", "center(9, '*')", "ljust(7)", "rjust(7)", "zfill(6)", "splitlines()", "partition(' ')", "isdigit()", "isalpha()", "format(1, 2)",
           "keys()|list", "values()|list", "items()|list", "get('a')", "get('q', 'dflt')", "index(1)", "copy()", "swapcase()", "rsplit(' ', 1)", "lstrip('H')", "removeprefix('He')", "expandtabs(4)", "istitle()", "rfind('l')", "islower()", "isspace()", "casefold()", "rpartition(' ')", "removesuffix('d')", "bit_length()", "is_integer()", "pop()", "append(1)"]
FORMATS = ["%s", "%d", "%5d|", "%-6s|", "%05.1f", "%.2f", "%x", "%r", "%+d", "%e", "%g", "%c", "%%%s", "%(a)s", "%.3s", "%o", "%#x", "% d", "%i", "%a", "%8.3e", "%G"]
SPECS = ["", ":5", ":<6", ":>6", ":^7", ":*^9", ":05", ":+", ":,", ":.2f", ":8.3f", ":e", ":g", ":%", ":.1%", ":x", ":#x", ":b", ":o", ":c", ":d", ":s", "!r", "!s:>8", ":_", ":.3", ":,.2f", ":n", ":+.1e", ":=+8", ":#o", ":010,", ":.0f", ":G", ":<8.2f", ":^10.1%"]
KINDS = ["integer", "float", "string", "list", "dict", "other"]

PARTS = {"part": "[part {{ x }}{{ i }}]\n", "base": "<{% block a %}base {{ s }}{% endblock %}>\n{% block b %}\n{% endblock %}", "lib": "{% macro join(v) %}{{ v|string }}:{{ v is string }}{% endmacro %}"}


def data_case(template, options):
    """A case with the data and the other templates that it names."""
    templates = {name: source for name, source in PARTS.items() if name in template}
    context = {name: value for name, value in CONTEXT.items() if is_named(name, " ".join([template, *templates.values()]))}
    return {"template": template, "templates": templates, "context": context, "options": options}

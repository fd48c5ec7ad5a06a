"""Escaping: the filters for HTML, and autoescape with everything it touches."""
from . import case, each

H = {"x": "<b>&\"'</b>", "l": ["<a>", "b&c"], "d": {"k<": "v>", "safe": "ok"}, "n": 5, "none": None, "safe_text": "plain"}

each("filter-escape", r'''
{{ x|e }} {{ x|escape }} {{ x|e|e }} {{ x|escape|e|length }} {{ n|e }} {{ none|e }} {{ l|e }} {{ '<'|e is escaped }} {{ '<' is escaped }} {{ x|e|upper }} {{ x|upper|e }} {{ ('<'|e) ~ '<' }} {{ ('<'|e) + '<' }} {{ '<' + ('<'|e) }} {{ ('<'|e) * 2 }} {{ ('<'|e) == '&lt;' }} {{ ('a'|e) == 'a' }} {{ [('<'|e)] }} {{ x|forceescape }} {{ x|e|forceescape }} {{ x|safe|forceescape }} {{ x|safe }} {{ x|safe|e }} {{ x|safe is escaped }} {{ n|safe }} {{ none|safe }} {{ x|safe|length }} {{ x|safe|upper|e }} {{ (x|safe)[0] }} {{ (x|safe)[0]|e }} {{ x|e|safe }} {{ x|safe|string|e }} {{ '\'"&<>'|e }} {{ '&amp;'|e }} {{ '+-=`'|e }} {{ 'é😀'|e }} {{ missing|e }}| {{ missing|forceescape }}| {{ missing|safe }}| {{ x|e|replace('&', 'X') }} {{ x|e|striptags }} {{ x|safe|trim|e }} {{ (x|safe).upper()|e }} {{ (x|safe).split('b')|e }} {{ (x|safe)|list|first|e }} {{ {'a': x}|e }} {{ true|e }} {{ 1.0|e }}
''', H)
each("filter-striptags", r'''
{{ x|striptags }} {{ '<p>a  b\n\tc</p>  <br/>d'|striptags }} {{ 'a < b > c'|striptags }} {{ '<!-- comment <b> -->x'|striptags }} {{ '&lt;b&gt; &amp; &quot; &#39; &eacute; &#233; &#x41; &nbsp;|'|striptags }} {{ '<script>alert(1)</script>x'|striptags }} {{ '<a href="x>y">z</a>'|striptags }} {{ '<unclosed'|striptags }} {{ 'no tags'|striptags }} {{ ''|striptags }}| {{ n|striptags }} {{ '  lead and trail  '|striptags }} {{ '<b></b>'|striptags }}| {{ x|safe|striptags }} {{ x|e|striptags }} {{ '<!-->x'|striptags }} {{ '<!--a--><b>-->c'|striptags }} {{ '&notanentity; &amp;lt;'|striptags }} {{ '<<b>>'|striptags }} {{ '&copy;&hellip;&euro;&notit;'|striptags }} {{ '&#128512;'|striptags }} {{ '<b\n>x</b\n>'|striptags }} {{ '<p>one</p><p>two</p>'|striptags }} {{ l|striptags }} {{ none|striptags }} {{ '&lt'|striptags }} {{ '&#xD800;&#0;&#x110000;'|striptags }}
''', H)
each("filter-xmlattr", r'''
<i{{ {'a': 1, 'b': 'x<"y', 'c': none, 'd': missing}|xmlattr }}>
<i{{ {'a': 1}|xmlattr(false) }}> <i{{ {'a': 1}|xmlattr(autospace=false) }}> <i{{ {}|xmlattr }}> <i{{ {'a': none}|xmlattr }}> <i{{ {'class': 'a b', 'id': 'i-' ~ n}|xmlattr }}> <i{{ {'data-x': true, 'y': ''}|xmlattr }}>
<i{{ {'a"b': 'c'}|xmlattr }}> <i{{ {'é': 'ü'}|xmlattr }}>
<i{{ {'a b': 1}|xmlattr }}>
<i{{ {'a/b': 1}|xmlattr }}>
<i{{ {'a>b': 1}|xmlattr }}>
<i{{ {'a=b': 1}|xmlattr }}>
<i{{ {'a\tb': 1}|xmlattr }}>
<i{{ {1: 1}|xmlattr }}>
<i{{ [1]|xmlattr }}>
<i{{ {'a': l, 'b': 1.5, 'c': ('<'|safe)}|xmlattr }}>
<i{{ {'a\u00a0b': 1}|xmlattr }}>
<i{{ {'a b': none}|xmlattr }}>
''', H)
each("filter-xmlattr", r'''
<i{{ {'a': 1, 'b': 'x<"y', 'c': ('<'|safe)}|xmlattr }}>
<i{{ {'a': 1}|xmlattr|upper }}>
''', H, autoescape=True)

URLS = ["http://example.com", "https://example.com/path?q=1&r=2#frag", "www.example.com", "visit www.example.com.", "(http://example.com)", "http://example.com/a_(b)", "http://example.com,", "http://example.com).", "example.com", "example.org/x", "example.net.",
        "a.b.example.info:8080/x", "foo@example.com", "mailto:foo@example.com", "<http://example.com>", "http://localhost", "http://localhost:8000/x", "http://127.0.0.1:80/a", "http://[::1]/x", "ftp://example.com", "javascript:alert(1)", "http://", "http://a",
        "https://xn--bcher-kva.example", "http://ex%20ample.com", "text http://a.example.com/x and www.b.example.org end", "line1\nhttp://example.com\nline3", "\"http://example.com\"", "'http://example.com'", "http://example.com/\"onclick=x", "http://example.com/<script>",
        "a@b", "a@b.c", "@foo", "foo@example.com,", "(foo@example.com)", "foo@example.com?x=y", "tel:+123", "HTTP://EXAMPLE.COM", "WWW.EXAMPLE.COM", "Example.Com", "a.com b.co c.museum", "http://exa_mple.com", "http://example.com:99999", "http://example.com:", "http://例え.jp",
        "http://example.com/日本", "http://user:pw@example.com/", "www.", "www.x", "..example.com", "example.com/..", "((http://example.com))", "(see http://example.com/a(b)c)", "<b>http://example.com</b>", "http://example.com&lt;", "http://example.com/&amp;x=1", "x.com", "1.com", "-.com", "a-b.com",
        "http://example.com\u00a0x", "http://example.com\u3000x", "foo.bar@sub.example.co.uk", "mailto:", "mailto:foo", "mailto:foo@example.com?subject=x", "user@", "http://a.b.c.d.example.travel/very/long/path/that/goes/on?with=query&and=more#and-a-fragment"]
for url in URLS:
    case("filter-urlize", "{{ v|urlize }}", {"v": url})
each("filter-urlize-options", r'''
{{ u|urlize(10) }} {{ u|urlize(trim_url_limit=15) }} {{ u|urlize(100) }} {{ u|urlize(0) }} {{ u|urlize(nofollow=true) }} {{ u|urlize(none, true) }} {{ u|urlize(target='_blank') }} {{ u|urlize(rel='x y') }} {{ u|urlize(rel='nofollow', nofollow=true) }} {{ u|urlize(rel='noopener') }} {{ u|urlize(rel='') }} {{ u|urlize(20, true, '_top', 'b a') }} {{ 'tel:123 ftp://x.y z'|urlize(extra_schemes=['tel:', 'ftp://']) }} {{ 'tel:123'|urlize(extra_schemes=['bad scheme']) }} {{ 'tel:'|urlize(extra_schemes=['tel:']) }} {{ u|safe|urlize }} {{ n|urlize }} {{ none|urlize }} {{ missing|urlize }}| {{ ''|urlize }}| {{ u|urlize|striptags }} {{ 'a@b.com'|urlize(3, true, '_blank') }} {{ u|urlize(target='<"') }} {{ u|urlize(rel='<"') }} {{ u|urlize(-5) }} {{ 'https://é.example.com/ü'|urlize(12) }}
''', {"u": "see https://example.com/a/long/path ok", "n": 5})
for text in ["http://example.com", "<b> & http://example.com/<x>", "a & b"]:
    case("filter-urlize-autoescape", "{{ v|urlize }}|{{ v|safe|urlize }}|{{ v|e|urlize }}|{{ v|urlize|length }}", {"v": text}, autoescape=True)

EXPRESSIONS = ["{{ x }}", "{{ x|safe }}", "{{ x|e }}", "{{ x|escape|escape }}", "{{ x|forceescape }}", "{{ x|safe|forceescape }}", "{{ x|string }}", "{{ x|upper }}", "{{ x|safe|upper }}", "{{ '<lit>' }}", "{{ '<lit>'|safe }}", "{{ n }}", "{{ none }}", "{{ l }}", "{{ d }}", "{{ [x|safe] }}", "{{ {'a': x|safe} }}", "{{ (x|safe,) }}",
               "{{ x ~ '<' }}", "{{ (x|safe) ~ '<' }}", "{{ '<' ~ (x|safe) }}", "{{ (x|safe) ~ ('<'|safe) }}", "{{ 1 ~ 2 }}", "{{ (1 ~ 2) is escaped }}", "{{ ('a' ~ 'b') is escaped }}", "{{ ('a'|safe ~ 'b') is escaped }}", "{{ x + '<' }}", "{{ (x|safe) + '<' }}", "{{ '<' + (x|safe) }}", "{{ (x|safe) * 2 }}", "{{ 2 * (x|safe) }}", "{{ (x|safe)[0:3] }}", "{{ (x|safe)[0] is escaped }}",
               "{{ '%s' % x }}", "{{ ('%s'|safe) % x }}", "{{ ('%s'|safe) % (x|safe) }}", "{{ '<%s>'|format(x) }}", "{{ ('<%s>'|safe)|format(x) }}", "{{ ('<%(a)s>'|safe) % {'a': x} }}", "{{ ('%d'|safe) % 5 }}", "{{ ('%r'|safe) % x }}", "{{ ('%s %s'|safe) % (x, n) }}", "{{ '{}'.format(x) }}", "{{ ('<{}>'|safe).format(x) }}", "{{ ('<{}>'|safe).format(x|safe) }}", "{{ ('<{a}>'|safe).format(a=x) }}", "{{ ('{:>9}'|safe).format('<') }}", "{{ ('{0[0]}'|safe).format(l) }}", "{{ ('{!r}'|safe).format(x) }}", "{{ ('{:d}'|safe).format(5) }}",
               "{{ ('<a>'|safe).replace('a', x) }}", "{{ x|replace('<', '[') }}", "{{ (x|safe)|replace('<', '[') }}", "{{ x|replace('b', '<i>'|safe) }}", "{{ x|replace('<'|safe, '[') }}", "{{ (x|safe)|replace('b', '<i>') }}", "{{ (x|safe)|replace('<b>', '>') }}", "{{ (x|safe).replace('<b>', '>') }}", "{{ n|replace(5, '<') }}", "{{ x|replace('&', '&amp;'|safe, 1) }}",
               "{{ l|join }}", "{{ l|join('<') }}", "{{ l|join('<br>'|safe) }}", "{{ [x|safe, '<']|join('|') }}", "{{ [x|safe, '<']|join('<') }}", "{{ ['<', 5]|join('<'|safe) }}", "{{ l|join(', ')|upper }}", "{{ [1, 2]|join('<') }}", "{{ [1, 2]|join('-') is escaped }}", "{{ [x|safe]|join('-') is escaped }}", "{{ ('<br>'|safe).join(l) }}", "{{ ', '.join(l) }}", "{{ ('-'|safe).join([x, x|safe]) }}", "{{ []|join('<'|safe) }}|", "{{ (l|join('<'|safe)) is escaped }}",
               "{{ x|tojson }}", "{{ d|tojson }}", "{{ {'a': '<'}|tojson|forceescape }}", "{{ x|striptags }}", "{{ '&lt;b&gt;'|striptags }}", "{{ x|title }}", "{{ (x|safe)|title }}", "{{ x|capitalize }}", "{{ (x|safe)|capitalize is escaped }}", "{{ (x|safe)|trim }}", "{{ (x|safe)|trim is escaped }}", "{{ (x|safe)|lower is escaped }}", "{{ (x|safe)|reverse }}", "{{ (x|safe)|reverse is escaped }}", "{{ x|center(20) }}|", "{{ (x|safe)|center(20) }}|", "{{ (x|safe)|truncate(4, true, '<', 0) }}", "{{ x|truncate(4, true, '<', 0) }}", "{{ ('<b> word word'|safe)|truncate(9, false, '<', 0) }}", "{{ x|wordwrap(3) }}", "{{ (x|safe)|wordwrap(3) }}", "{{ x|indent(2, true) }}", "{{ (x|safe)|indent(2, true) }}", "{{ (x|safe)|indent('<', true) }}",
               "{{ x|default('<') }}", "{{ missing|default('<') }}", "{{ missing|default('<'|safe) }}", "{{ x|first }}", "{{ (x|safe)|first }}", "{{ l|first }}", "{{ x|list }}", "{{ (x|safe)|list }}", "{{ x|length }}", "{{ (x|e)|length }}", "{{ l|map('e')|join }}", "{{ l|map('safe')|join }}", "{{ l|map('upper')|join('<') }}", "{{ l|map('escape')|list }}", "{{ l|sort|join }}", "{{ x|pprint }}", "{{ x|urlencode }}", "{{ x|wordcount }}", "{{ x|int }}", "{{ x|format }}", "{{ l|batch(1)|list }}", "{{ ['<']|batch(2, '<')|first|join }}", "{{ d|xmlattr if false else 'x' }}", "{{ [x|safe, x]|unique|list|length }}", "{{ [x|safe]|sum(start='<'|safe) if false else 1 }}",
               "{{ x is escaped }}", "{{ x|safe is escaped }}", "{{ x|e == x }}", "{{ (x|safe) == x }}", "{{ x|safe in [x] }}", "{{ '<' in (x|safe) }}", "{{ {x|safe: 1}[x] }}", "{{ x if true else '<' }}", "{{ '<' if false else '>' }}", "{{ (x if true else '')|safe }}", "{{ x or '<' }}", "{{ true }}", "{{ 1 < 2 }}", "{{ '1 < 2' }}", "{{ ('<' ~ x)|safe }}", "{{ '<'|safe ~ x }}", "{{ [('<'|safe) ~ '<', '<']|join }}", "{{ (x|safe).upper() }}", "{{ (x|safe).split('&') }}", "{{ (x|safe).split('&')[0] }}", "{{ (x|safe).split('&')[0] is escaped }}", "{{ (x|safe).strip('<') }}", "{{ (x|safe).partition('&')[0] is escaped }}", "{{ (x|safe).splitlines()[0] is escaped }}", "{{ (x|safe).zfill(20) }}", "{{ (x|safe).center(20, '<') }}", "{{ (x|safe).striptags() }}", "{{ (x|e).unescape() }}", "{{ (x|safe).escape is defined }}", "{{ (x|safe).format(1) }}", "{{ (x|safe).capitalize() is escaped }}", "{{ (x|safe).encode is defined }}", "{{ (x|safe).startswith('<') }}", "{{ (x|safe).title() }}", "{{ (x|safe).join(['<', '>']) }}", "{{ (x|safe).expandtabs() is escaped }}", "{{ (x|safe).removeprefix('<') is escaped }}", "{{ (x|safe).swapcase() is escaped }}", "{{ (x|safe).casefold() is escaped }}",
               "{% set a = x %}{{ a }}", "{% set a %}<{{ x }}>{% endset %}{{ a }}", "{% set a %}<{{ x }}>{% endset %}{{ a is escaped }}{{ a|length }}", "{% set a | upper %}<{{ x }}>{% endset %}{{ a }}", "{% set a | string %}<{{ x }}>{% endset %}{{ a }}{{ a is escaped }}", "{% set a | length %}<{{ x }}>{% endset %}{{ a }}", "{% set a %}<b>{% endset %}{% set b %}{{ a }}<{% endset %}{{ b }}", "{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}{{ m(x) }}{{ m(x) is escaped }}", "{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}{{ m(x)|upper }}{{ m(m(x)) }}{{ m(x) ~ x }}", "{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}<u>{{ x }}</u>{% endcall %}", "{% macro m() %}{{ caller() is escaped }}{% endmacro %}{% call m() %}{% endcall %}",
               "{% filter upper %}<{{ x }}>{% endfilter %}", "{% filter e %}<{{ x }}>{% endfilter %}", "{% filter replace('<', '[') %}<{{ x }}>{% endfilter %}", "{% filter trim %} <b> {% endfilter %}", "{% filter forceescape %}<{{ x }}>{% endfilter %}", "{% filter indent(2, true) %}<{{ x }}>{% endfilter %}", "{% filter striptags %}<b>{{ x }}</b>{% endfilter %}", "{% for i in l %}<{{ i }}>{% endfor %}", "{% for c in x|safe %}{{ c }}{% endfor %}", "{% for t in l recursive %}<{{ t }}{{ loop(['<']) if t != '<' }}>{% endfor %}", "{% block b %}<{{ x }}>{% endblock %}{{ self.b() }}{{ self.b() is escaped }}", "{{ loop_|default('<') }}", "{{ lipsum(n=1)|length > 10 }}{{ lipsum(n=1) is escaped }}{{ lipsum(n=1, html=false) is escaped }}", "{{ cycler('<', '>').next() }}", "{% set j = joiner('<') %}{{ j() }}{{ j() }}", "{{ namespace(a='<').a }}", "{{ dict(a='<') }}", "{{ namespace(a='<') }}", "{{ x|safe|e }}", "{{ 'a<b'|title|e }}", "{{ x|truncate(3, true, '…', 0)|safe }}", "{{ ('<%s>'|safe|format(x))|upper }}", "{% print x %}", "{{ (x|safe)|string is escaped }}", "{{ (x|safe)|string }}", "{{ ((x|safe) ~ '') is escaped }}", "{{ (x ~ '')|e }}", "{{ (l|join('<'|safe))|e }}", "{{ [l|join('<'|safe)] }}", "{{ x|lower|safe|upper|e }}", "{{ m2|default(x) }}", "{{ x|d(1)|safe }}"]
for template in EXPRESSIONS:
    case("autoescape-on", template, H, autoescape=True)
    case("autoescape-off", template, H)
    case("autoescape-block", "{% autoescape true %}" + template + "{% endautoescape %}" if "{% block" not in template else "{% autoescape false %}" + template + "{% endautoescape %}", H)
each("autoescape-scope", r'''
{% autoescape true %}{{ x }}{% endautoescape %}{{ x }}
{% autoescape false %}{{ x }}{% endautoescape %}{{ x }}
{% autoescape true %}{% autoescape false %}{{ x }}{% endautoescape %}{{ x }}{% endautoescape %}{{ x }}
{% autoescape flag %}{{ x }}{% endautoescape %}
{% autoescape not flag %}{{ x }}{% endautoescape %}
{% autoescape none %}{{ x }}{% endautoescape %}
{% autoescape 'x' %}{{ x }}{% endautoescape %}
{% autoescape true %}{% set y = x %}{{ y }}{% endautoescape %}{{ y }}|
{% autoescape true %}{% set y %}<{{ x }}>{% endset %}{{ y }}{% endautoescape %}
{% autoescape true %}{% for i in [x] %}{{ i }}{% endfor %}{% endautoescape %}
{% for i in [true, false] %}{% autoescape i %}{{ x }}{% endautoescape %}{% endfor %}
{% autoescape true %}{{ '<' }}{{ '<' ~ 'a' }}{{ '<'|upper }}{% endautoescape %}
{% autoescape true %}{{ l|join('<') }}{{ x|replace('b', '<') }}{% endautoescape %}
{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}{% autoescape true %}{{ m(x) }}{% endautoescape %}
{% autoescape true %}{% include 'part' %}{% endautoescape %}
{% autoescape true %}{% block b %}{{ x }}{% endblock %}{% endautoescape %}
{% autoescape true %}{% filter upper %}{{ x }}<{% endfilter %}{% endautoescape %}
{% set a %}<{{ x }}>{% endset %}{% autoescape true %}{{ a }}{% endautoescape %}
{% autoescape %}{{ x }}{% endautoescape %}
{% autoescape true %}{{ x }}
{% autoescape true, false %}{% endautoescape %}
{% autoescape true %}{{ x }}{% endautoescape true %}
{% autoescape missing %}{{ x }}{% endautoescape %}
{% autoescape true %}{% import 'lib' as lib %}{{ lib.m(x) }}{% endautoescape %}
{% autoescape true %}{% call(v) outer() %}{{ v }}{{ x }}{% endcall %}{% endautoescape %}
{% macro w() %}[{{ caller() }}]{% endmacro %}{% autoescape true %}{% call w() %}<{{ x }}>{% endcall %}{% endautoescape %}
''', {"x": "<&>", "flag": True, "l": ["<", ">"]}, {"part": "<{{ x }}>", "lib": "{% macro m(a) %}<{{ a }}>{% endmacro %}"})
for template in ["{{ x|safe|e }}{{ x }}", "{% autoescape false %}{{ x }}{{ x|e }}{% endautoescape %}", "{% autoescape flag %}{{ x }}{{ '<' ~ x }}{% endautoescape %}", "{% autoescape off %}{{ x }}{{ '<' ~ x }}{{ l|join('<') }}{% endautoescape %}", "{% autoescape off %}{% macro m(v) %}<{{ v }}>{% endmacro %}{{ m(x) }}{% endautoescape %}",
                 "{% autoescape off %}{% set a %}<{{ x }}>{% endset %}{{ a is escaped }}{% endautoescape %}{{ a is defined }}"]:
    case("autoescape-scope", template, {"x": "<&>", "flag": True, "off": False, "l": ["<"]}, autoescape=True)

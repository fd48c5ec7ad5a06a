"""Filters on text."""
from . import case, each

T = {"s": "Hello World", "para": "first line\nsecond line\n\nfourth line\n", "long": "The quick brown fox jumps over the lazy dog, again and again and again.", "n": 42, "l": [1, 2], "none": None,
     "crlf": "a\r\nb\rc\nd", "ws": "  \t padded \n ", "html": "<b>bold & \"quoted\"</b>"}

each("filter-case", r'''
{{ 'hello'|upper }} {{ 'HELLO'|lower }} {{ 'hello world'|capitalize }} {{ 'HELLO wORLD'|capitalize }} {{ ''|capitalize }}| {{ ' a'|capitalize }} {{ '1abc'|capitalize }}
{{ 'hello world'|title }} {{ "it's a dog's life"|title }} {{ 'foo-bar baz_qux'|title }} {{ 'HELLO (world) [x] {y} <z>'|title }} {{ 'a.b/c:d'|title }} {{ '1st 2ND'|title }}
{{ 'foo\tbar\nbaz'|title }} {{ ''|title }}| {{ '---a'|title }} {{ 'x  y'|title }} {{ "o'neil-McDonald"|title }}
{{ 5|upper }} {{ none|upper }} {{ [1, 'a']|upper }} {{ true|lower }} {{ 1.5|title }} {{ none|capitalize }} {{ missing|upper }}|
{{ 'straße'|upper }} {{ 'ß'|capitalize }} {{ 'ŒUVRE'|lower }} {{ 'ñ'|upper }} {{ 'ﬁn'|upper }} {{ 'ﬁn'|capitalize }} {{ 'ŉ'|upper }} {{ 'İ'|lower|length }} {{ 'ΑΣ'|lower }} {{ 'ΑΣ Β'|lower }}
{{ 'ǆabc'|title }} {{ 'ǆabc'|capitalize }} {{ 'ῼ'|lower }} {{ 'ῳ'|upper }} {{ 'éa'|title }} {{ '日本 語'|title }} {{ 'i̇'|upper }} {{ 'ı'|upper }}
{{ 'a'|upper|lower|title }} {{ ('a' ~ 'b')|upper }} {{ 'a'|upper() }} {{ 'a'|upper('x') if false else 'ok' }}
''', T)
each("filter-trim", r'''
[{{ ws|trim }}] [{{ 'xxaxx'|trim('x') }}] [{{ 'xyaxy'|trim('yx') }}] [{{ ' a '|trim(' ') }}] [{{ 'abc'|trim('') }}] [{{ 'a'|trim(chars='a') }}] [{{ ' a '|trim(none) }}]
[{{ '\u00a0\u2003a\u3000'|trim }}] [{{ '\u200ba\u200b'|trim|length }}] [{{ 5|trim }}] [{{ none|trim }}] [{{ '\x1c\x1d\x1e\x1fa\x85'|trim }}] [{{ '\ufeffa'|trim|length }}] [{{ ''|trim }}] [{{ missing|trim }}]
[{{ '**a**'|trim('*') }}] [{{ 'ß€ß'|trim('ß') }}] [{{ '😀a😀'|trim('😀') }}] [{{ '--a-b--'|trim('-') }}] [{{ 121|trim('1') }}]
''', T)
each("filter-center", r'''
[{{ 'a'|center(5) }}] [{{ 'a'|center(4) }}] [{{ 'ab'|center(5) }}] [{{ 'ab'|center(6) }}] [{{ 'abc'|center(2) }}] [{{ ''|center(3) }}] [{{ 5|center(4) }}] [{{ 'a'|center(width=3) }}] [{{ 'a'|center(0) }}] [{{ 'a'|center(-5) }}]
{{ 'a'|center|length }} [{{ 'é😀'|center(6) }}] [{{ 'abc'|center(8) }}] [{{ 'abcd'|center(7) }}] [{{ none|center(8) }}] [{{ 'a'|center(true) }}]
''')
each("filter-replace", r'''
{{ s|replace('o', '0') }} {{ s|replace('o', '0', 1) }} {{ s|replace('l', 'L', count=2) }} {{ s|replace(old='World', new='You') }} {{ s|replace('x', 'y') }} {{ 'aaa'|replace('a', 'b', 0) }} {{ 'aaa'|replace('a', 'b', -1) }} {{ 'aaa'|replace('a', 'b', none) }}
{{ 'abc'|replace('', '-') }} {{ ''|replace('', '-') }} {{ 'abc'|replace('', '-', 2) }} {{ 'aaa'|replace('aa', 'b') }} {{ 12345|replace(3, 'x') }} {{ 'a1'|replace(1, 2) }} {{ [1, 2]|replace(',', ';') }} {{ none|replace('N', 'n') }} {{ 'a'|replace('a', none) }}
{{ 'a.b'|replace('.', '\\.') }} {{ 'a\nb'|replace('\n', ' ') }} {{ 'é'|replace('é', 'e') }} {{ 'abab'|replace('ab', 'ba')|replace('a', '') }} {{ missing|replace('a', 'b') }}| {{ 'x'|replace('x', 'xx') }}
''', T)
each("filter-truncate", r'''
{{ long|truncate(20) }}
{{ long|truncate(20, true) }}
{{ long|truncate(20, killwords=true, end='…') }}
{{ long|truncate(20, false, '…') }}
{{ long|truncate(20, leeway=0) }}
{{ long|truncate(65, leeway=0) }}|{{ long|truncate(65) }}|{{ long|truncate(66) }}|{{ long|truncate(70) }}|{{ long|truncate(71) }}
{{ 'foo bar baz qux'|truncate(9) }}|{{ 'foo bar baz qux'|truncate(9, True) }}|{{ 'foo bar baz qux'|truncate(11) }}|{{ 'foo bar baz qux'|truncate(11, False, '...', 0) }}
{{ 'nospaceshereatall and more text follows'|truncate(10) }}|{{ 'ab'|truncate(3) }}|{{ ''|truncate(3) }}|{{ 'abcdefghijkl'|truncate(3) }}|{{ 'abcdefghijkl'|truncate(3, true) }}
{{ ('x' * 300)|truncate|length }} {{ ('x y ' * 100)|truncate|length }} {{ 'abcdefghij'|truncate(5, true, '') }} {{ 'abcdefghij'|truncate(5, true, '', 0) }} {{ 'a b c d e f g h i j'|truncate(10, false, '', 0) }}|
{{ 'ünïcödé wörds hère añd thère'|truncate(12, leeway=0) }} {{ '😀😀😀😀😀😀😀😀😀😀'|truncate(4, true, '', 0) }} {{ 'word  double  spaces  here'|truncate(10, leeway=0) }}|
{{ 'tabs\tand\nnewlines here and there'|truncate(14, leeway=0) }}
{{ [1, 2, 3]|truncate(10) }}
''', T)
each("filter-truncate-error", r'''
{{ 'abcdefghij'|truncate(2) }}
{{ 'abcdefghij'|truncate(5, leeway=-1) }}
{{ 5|truncate(3) }}
{{ 'abcdefghij'|truncate('5') }}
{{ none|truncate }}
{{ 'abcdefghijklmno'|truncate(5, true, 7) }}
{{ 'abcdefghijklmno'|truncate(5.0, true, '.', 0) }}
''', T)
each("filter-wordwrap", r'''
{{ long|wordwrap(20) }}
{{ long|wordwrap(20, false) }}
{{ long|wordwrap(width=15, wrapstring=' / ') }}
{{ 'averyveryverylongword short'|wordwrap(10) }}
{{ 'averyveryverylongword short'|wordwrap(10, break_long_words=false) }}
{{ 'well-known hyphen-ated words here'|wordwrap(8) }}
{{ 'well-known hyphen-ated words here'|wordwrap(8, break_on_hyphens=false) }}
{{ 'well-known hyphen-ated words here'|wordwrap(8, false, none, false) }}
{{ para|wordwrap(6) }}
{{ crlf|wordwrap(1) }}
{{ ''|wordwrap(5) }}|{{ '\n'|wordwrap(5) }}|{{ 'a'|wordwrap(1) }}|{{ '   lead and   inner    spaces   '|wordwrap(10) }}|
{{ 'a\tb\tc tabs'|wordwrap(4) }}
{{ 'one two  three   four'|wordwrap(9) }}
{{ 'mother-in-law -- and so on - x --option'|wordwrap(7) }}
{{ 'ünïcödé 日本語日本語 😀😀😀😀'|wordwrap(4) }}
{{ long|wordwrap }}
{{ 'hello-world-a-b-c'|wordwrap(5) }}|{{ 'a-b'|wordwrap(2) }}|{{ 'e-mail 2020-01-02 x-1'|wordwrap(4) }}
{{ 'supercalifragilistic-expialidocious'|wordwrap(12) }}
{{ ('x ' * 10)|wordwrap(5) }}
{{ '  indented line that wraps'|wordwrap(10) }}
{{ 'a  b'|wordwrap(2) }}|{{ 'a  b'|wordwrap(3) }}|{{ 'ab  cd'|wordwrap(3) }}
''', T)
each("filter-wordwrap-error", r'''
{{ 'abc'|wordwrap(0) }}
{{ 'abc'|wordwrap(-1) }}
{{ 5|wordwrap }}
{{ 'abc def'|wordwrap('3') }}
''')
each("filter-indent", r'''
{{ para|indent }}|
{{ para|indent(2) }}|
{{ para|indent(2, true) }}|
{{ para|indent(2, false, true) }}|
{{ para|indent(2, true, true) }}|
{{ para|indent(width=3, first=true, blank=false) }}|
{{ para|indent('> ') }}|
{{ para|indent('> ', true, true) }}|
{{ 'one'|indent }}|{{ 'one'|indent(first=true) }}|{{ ''|indent }}|{{ ''|indent(first=true) }}|{{ '\n'|indent(first=true, blank=true) }}|
{{ crlf|indent(1) }}|
{{ 'a\n'|indent(0) }}|{{ 'a\nb'|indent(-1) }}|{{ 'a\x0bb\x0cc\x1cd\x85e\u2028f'|indent(1) }}|{{ 'a\n \nb'|indent(2) }}|
''', T)
each("filter-wordcount", r'''
{{ 'one two three'|wordcount }} {{ ''|wordcount }} {{ '  '|wordcount }} {{ "it's"|wordcount }} {{ 'a-b_c'|wordcount }} {{ 'ünï cödé'|wordcount }} {{ '日本語 テスト'|wordcount }} {{ 123|wordcount }} {{ '1,2;3'|wordcount }} {{ '😀 x'|wordcount }} {{ 'e\u0301a'|wordcount }} {{ none|wordcount }} {{ '१२३ ½ Ⅷ'|wordcount }}
''')
each("filter-format", r'''
{{ '%s, %s!'|format('Hello', 'World') }} {{ '%d items'|format(5) }} {{ '%(a)s-%(b)d'|format(a='x', b=3) }} {{ '%5.2f|%-5s|%05d'|format(3.14159, 'ab', 42) }} {{ '%%'|format }} {{ 'plain'|format }} {{ '%s'|format(none) }} {{ '%s'|format([1, 'a']) }} {{ '%r'|format('x') }}
{{ '%s'|format(missing) }}| {{ '%s %s'|format(*[1, 2]) }} {{ '%x %X %o %e %g %c'|format(255, 255, 8, 12345.678, 0.0001, 'z') }} {{ 5|format }}
''')
each("filter-format-error", r'''
{{ '%s %s'|format('a') }}
{{ '%s'|format('a', 'b') }}
{{ '%d'|format('x') }}
{{ '%s %(a)s'|format('x', a=1) }}
{{ '%(a)s'|format(b=1) }}
{{ '%q'|format(1) }}
{{ '%'|format(1) }}
{{ '%(a'|format(a=1) }}
{{ '%(a)s'|format('x') }}
''')
each("filter-string", r'''
{{ 5|string }} {{ 5|string is string }} {{ none|string }} {{ [1]|string|length }} {{ 1.0|string ~ 1 }} {{ true|string|lower }} {{ 'a'|string }} {{ {'a': 1}|string }} {{ (1,)|string }} {{ missing|string }}| {{ range(3)|string }}
''')
each("filter-reverse-text", r'''
{{ 'abc'|reverse }} {{ ''|reverse }}| {{ 'añ😀'|reverse }} {{ 'e\u0301x'|reverse }} {{ 'abc'|reverse|upper }} {{ 'abc'|reverse|list }}
''')
each("filter-length", r'''
{{ 'abc'|length }} {{ ''|length }} {{ '😀'|length }} {{ 'é'|length }} {{ [1, 2]|length }} {{ {'a': 1}|length }} {{ (1,)|length }} {{ range(5)|length }} {{ 'abc'|count }} {{ missing|length }} {{ missing|count }} {{ {}.items()|length }} {{ 'e\u0301'|length }} {{ '👩‍👩‍👧'|length }}
''')
each("filter-length-error", r'''
{{ 5|length }}
{{ none|length }}
{{ true|count }}
{{ 1.5|length }}
{{ [1, 2]|map('string')|length }}
{{ 'a'|length(1) }}
''')
each("filter-urlencode", r'''
{{ 'a b&c=d/e?f'|urlencode }} {{ 'é ñ 日本'|urlencode }} {{ '😀'|urlencode }} {{ 'safe-_.~chars'|urlencode }} {{ '!*\'();:@,$[]'|urlencode }} {{ '%20'|urlencode }} {{ '+'|urlencode }} {{ ''|urlencode }}|
{{ {'a': 1, 'b c': 'd e', 'x/y': '/'}|urlencode }} {{ [('a', 1), ('b', '&')]|urlencode }} {{ {}|urlencode }}| {{ {'é': 'ü'}|urlencode }} {{ {'a': none, 'b': true}|urlencode }} {{ {'k': [1, 2]}|urlencode }}
{{ 5|urlencode }} {{ 1.5|urlencode }} {{ none|urlencode }} {{ true|urlencode }} {{ missing|urlencode }}| {{ '\n\t\0'|urlencode }} {{ '"<>`{}|^\\'|urlencode }} {{ [['k', 'v']]|urlencode }} {{ ['ab', 'cd']|urlencode }}
''')
each("filter-urlencode-error", r'''
{{ [1, 2]|urlencode }}
{{ [(1, 2, 3)]|urlencode }}
{{ 'abc'|urlencode(1) }}
{{ ['abc']|urlencode }}
''')
each("filter-pprint", r'''
{{ 'a'|pprint }} {{ 5|pprint }} {{ none|pprint }} {{ [1, 2]|pprint }} {{ {'b': 1, 'a': 2}|pprint }} {{ (1,)|pprint }} {{ ()|pprint }} {{ []|pprint }} {{ {}|pprint }} {{ 1.5|pprint }} {{ true|pprint }} {{ "it's"|pprint }}
{{ range(30)|list|pprint }}
{{ range(60)|list|pprint }}
{{ {'key one': 'value one is long', 'key two': 'value two is long as well', 'key three': 'value three'}|pprint }}
{{ {'a': {'nested': 'dict with a long value here', 'other': 'value'}, 'b': ['list', 'of', 'some', 'strings', 'that', 'are', 'long']}|pprint }}
{{ [{'id': 1, 'name': 'first item with long name'}, {'id': 2, 'name': 'second item with long name'}]|pprint }}
{{ ('tuple with long strings inside it', 'another long string inside it here', 'and a third one'), 1 }}
{{ ('tuple with long strings inside it', 'another long string inside it here', 'and a third one')|pprint }}
{{ ['one very long string that goes past the width of eighty characters, and so it has to be wrapped over lines']|pprint }}
{{ 'one very long string that goes past the width of eighty characters, and so it has to be wrapped over lines'|pprint }}
{{ {'k': 'one very long string that goes past the width of eighty characters, and so it has to be wrapped over lines'}|pprint }}
{{ 'line one\nline two'|pprint }} {{ ['line one\nline two']|pprint }} {{ 'a\nb'|pprint|length }}
{{ {1: 'a', 'b': 2, none: 3}|pprint }} {{ {2: 'x', 1: 'y'}|pprint }} {{ [[[[1]]]]|pprint }} {{ missing|pprint }}
{{ {'outer': [{'inner': [1, 2, 3], 'text': 'some text that is quite long, really'}, {'inner': [4, 5, 6], 'text': 'more text that is quite long, too'}]}|pprint }}
{{ [('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1), ('bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 2)]|pprint }}
{{ {'(': ')', 'é': '日本', '😀': "it's"}|pprint }} {{ [1.0, 1e20, -0.0]|pprint }}
{{ ('just one element that is so very long that it needs to be wrapped somewhere around here okay',)|pprint }}
''')
each("filter-chain", r'''
{{ '  Hello '|trim|upper|replace('L', 'l')|reverse }} {{ 'a,b,c'|replace(',', ' ')|title }} {{ [3, 1, 2]|sort|reverse|join('-')|replace('-', '+') }} {{ 'x'|default('y')|upper|center(5)|length }}
{{ s | upper | lower | capitalize }} {{ s|upper|e|safe }} {{ (s|length + 1)|string|length }} {{ s|list|unique|join|upper }} {{ n|string|list|map('int')|sum }} {{ s|lower|replace('o', '')|wordcount }}
''', T)
each("filter-missing-error", r'''
{{ 'a'|nofilter }}
{{ 'a'|upper|nofilter }}
{% if false %}{{ 'a'|nofilter }}{% endif %}
{{ 'a' if true else 'b'|nofilter }}
{{ 'a'|Upper }}
{{ ['a']|map('nofilter')|list }}
{{ ['a']|select('notest')|list }}
{{ 'a'|upper(1, 2) }}
{{ 'a'|upper(x=1) }}
{{ 'a'|replace }}
{{ 'a'|join(1, 2, 3, 4) }}
{{ 'a'|default(default='x') }}
{{ 'a'|round('x') }}
{{ 'a'|center('x') }}
{{ 'a'|trim(5) }}
{{ 'a'|str }}
{{ 'a'|.upper }}
{{ 'a'|upper.x }}
''')
case("filter-dotted", "{{ 'a'|upper.lower }}")
case("filter-dotted", "{{ x|a.b.c }}")

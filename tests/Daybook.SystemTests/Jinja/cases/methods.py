"""Methods of str, list, dict, int and float that templates call."""
from . import case, each

S = {"s": "Hello, World", "w": "  pad  ", "l": [3, 1, 2, 1], "d": {"a": 1, "b": 2}}

each("str-method", r'''
{{ s.upper() }} {{ s.lower() }} {{ s.title() }} {{ s.capitalize() }} {{ s.swapcase() }} {{ s.casefold() }} {{ "it's".title() }} {{ 'foo-bar_baz'.title() }} {{ 'ab12cd'.title() }} {{ 'STRASSE ß'.casefold() }} {{ 'ß'.upper() }} {{ 'ß'.title() }} {{ 'éa éB'.title() }} {{ ''.title() }}| {{ 'hELLO wORLD'.capitalize() }} {{ 'ŉ'.title() }} {{ 'ǆ'.title() }} {{ 'İ'.lower()|length }} {{ 'ΣΑΣ'.lower() }} {{ 'ŒUF'.swapcase() }}
{{ s.replace('o', '0') }} {{ s.replace('l', 'L', 1) }} {{ 'aaa'.replace('a', 'b', 2) }} {{ 'abc'.replace('', '.') }} {{ 'abc'.replace('', '.', 2) }} {{ 'abc'.replace('b', '') }} {{ ''.replace('', 'x') }} {{ 'aaa'.replace('aa', 'b') }} {{ 'abc'.replace('x', 'y', -1) }} {{ 'abc'.replace('a', 'b', 0) }} {{ 'abc'.replace('a', 'b', count=1) }} {{ 'abc'.replace(1, 'b') }}
{{ 'a,b,c'.split(',') }} {{ 'a b  c'.split() }} {{ ' a b '.split() }} {{ ''.split() }} {{ ''.split(',') }} {{ 'a,b,c'.split(',', 1) }} {{ 'a b c d'.split(None, 2) }} {{ 'a b c d'.split(none, 1) }} {{ 'a b c'.split(maxsplit=1) }} {{ 'a--b'.split('--') }} {{ 'a,b'.split(sep=',') }} {{ 'abc'.split('') }} {{ ',a,'.split(',') }} {{ 'a\tb\nc\x0bd\u00a0e'.split() }} {{ 'a,b,c'.split(',', 0) }} {{ 'a,b,c'.split(',', -1) }} {{ '  a  b  '.split(none, 1) }} {{ 'a b'.split(' ', maxsplit=5) }} {{ 'a'.split(5) }} {{ '  '.split() }} {{ 'a  b'.split(' ') }} {{ 'x\x1cy\x85z'.split() }}
{{ 'a,b,c'.rsplit(',', 1) }} {{ 'a b c'.rsplit() }} {{ 'a b c '.rsplit(none, 1) }} {{ 'a b c'.rsplit(maxsplit=1) }} {{ 'a,b'.rsplit(',') }} {{ 'a,b,c'.rsplit(',', 0) }} {{ '  a b  c '.rsplit(none, 1) }} {{ 'a::b::c'.rsplit('::', 1) }}
{{ 'a\nb\r\nc\rd'.splitlines() }} {{ 'a\nb\n'.splitlines() }} {{ 'a\nb\n'.splitlines(true) }} {{ 'a\nb'.splitlines(keepends=true) }} {{ ''.splitlines() }} {{ '\n'.splitlines() }} {{ 'a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i'.splitlines() }} {{ '\r\n\n\r'.splitlines() }} {{ 'a\r\n'.splitlines(true) }}
[{{ w.strip() }}] [{{ w.lstrip() }}] [{{ w.rstrip() }}] [{{ 'xxaxx'.strip('x') }}] [{{ 'abcba'.strip('ab') }}] [{{ 'xa'.lstrip('x') }}] [{{ 'ax'.rstrip('x') }}] [{{ 'a'.strip('') }}] [{{ '\n\ta \r'.strip() }}] [{{ '\u2003a\u00a0'.strip() }}] [{{ 'a'.strip(none) }}] [{{ 'a'.strip(5) }}]
{{ 'a'.join(['1', '2']) }} {{ ', '.join('abc') }} {{ ''.join([]) }}| {{ '-'.join(d) }} {{ '-'.join(('x', 'y')) }} {{ '-'.join(['a']) }} {{ ','.join(l|map('string')) }} {{ ','.join(l) }} {{ '-'.join(missing) }}| {{ '-'.join([none]) }} {{ '-'.join({'a': 1}.keys()) }}
{{ s.startswith('Hello') }} {{ s.startswith('World') }} {{ s.startswith(('x', 'H')) }} {{ s.startswith('World', 7) }} {{ s.startswith('ell', 1, 4) }} {{ s.startswith('') }} {{ s.startswith([]) }} {{ s.endswith('World') }} {{ s.endswith(('x', 'd')) }} {{ s.endswith('llo', 0, 5) }} {{ s.endswith('') }} {{ s.endswith(5) }} {{ 'abc'.startswith('c', -1) }} {{ 'abc'.startswith(()) }} {{ 'abc'.startswith(('a', 5)) }} {{ 'abc'.startswith('', 5) }}
{{ s.find('o') }} {{ s.find('o', 5) }} {{ s.find('z') }} {{ s.find('o', 5, 6) }} {{ s.find('') }} {{ s.rfind('o') }} {{ s.rfind('o', 0, 5) }} {{ s.rfind('z') }} {{ s.rfind('') }} {{ s.index('W') }} {{ s.rindex('l') }} {{ s.index('z') }} {{ s.rindex('z') }} {{ s.find('o', -4) }} {{ '😀a'.find('a') }} {{ 'aXbX'.rfind('X', none, 3) }} {{ 'abc'.find('', 3) }} {{ 'abc'.find('', 4) }} {{ 'abc'.find('c', 0, -1) }} {{ 'a😀b😀'.rfind('😀') }} {{ 'a😀b'.index('b') }}
{{ s.count('o') }} {{ 'aaaa'.count('aa') }} {{ s.count('') }} {{ s.count('o', 5) }} {{ s.count('l', 0, 4) }} {{ ''.count('') }} {{ '😀😀'.count('') }} {{ 'abc'.count('', 1, 2) }} {{ 'abc'.count('', 9) }}
[{{ 'a'.center(5) }}] [{{ 'a'.center(4) }}] [{{ 'ab'.center(5) }}] [{{ 'a'.center(5, '*') }}] [{{ 'a'.ljust(3) }}] [{{ 'a'.rjust(3) }}] [{{ 'a'.ljust(3, '.') }}] [{{ 'a'.rjust(3, '0') }}] [{{ 'abc'.ljust(2) }}] [{{ 'é'.rjust(3, '😀') }}] [{{ 'a'.center(3, 'xy') }}] [{{ 'a'.ljust(3, '') }}] [{{ 'abc'.center(8, '-') }}] [{{ 'abcd'.center(7, '-') }}]
{{ '5'.zfill(3) }} {{ '-5'.zfill(4) }} {{ '+5'.zfill(4) }} {{ 'abc'.zfill(5) }} {{ ''.zfill(2) }} {{ '123'.zfill(2) }} {{ '--5'.zfill(6) }} {{ '-'.zfill(3) }}
{{ 'a\tb'.expandtabs() }} {{ 'a\tb'.expandtabs(4) }} {{ 'ab\tc\n\td'.expandtabs(4) }} {{ '\t'.expandtabs(0) }}| {{ 'a\tb'.expandtabs(tabsize=2) }} {{ 'abcd\te'.expandtabs(4) }} {{ 'é\t😀\tx'.expandtabs(4) }} {{ 'ab\r\tc'.expandtabs(4) }}
{{ 'a-b-c'.partition('-') }} {{ 'abc'.partition('-') }} {{ 'a-b-c'.rpartition('-') }} {{ 'abc'.rpartition('-') }} {{ 'a'.partition('') }} {{ '-'.partition('-') }} {{ 'a::b'.partition('::') }}
{{ 'prefix-x'.removeprefix('prefix-') }} {{ 'x.txt'.removesuffix('.txt') }} {{ 'abc'.removeprefix('x') }} {{ 'abc'.removesuffix('') }} {{ 'aa'.removeprefix('a') }} {{ 'abc'.removeprefix('abcd') }} {{ 'abc'.removesuffix('abc') }}|
{{ 'abc'.isalpha() }} {{ 'ab1'.isalpha() }} {{ ''.isalpha() }} {{ '123'.isdigit() }} {{ '²'.isdigit() }} {{ '½'.isdigit() }} {{ '½'.isnumeric() }} {{ '12'.isdecimal() }} {{ '²'.isdecimal() }} {{ '٣'.isdecimal() }} {{ 'a1'.isalnum() }} {{ 'a 1'.isalnum() }} {{ ' \t'.isspace() }} {{ ''.isspace() }} {{ 'abc'.islower() }} {{ 'ABC'.isupper() }} {{ 'Abc Def'.istitle() }} {{ 'Abc def'.istitle() }} {{ 'a_1'.isidentifier() }} {{ '1a'.isidentifier() }} {{ 'a\n'.isprintable() }} {{ 'a'.isascii() }} {{ 'é'.isascii() }} {{ ''.isascii() }} {{ 'é'.isalpha() }} {{ '日'.isalpha() }} {{ '一'.isnumeric() }} {{ '1.5'.isdigit() }} {{ '-1'.isdigit() }} {{ "It'S".istitle() }} {{ '\u00a0'.isspace() }} {{ '\u200b'.isspace() }} {{ '\x1c'.isspace() }} {{ ''.isprintable() }} {{ '\u00ad'.isprintable() }} {{ 'class'.isidentifier() }} {{ 'é1'.isidentifier() }} {{ '😀'.isprintable() }} {{ 'Ⅷ'.isnumeric() }} {{ '①'.isdigit() }} {{ 'ª'.isalpha() }} {{ ''.islower() }} {{ '1'.isupper() }} {{ 'ǅ'.istitle() }} {{ 'a\u0301'.isalpha() }} {{ '\u0301'.isalpha() }}
{{ 'abc'.encode is defined }} {{ s.nope is defined }} {{ s.__class__ is defined }} {{ 'abc'.translate({97: 'x'}) }} {{ 'abc'.translate({98: none}) }} {{ 'abc'.translate({'a': 'x'}) }} {{ 'aé'.translate({233: 101}) }}
{{ 'a-b'.split('-')[1].upper() }} {{ s.lower().replace(' ', '-').replace(',', '') }} {{ (s ~ '!').upper() }} {{ 'x'.upper().lower().center(5, '.') }} {{ s.split(', ')|last }} {{ s[0].lower() ~ s[1:] }} {{ s.upper()|lower }} {{ s | upper | replace('L', 'l') }} {{ 'a b'.split()|map('upper')|join('_') }} {{ ('%s' % s).upper() }} {{ (s.upper)() }} {{ s['upper']() }}
''', S)
each("str-method-error", r'''
{{ s.upper(1) }} {{ s.replace('a') }} {{ s.split(1) }} {{ s.join(1) }} {{ s.center() }} {{ s.center('a') }} {{ s.find() }} {{ s.find(1) }} {{ s.count(1) }} {{ s.startswith() }} {{ s.zfill() }} {{ s.ljust(5, 'ab') }} {{ s.nope() }} {{ s.strip(1, 2) }} {{ s.splitlines('x') }} {{ s.index('zzz') }} {{ s.format_map(1) }} {{ s.title(x=1) }} {{ s.append('x') }} {{ s.partition() }} {{ s.translate() }} {{ s.upper.lower() }} {{ s.__len__() }} {{ s.replace('a', 1) }} {{ s.split('a', 'b') }} {{ s.removeprefix() }} {{ s.removeprefix(1) }}
''', S)

each("list-method", r'''
{% set _ = l.append(9) %}{{ l }}
{% set _ = l.extend([7, 8]) %}{{ l }}
{% set _ = l.extend('ab') %}{{ l }}
{% set _ = l.extend((4,)) %}{% set _ = l.extend({'k': 1}) %}{{ l }}
{% set _ = l.insert(0, 'x') %}{{ l }}
{% set _ = l.insert(-1, 'x') %}{{ l }}
{% set _ = l.insert(99, 'x') %}{{ l }}
{% set _ = l.insert(-99, 'x') %}{{ l }}
{{ l.pop() }}{{ l }}
{{ l.pop(0) }}{{ l }}
{{ l.pop(-2) }}{{ l }}
{% set _ = l.remove(1) %}{{ l }}
{% set _ = l.reverse() %}{{ l }}
{% set _ = l.sort() %}{{ l }}
{% set _ = l.sort(reverse=true) %}{{ l }}
{% set _ = l.clear() %}{{ l }}
{% set c = l.copy() %}{% set _ = c.append(1) %}{{ l }}{{ c }}
{{ l.append(1) }}{{ l.sort() }}{{ l.reverse() }}{{ l.extend([]) }}
{{ l.index(1) }} {{ l.index(1, 2) }} {{ l.index(2, 0, 3) }} {{ l.index(1, -1) }} {{ l.count(1) }} {{ l.count(9) }} {{ l.count(true) }} {{ l.count('a') }} {{ [1, 1.0, true].count(1) }} {{ (1, 2, 1).count(1) }} {{ (1, 2, 1).index(2) }} {{ (3, 4).index(4) }} {{ [none].index(none) }} {{ [[1]].index([1]) }} {{ range(5).index(3) }} {{ range(5).count(3) }} {{ range(0, 10, 2).start }} {{ range(0, 10, 2).stop }} {{ range(0, 10, 2).step }}
{% if l.append(5) %}x{% endif %}{{ l }}
{% for x in [1, 2] %}{{ l.append(x) or '' }}{% endfor %}{{ l }}
{% set a = [1] %}{% set b = a %}{% set _ = b.append(2) %}{{ a }}
{% set m = [[]] * 2 %}{% set _ = m[0].append(1) %}{{ m }}
{% set a = [1, 2] %}{% for x in a %}{% if x < 5 %}{% set _ = a.append(x + 2) %}{% endif %}{{ x }}{% endfor %}
{% set a = [1, 2, 3, 4] %}{% for x in a %}{% set _ = a.remove(x) %}{{ x }}{% endfor %}{{ a }}
{% set a = [3, 'a'] %}{% set _ = a.insert(1, none) %}{{ a }}{{ a|length }}
''', S)
each("list-method-error", r'''
{{ [].pop() }} {{ l.pop(99) }} {{ l.pop('a') }} {{ l.remove(99) }} {{ l.index(99) }} {{ l.append() }} {{ l.append(1, 2) }} {{ l.extend(5) }} {{ l.insert(1) }} {{ l.nope() }} {{ (1, 2).append(3) }} {{ [1, 'a'].sort() }} {{ l.index() }} {{ l.sort(1) }} {{ l.count() }} {{ l.push(1) }} {{ l.items() }} {{ l.length }} {{ l.length() }} {{ (1,).index(5) }} {{ l.sort(key=none) }} {{ l.extend(none) }} {{ l.pop(1.5) }} {{ range(3).append(1) }}
''', S)
each("dict-method", r'''
{{ d.keys()|list }} {{ d.values()|list }} {{ d.items()|list }} {{ d.get('a') }} {{ d.get('x') }} {{ d.get('x', 5) }} {{ d.get('a', 5) }} {{ d.get('x', default=1) }} {{ d.get(none) }} {{ d.get(1) }} {{ {1: 'x'}.get(1.0) }} {{ {1: 'x'}.get(true) }} {{ d.keys() }} {{ d.values() }} {{ d.items() }} {{ d.keys()|length }} {{ d.copy() }} {{ d.copy() == d }} {{ 'a' in d.keys() }} {{ d.keys()|first }} {{ d.items()|map('first')|list }} {{ d.fromkeys is defined }} {{ d.items()|sort(reverse=true) }} {{ d.keys()|sort|join(',') }} {{ d.values()|sum }} {{ {}.keys() }} {{ {}.get('a', {}).get('b', 'z') }} {{ d.get('a').real }} {{ dict(d, c=3) }} {{ dict(d)|length }} {{ d.keys() == d.keys() }} {{ d.items() == d.items() }} {{ d.values() == d.values() }} {{ ('a', 1) in d.items() }} {{ d.get([]) }} {{ d.keys() == ['a', 'b'] }} {{ d.keys()[0] }}|
{% set _ = d.update({'c': 3}) %}{{ d }}
{% set _ = d.update(c=3, a=9) %}{{ d }}
{% set _ = d.update([('z', 1)]) %}{{ d }}
{% set _ = d.update({'q': 1}, r=2) %}{{ d }}
{% set _ = d.update() %}{{ d }}
{{ d.pop('a') }}{{ d }}
{{ d.pop('x', 'default') }}{{ d }}
{{ d.popitem() }}{{ d }}
{{ d.setdefault('a', 5) }}{{ d.setdefault('n', 5) }}{{ d.setdefault('m') }}{{ d }}
{% set _ = d.clear() %}{{ d }}
{% set c = d.copy() %}{% set _ = c.update(x=1) %}{{ d }}{{ c }}
{% set _ = d.update({'a': d.a + 1}) %}{{ d.a }}
{% for k in d %}{{ k }}{{ d[k] }}{% endfor %}
{% for k in d.keys() %}{{ k }}{% endfor %}{% for v in d.values() %}{{ v }}{% endfor %}
{% set k = d.keys() %}{% set _ = d.update(z=1) %}{{ k|list }}
{% for k, v in d.items()|list %}{% set _ = d.pop(k) %}{{ k }}{% endfor %}{{ d }}
''', S)
each("dict-method-error", r'''
{{ d.pop('x') }} {{ d.pop() }} {{ {}.popitem() }} {{ d.get() }} {{ d.update(5) }} {{ d.update([1]) }} {{ d.keys(1) }} {{ d.nope() }} {{ d.has_key('a') }} {{ d.iteritems() }} {{ d.items(1) }} {{ d.append(1) }} {{ d.get('a', 1, 2) }} {{ d.setdefault() }} {{ d.copy(1) }} {{ d.update({}, {}) }} {{ d.pop([]) }}
{% for k in d %}{% set _ = d.pop(k) %}{% endfor %}
{% for k in d %}{% set _ = d.update({k ~ 'x': 1}) %}{% endfor %}
{% for k, v in d %}{{ k }}{% endfor %}
''', S)
each("number-method", r'''
{{ 5 .bit_length() }} {{ n.bit_length() }} {{ f.is_integer() }} {{ 2.0.is_integer() }} {{ n.real }} {{ n.imag }} {{ n.numerator }} {{ n.denominator }} {{ f.real }} {{ f.imag }} {{ f.as_integer_ratio() }} {{ n.conjugate() }} {{ true.real }} {{ n.nope is defined }} {{ f.hex() }} {{ n.bit_count() }} {{ n.as_integer_ratio() }} {{ f.nope() }} {{ n.upper() }} {{ n.__add__(1) }}
''', {"n": 10, "f": 2.5})

"""Whitespace control, trim_blocks, lstrip_blocks, newlines, comments, raw, delimiters, line statements."""
import itertools

from . import case

# Every mark on every side of a tag, with each pair of switches.
for open_mark, close_mark in itertools.product(["", "-", "+"], ["", "-", "+"]):
    for trim, lstrip in itertools.product([False, True], repeat=2):
        switches = {name: True for name, on in [("trim_blocks", trim), ("lstrip_blocks", lstrip)] if on}
        case("whitespace-tag", f"a \n  {{%{open_mark} if true {close_mark}%}} \n  b  \n {{%{open_mark} endif {close_mark}%}}\n\n c", **switches)
        case("whitespace-set", f"a\n\t{{%{open_mark} set x = 1 {close_mark}%}}\n\tb {{%{open_mark} set y = 1 {close_mark}%}} c", **switches)
        case("whitespace-comment", f"a \n  {{#{open_mark} note {close_mark}#}} \n  b {{#{open_mark}{close_mark}#}}\nc", **switches)
        case("whitespace-raw", f"a \n  {{%{open_mark} raw {close_mark}%}} \n  {{{{ x }}}}  \n {{%{open_mark} endraw {close_mark}%}}\n\n c", **switches)
for open_mark, close_mark in itertools.product(["", "-", "+"], ["", "-"]):
    for trim, lstrip in itertools.product([False, True], repeat=2):
        switches = {name: True for name, on in [("trim_blocks", trim), ("lstrip_blocks", lstrip)] if on}
        case("whitespace-print", f"a \n  {{{{{open_mark} 1 {close_mark}}}}} \n  b", **switches)

LOOP = "<ul>\n  {% for x in [1, 2] %}\n    <li>{{ x }}</li>\n  {% endfor %}\n</ul>\n"
for switches in [{}, {"trim_blocks": True}, {"lstrip_blocks": True}, {"trim_blocks": True, "lstrip_blocks": True},
                 {"keep_trailing_newline": True}, {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}]:
    case("whitespace-loop", LOOP, **switches)
    case("whitespace-loop", LOOP.replace("{% ", "{%- "), **switches)
    case("whitespace-loop", LOOP.replace(" %}", " -%}"), **switches)
    case("whitespace-loop", LOOP.replace("{% for", "{%+ for").replace("]  %}", "] +%}"), **switches)
    case("whitespace-loop", LOOP.replace("\n", "\r\n"), **switches)
    case("whitespace-macro", "{% macro m(a) %}\n  <b>{{ a }}</b>\n{% endmacro %}\n[{{ m(1) }}]\n{% macro w() %}\n  <{{ caller() }}>\n{% endmacro %}\n{% call w() %}\n  c\n{% endcall %}\n!", **switches)
    case("whitespace-nested", "{% if true %}\n  {% if true %}\n    x\n  {% endif %}\n{% endif %}\n\n\nend\n\n", **switches)
    case("whitespace-inline", "  {% if true %} a {% endif %} b\n  {% if true %}c{% endif %}\n", **switches)
    case("whitespace-inline", "x {% if true %}\n  y\n  {% else %}\n  z\n  {% endif %} w\n", **switches)
    case("whitespace-block", "  {% block a %}\n  text\n  {% endblock %}\n  {% set x %}\n  y\n  {% endset %}\n[{{ x }}]", **switches)
    case("whitespace-filter", "  {% filter upper %}\n  text\n  {% endfilter %}\nend", **switches)
    case("whitespace-comment-lines", "a\n{# one #}\nb\n  {# two #}\n  c {# three #}\n{#- four -#}\n d\n{# five\nsix #}\n", **switches)
    case("whitespace-raw-lines", "a\n  {% raw %}\n  {{ x }} {% y %} {# z #}\n  {% endraw %}\n  b\n", **switches)
    case("whitespace-trailing", "a\n", **switches)
    case("whitespace-trailing", "a\n\n", **switches)
    case("whitespace-trailing", "a\r\n", **switches)
    case("whitespace-trailing", "\n", **switches)
    case("whitespace-trailing", "{{ 1 }}\n", **switches)
    case("whitespace-trailing", "{% if true %}a{% endif %}\n", **switches)
    case("whitespace-trailing", "a\n{% set x = 1 %}\n", **switches)
    case("whitespace-trailing", "{# c #}\n", **switches)

for template in [
        "a  {{- 1 -}}  b", "a\n\n{{- 1 -}}\n\nb", "a {{ 1 -}} b", "a {{- 1 }} b", "a\u00a0{{- 1 -}}\u00a0b", "a\u2003{{- 1 -}}\u3000b", "a\t\r\n{{- 1 -}}\v\fb", "{{- 1 -}}", "  {{- 1 -}}  ", "{%- if true -%}  a  {%- endif -%}",
        "{{ -1 }}", "{{-1}}", "{{--1}}", "{{ 1 -}}{{- 2 }}", "{{ 1 -}} {{- 2 }}", "{{ 1 - }}", "{{+1}}", "{{+ 1 }}", "{{ 1 + }}", "{%- set x = 1 -%}{{ x }}", "a {#- c -#} b", "a {#-c-#} b", "a {#--#} b", "a {##} b", "a {#-#} b",
        "a {# {{ x }} {% if %} #} b", "a {# # } #} b", "a {# {# #} b", "a {# unclosed", "a #} b", "a }} b", "a %} b", "a { { b", "a {b} c", "a { % b", "{ {1} }", "{", "{{", "{%", "{#", "}", "%", "{{ '}}' }}", "{{ '%}' }}", "{{ '{{' }}", "{% set x = '%}' %}{{ x }}",
        "{{ \"{#\" }}", "{{ {'a': {'b': 1}}['a']['b'] }}", "{{ {'a': {'b': 1}}}}", "{{{'a': 1}}}", "{{{}}}", "{{ {'a': {}}}}", "{{\n1\n+\n2\n}}", "{%\nif\ntrue\n%}x{%\nendif\n%}", "{{\t1\t}}", "{{\r\n1}}", "line1\rline2", "line1\r\nline2\r\n", "a\n\nb", "",
        " ", "\t", "plain text only", "ünïcödé text", "$ % # & text", "{{ 1 }}{{ 2 }}", "{{1}}{{2}}", "a{{ '' }}b", "a\\nb", "\\{{ 1 }}", "#{1}", "<%= x %>", "${x}", "{{ 1 }} {# {{ 2 }} #} {{ 3 }}", "{% raw %}{{ x }}{% endraw %}", "{% raw %}{% if %}{% endraw %}",
        "{% raw %}{# c #}{% endraw %}", "{% raw %}{% raw %}{% endraw %}", "{%raw%}x{%endraw%}", "{%-raw-%} x {%-endraw-%}", "{% raw -%} x {%- endraw %}", "{%- raw %} x {% endraw -%} y", "{% raw %}", "{% raw %}x{% end raw %}", "{% raw x %}{% endraw %}", "{% raw %}a{% endraw x %}",
        "{% raw %}}}{% endraw %}", "{% raw %}\n a\n{% endraw %}\nb", "{% if true %}{% raw %}{{ y }}{% endraw %}{% endif %}", "{{ 'a' }}\n{% if true %}\nb\n{% endif %}\nc", "{% if true %}\n\n\nx\n\n\n{% endif %}", "a{% if true %} {% endif %}b", "a {%- if true %} b {% endif -%} c",
        "{% for x in [1,2] %}\n{{ x }}\n{% endfor %}", "{% for x in [1,2] -%}\n{{ x }}\n{%- endfor %}", "{%- for x in [1,2] %}\n{{ x }}\n{%- endfor %}", "{% for x in [1,2] -%}\n{{ x }},\n{% endfor -%}\nend", "{% for x in [1,2] %}{{ x }}{{ ',' if not loop.last }}\n{%- endfor %}",
        "a\n{%- if true %}\nb\n{%- endif %}\nc", "\n\n{%- if true -%}\n\nb\n\n{%- endif -%}\n\n", "{{ 'x'\n}}\n", "a{{ '\n' }}b", "{{ 'a\r\nb' }}", "{{ 'tab\there' }}"]:
    case("lexing", template)
    if "\n" in template and "{%" in template:
        case("lexing-trim", template, trim_blocks=True, lstrip_blocks=True)

for text in ["a\nb\r\nc\rd", "{{ 'a\nb' }}", "x\n{% if true %}\ny{% endif %}\n", "{% set x %}a\nb{% endset %}{{ x|length }}", "a\n"]:
    for sequence in ["\n", "\r\n", "\r"]:
        case("newline-sequence", text, newline_sequence=sequence)
        case("newline-sequence", text, newline_sequence=sequence, keep_trailing_newline=True)
case("newline-sequence", "{{ v }}|{{ v|wordwrap(3) }}|{{ v|indent }}", {"v": "ab cd\nef gh"}, newline_sequence="\r\n")

PHP = dict(block_start_string="<?", block_end_string="?>", variable_start_string="<?=", variable_end_string="?>", comment_start_string="<!--", comment_end_string="-->")
ERB = dict(block_start_string="<%", block_end_string="%>", variable_start_string="<%=", variable_end_string="%>", comment_start_string="<%#", comment_end_string="%>")
LATEX = dict(block_start_string="\\BLOCK{", block_end_string="}", variable_start_string="\\VAR{", variable_end_string="}", comment_start_string="\\#{", comment_end_string="}", line_statement_prefix="%%", line_comment_prefix="%#")
SQUARE = dict(block_start_string="[%", block_end_string="%]", variable_start_string="[[", variable_end_string="]]", comment_start_string="[#", comment_end_string="#]")
DOLLAR = dict(variable_start_string="${", variable_end_string="}", block_start_string="$(", block_end_string=")")
for delimiters, templates in [
        (PHP, ["<!-- c --><? for x in [1, 2] ?><?= x ?><? endfor ?>", "<?- if true -?> a <?- endif -?> b", "{{ x }} {% if %}", "a <?= '?>' ?> b", "<? raw ?><?= x ?><? endraw ?>"]),
        (ERB, ["<%# c %><% for x in [1, 2] %><%= x %><% endfor %>", "<%- if true -%> a <%- endif -%> b", "<%= 5 % 3 %>", "a\n<%- if true %>\nb\n<% endif %>", "<%= 1 -%> x", "<%=-1%>"]),
        (LATEX, ["\\VAR{x} \\BLOCK{if true}y\\BLOCK{endif} \\#{c}", "%% for i in [1, 2]\n  \\VAR{i} %# note\n%% endfor\ndone", "\\VAR{ {'a': 1}.a }", "\\textbf{\\VAR{x}}", "%% if true:\nyes\n%% endif"]),
        (SQUARE, ["[[ 1 ]] [% if true %]a[% endif %] [# c #]", "[[ [1, 2][0] ]]", "[[ [[1]] ]]", "[[ [1][0]]]", "[%- if true -%] a [%- endif %]", "{{ 1 }}"]),
        (DOLLAR, ["${1 + 1} $(if true)a$(endif)", "${ {'a': 2}['a'] }", "$$(if (1))x$(endif)", "$ {1}", "{{ 1 }} ${ '}' }", "${{'a': 1}.a}"])]:
    for template in templates:
        case("delimiters", template, {"x": "X"}, **delimiters)
        case("delimiters-trim", template, {"x": "X"}, trim_blocks=True, lstrip_blocks=True, **delimiters)
case("delimiters", "<< 1 >> << 'a' ~ \"b\" >>", variable_start_string="<<", variable_end_string=">>")
case("delimiters", "@1@ @'a'@ x@y", variable_start_string="@", variable_end_string="@")
case("delimiters", "(1) [if true]x[endif]", variable_start_string="(", variable_end_string=")", block_start_string="[", block_end_string="]")
case("delimiters-error", "{{ 1 }}", variable_start_string="{{", block_start_string="{{")
case("delimiters-error", "{{ 1 }}", variable_start_string="{#")

for template in [
        "# for x in [1, 2]\n{{ x }}\n# endfor\nend", "# for x in [1, 2]:\n{{ x }}\n# endfor", "  # if true\n  a\n  # endif\n  b", "# set x = 1\n{{ x }}", "a # set x = 1\n{{ x }}", "a\n# set x = (1 +\n  2)\n{{ x }}", "# set x = [1,\n 2]\n{{ x }}\n",
        "# if true\na\n# else\nb\n# endif", "# for x in [1, 2] recursive\n{{ x }}\n# endfor", "\n\n# if true\n\na\n\n# endif\n\n", "# if true\n# if true\nx\n# endif\n# endif", "#if true\nx\n#endif", "# block a\nx\n# endblock", "# macro m(a)\n[{{ a }}]\n# endmacro\n{{ m(1) }}",
        "# if true -\n  x\n# endif", "# include 'part'\nend", "{% if true %}\n# set y = 2\n{{ y }}\n{% endif %}", "# if true\n", "# nope\n", "## comment\nx", "a ## comment\nb", "a\n## comment\nb", "{{ 1 }} ## c\n{{ 2 }}", "# set x = 1 ## c\n{{ x }}", "# if '##' == x ## y\na\n# endif",
        "  ## indented\nb\n", "# for x in [1, 2]\n  ## c {{ x }}\n  {{ x }} ## {{ 1 / 0 }}\n# endfor", "# raw\n{{ x }}\n# endraw", "text with # inside\n#", "#\n", "# print 1\n# print 2\n", "# if true\r\nx\r\n# endif\r\n", "\t# if true\n\tx\n\t# endif"]:
    for switches in [{}, {"trim_blocks": True, "lstrip_blocks": True}]:
        case("line-statements", template, templates={"part": "part\n"}, line_statement_prefix="#", line_comment_prefix="##", **switches)
case("line-statements", "% for x in [1, 2]\n{{ x }} %\n% endfor\n50 %", line_statement_prefix="%")
case("line-statements", "% for x in [1, 2]:\n  % if x == 1\n  one\n  % endif\n% endfor", line_statement_prefix="%")
case("line-statements", "a // c\n// d\nb", line_comment_prefix="//")
case("line-statements", "http://x // c\nb", line_comment_prefix="//")
case("line-statements", "-- for x in [1]\n{{ x }}\n-- endfor", line_statement_prefix="--")

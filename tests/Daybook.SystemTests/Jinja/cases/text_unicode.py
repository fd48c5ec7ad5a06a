"""Text is a sequence of code points: astral characters, combining marks, right-to-left, and case rules."""
from . import case

SAMPLES = {"astral": "a😀b🎉c", "family": "👩‍👩‍👧‍👦!", "flags": "🇩🇪🇫🇷", "combining": "e\u0301a\u0308o", "composed": "éäö", "arabic": "مرحبا بالعالم", "hebrew": "שלום עולם", "devanagari": "नमस्ते दुनिया", "thai": "สวัสดีชาวโลก", "cjk": "日本語テキスト", "hangul": "한국어 텍스트",
           "greek": "ΑΣ Οδυσσεύς", "turkish": "İstanbul ısı", "german": "Straße ẞ", "ligature": "ﬁne ﬂow", "math": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝟙𝟚", "bidi": "abc \u202edcba\u202c xyz", "zero": "a\u200bb\u200cc\u200dd\ufeff", "controls": "a\u0001b\u0085c\u009fd", "separators": "a\u2028b\u2029c\u0085d\u000be", "spaces": "a\u00a0b\u2003c\u3000d\u1680e", "emoji_vs": "❤️ ☎︎", "digits": "٣٤٥ ３ ² ½ Ⅷ", "titlecase": "ǆ ǉ ǌ"}
for name, text in SAMPLES.items():
    for expression in ["v|length", "v|upper", "v|lower", "v|title", "v|capitalize", "v|reverse", "v[1:3]", "v[-2:]", "v[0]", "v[::-1]", "v|list", "v|center(16)", "v|truncate(4, true, '…', 0)", "v|wordwrap(4)", "v|urlencode", "v|tojson", "v|e", "v|wordcount", "v|trim", "[v]", "v|pprint", "v.title()", "v.swapcase()", "v.casefold()", "v.split()", "v.splitlines()", "v.isalpha()", "v.isprintable()", "v.find('c')", "v.rjust(12, '·')",
                       "'%-8s|' % v", "'{:>10}|'.format(v)", "'{:.3}'.format(v)", "v|sort|join", "v|unique|list|length", "v|batch(2)|map('join')|list", "v|first ~ v|last", "v|indent(2, true)", "v in [v]", "v|replace('a', 'ß')", "v.partition(' ')", "'%a' % v", "v|min ~ v|max", "v|striptags", "v.istitle()", "v|groupby(0)|length"]:
        case(f"unicode-{name}", f"{{{{ {expression} }}}}", {"v": text})
for characters in ["aàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ", "ĀāŁłŒœŠšŸŽžƒǅǈǋ", "ΆΈΉΊΌΎΏΐΑΒΓΔΕΖΗΘ", "ЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏабв", "ԱԲԳԴաբգդև", "ႠႡႢაბგᲐᲑ", "ᎠᎡᏰᏱꭰꭱ", "Ḁḁẖẗẘẙẚẞỳỹ", "ἀἁἈἉᾀᾈᾳᾼ", "ⅰⅱⅠⅡⓐⒶ", "ﬀﬁﬂﬃﬄﬅﬆﬓ", "Ａｂｃ", "𐐀𐐁𐐨𐐩", "𐲀𐲁𐳀𐳁", "𑢠𑢡𑣀", "𞤀𞤁𞤢", "ıİſKÅ", "ǰŉΐΰև", "ꙀꙁꚀꚁ", "Ꞵꞵ"]:
    case("unicode-case", "{{ v.upper() }}|{{ v.lower() }}|{{ v.title() }}|{{ v.swapcase() }}|{{ v.casefold() }}|{{ v.capitalize() }}", {"v": characters})
    case("unicode-class", "{% for c in v %}{{ c.isupper() }}{{ c.islower() }}{{ c.isalpha() }}{{ c.isalnum() }}{{ c.isnumeric() }}{{ c.isdigit() }}{{ c.isdecimal() }}{{ c.isidentifier() }} {% endfor %}", {"v": characters})
case("unicode-space", "{% for c in v %}{{ c.isspace() }} {% endfor %}{{ v.split()|length }}", {"v": "a\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2007\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeffb"})
case("unicode-lines", "{{ v.splitlines() }}|{{ v|indent }}|{{ v|wordwrap(2) }}", {"v": "a\nb\u000bc\fd\re\u001cf\u001dg\u001eh\u001fi\u0085j\u2028k\u2029l"})

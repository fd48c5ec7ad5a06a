using System.Text;

namespace Daybook.Tests.Reports;

/// <summary>Damages templates as hands, editors and disks do, and as an attacker would: bytes, lines and values of YAML, tokens of Jinja.</summary>
internal sealed class TemplateMutator(Random random)
{
    private static readonly string[] Values =
    [
        "null", "~", "[]", "{}", "-1", "0", "1e400", "99999999999999999999", "true", "no", "''", "\"\\u0000\"", "*a", "&a x", "!!str 1", "|", ">", "[[[[", "{a: {a: {a: 1}}}", "2026-13-45", "'{{'",
        "'{{ runs }}'", "'%}'", "../../etc/passwd", "data_block", "composite_block", "visualization_block", "pie", "none", "runs", "runs.0.tests", "previous.runs", "empty",
    ];

    private static readonly string[] Tokens =
    [
        "{{", "}}", "{%", "%}", "{#", "#}", "{{ runs }}", "{{ runs[99] }}", "{{ runs[::0] }}", "{{ 1 // 0 }}", "{{ 2 ** 99999 }}", "{{ 'a' * 99999999 }}", "{{ range(99999) | list }}", "{{ self }}", "{{ loop }}",
        "{{ ''.__class__ }}", "{{ none.x }}", "{{ runs | map('x') | list }}", "{{ '%d' % 'x' }}", "{{ '{:>999999999}'.format(1) }}", "{{ summary | tojson | safe }}", "{{ caller() }}",
        "{% for a in runs %}", "{% endfor %}", "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "{% if %}", "{% else %}", "{% endif %}", "{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}",
        "{% block b %}", "{% endblock %}", "{% extends 'x' %}", "{% include 'x' %}", "{% set a, a = 1, 2 %}", "{% raw %}", "{% filter upper %}", "{% call m() %}", "|", "| e", "is defined", "not", "in", "[", "]", "(", ")", "\"", "'",
        "**", "_", "`", "```cards\n", "> > > > ", "- - - - ", "# ", "|---|", "| a | b |\n", "![x](data:image/png;base64,AAAA)", "[x](javascript:1)", "<script>", "&#0;", "\t", "\r", "\u202e", "\ufeff",
    ];

    public byte[] Damage(string template)
    {
        var text = template;
        for (var i = random.Next(1, 3); i > 0; i--)
            text = random.Next(4) switch { 0 => Line(text), 1 => Value(text), 2 => Token(text), _ => Piece(text) };
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(5) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    /// <summary>A line is lost, doubled, moved or indented otherwise.</summary>
    private string Line(string text)
    {
        var lines = text.Split('\n').ToList();
        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        var line = lines[at];
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, line);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], line);
                break;
            default:
                lines[at] = random.Next(2) == 0 ? "  " + line : line.TrimStart();
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>What stands behind a colon becomes something else.</summary>
    private string Value(string text)
    {
        var colons = Enumerable.Range(0, text.Length - 1).Where(i => text[i] == ':' && text[i + 1] is ' ' or '\n').ToList();
        if (colons.Count == 0)
            return text;
        var start = colons[random.Next(colons.Count)] + 1;
        var end = text.AsSpan(start).IndexOfAny(",}\n") is var length and >= 0 ? start + length : text.Length;
        return $"{text[..start]} {Values[random.Next(Values.Length)]}{text[end..]}";
    }

    /// <summary>A token where text or an expression stands.</summary>
    private string Token(string text)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => text[i] is ' ' or '}' or '\n' or '|').ToList();
        return places.Count == 0 ? text : text.Insert(places[random.Next(places.Count)], Tokens[random.Next(Tokens.Length)]);
    }

    /// <summary>A piece is lost, or stands once more elsewhere.</summary>
    private string Piece(string text)
    {
        if (text.Length < 2)
            return text;
        var start = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 60), text.Length - start);
        return random.Next(2) == 0 ? text.Remove(start, length) : text.Insert(random.Next(text.Length), text.Substring(start, length));
    }
}

using System.Buffers;
using System.Text;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja;

/// <summary>Escapes as markupsafe does.</summary>
internal sealed class HtmlEscaper : Escaper
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>'\"");

    public override string Escape(string text)
    {
        var rest = text.AsSpan();
        var special = rest.IndexOfAny(Special);
        if (special < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        while (special >= 0)
        {
            escaped.Append(rest[..special]).Append(Entity(rest[special]));
            rest = rest[(special + 1)..];
            special = rest.IndexOfAny(Special);
        }

        return escaped.Append(rest).ToString();
    }

    public override void Write(OutputBuffer output, string text)
    {
        var rest = text.AsSpan();
        for (var special = rest.IndexOfAny(Special); special >= 0; special = rest.IndexOfAny(Special))
        {
            output.Write(rest[..special]);
            output.Write(Entity(rest[special]));
            rest = rest[(special + 1)..];
        }

        output.Write(rest);
    }

    private static string Entity(char special) => special switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\'' => "&#39;",
        _ => "&#34;",
    };
}

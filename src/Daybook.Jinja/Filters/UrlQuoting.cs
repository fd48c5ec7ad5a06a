using System.Globalization;
using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Quotes data for a URL, as Python's <c>urllib.parse.quote</c> does.</summary>
internal static class UrlQuoting
{
    /// <summary>A text as a path; pairs or a dict as a query.</summary>
    public static string Encode(object? value)
    {
        if (value is string or Markup || !PyContainer.TryGetIterator(value, out var iterator))
            return Quote(value, isQuery: false);
        var pairs = value is PyDict dict ? new PyDictView(dict, PyDictViewKind.Items).GetIterator() : iterator;
        return string.Join('&', PyIterators.Once(pairs).Select(static pair => Unpacking.Pair(pair))
            .Select(static pair => $"{Quote(pair.First, isQuery: true)}={Quote(pair.Second, isQuery: true)}"));
    }

    private static string Quote(object? value, bool isQuery)
    {
        var text = PyText.Str(value);
        var output = new StringBuilder(text.Length);
        foreach (var octet in Utf8(text))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '~' || (c == '/' && !isQuery))
                output.Append(c);
            else if (c == ' ' && isQuery)
                output.Append('+');
            else
                output.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return output.ToString();
    }

    private static byte[] Utf8(string text)
    {
        for (var i = 0; i < text.Length; i += CodePoints.LengthAt(text, i))
        {
            if (char.IsSurrogate(text[i]) && CodePoints.LengthAt(text, i) == 1)
            {
                throw new PyException(PyErrorKind.UnicodeEncodeError, string.Create(
                    CultureInfo.InvariantCulture,
                    $"'utf-8' codec can't encode character '\\u{(int)text[i]:x4}' in position {CodePoints.Count(text[..i])}: surrogates not allowed"));
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }
}

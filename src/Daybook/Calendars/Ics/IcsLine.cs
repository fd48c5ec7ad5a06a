using System.Collections.Immutable;

namespace Daybook.Calendars.Ics;

/// <summary>One unfolded content line.</summary>
/// <param name="Name">In upper case.</param>
/// <param name="Parameters">Names in upper case, values without quotes.</param>
/// <param name="Number">1-based line of the file where it starts.</param>
internal sealed record IcsLine(string Name, ImmutableDictionary<string, string> Parameters, string Value, int Number)
{
    /// <returns>Null for a line without a colon.</returns>
    public static IcsLine? Parse(string text, int number)
    {
        var colon = Outside(text, ':', 0);
        if (colon <= 0)
            return null;
        var parts = new List<string>();
        for (var start = 0; start < colon;)
        {
            var end = Outside(text, ';', start);
            end = end < 0 || end > colon ? colon : end;
            parts.Add(text[start..end]);
            start = end + 1;
        }

        var parameters = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parameters[part[..equals].ToUpperInvariant()] = part[(equals + 1)..].Trim('"');
        }

        return new IcsLine(parts[0].ToUpperInvariant(), parameters.ToImmutable(), text[(colon + 1)..], number);
    }

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    /// <summary>The first such character outside quotes, from a place on; −1 when there is none.</summary>
    private static int Outside(string text, char wanted, int start)
    {
        var isQuoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (text[i] == wanted && !isQuoted)
                return i;
        }

        return -1;
    }
}

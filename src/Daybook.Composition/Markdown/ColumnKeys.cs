using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Daybook.Composition;

/// <summary>Keys for columns that only have titles: lower case with underscores, each unique.</summary>
internal static class ColumnKeys
{
    public static ImmutableArray<string> Of(IEnumerable<string> titles)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var title in titles)
        {
            var stem = Stem(title);
            var key = stem;
            for (var number = 2; !used.Add(key); number++)
                key = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");
            keys.Add(key);
        }

        return keys.ToImmutable();
    }

    private static string Stem(string title)
    {
        var key = new StringBuilder();
        foreach (var c in title.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                key.Append(c);
            else if (key.Length > 0 && key[^1] != '_')
                key.Append('_');
        }

        var text = key.ToString().TrimEnd('_');
        return text.Length > 0 ? text : "column";
    }
}

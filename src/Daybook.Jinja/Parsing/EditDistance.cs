namespace Daybook.Jinja.Parsing;

/// <summary>Finds the name that was probably meant.</summary>
public static class EditDistance
{
    /// <summary><c>did you mean 'endfor'?</c>, or null where no candidate is close.</summary>
    public static string? Advice(string written, IEnumerable<string> candidates) => Nearest(written, candidates) is { } best ? $"did you mean '{best}'?" : null;

    /// <summary>The closest candidate; null where none is close.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, written.Length / 3);
        string? best = null;
        var smallest = limit + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (candidate == written || Math.Abs(candidate.Length - written.Length) > limit)
                continue;
            var distance = string.Equals(candidate, written, StringComparison.OrdinalIgnoreCase) ? 0 : Between(written, candidate);
            if (distance < smallest && distance < Math.Max(written.Length, candidate.Length))
                (best, smallest) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours that make one text the other.</summary>
    private static int Between(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[from.Length, to.Length];
    }
}

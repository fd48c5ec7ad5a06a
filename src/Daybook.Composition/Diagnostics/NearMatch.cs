namespace Daybook.Composition;

/// <summary>Finds the word a person most likely meant.</summary>
internal static class NearMatch
{
    /// <summary>Null when no known word is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var limit = Math.Clamp(word.Length / 3, 1, 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in known)
        {
            var distance = candidate.StartsWith(word + "_", StringComparison.OrdinalIgnoreCase)
                ? 1
                : Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant(), limit);
            if (distance < bestDistance && distance < Math.Max(word.Length, candidate.Length))
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary><c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> known) => Of(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>Edits (insert, delete, replace, swap of neighbours) from one word to the other; more than <paramref name="limit"/> when they are far apart.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var replace = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}

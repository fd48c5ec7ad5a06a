using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>
/// Finds figures of an answer that its prompt does not have. A figure is known when a number of the prompt, rounded to the digits that the answer
/// writes, gives it; a percentage also when the prompt has the ratio. It cannot tell whether a known figure stands for the right thing, nor check
/// what the model computed: that is listed too.
/// </summary>
internal static class FigureGuard
{
    /// <returns>The figures as the answer writes them, each once, in its order.</returns>
    public static ImmutableArray<string> Unknown(string answer, string prompt)
    {
        var found = FigureReader.Read(FigureReader.WithoutListNumbers(answer));
        if (found.Numbers.IsEmpty && found.Others.IsEmpty)
            return [];
        var known = FigureReader.Read(prompt);
        var (plain, percents) = (Values(known, isPercent: false), Values(known, isPercent: true));
        var others = known.Others.Select(other => other.Meaning).ToHashSet(StringComparer.Ordinal);
        var years = others.Where(meaning => meaning.Length == 10).Select(date => date[..4]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. found.Numbers.Where(figure => !IsKnown(figure, plain, percents) && !years.Contains(figure.Text)).Select(figure => figure.Text)
                .Concat(found.Others.Where(other => !IsKnown(other.Meaning, others)).Select(other => other.Shown)).Distinct(),
        ];
    }

    private static decimal[] Values(FoundFigures known, bool isPercent)
    {
        var values = known.Numbers.Where(figure => figure.IsPercent == isPercent).Select(figure => figure.Value).ToArray();
        Array.Sort(values);
        return values;
    }

    private static bool IsKnown(Figure figure, decimal[] plain, decimal[] percents)
    {
        var (low, high) = (figure.Value - figure.Step / 2, figure.Value + figure.Step / 2);
        if (!figure.IsPercent)
            return HasBetween(plain, low, high);
        return HasBetween(percents, low, high) || HasBetween(plain, low, high) || HasBetween(plain, low / 100, high / 100);
    }

    /// <summary>A date without a year is known when any year of the data has it; a whole one also when the data has it without a year.</summary>
    private static bool IsKnown(string meaning, HashSet<string> others) =>
        others.Contains(meaning) || (meaning.Length == 5 && others.Any(other => other.Length == 10 && other.EndsWith(meaning, StringComparison.Ordinal)));

    private static bool HasBetween(decimal[] sorted, decimal low, decimal high)
    {
        var at = Array.BinarySearch(sorted, low);
        at = at < 0 ? ~at : at;
        return at < sorted.Length && sorted[at] <= high;
    }
}

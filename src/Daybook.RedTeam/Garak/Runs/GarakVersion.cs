using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>Compares versions by their leading numbers: <c>0.14.0.pre1</c> is 0.14.0.</summary>
internal static class GarakVersion
{
    private static readonly int[] FirstWithCompletion = [0, 9, 0, 14];

    /// <summary>Whether a complete log of this version ends with a <c>completion</c> record; false for an unknown version.</summary>
    public static bool WritesCompletion(string? version) =>
        version is not null && Numbers(version) is { Count: > 0 } numbers && Compare(numbers, FirstWithCompletion) >= 0;

    private static List<int> Numbers(string version)
    {
        var numbers = new List<int>();
        foreach (var part in version.Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                break;
            numbers.Add(number);
        }

        return numbers;
    }

    private static int Compare(List<int> version, int[] other)
    {
        for (var i = 0; i < Math.Max(version.Count, other.Length); i++)
        {
            var difference = version.ElementAtOrDefault(i).CompareTo(other.ElementAtOrDefault(i));
            if (difference != 0)
                return difference;
        }

        return 0;
    }
}

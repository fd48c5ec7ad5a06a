using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>What a configured source may be called.</summary>
public static partial class SourceName
{
    public const int MaxLength = 63;

    public static bool IsValid(string name) => name.Length <= MaxLength && Pattern().IsMatch(name);

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*$")]
    private static partial Regex Pattern();
}

using System.Collections.Immutable;

namespace Daybook.Export;

internal static class ReadingDirection
{
    private static readonly ImmutableHashSet<string> RightToLeft = ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"];

    /// <param name="language">A BCP 47 tag.</param>
    public static bool IsRightToLeft(string language) => RightToLeft.Contains(language.Split('-')[0].ToLowerInvariant());
}

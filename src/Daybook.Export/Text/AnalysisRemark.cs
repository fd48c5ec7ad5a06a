using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Says that a section was written by a model, which, and when: the same sentence in every format.</summary>
internal static class AnalysisRemark
{
    /// <returns>Null for a section that no model wrote.</returns>
    public static string? Of(Section section)
    {
        if (section.AnalysisModel is not { } model)
            return null;
        var when = section.AnalysisAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", written {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "";
        var tokens = section.TokensUsed is { } used ? string.Create(CultureInfo.InvariantCulture, $", {used:N0} tokens") : "";
        return $"Analysis by {model} (AI){when}{tokens}; check it against the figures.";
    }
}

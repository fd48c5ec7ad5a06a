using Daybook.Documents;

namespace Daybook.Export.Charts;

/// <summary>The line below a chart's title.</summary>
internal static class ChartCaption
{
    /// <summary>What is measured, in which unit, on how many observations: <c>Response time, ms · n = 1,240</c>; empty when nothing is known.</summary>
    public static string Of(ChartOptions options)
    {
        // Per cent stand at every number; other units only here.
        var unit = options.Unit == "%" ? null : options.Unit;
        var measure = string.Join(", ", new[] { options.YTitle, unit }.Where(part => part is { Length: > 0 }));
        var sample = options.SampleSize is { } size ? "n = " + NumberText.Count(size, options) : "";
        return string.Join(" · ", new[] { measure, sample }.Where(part => part.Length > 0));
    }
}

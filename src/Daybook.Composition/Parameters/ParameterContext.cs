using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>What the defaults of parameters can name beside other parameters.</summary>
internal static class ParameterContext
{
    public const string ReportDate = "report_date";

    public static readonly ImmutableArray<string> Names =
        [ReportDate, "business_date", "period_start", "period_end", "zone", "generated_at", "current_date", "current_time"];
}

using System.Globalization;

namespace Daybook.Reports;

/// <summary>A stage took longer than it may.</summary>
internal sealed class StageTimeoutException(ReportStage stage, TimeSpan limit)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"The stage '{stage.ToString().ToLowerInvariant()}' took more than {limit.TotalSeconds} seconds."))
{
    public const string Code = "stage_timeout";
}

namespace Daybook.Tests;

/// <summary>With <c>DAYBOOK_LONG_RUN=1</c>, tests that do the same often do it for as long as a proof takes; otherwise often enough to meet each case.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("DAYBOOK_LONG_RUN") == "1";
}

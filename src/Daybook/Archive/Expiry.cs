namespace Daybook.Archive;

/// <summary>What retention lets go, as of one moment.</summary>
/// <param name="Before">Reports made before it go by age.</param>
/// <param name="Keep">Reports of a template beyond so many newer ones go by count.</param>
internal sealed record Expiry(DateTimeOffset Before, long Keep, DateTimeOffset Now)
{
    public static Expiry Of(RetentionOptions options, DateTimeOffset now) => new(
        options.Days > 0 ? now.AddDays(-options.Days) : DateTimeOffset.UnixEpoch,
        options.ReportsPerTemplate > 0 ? options.ReportsPerTemplate : long.MaxValue,
        now);
}

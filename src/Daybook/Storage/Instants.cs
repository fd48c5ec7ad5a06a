namespace Daybook.Storage;

internal static class Instants
{
    /// <summary>The present instant to the microsecond, which is what both databases keep.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

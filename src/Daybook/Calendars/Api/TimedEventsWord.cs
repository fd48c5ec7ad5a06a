using Daybook.Hosting;

namespace Daybook.Calendars.Api;

/// <summary>What becomes of the timed events of an ICS file.</summary>
internal static class TimedEventsWord
{
    private const string Ignore = "ignore", CloseEarly = "close_early";

    public static string Of(bool closesEarly) => closesEarly ? CloseEarly : Ignore;

    /// <param name="word">Null ignores them.</param>
    public static bool Read(string? word, RequestCheck check)
    {
        check.Refuse(word is not (null or Ignore or CloseEarly), "timed_events", $"must be {Ignore} or {CloseEarly}", "unknown_word");
        return word == CloseEarly;
    }
}

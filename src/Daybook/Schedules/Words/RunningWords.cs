using System.Collections.Immutable;
using System.Globalization;
using Daybook.Schedules.Running;

namespace Daybook.Schedules.Words;

/// <summary>Says of a schedule that was changed, paused or ended what becomes of the reports that were being made at that moment.</summary>
internal static class RunningWords
{
    public const string AllTheSame = "goes out all the same", AsItIsNow = "stays as it was ordered, but goes to those whom the schedule names now";

    private const int MostNamed = 3;

    /// <param name="what">What becomes of each.</param>
    /// <returns>What follows on what was done; nothing where none runs.</returns>
    public static string After(ImmutableArray<OccurrenceId> running, string what) => running switch
    {
        [] => "",
        [var only] => $". A report is being made: it {what}; to end it: daybook schedule cancel {only}",
        _ => string.Create(CultureInfo.InvariantCulture, $". {running.Length} reports are being made: each {what}; to end one: daybook schedule cancel, with {string.Join(" or ", running.Take(MostNamed))}"),
    };
}

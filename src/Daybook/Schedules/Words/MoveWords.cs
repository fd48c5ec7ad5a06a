using System.Collections.Immutable;
using System.Globalization;
using Daybook.Schedules.Running;

namespace Daybook.Schedules.Words;

/// <summary>Tells an owner what planning anew moved: each occurrence by its date and time, before and after.</summary>
internal static class MoveWords
{
    /// <summary>In one notice; the audit log has all.</summary>
    private const int MostTold = 10;

    /// <param name="why">As in the audit log: <c>tzdb</c>, or <c>calendar</c>.</param>
    public static string Of(string schedule, ImmutableArray<PlanMove> moves, string why)
    {
        var told = string.Join("; ", moves.Take(MostTold).Select(Of));
        var more = moves.Length > MostTold ? string.Create(CultureInfo.InvariantCulture, $"; and {moves.Length - MostTold} more, all of which the audit log has (schedule.replanned)") : "";
        return $"{(why == "tzdb" ? "New time-zone data" : "A change of its calendar")} changed the plan of '{schedule}': {told}{more}.";
    }

    private static string Of(PlanMove move) => (move.From, move.To) switch
    {
        (null, { } to) => $"{move.NominalDate} {move.Slot} runs now, at {Moment(to)}",
        ({ } from, { } to) => $"{move.NominalDate} {move.Slot} moves from {Moment(from)} to {Moment(to)}",
        ({ } from, null) => $"{move.NominalDate} {move.Slot}, due at {Moment(from)}, will not run{Because(move)}",
        (null, null) => $"{move.NominalDate} {move.Slot} will not run{Because(move)}",
    };

    private static string Because(PlanMove move) => move.Reason is { } reason ? ": " + ReasonWords.Of(reason) : "";

    private static string Moment(string instant) => instant.Replace(".000000Z", "Z", StringComparison.Ordinal);
}

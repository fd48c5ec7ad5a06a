using Daybook.Input;

namespace Daybook.Schedules.Occurrences;

/// <summary>Flags as words: <c>early_close</c>, <c>gap</c>.</summary>
internal static class AdjustmentWords
{
    public static IEnumerable<string> Of(Adjustments adjustments) => Enum.GetValues<Adjustments>()
        .Where(flag => flag != Adjustments.None && adjustments.HasFlag(flag))
        .Select(EnumWords<Adjustments>.Of);
}

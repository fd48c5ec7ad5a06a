using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules.Policies;

namespace Daybook.Schedules.Writing;

/// <summary>Writes <c>period</c>, and the window of a shift under <c>shifts</c>.</summary>
internal sealed class PeriodWriter(Utf8JsonWriter writer) : IPeriodRuleVisitor<ValueTuple>
{
    public ValueTuple Visit(SincePrevious period) => default;

    public ValueTuple Visit(LocalDay period)
    {
        writer.WriteString("period", "local_day");
        return default;
    }

    public ValueTuple Visit(Rolling period)
    {
        writer.WriteString("period", "rolling:" + FieldText.Of(period.Length));
        return default;
    }

    public ValueTuple Visit(Shift period)
    {
        writer.WriteString("period", "shift:" + period.Name);
        writer.WriteStartObject("shifts");
        writer.WriteString(period.Name, FieldText.Of(period.Start, period.End));
        writer.WriteEndObject();
        return default;
    }
}

using Daybook.Storage;

namespace Daybook.Schedules;

internal readonly record struct ScheduleId(Guid Value) : IIdentity<ScheduleId>
{
    public static ScheduleId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

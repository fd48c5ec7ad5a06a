using Daybook.Storage;

namespace Daybook.Schedules.Running;

internal readonly record struct OccurrenceId(Guid Value) : IIdentity<OccurrenceId>
{
    public static OccurrenceId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

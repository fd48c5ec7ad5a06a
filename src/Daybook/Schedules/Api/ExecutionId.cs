using Daybook.Storage;

namespace Daybook.Schedules.Api;

internal readonly record struct ExecutionId(Guid Value) : IIdentity<ExecutionId>
{
    public static ExecutionId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

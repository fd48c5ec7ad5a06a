using Daybook.Storage;

namespace Daybook.Schedules.Running;

internal readonly record struct NoticeId(Guid Value) : IIdentity<NoticeId>
{
    public static NoticeId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

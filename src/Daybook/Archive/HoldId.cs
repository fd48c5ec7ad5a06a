using Daybook.Storage;

namespace Daybook.Archive;

internal readonly record struct HoldId(Guid Value) : IIdentity<HoldId>
{
    public static HoldId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

using Daybook.Storage;

namespace Daybook.Sources;

internal readonly record struct SourceId(Guid Value) : IIdentity<SourceId>
{
    public static SourceId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>The id of a thing of another slice, which the ledger outlives.</summary>
internal readonly record struct ForeignId(Guid Value) : IIdentity<ForeignId>
{
    public static ForeignId Of(Guid value) => new(value);

    public static ForeignId? Of(Guid? value) => value is { } id ? new ForeignId(id) : null;

    public override string ToString() => Value.ToString("D");
}

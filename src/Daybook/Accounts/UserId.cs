using Daybook.Storage;

namespace Daybook.Accounts;

internal readonly record struct UserId(Guid Value) : IIdentity<UserId>
{
    public static UserId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

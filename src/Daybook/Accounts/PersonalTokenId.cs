using Daybook.Storage;

namespace Daybook.Accounts;

internal readonly record struct PersonalTokenId(Guid Value) : IIdentity<PersonalTokenId>
{
    public static PersonalTokenId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

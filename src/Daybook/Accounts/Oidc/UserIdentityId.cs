using Daybook.Storage;

namespace Daybook.Accounts.Oidc;

internal readonly record struct UserIdentityId(Guid Value) : IIdentity<UserIdentityId>
{
    public static UserIdentityId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString("D");
}

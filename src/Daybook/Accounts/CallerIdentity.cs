using System.Security.Claims;

namespace Daybook.Accounts;

/// <summary>The caller as the framework carries it through a request.</summary>
internal sealed class CallerIdentity(Caller caller, string authenticationType)
    : ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Username), new Claim(ClaimTypes.Role, caller.Role.Word)], authenticationType)
{
    public Caller Caller { get; } = caller;
}

using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Accounts;

/// <summary>What everybody may change about themselves.</summary>
internal static class MeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").For(Role.Viewer).WithTags("Own account");
        me.MapGet("", GetAsync).WithSummary("The caller");
        me.MapPut("/password", ChangePasswordAsync).WithSummary("Changes the password; sessions and access tokens given out before end").Refuses(ProblemType.InvalidRequest);
        me.MapPost("/second-factor", ProposeSecondFactor).WithSummary("A secret for an authenticator app; it takes effect when confirmed");
        me.MapPut("/second-factor", ConfirmSecondFactorAsync).WithSummary("Turns the second factor on, by a code of the app").Refuses(ProblemType.InvalidRequest);
        me.MapPost("/second-factor/remove", RemoveSecondFactorAsync).WithSummary("Turns the second factor off, by a code of the app").Refuses(ProblemType.InvalidRequest);
    }

    private static async Task<Ok<UserContract>> GetAsync(Caller caller, Database database, UserStore users, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(UserContract.Of((await users.FindAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false))!));
    }

    private static async Task<Ok<MessageContract>> ChangePasswordAsync(PasswordRequest request, Caller caller, UserAccounts accounts, CancellationToken cancellationToken)
    {
        await accounts.ChangePasswordAsync(caller, request.CurrentPassword, request.NewPassword, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Password changed; sign in again"));
    }

    private static Ok<SecondFactorContract> ProposeSecondFactor(Caller caller)
    {
        var secret = SecondFactor.NewSecret();
        return TypedResults.Ok(new SecondFactorContract(Totp.Base32(secret), Totp.Uri(caller.Username, secret)));
    }

    private static async Task<Ok<MessageContract>> ConfirmSecondFactorAsync(SecondFactorRequest request, Caller caller, SecondFactor factor, CancellationToken cancellationToken)
    {
        await factor.TurnOnAsync(caller, request.Secret, request.Code, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Second factor turned on"));
    }

    private static async Task<Ok<MessageContract>> RemoveSecondFactorAsync(CodeRequest request, Caller caller, SecondFactor factor, CancellationToken cancellationToken)
    {
        await factor.TurnOffAsync(caller, request.Code, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Second factor turned off"));
    }
}

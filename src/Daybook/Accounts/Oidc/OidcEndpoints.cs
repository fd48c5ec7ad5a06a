using Daybook.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Accounts.Oidc;

/// <summary>The way to the provider; the way back is the handler's own.</summary>
internal static class OidcEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(OidcProvider.SignInPath, BeginAsync).AllowAnonymous().WithTags("Sign-in")
        .WithSummary("Sends a browser to the sign-in provider; it comes back with a session").Produces(StatusCodes.Status302Found)
        .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.ProviderUnavailable);

    private static async Task<IResult> BeginAsync([FromQuery(Name = "return_to")] string? returnTo, HttpContext context, OidcProvider provider)
    {
        if (!provider.IsConfigured)
            throw ProblemException.NotFound("Sign-in provider");
        var check = new RequestCheck();
        check.Refuse(returnTo is not null && !IsOwnPath(returnTo), "return_to", "must be a path of this server, such as /reports", "wrong_path");
        check.ThrowIfRefused();
        try
        {
            await provider.BeginAsync(context, returnTo ?? "/").ConfigureAwait(false);
            return Results.Empty;
        }
        catch (ProblemException away) when (away.Type == ProblemType.ProviderUnavailable && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            return OidcPage.Of(away.Message, away.Type.Status);
        }
    }

    /// <summary>Browsers read <c>//host</c> and <c>/\host</c> as another server.</summary>
    private static bool IsOwnPath(string path) =>
        path.Length <= 2000 && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\') && !path.Any(char.IsControl);
}

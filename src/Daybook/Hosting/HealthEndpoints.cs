using System.Data.Common;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Daybook.Hosting;

/// <summary>What a supervisor asks: is the process alive, and may it be sent work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().WithTags("Health");
        health.MapGet("/live", Live).WithSummary("Whether the process runs");
        health.MapGet("/ready", ReadyAsync).WithSummary("Whether the server can do work: its database answers and has the right schema")
            .Refuses(ProblemType.NotReady);
    }

    private static Ok<HealthContract> Live() => TypedResults.Ok(new HealthContract("ok", ProgramVersion.Text, null, null));

    private static async Task<Ok<HealthContract>> ReadyAsync(Database database, Migrator migrator, CancellationToken cancellationToken)
    {
        try
        {
            await migrator.RequireCurrentAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SchemaException or DbException or TimeoutException)
        {
            throw new ProblemException(ProblemType.NotReady, "The database cannot be used; the server's log says why.");
        }

        return TypedResults.Ok(new HealthContract("ok", ProgramVersion.Text, database.Dialect, DateTimeZoneProviders.Tzdb.VersionId));
    }
}

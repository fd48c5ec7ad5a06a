using System.Collections.Immutable;
using System.Data.Common;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Daybook.Hosting;

/// <summary>What a supervisor asks: is the process alive, and may it be sent work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous().WithTags("Health");
        health.MapGet("/live", Live).WithSummary("Whether the process runs");
        health.MapGet("/ready", ReadyAsync).WithSummary("Whether the server can do work: its database answers and has the right schema, and its workers live")
            .Refuses(ProblemType.NotReady);
    }

    private static Ok<HealthContract> Live() => TypedResults.Ok(new HealthContract("ok", ProgramVersion.Text, null, null));

    private static async Task<Ok<HealthContract>> ReadyAsync(Database database, Migrator migrator, WorkerPulses pulses, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<FieldError>();
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            problems.Add(new FieldError("server", "is being stopped", "stopping"));
        foreach (var worker in pulses.Silent())
            problems.Add(new FieldError("worker", $"'{worker}' has been silent for more than a minute", "silent"));
        try
        {
            await migrator.RequireCurrentAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaException)
        {
            problems.Add(new FieldError("schema", "is not the one of this program; see 'daybook db status'", "wrong_schema"));
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            problems.Add(new FieldError("database", "does not answer", "unreachable"));
        }

        return problems.Count == 0
            ? TypedResults.Ok(new HealthContract("ok", ProgramVersion.Text, database.Dialect, TimeZoneData.InUse.Version))
            : throw new ProblemException(ProblemType.NotReady, "The server cannot do work now.", problems.ToImmutable());
    }
}

using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Channels;

/// <summary>Trying the ways by which reports go out.</summary>
internal static class ChannelEndpoints
{
    /// <summary>Longer than any step of a channel should take, and shorter than people wait.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/channels/{name}/test", TestAsync).For(Role.Admin).WithTags("Delivery").WithSummary("Reaches a channel's other side and signs in; nothing is sent").Refuses(ProblemType.NotFound, ProblemType.TookTooLong);

    private static async Task<Ok<ChannelTestContract>> TestAsync(string name, Caller caller, ChannelRegistry channels, Database database, AuditLog audit, CancellationToken cancellationToken)
    {
        var channel = channels.Find(name) ?? throw ProblemException.NotFound("Channel");
        await using (var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            await audit.AppendAsync(session, caller, "channel.tested", channel.Name, null, null, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            return TypedResults.Ok(OutcomeContract.Of(await channel.TestAsync(limit.Token).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(ProblemType.TookTooLong, $"The channel did not answer within {Longest.TotalSeconds:0} seconds.");
        }
    }
}

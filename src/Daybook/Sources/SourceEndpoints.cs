using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Sources;

/// <summary>Configured sources: administrators set them up, authors use them.</summary>
internal static class SourceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");
        sources.MapGet("", ListAsync).For(Role.Author).WithSummary("The configured sources, by name").Refuses(ProblemType.InvalidRequest);
        sources.MapPost("", AddAsync).For(Role.Admin).WithSummary("Sets up a source").Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        sources.MapGet("/{sourceId:guid}", GetAsync).For(Role.Author).WithSummary("One source, without its secrets").Refuses(ProblemType.NotFound);
        sources.MapPut("/{sourceId:guid}", UpdateAsync).For(Role.Admin).WithSummary("Changes the fields that are sent").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.StaleEdit);
        sources.MapDelete("/{sourceId:guid}", DeleteAsync).For(Role.Admin).WithSummary("Removes a source that no template names").Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        sources.MapPost("/{sourceId:guid}/test", TestAsync).For(Role.Author).WithSummary("Tries a source, or one dataset of it, and tells what was found")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.TookTooLong);
        sources.MapGet("/{sourceId:guid}/usage", UsageAsync).For(Role.Author).WithSummary("The active templates that name the source").Refuses(ProblemType.NotFound);
    }

    private static async Task<Ok<IReadOnlyList<SourceContract>>> ListAsync(HttpContext context, Database database, SourceStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, page.After ?? "", page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => found[page.Limit - 1].Name);
        return TypedResults.Ok<IReadOnlyList<SourceContract>>([.. found.Take(page.Limit).Select(SourceContract.Of)]);
    }

    private static async Task<Ok<SourceSavedContract>> AddAsync(NewSourceRequest request, Caller caller, ConfiguredSources sources, CancellationToken cancellationToken)
    {
        var id = await sources.AddAsync(caller, request, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new SourceSavedContract(id.Value, "Source created successfully"));
    }

    private static async Task<Ok<SourceContract>> GetAsync(Guid sourceId, HttpContext context, ConfiguredSources sources, CancellationToken cancellationToken)
    {
        var source = await sources.FindAsync(new SourceId(sourceId), cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, source.Revision);
        return TypedResults.Ok(SourceContract.Of(source));
    }

    private static async Task<Ok<SourceSavedContract>> UpdateAsync(Guid sourceId, SourceChange change, HttpContext context, Caller caller, ConfiguredSources sources, CancellationToken cancellationToken)
    {
        var revision = await sources.UpdateAsync(caller, new SourceId(sourceId), change, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, revision);
        return TypedResults.Ok(new SourceSavedContract(sourceId, "Source updated successfully"));
    }

    private static async Task<Ok<MessageContract>> DeleteAsync(Guid sourceId, HttpContext context, Caller caller, ConfiguredSources sources, CancellationToken cancellationToken)
    {
        await sources.DeleteAsync(caller, new SourceId(sourceId), EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Source deleted successfully"));
    }

    private static async Task<Ok<SourceFindings>> TestAsync(Guid sourceId, SourceTestRequest? request, ConfiguredSources sources, SourceTest test, CancellationToken cancellationToken)
    {
        var source = await sources.FindAsync(new SourceId(sourceId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(await test.RunAsync(source, request?.Dataset, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<Ok<SourceUsageContract>> UsageAsync(
        Guid sourceId, Caller caller, Database database, SourceStore store, TemplateStore templates, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var source = await store.FindAsync(session, new SourceId(sourceId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Source");
        var uses = await store.UsesAsync(session, source.Name, cancellationToken).ConfigureAwait(false);
        var shown = ImmutableArray.CreateBuilder<SourceUserContract>();
        foreach (var use in uses)
        {
            if (await templates.FindAsync(session, caller, use.TemplateId, cancellationToken).ConfigureAwait(false) is not null)
                shown.Add(new SourceUserContract(use.TemplateId.Value, use.Name, use.Version));
        }

        return TypedResults.Ok(new SourceUsageContract(shown.ToImmutable(), uses.Length - shown.Count));
    }
}

using System.Globalization;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Templates;

/// <summary>What a template was: versions, what changed between two, and going back.</summary>
internal static class TemplateVersionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var versions = api.MapGroup("/templates/{templateId:guid}/versions").WithTags("Templates");
        versions.MapGet("", ListAsync).For(Role.Viewer).WithSummary("The versions, newest first").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        versions.MapPost("", AddAsync).For(Role.Author).WithSummary("Marks the present state as a version, with a note").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.StaleEdit);
        versions.MapGet("/{version:int}", GetAsync).For(Role.Viewer).WithSummary("The template as it was").Refuses(ProblemType.NotFound);
        versions.MapGet("/{version:int}/diff/{other:int}", DiffAsync).For(Role.Viewer).WithSummary("What changed from one version to another").Refuses(ProblemType.NotFound);
        versions.MapPost("/{version:int}/restore", RestoreAsync).For(Role.Author).WithSummary("Makes an old version the present one, as a new version")
            .Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
    }

    private static async Task<Ok<IReadOnlyList<TemplateVersionContract>>> ListAsync(
        Guid templateId, HttpContext context, Caller caller, Database database, TemplateStore store, TemplateVersionStore versions, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var template = await RequireAsync(session, caller, store, templateId, cancellationToken).ConfigureAwait(false);
        var found = await versions.ListAsync(session, template.Id, page.Before ?? long.MaxValue, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => found[page.Limit - 1].VersionNumber.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok<IReadOnlyList<TemplateVersionContract>>([.. found.Take(page.Limit).Select(TemplateVersionContract.Of)]);
    }

    private static async Task<Ok<TemplateSavedContract>> AddAsync(Guid templateId, NewVersionRequest request, HttpContext context, Caller caller, TemplateLibrary library, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var note = check.Text(request.ChangeDescription, "change_description", 10_000);
        check.ThrowIfRefused();
        await library.ChangeAsync(
            caller, new TemplateId(templateId), static (_, _) => Task.FromResult<Composition.ReportTemplate?>(null), null, note, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new TemplateSavedContract(templateId, "Version saved", []));
    }

    private static async Task<Ok<TemplateVersionContract>> GetAsync(
        Guid templateId, int version, Caller caller, Database database, TemplateStore store, TemplateVersionStore versions, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var template = await RequireAsync(session, caller, store, templateId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(TemplateVersionContract.Of(await RequireAsync(session, versions, template.Id, version, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<IReadOnlyList<TemplateDifference>>> DiffAsync(
        Guid templateId, int version, int other, Caller caller, Database database, TemplateStore store, TemplateVersionStore versions, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var template = await RequireAsync(session, caller, store, templateId, cancellationToken).ConfigureAwait(false);
        var before = await RequireAsync(session, versions, template.Id, version, cancellationToken).ConfigureAwait(false);
        var after = await RequireAsync(session, versions, template.Id, other, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<TemplateDifference>>(TemplateDifference.Between(JsonElement.Parse(before.ConfigSnapshot.Text), JsonElement.Parse(after.ConfigSnapshot.Text)));
    }

    private static async Task<Ok<TemplateSavedContract>> RestoreAsync(
        Guid templateId, int version, HttpContext context, Caller caller, TemplateLibrary library, TemplateVersionStore versions, CancellationToken cancellationToken)
    {
        var revision = await library.ChangeAsync(
            caller,
            new TemplateId(templateId),
            async (session, before) =>
            {
                var old = await RequireAsync(session, versions, before.Id, version, cancellationToken).ConfigureAwait(false);
                return TemplateInput.Require(TemplateCatalog.ReadText(old.ConfigSnapshot.Text, "template.json"));
            },
            null,
            $"Restored version {version}",
            EntityTag.Expected(context),
            cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, revision);
        return TypedResults.Ok(new TemplateSavedContract(templateId, "Template restored successfully", []));
    }

    private static async Task<StoredTemplate> RequireAsync(Session session, Caller caller, TemplateStore store, Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(session, caller, new TemplateId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");

    private static async Task<TemplateVersion> RequireAsync(Session session, TemplateVersionStore versions, TemplateId id, int number, CancellationToken cancellationToken) =>
        await versions.FindAsync(session, id, number, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Version");
}

using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Templates;

/// <summary>Templates: the list, one, and its changes.</summary>
internal static class TemplateEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates");
        templates.MapGet("", ListAsync).For(Role.Viewer).WithSummary("The templates the caller may read, by name").Refuses(ProblemType.InvalidRequest);
        templates.MapPost("", AddAsync).For(Role.Author).WithSummary("A new template").Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        templates.MapGet("/{templateId:guid}", GetAsync).For(Role.Viewer).WithSummary("One template").Refuses(ProblemType.NotFound);
        templates.MapPut("/{templateId:guid}", UpdateAsync).For(Role.Author).WithSummary("Changes the fields that are sent; every change is a version")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.AlreadyExists, ProblemType.StaleEdit);
        templates.MapDelete("/{templateId:guid}", DeleteAsync).For(Role.Author).WithSummary("Deactivates a template; reports made from it stay")
            .Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow, ProblemType.StaleEdit);
        templates.MapPost("/{templateId:guid}/clone", CloneAsync).For(Role.Author).WithSummary("A copy under another name, which belongs to the caller")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.AlreadyExists);
        templates.MapPost("/{templateId:guid}/default", MakeDefaultAsync).For(Role.Operator).WithSummary("Makes a template the one that reports of its kind (its first tag) are made from where none is named")
            .Refuses(ProblemType.NotFound, ProblemType.NotPossibleNow);
    }

    private static async Task<Ok<IReadOnlyList<TemplateContract>>> ListAsync(
        HttpContext context, Caller caller, Database database, TemplateStore store, [FromQuery(Name = "active_only")] bool? activeOnly, string? q, string? tag, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var after = page.Keys(2) ?? ["", Guid.Empty.ToString("D")];
        var afterId = Guid.TryParseExact(after[1], "D", out var id) ? new TemplateId(id) : throw Page.WrongCursor();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, caller, new TemplateFilter(activeOnly ?? true, q, tag), after[0], afterId, page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].Name}\n{found[page.Limit - 1].Id}");
        return TypedResults.Ok<IReadOnlyList<TemplateContract>>([.. found.Take(page.Limit).Select(TemplateContract.Of)]);
    }

    private static async Task<Ok<TemplateSavedContract>> AddAsync(NewTemplateRequest request, Caller caller, TemplateLibrary library, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Line(request.Name, "name", 255);
        var version = check.Line(request.Version, "version", 50);
        var description = check.OptionalText(request.Description, "description", 10_000);
        check.Refuse(request.TemplateConfig is not { ValueKind: JsonValueKind.Object }, "template_config", "must be an object", "missing");
        RequireGood(check, request.TemplateConfig);
        var read = TemplateInput.Read(request.TemplateConfig!.Value, name, version, description, caller.Username);
        var id = await library.AddAsync(caller, TemplateInput.Require(read), "Created", cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new TemplateSavedContract(id.Value, "Template created successfully", await library.WarningsAsync(read, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<TemplateContract>> GetAsync(Guid templateId, HttpContext context, Caller caller, Database database, TemplateStore store, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var template = await store.FindAsync(session, caller, new TemplateId(templateId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");
        EntityTag.Set(context, template.Revision);
        return TypedResults.Ok(TemplateContract.Of(template));
    }

    private static async Task<Ok<TemplateSavedContract>> UpdateAsync(Guid templateId, TemplateChange change, HttpContext context, Caller caller, TemplateLibrary library, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = change.Name is null ? null : check.Line(change.Name, "name", 255);
        var version = change.Version is null ? null : check.Line(change.Version, "version", 50);
        check.OptionalText(change.Description, "description", 10_000);
        var note = check.OptionalText(change.ChangeDescription, "change_description", 10_000);
        check.Refuse(change.TemplateConfig is { ValueKind: not JsonValueKind.Object }, "template_config", "must be an object");
        RequireGood(check, change.TemplateConfig);
        var isSame = name is null && version is null && change.Description is null && change.TemplateConfig is null;
        Composition.TemplateReadResult? read = null;
        var revision = await library.ChangeAsync(
            caller,
            new TemplateId(templateId),
            (_, before) =>
            {
                if (isSame)
                    return Task.FromResult<Composition.ReportTemplate?>(null);
                // Sent configurations may leave out what the template is called; then it keeps its name.
                var config = change.TemplateConfig ?? JsonElement.Parse(before.TemplateConfig.Text);
                read = TemplateInput.Read(config, name ?? Kept(change, "name", before.Name), version ?? Kept(change, "version", before.Version), change.Description ?? Kept(change, "description", before.Description), before.Author);
                return Task.FromResult<Composition.ReportTemplate?>(TemplateInput.Require(read));
            },
            change.IsActive,
            note,
            EntityTag.Expected(context),
            cancellationToken).ConfigureAwait(false);
        EntityTag.Set(context, revision);
        return TypedResults.Ok(new TemplateSavedContract(
            templateId, "Template updated successfully", read is null ? [] : await library.WarningsAsync(read, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<MessageContract>> DeleteAsync(Guid templateId, HttpContext context, Caller caller, TemplateLibrary library, CancellationToken cancellationToken)
    {
        await library.ChangeAsync(
            caller, new TemplateId(templateId), static (_, _) => Task.FromResult<Composition.ReportTemplate?>(null), false, null, EntityTag.Expected(context), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Template deleted successfully"));
    }

    private static async Task<Ok<TemplateSavedContract>> CloneAsync(
        Guid templateId, [FromQuery(Name = "new_name")] string? newName, Caller caller, Database database, TemplateStore store, TemplateLibrary library, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Line(newName, "new_name", 255);
        check.ThrowIfRefused();
        StoredTemplate? original;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            original = await store.FindAsync(session, caller, new TemplateId(templateId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");
        var copy = TemplateInput.Copy(JsonElement.Parse(original.TemplateConfig.Text), name, caller.Username);
        var id = await library.AddAsync(caller, TemplateInput.Require(copy), $"Cloned from {original.Name} {original.Version}", cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new TemplateSavedContract(id.Value, "Template cloned successfully", TemplateInput.Warnings(copy)));
    }

    private static async Task<Ok<MessageContract>> MakeDefaultAsync(Guid templateId, Caller caller, TemplateLibrary library, CancellationToken cancellationToken)
    {
        await library.MakeDefaultAsync(caller, new TemplateId(templateId), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Template is the default"));
    }

    /// <summary>Where the request is refused anyway, the template's mistakes are told with it; else they are told as a template's when it is read.</summary>
    private static void RequireGood(RequestCheck check, JsonElement? config)
    {
        if (!check.Errors.IsEmpty && config is { ValueKind: JsonValueKind.Object } sent)
            check.Try(() => TemplateInput.Require(TemplateInput.Read(sent, "unnamed", "0", null, null)));
        check.ThrowIfRefused();
    }

    /// <summary>The present value, unless the sent configuration has one of its own.</summary>
    private static string? Kept(TemplateChange change, string key, string? present) =>
        change.TemplateConfig is { } config && config.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(key, out _) ? null : present;
}

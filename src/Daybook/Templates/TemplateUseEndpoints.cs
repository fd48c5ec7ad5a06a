using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Templates;

/// <summary>How a template is used: how often, and with which values.</summary>
internal static class TemplateUseEndpoints
{
    private const int DefaultDays = 90;

    public static void Map(IEndpointRouteBuilder api)
    {
        var template = api.MapGroup("/templates/{templateId:guid}").WithTags("Templates");
        template.MapGet("/usage", UsageAsync).For(Role.Viewer).WithSummary("What the template was used for").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        template.MapGet("/parameter-presets", ListPresetsAsync).For(Role.Viewer).WithSummary("Kept values for the parameters, by name").Refuses(ProblemType.NotFound);
        template.MapPost("/parameter-presets", SavePresetAsync).For(Role.Author).WithSummary("Keeps values under a name; those of the same name are replaced")
            .Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
    }

    private static async Task<Ok<TemplateUsageContract>> UsageAsync(
        Guid templateId, int? days, Caller caller, Database database, TemplateStore store, TemplateUsageStore usage, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var since = clock.Now().AddDays(-check.Between(days ?? DefaultDays, 1, 3650, "days"));
        check.ThrowIfRefused();
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var template = await RequireAsync(session, caller, store, templateId, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new TemplateUsageContract(since, await usage.ListAsync(session, template.Id, since, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<Ok<IReadOnlyList<PresetContract>>> ListPresetsAsync(
        Guid templateId, Caller caller, Database database, TemplateStore store, ParameterPresetStore presets, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var template = await RequireAsync(session, caller, store, templateId, cancellationToken).ConfigureAwait(false);
        var found = await presets.ListAsync(session, template.Id, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<PresetContract>>([.. found.Select(preset => new PresetContract(preset.Name, JsonElement.Parse(preset.Parameters.Text), preset.CreatedAt))]);
    }

    private static async Task<Ok<MessageContract>> SavePresetAsync(
        Guid templateId, NewPresetRequest request, Caller caller, Database database, TemplateStore store, ParameterPresetStore presets, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Line(request.Name, "name", 255);
        check.Refuse(request.Parameters is not { ValueKind: JsonValueKind.Object }, "parameters", "must be an object", "missing");
        check.ThrowIfRefused();
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var template = await RequireAsync(session, caller, store, templateId, cancellationToken).ConfigureAwait(false);
        var known = TemplateInput.Require(TemplateCatalog.ReadText(template.TemplateConfig.Text, "template.json")).Parameters.Select(parameter => parameter.Name).ToHashSet();
        foreach (var unknown in request.Parameters!.Value.EnumerateObject().Where(parameter => !known.Contains(parameter.Name)))
            check.Refuse($"parameters.{unknown.Name}", "is no parameter of the template", "unknown_parameter");
        check.ThrowIfRefused();
        await presets.SaveAsync(session, template.Id, name, new Json(request.Parameters.Value.GetRawText()), caller.UserId, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Preset saved"));
    }

    private static async Task<StoredTemplate> RequireAsync(Session session, Caller caller, TemplateStore store, Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(session, caller, new TemplateId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");
}

using System.Text;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Export;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Templates;

/// <summary>What a template says: checking it, carrying it in and out, and looking at what it gives.</summary>
internal static class TemplateTextEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/templates").WithTags("Templates");
        templates.MapPost("/validate", Validate).For(Role.Viewer).WithSummary("Everything wrong with a template, without keeping it").Refuses(ProblemType.InvalidRequest);
        templates.MapPost("/import", ImportAsync).For(Role.Author).WithSummary("A new template from JSON or YAML, in Daybook's form or that of related programs")
            .Refuses(ProblemType.InvalidRequest, ProblemType.AlreadyExists);
        templates.MapPost("/preview", PreviewTextAsync).For(Role.Author).WithSummary("What a template gives that is not kept yet").Produces<JsonElement>(contentType: "application/json").Refuses(ProblemType.InvalidRequest, ProblemType.TookTooLong);
        templates.MapGet("/{templateId:guid}/export", ExportAsync).For(Role.Viewer).WithSummary("The template as a file").Produces<JsonElement>(contentType: "application/json").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        templates.MapGet("/{templateId:guid}/preview", PreviewAsync).For(Role.Viewer).WithSummary("What the template gives: the rendered report, or a file of the format")
            .Produces<JsonElement>(contentType: "application/json").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound, ProblemType.TookTooLong);
    }

    private static Ok<TemplateVerdictContract> Validate(TemplateTextRequest request)
    {
        var read = TemplateInput.Read(request);
        var errors = TemplateInput.Errors(read);
        return TypedResults.Ok(new TemplateVerdictContract(errors.IsEmpty, errors, TemplateInput.Warnings(read)));
    }

    private static async Task<Ok<TemplateSavedContract>> ImportAsync(TemplateTextRequest request, Caller caller, TemplateLibrary library, CancellationToken cancellationToken)
    {
        var read = TemplateInput.Read(request);
        var id = await library.AddAsync(caller, TemplateInput.Require(read), "Imported", cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new TemplateSavedContract(id.Value, "Template imported successfully", await library.WarningsAsync(read, cancellationToken).ConfigureAwait(false)));
    }

    private static async Task<FileContentHttpResult> ExportAsync(
        Guid templateId, string? format, Caller caller, Database database, TemplateStore store, TemplateUsageStore usage, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(format is not (null or "json" or "yaml"), "format", "must be json or yaml", "unknown_format");
        check.ThrowIfRefused();
        var template = await UseAsync(templateId, caller, "export", database, store, usage, clock, cancellationToken).ConfigureAwait(false);
        var parsed = TemplateInput.Require(TemplateCatalog.ReadText(template.TemplateConfig.Text, "template.json"));
        var (text, type) = format == "yaml" ? (TemplateWriter.ToYaml(parsed), "application/yaml") : (template.TemplateConfig.Text, "application/json");
        return TypedResults.File(Encoding.UTF8.GetBytes(text), type, $"{parsed.Metadata.Id}.{format ?? "json"}");
    }

    private static async Task<FileContentHttpResult> PreviewAsync(
        Guid templateId, [FromQuery(Name = "sample_data")] bool? sampleData, string? data, string? format, HttpContext context, Caller caller, TemplatePreview preview,
        Database database, TemplateStore store, TemplateUsageStore usage, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (source, exporter) = Wanted(data ?? (sampleData == false ? "empty" : "sample"), format);
        var template = await UseAsync(templateId, caller, "preview", database, store, usage, clock, cancellationToken).ConfigureAwait(false);
        var parsed = TemplateInput.Require(TemplateCatalog.ReadText(template.TemplateConfig.Text, "template.json"));
        return await ShowAsync(parsed, null, source, exporter, preview, context, cancellationToken).ConfigureAwait(false);
    }

    private static Task<FileContentHttpResult> PreviewTextAsync(PreviewRequest request, HttpContext context, TemplatePreview preview, CancellationToken cancellationToken)
    {
        var (source, exporter) = Wanted(request.Data ?? "sample", request.Format);
        var template = TemplateInput.Require(TemplateInput.Read(new TemplateTextRequest(request.TemplateConfig, request.Text)));
        return ShowAsync(template, request.Parameters, source, exporter, preview, context, cancellationToken);
    }

    private static async Task<FileContentHttpResult> ShowAsync(
        ReportTemplate template, JsonElement? parameters, PreviewData data, IDocumentExporter exporter, TemplatePreview preview, HttpContext context, CancellationToken cancellationToken)
    {
        var artifact = await preview.MakeAsync(template, parameters, data, exporter, cancellationToken).ConfigureAwait(false);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.MadePagePolicy;
        return TypedResults.Bytes(artifact.Content.AsMemory(), exporter.MediaType);
    }

    private static (PreviewData Data, IDocumentExporter Exporter) Wanted(string data, string? format)
    {
        var check = new RequestCheck();
        PreviewData? source = data switch
        {
            "sample" => PreviewData.Sample,
            "real" => PreviewData.Real,
            "empty" => PreviewData.Empty,
            _ => null,
        };
        check.Refuse(source is null, "data", "must be sample, real or empty", "unknown_word");
        var exporter = Exporters.Find(format ?? "json");
        check.Refuse(exporter is null, "format", $"must be one of {string.Join(", ", Exporters.All.Select(known => known.Format))}", "unknown_format");
        check.ThrowIfRefused();
        return (source!.Value, exporter!);
    }

    private static async Task<StoredTemplate> UseAsync(
        Guid templateId, Caller caller, string action, Database database, TemplateStore store, TemplateUsageStore usage, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var template = await store.FindAsync(session, caller, new TemplateId(templateId), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");
        await usage.AddAsync(session, template.Id, caller.Id, action, clock.Now(), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return template;
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Hosting;

namespace Daybook.Templates;

/// <summary>Turns what a request brings into a template, or refuses it with everything that is wrong.</summary>
internal static partial class TemplateInput
{
    /// <summary>Names the template in messages about it.</summary>
    private const string FileName = "template.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <param name="config">The template; its metadata are completed by the other arguments, which win where they are given.</param>
    /// <param name="author">Stands in the metadata where they name none.</param>
    public static TemplateReadResult Read(JsonElement config, string? name, string? version, string? description, string? author)
    {
        JsonObject root;
        try
        {
            root = JsonNode.Parse(config.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = ApiJson.MaxDepth, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new JsonException("not an object");
        }
        catch (JsonException)
        {
            // A name that stands twice, or no object at all: the reader says where.
            return TemplateCatalog.ReadText(JsonSerializer.Serialize(config, Indented), FileName);
        }

        if (root["metadata"] is null)
        {
            root.Remove("metadata");
            root.Insert(0, "metadata", new JsonObject());
        }

        if (root["metadata"] is JsonObject metadata)
        {
            Put(metadata, "name", name);
            Put(metadata, "version", version);
            Put(metadata, "description", description);
            if (metadata["author"] is null)
                Put(metadata, "author", author);
            if (metadata["id"] is null && (name ?? metadata["name"]?.ToString()) is { } named)
                Put(metadata, "id", Slug(named));
        }

        if (root["blocks"] is null)
            root["blocks"] = new JsonArray();
        return TemplateCatalog.ReadText(root.ToJsonString(Indented), FileName);
    }

    /// <summary>A template as it stands, as JSON or as text.</summary>
    /// <exception cref="ProblemException">The request brings none, or both.</exception>
    public static TemplateReadResult Read(TemplateTextRequest request)
    {
        var check = new RequestCheck();
        check.Refuse(request.TemplateConfig is null == request.Text is null, "template_config", "or text is needed, one of the two", "missing");
        check.Refuse(request.TemplateConfig is { ValueKind: not JsonValueKind.Object }, "template_config", "must be an object");
        check.ThrowIfRefused();
        if (request.TemplateConfig is { } config)
            return TemplateCatalog.ReadText(JsonSerializer.Serialize(config, Indented), FileName);
        var name = Path.GetExtension(request.FileName)?.ToLowerInvariant() is ".json" or ".yaml" or ".yml" ? Path.GetFileName(request.FileName) : "template";
        return TemplateCatalog.ReadText(request.Text!, name!);
    }

    /// <summary>The same template under another name, by another author, with permissions of its own.</summary>
    public static TemplateReadResult Copy(JsonElement config, string name, string author)
    {
        var root = JsonNode.Parse(config.GetRawText())!.AsObject();
        var metadata = root["metadata"]!.AsObject();
        foreach (var own in new[] { "id", "author", "permissions" })
            metadata.Remove(own);
        return Read(JsonElement.Parse(root.ToJsonString()), name, null, null, author);
    }

    public static ImmutableArray<FieldError> Errors(TemplateReadResult read) =>
    [
        .. read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Error),
        .. read.Template is { } template ? Permissions(template.Metadata) : [],
    ];

    public static ImmutableArray<FieldError> Warnings(TemplateReadResult read) =>
        [.. read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(Error)];

    /// <exception cref="ProblemException">Anything is wrong with the template or its permissions.</exception>
    public static ReportTemplate Require(TemplateReadResult read)
    {
        var errors = Errors(read);
        if (!errors.IsEmpty || read.Template is null)
            throw new ProblemException(ProblemType.InvalidTemplate, errors.Length == 1 ? "The template has a mistake." : $"The template has {errors.Length} mistakes.", errors);
        return read.Template;
    }

    public static FieldError Error(Diagnostic diagnostic) => new(diagnostic.Parameter, diagnostic.Message, diagnostic.Code)
    {
        Line = diagnostic.Line, Column = diagnostic.Column, Advice = diagnostic.Advice,
    };

    private static IEnumerable<FieldError> Permissions(TemplateMetadata metadata)
    {
        foreach (var (right, principals) in metadata.Permissions)
        {
            if (!TemplateContent.Rights.Contains(right))
                yield return new FieldError($"metadata.permissions.{right}", $"is no right; the rights are {string.Join(", ", TemplateContent.Rights)}", "unknown_right");
            if (principals.Any(principal => !Principal().IsMatch(principal)))
                yield return new FieldError($"metadata.permissions.{right}", $"names {Caller.AllUsers}, roles, groups, or users as {Caller.PrincipalOf("NAME")}", "unknown_principal");
        }
    }

    private static void Put(JsonObject metadata, string key, string? value)
    {
        if (value is not null)
            metadata[key] = value;
    }

    /// <summary>An id from a name: <c>close_daily</c> from <c>Close, daily</c>.</summary>
    private static string Slug(string name)
    {
        var slug = Others().Replace(name.ToLowerInvariant(), "_").Trim('_');
        return slug.Length == 0 ? "template" : slug[..Math.Min(slug.Length, 100)].TrimEnd('_');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();

    [GeneratedRegex("^(user:)?[a-z0-9][a-z0-9._@-]{0,99}$")]
    private static partial Regex Principal();
}

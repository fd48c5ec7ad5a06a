using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Hosting;

namespace Daybook.Templates;

internal sealed record NewTemplateRequest(string? Name, string? Version, string? Description = null, JsonElement? TemplateConfig = null);

/// <summary>Only what is sent changes.</summary>
/// <param name="ChangeDescription">Note of the new version.</param>
internal sealed record TemplateChange(
    string? Name = null, string? Version = null, string? Description = null, JsonElement? TemplateConfig = null, bool? IsActive = null, string? ChangeDescription = null);

/// <param name="Warnings">What the template says and nobody will read.</param>
internal sealed record TemplateSavedContract(Guid Id, string Message, ImmutableArray<FieldError> Warnings);

/// <param name="TemplateConfig">The template; lists leave it out.</param>
/// <param name="BuiltIn">Whether it came with the program; clone it to change it.</param>
internal sealed record TemplateContract(
    Guid Id,
    string Name,
    string Version,
    string? Author,
    string? Description,
    JsonElement Metadata,
    JsonElement? TemplateConfig,
    bool IsActive,
    bool IsDefault,
    bool BuiltIn,
    bool MayWrite,
    JsonElement Permissions,
    int VersionNumber,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static TemplateContract Of(StoredTemplate template) => new(
        template.Id.Value,
        template.Name,
        template.Version,
        template.Author,
        template.Description,
        JsonElement.Parse(template.Metadata.Text),
        template.TemplateConfig.Text is { } config ? JsonElement.Parse(config) : null,
        template.IsActive,
        template.IsDefault,
        template.BuiltIn is not null,
        template.MayWrite && template.BuiltIn is null,
        JsonElement.Parse(template.Permissions.Text),
        template.VersionNumber,
        template.CreatedAt,
        template.UpdatedAt);
}

internal sealed record TemplateVersionContract(int VersionNumber, string? ChangeDescription, DateTimeOffset CreatedAt, string? CreatedBy, JsonElement? TemplateConfig)
{
    public static TemplateVersionContract Of(TemplateVersion version) => new(
        version.VersionNumber,
        version.ChangeDescription,
        version.CreatedAt,
        version.CreatedBy,
        version.ConfigSnapshot.Text is { } config ? JsonElement.Parse(config) : null);
}

internal sealed record NewVersionRequest(string? ChangeDescription);

/// <param name="TemplateConfig">The template as JSON; or <paramref name="Text"/>.</param>
/// <param name="Text">The template as JSON or YAML.</param>
internal sealed record TemplateTextRequest(JsonElement? TemplateConfig = null, string? Text = null, string? FileName = null);

/// <param name="Data"><c>sample</c>, <c>real</c> or <c>empty</c>.</param>
/// <param name="Format">A format word; <c>json</c> gives the rendered report.</param>
internal sealed record PreviewRequest(JsonElement? TemplateConfig = null, string? Text = null, JsonElement? Parameters = null, string? Data = null, string? Format = null);

internal sealed record TemplateVerdictContract(bool Valid, ImmutableArray<FieldError> Errors, ImmutableArray<FieldError> Warnings);

internal sealed record TemplateUsageContract(DateTimeOffset Since, ImmutableArray<TemplateUsage> Actions);

internal sealed record NewPresetRequest(string? Name, JsonElement? Parameters);

internal sealed record PresetContract(string Name, JsonElement Parameters, DateTimeOffset CreatedAt);

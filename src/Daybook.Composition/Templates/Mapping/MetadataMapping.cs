using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Composition;

internal static class MetadataMapping
{
    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static TemplateMetadata Map(MappingNode node, MappingContext context)
    {
        var reading = new ObjectReading(node, "'metadata'", context.Diagnostics);
        reading.RefuseUnknownKeys(TemplateKeys.Metadata);
        var id = reading.RequiredText("id", "The id names the template in files and addresses, such as standard-security-cob.");
        if (id is not null)
            Names.CheckId("template", id, context.Diagnostics);
        var name = reading.RequiredText("name", "The name is what people read, such as Standard Security COB.");
        var version = reading.RequiredText("version", "Any text, such as 1.0.0.");
        return new TemplateMetadata(Limited("id", id, 255), Limited("name", name, 255), Limited("version", version, 50))
        {
            Title = Optional("title", 255),
            Subtitle = Optional("subtitle", 255),
            Author = Optional("author", 255),
            Description = reading.Line("description"),
            CreatedAt = Time(reading, "created_at", context.Diagnostics),
            UpdatedAt = Time(reading, "updated_at", context.Diagnostics),
            Tags = [.. reading.Texts("tags").Select(tag => tag.Text)],
            Permissions = reading.Mapping("permissions") is { } permissions ? MapPermissions(permissions, context.Diagnostics) : TemplateMetadata.DefaultPermissions,
        };

        string? Optional(string key, int longest) => reading.Text(key) is { } text ? Limited(key, text, longest) : null;

        string Limited(string key, TemplateText? text, int longest)
        {
            if (text?.Text.Length > longest)
            {
                context.Diagnostics.Error(
                    DiagnosticCodes.TooLong,
                    text.Location,
                    $"'{key}' of 'metadata' has {text.Text.Length} characters; at most {longest} are kept",
                    "Shorten it.");
            }

            return text?.Text ?? "";
        }
    }

    private static DateTimeOffset? Time(ObjectReading reading, string key, DiagnosticBag diagnostics)
    {
        if (reading.Text(key) is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text.Text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        diagnostics.Error(
            DiagnosticCodes.InvalidTime,
            text.Location,
            $"'{key}' of 'metadata' is not a time: {NodeWords.Quote(text.Text)}",
            "Write it like 2026-05-04T17:00:00Z.");
        return null;
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> MapPermissions(MappingNode node, DiagnosticBag diagnostics)
    {
        var reading = new ObjectReading(node, "'permissions'", diagnostics);
        return node.Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => Roles(entry.Key), StringComparer.Ordinal);

        ImmutableArray<string> Roles(string right) => [.. reading.Texts(right).Select(role => role.Text)];
    }
}

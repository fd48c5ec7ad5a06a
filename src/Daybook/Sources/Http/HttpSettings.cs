using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Hosting;
using Daybook.Outgoing;

namespace Daybook.Sources.Http;

/// <summary>What a source that is called by HTTP is set up with.</summary>
/// <param name="Url">Every address of a dataset begins with it.</param>
/// <param name="Format"><c>json</c>, <c>jsonl</c> or <c>csv</c>; null goes by the answer.</param>
/// <param name="Headers">Sent with every call; secret ones are kept apart.</param>
internal sealed partial record HttpSettings(Uri Url, string? Format, ImmutableSortedDictionary<string, string> Headers, int TimeoutSeconds, int MaxBytes)
{
    public static readonly ImmutableArray<string> Formats = ["json", "jsonl", "csv"];

    private const int DefaultTimeout = 30;
    private const int DefaultMaxBytes = 64 * 1024 * 1024;
    private const int GreatestMaxBytes = 512 * 1024 * 1024;

    private static readonly ImmutableArray<string> Keys = ["url", "format", "headers", "timeout_seconds", "max_bytes"];
    private static readonly ImmutableArray<string> Reserved = ["host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer"];

    /// <param name="refusal">What can be said of an address without calling it.</param>
    public static HttpSettings Read(JsonElement settings, Func<Uri, string?> refusal, RequestCheck check)
    {
        foreach (var unknown in settings.EnumerateObject().Where(key => !Keys.Contains(key.Name)))
            check.Refuse($"settings.{unknown.Name}", $"is unknown here; there are {string.Join(", ", Keys)}", "unknown_setting");
        var format = Text(settings, "format");
        check.Refuse(settings.TryGetProperty("format", out _) && !Formats.Contains(format ?? ""), "settings.format", "must be json, jsonl or csv", "unknown_format");
        return new HttpSettings(
            UrlOf(Text(settings, "url"), refusal, check),
            format,
            HeadersOf(settings, check),
            Number(settings, "timeout_seconds", DefaultTimeout, 1, 600, check),
            Number(settings, "max_bytes", DefaultMaxBytes, 1, GreatestMaxBytes, check));
    }

    public static HttpSettings Parse(JsonElement settings) => Read(settings, static _ => null, new RequestCheck());

    /// <param name="value">Null is refused, too.</param>
    public static void CheckHeader(string name, string? value, string field, RequestCheck check)
    {
        check.Refuse(value is null, field, $"the value of {name} is needed", "missing");
        value ??= "";
        check.Refuse(!HeaderName().IsMatch(name), field, $"'{name}' is no name of a header", "wrong_name");
        check.Refuse(Reserved.Contains(name.ToLowerInvariant()), field, $"the header {name} is set by the server", "reserved_name");
        check.Refuse(value.Any(letter => char.IsControl(letter) || letter > 126), field, $"the value of {name} holds control characters or letters that headers cannot carry", "control_characters");
        check.Refuse(value.Length > 8000, field, $"the value of {name} is longer than 8000 characters", "too_long");
    }

    private static Uri UrlOf(string? text, Func<Uri, string?> refusal, RequestCheck check)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            if (url.Query.Length > 0 || url.Fragment.Length > 0)
                check.Refuse("settings.url", "must have neither a query nor a fragment; a dataset has a query of its own", "wrong_address");
            if (refusal(url) is { } sentence)
                check.Refuse("settings.url", sentence, OutgoingCodes.AddressRefused);
            return url;
        }

        check.Refuse("settings.url", "must be an address such as https://tickets.example.com/api", text is null ? "missing" : "wrong_address");
        return new Uri("https://invalid.invalid/");
    }

    private static ImmutableSortedDictionary<string, string> HeadersOf(JsonElement settings, RequestCheck check)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!settings.TryGetProperty("headers", out var given) || given.ValueKind == JsonValueKind.Null)
            return headers.ToImmutable();
        if (given.ValueKind != JsonValueKind.Object || given.EnumerateObject().Any(header => header.Value.ValueKind != JsonValueKind.String))
        {
            check.Refuse("settings.headers", "must be an object of names and texts", "wrong_type");
            return headers.ToImmutable();
        }

        foreach (var header in given.EnumerateObject())
        {
            CheckHeader(header.Name, header.Value.GetString()!, "settings.headers", check);
            check.Refuse(header.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase), "settings.headers", "Authorization is a secret; send it under secrets", "is_secret");
            headers[header.Name] = header.Value.GetString()!;
        }

        return headers.ToImmutable();
    }

    private static string? Text(JsonElement settings, string key) => settings.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement settings, string key, int fallback, int least, int greatest, RequestCheck check)
    {
        if (!settings.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return fallback;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
            return check.Between(number, least, greatest, $"settings.{key}");
        check.Refuse($"settings.{key}", "must be a whole number", "wrong_type");
        return fallback;
    }

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$")]
    private static partial Regex HeaderName();
}

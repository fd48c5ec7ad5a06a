using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Schedules.Writing;

namespace Daybook.Schedules.Api;

/// <summary>Puts the fields that were sent over those that a schedule has; null takes a field back to its default.</summary>
internal static class ScheduleChange
{
    private static readonly string[] Days = ["days_of_week", "day_of_month"];

    public static JsonElement Apply(Schedule schedule, ScheduleDefinition rule, JsonElement sent)
    {
        var body = Present(schedule, rule);
        if (sent.ValueKind != JsonValueKind.Object)
            return sent;
        var names = sent.EnumerateObject().Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        if (Array.Exists(Days, names.Contains) && !names.Contains("frequency") && !names.Contains("rule"))
        {
            body.Remove("rule");
            body["frequency"] = schedule.Frequency;
        }

        if (names.Contains("rule") || names.Contains("frequency"))
            body.Remove("rule");
        if (sent.TryGetProperty("rule", out var given) && BringsTimes(given))
            body.Remove("times");
        if (names.Contains("time"))
            body.Remove("times");
        if (names.Contains("timezone"))
            body.Remove("zone");
        foreach (var field in sent.EnumerateObject())
            body[field.Name] = JsonNode.Parse(field.Value.GetRawText());

        // The same frequency once more is no new rule: it would forget the days.
        if (names.Contains("frequency") && !names.Contains("rule") && !Array.Exists(Days, names.Contains) && body["frequency"] is JsonValue word && word.GetValueKind() == JsonValueKind.String && word.GetValue<string>() == schedule.Frequency)
        {
            body.Remove("frequency");
            body["rule"] = Parse(ScheduleWriter.Text(rule))["rule"]!.DeepClone();
        }

        return JsonElement.Parse(body.ToJsonString());
    }

    /// <summary>Everything that is kept of a schedule, as a request would bring it.</summary>
    public static JsonObject Present(Schedule schedule, ScheduleDefinition rule)
    {
        var body = Parse(ScheduleWriter.Text(rule));
        foreach (var policy in Parse(schedule.Policies.Text))
            body[policy.Key] = policy.Value?.DeepClone();
        body["template_id"] = schedule.TemplateId.ToString();
        body["name"] = schedule.Name;
        body["parameters"] = Parse(schedule.Parameters.Text);
        body["export_formats"] = JsonNode.Parse(schedule.ExportFormats.Text);
        body["distribution"] = Parse(schedule.DistributionConfig.Text);
        if (schedule.Burst is { } burst)
            body["burst"] = Parse(burst.Text);
        if (schedule.Locale is { } locale)
            body["locale"] = locale;
        body["is_active"] = schedule.IsActive;
        body["priority"] = schedule.Priority;
        return body;
    }

    /// <summary>Whether a rule says itself at which times it falls due, so that those of the rule before are over.</summary>
    private static bool BringsTimes(JsonElement rule)
    {
        if (rule.ValueKind != JsonValueKind.Object)
            return false;
        var type = rule.TryGetProperty("type", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
        return type is "cron" or "interval" || rule.TryGetProperty("cron", out _) || rule.TryGetProperty("interval", out _)
            || (rule.TryGetProperty("rrule", out var text) && text.ToString().Contains("BYHOUR", StringComparison.OrdinalIgnoreCase));
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}

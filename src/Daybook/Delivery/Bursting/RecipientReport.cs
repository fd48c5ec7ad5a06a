using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Delivery.Bursting;

/// <summary>The report of one recipient, as it is ordered: that of all with what is theirs alone.</summary>
internal static class RecipientReport
{
    /// <exception cref="ProblemException">Something of the recipient's settings is wrong; each mistake is named.</exception>
    public static NewReport Of(NewReport whole, BurstRecipient recipient, SplitRule rule, ReportTemplate template)
    {
        var (inputs, supplied) = InputsOf(ReportInputs.Parse(whole.Inputs.Text), JsonElement.Parse(whole.SuppliedParameters.Text), recipient, rule.Column, template);
        var own = inputs with { Split = new ReportSplit(rule, recipient.Key!) };
        return whole with
        {
            Zone = own.Period.Zone,
            Classification = own.Classification,
            Parameters = new Json(JsonSerializer.Serialize(own.Parameters, ReportsJson.Default.ImmutableSortedDictionaryStringJsonElement)),
            SuppliedParameters = new Json(supplied.GetRawText()),
            ExportFormats = new Json(JsonSerializer.Serialize(own.Exports.Select(export => export.Format).ToArray(), ReportsJson.Default.StringArray)),
            Inputs = new Json(own.ToJson()),
        };
    }

    /// <param name="inputs">Of the report as a whole.</param>
    /// <param name="supplied">Parameters of the order as they were sent, an object.</param>
    /// <param name="column">The split column: a parameter that is called so has the recipient's value.</param>
    /// <exception cref="ProblemException">Something of the recipient's settings is wrong; each mistake is named.</exception>
    public static (ReportInputs Inputs, JsonElement Supplied) InputsOf(ReportInputs inputs, JsonElement supplied, BurstRecipient recipient, string column, ReportTemplate template)
    {
        var check = new RequestCheck();
        var zone = recipient.Timezone is { } named ? TimeZoneData.InUse.Provider.GetZoneOrNull(named) : null;
        check.Refuse(recipient.Timezone is not null && zone is null, "timezone", $"'{recipient.Timezone}' is no IANA time zone", "unknown_zone");
        var locale = ReportLocale.Read(recipient.Locale, "locale", check);
        check.Refuse(recipient.Parameters is { ValueKind: not JsonValueKind.Object }, "parameters", "must be an object");
        check.Refuse(recipient.ExportOptions is { ValueKind: not JsonValueKind.Object }, "export_options", "must be an object of formats and their options");
        var classification = check.OptionalText(recipient.Classification, "classification", 100);
        check.ThrowIfRefused();
        var exports = Exports(inputs, recipient, check);
        check.ThrowIfRefused();
        foreach (var export in exports)
            export.Resolve(template);
        var own = Supplied(supplied, recipient, column, template);
        var generatedAt = zone is null ? inputs.GeneratedAt : Instant.FromDateTimeOffset(inputs.GeneratedAt).InZone(zone).ToDateTimeOffset();
        var period = zone is null ? inputs.Period : inputs.Period with { Zone = zone.Id };
        var made = inputs with
        {
            Period = period,
            GeneratedAt = generatedAt,
            Parameters = ReportParameters.Bind(template, ReportParameters.Of(own), period, generatedAt),
            Classification = classification ?? inputs.Classification,
            Exports = exports,
            Locale = locale ?? inputs.Locale,
        };
        return (made, own);
    }

    private static ImmutableArray<ExportInput> Exports(ReportInputs inputs, BurstRecipient recipient, RequestCheck check)
    {
        if (recipient.ExportFormats is null && recipient.ExportOptions is null)
            return inputs.Exports;
        var formats = recipient.ExportFormats is { IsDefaultOrEmpty: false } asked ? asked : [.. inputs.Exports.Select(export => export.Format)];
        return [.. formats.Select(format => Options(recipient, format) is { } options || inputs.Exports.FirstOrDefault(export => export.Format == format) is not { } known
            ? ExportInput.Read(format, Options(recipient, format), check, "export_formats")
            : known).DistinctBy(export => export.Format)];
    }

    private static JsonElement? Options(BurstRecipient recipient, string format) =>
        recipient.ExportOptions is { } all && all.TryGetProperty(format, out var own) ? own : null;

    /// <summary>Parameters of the order, those of the recipient over them.</summary>
    private static JsonElement Supplied(JsonElement whole, BurstRecipient recipient, string column, ReportTemplate template)
    {
        var supplied = JsonNode.Parse(whole.GetRawText())!.AsObject();
        if (template.Parameters.Any(parameter => parameter.Name == column))
            supplied[column] = recipient.Key;
        if (recipient.Parameters is { } own)
        {
            foreach (var parameter in own.EnumerateObject())
                supplied[parameter.Name] = JsonNode.Parse(parameter.Value.GetRawText());
        }

        return JsonElement.Parse(supplied.ToJsonString());
    }
}

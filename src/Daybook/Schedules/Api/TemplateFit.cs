using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Delivery.Bursting;
using Daybook.Hosting;
using Daybook.Reports;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>Whether a schedule asks of its template what that can give: everything that would fail at 18:00 and can be known now.</summary>
internal static class TemplateFit
{
    /// <param name="formats">Those that exist.</param>
    /// <param name="now">The present moment in the zone of the schedule.</param>
    public static ImmutableArray<FieldError> Errors(ReportTemplate template, ScheduleFields fields, ImmutableArray<string> formats, ZonedDateTime now)
    {
        var check = new RequestCheck();
        var exports = formats.Select(format => ExportInput.Read(format, null, check, "export_formats")).ToList();
        var errors = exports.SelectMany(export => ErrorsOf(() => export.Resolve(template))).ToList();
        var period = BusinessPeriods.Of(now.Date.ToDateOnly(), null, now.Zone);
        var at = now.ToDateTimeOffset();
        errors.AddRange(ErrorsOf(() =>
        {
            var parameters = ReportParameters.Bind(template, ReportParameters.Of(fields.Parameters), period, at);
            if (fields.Burst is { } burst)
                BurstCheck.CheckFit(burst, template, new ReportInputs(period, at, parameters, null, null, null, false, [.. exports]), fields.Parameters ?? JsonElement.Parse("{}"), check);
        }));
        return [.. errors, .. check.Errors];
    }

    private static ImmutableArray<FieldError> ErrorsOf(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (ProblemException refused) when (!refused.Errors.IsEmpty)
        {
            return refused.Errors;
        }
    }
}

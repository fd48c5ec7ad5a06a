using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Calendars;
using Daybook.Calendars.Stored;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Delivery.Passwords;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Reports;
using Daybook.Schedules.Reading;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Writing;
using Daybook.Storage;
using Daybook.Templates;
using NodaTime;

namespace Daybook.Schedules.Api;

/// <summary>Turns what a request brings into a schedule, or refuses it with everything that is wrong.</summary>
internal sealed class ScheduleInput(ServerCalendars calendars, TimeZoneData zones, TemplateStore templates, DistributionReader distributions, FilePasswordCheck passwords, BurstCheck bursts, TimeProvider clock)
{
    private static readonly ImmutableArray<string> GuideFormats = ["markdown", "pdf"];

    /// <summary>Only when it falls due; the other fields may be there or not.</summary>
    /// <param name="others">Fields that the caller reads.</param>
    /// <param name="found">What the caller found about them.</param>
    /// <exception cref="ProblemException">Anything is wrong with it.</exception>
    public async Task<(ScheduleDefinition Rule, BusinessCalendar? Calendar, ImmutableArray<FieldError> Warnings)> ReadRuleAsync(
        Session session, JsonElement body, IEnumerable<string> others, FieldProblems found, CancellationToken cancellationToken)
    {
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        var read = ScheduleReader.Read(Object(body), new ReadingContext(zones, catalog, Now), [.. ScheduleFields.Names, .. others]);
        FieldErrors.Refuse(FieldErrors.Of([.. read.Problems.Union(found.ToImmutable())]));
        var rule = read.Value!;
        return (rule, rule.Calendar is { } id ? catalog.Find(id) : null, FieldErrors.Warnings([.. read.Problems.Union(found.ToImmutable())]));
    }

    /// <summary>Whom its reports go to; that it is nobody is worth a warning.</summary>
    public void CheckRecipients(JsonElement? distribution, BurstDefinition? burst, FieldProblems problems)
    {
        if (distribution is { } sent)
            distributions.Read(sent, "distribution", problems);
        if (burst is not null)
            bursts.CheckForm(burst, problems);
        else if (distribution is not { ValueKind: JsonValueKind.Object } sentTo || sentTo.GetPropertyCount() == 0)
            problems.Warning("distribution", "it names nobody: reports will be kept in the archive and sent to nobody", "write {\"email\": [\"ann@example.com\"]}, unless the archive is all that is wanted");
    }

    /// <param name="before">What the body changes: the caller need not be able to read its template, and it may be over. Null for a new schedule.</param>
    /// <exception cref="ProblemException">Anything is wrong with it, or the template is not there for the caller.</exception>
    public async Task<ReadSchedule> ReadAsync(Session session, Caller caller, JsonElement body, Schedule? before, CancellationToken cancellationToken)
    {
        var catalog = await calendars.CatalogAsync(session, cancellationToken).ConfigureAwait(false);
        var read = ScheduleReader.Read(Object(body), new ReadingContext(zones, catalog, Now), ScheduleFields.Names);
        var problems = new FieldProblems();
        var fields = ScheduleFields.Read(body, problems);
        var formats = Formats(fields, problems);
        if (read.Value is { } wanted && IsOver(wanted, before, catalog))
            problems.Error("rule", ScheduleChecks.Over, ScheduleChecks.OverAdvice);
        CheckRecipients(fields.Distribution, fields.Burst, problems);
        var found = read.Problems.AddRange(problems.ToImmutable());
        var mistakes = FieldErrors.Of(found);

        var template = Guid.TryParse(fields.TemplateId, out var id) ? await templates.FindAsync(session, before?.TemplateId.Value == id ? Caller.Server : caller, new TemplateId(id), cancellationToken).ConfigureAwait(false) : null;
        if (template is not { IsActive: true })
        {
            if (!mistakes.IsEmpty)
                FieldErrors.Refuse(fields.TemplateId is null ? mistakes : [.. mistakes, Unusable(template)]);
            throw template is null ? ProblemException.NotFound("Template") : new ProblemException(ProblemType.NotPossibleNow, "The template is not active.");
        }

        FieldErrors.Refuse([.. mistakes, .. TemplateFit.Errors(TemplateInput.Require(TemplateCatalog.ReadText(template.TemplateConfig.Text, "template.json")), fields, formats, Now.InZone(ZoneOf(read.Value)))]);
        var rule = read.Value!;
        await passwords.RequireAsync(session, [distributions.Read(fields.Distribution ?? default, "distribution", new FieldProblems())], cancellationToken).ConfigureAwait(false);
        if (fields.Burst is { } parts)
            await bursts.RequirePasswordsAsync(session, parts, cancellationToken).ConfigureAwait(false);
        var content = new ScheduleContent(
            fields.Name ?? template.Name, template.Id, rule, fields.Policies, new Json(fields.Parameters?.GetRawText() ?? "{}"),
            new Json(JsonSerializer.Serialize([.. formats], ReportsJson.Default.StringArray)), new Json(fields.Distribution is { ValueKind: JsonValueKind.Object } sent ? sent.GetRawText() : "{}"),
            fields.IsActive, fields.Priority, fields.Burst is { } divided ? new Json(JsonSerializer.Serialize(divided, BurstJson.Default.BurstDefinition)) : null, Documents.DocumentLocale.Find(fields.Locale)?.Tag);
        return new ReadSchedule(content, rule.Calendar is { } calendar ? catalog.Find(calendar) : null, FieldErrors.Warnings(found));
    }

    /// <summary>A new schedule, or a new rule, of which nothing falls due any more is a mistake; one that has ended may still get another name.</summary>
    private bool IsOver(ScheduleDefinition wanted, Schedule? before, CalendarCatalog catalog) =>
        FireTimes.Of(wanted, wanted.Calendar is { } id ? catalog.Find(id) : null, zones).Next(Now) is null
        && (before?.Rule is not { } present || ScheduleWriter.Text(present) != ScheduleWriter.Text(wanted));

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <exception cref="ProblemException">It is no object.</exception>
    public static JsonElement Object(JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? body
        : throw new ProblemException(ProblemType.InvalidRequest, "The body must be an object.", [new FieldError(null, "must be an object", "wrong_type")]);

    private static ImmutableArray<string> Formats(ScheduleFields fields, FieldProblems problems)
    {
        if (fields.ExportFormats is not { } sent)
            return GuideFormats;
        if (sent.ValueKind != JsonValueKind.Array || sent.EnumerateArray().Any(format => format.ValueKind != JsonValueKind.String))
        {
            problems.Error("export_formats", "a list of formats is wanted here", "write [\"markdown\", \"pdf\"]");
            return [];
        }

        var formats = sent.EnumerateArray().Select(format => format.GetString()!).Distinct().ToImmutableArray();
        foreach (var unknown in formats.Where(format => Export.Exporters.Find(format) is null))
        {
            var known = Export.Exporters.All.Select(exporter => exporter.Format).ToList();
            problems.Error("export_formats", $"'{unknown}' is no format{FieldReader.Near(unknown, known)}", "write some of " + string.Join(", ", known));
        }

        return [.. formats.Select(format => Export.Exporters.Find(format)?.Format).OfType<string>()];
    }

    private static FieldError Unusable(StoredTemplate? template) =>
        new("template_id", template is null ? "there is no such template for you" : "this template is not active", "wrong_value") { Advice = "GET /templates lists those that can be used" };

    private DateTimeZone ZoneOf(ScheduleDefinition? rule) => (rule is null ? null : zones.Find(rule.Zone)) ?? DateTimeZone.Utc;
}

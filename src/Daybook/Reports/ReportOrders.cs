using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Templates;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Daybook.Reports;

/// <summary>Takes orders for reports: checks everything that can be checked before the work, and puts the report in the queue.</summary>
internal sealed class ReportOrders(
    Database database, TemplateStore templates, TemplateUsageStore usage, ReportStores stores, AuditLog audit, ReportSignals signals, IOptions<ReportsOptions> options, TimeProvider clock)
{
    private static readonly ImmutableArray<string> DefaultFormats = ["markdown"];

    /// <param name="key">What the sender calls this request; the same key and request give the same report. Null for none.</param>
    /// <exception cref="ProblemException">The request has mistakes, or the template is not there for the caller.</exception>
    public async Task<(ReportId Id, ImmutableArray<string> Formats)> PlaceAsync(Caller caller, GenerateRequest request, string? key, CancellationToken cancellationToken)
    {
        try
        {
            return await PlaceOnceAsync(caller, request, key, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException raced) when (key is not null && database.IsUniqueViolation(raced))
        {
            // The same key came twice at the same moment: the other one made the report.
            return await PlaceOnceAsync(caller, request, key, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Puts the reports of schedules' occurrences into the queue, in the transaction that notes them with the occurrences. Who commits it rings <see cref="ReportSignals"/>.</summary>
    /// <returns>Each occurrence with its report.</returns>
    /// <exception cref="ProblemException">An order has mistakes, or its template is not there for its caller: then none is placed.</exception>
    public async Task<ImmutableDictionary<OccurrenceId, ReportId>> PlaceAsync(Session session, IEnumerable<ScheduledOrder> orders, CancellationToken cancellationToken)
    {
        var read = new Dictionary<(UserId?, string?), (StoredTemplate, ReportTemplate)>();
        var placed = new List<(Caller Caller, NewReport Report)>();
        foreach (var order in orders)
        {
            var key = (order.Caller.Id, order.Request.TemplateId);
            if (!read.TryGetValue(key, out var template))
                read[key] = template = await TemplateAsync(session, order.Caller, order.Request, cancellationToken).ConfigureAwait(false);
            var (report, _) = Check(order.Caller, order.Request, template, order.Period);
            placed.Add((order.Caller, report with { OccurrenceId = order.OccurrenceId, Priority = order.Priority, WantedAt = order.WantedAt }));
        }

        return (await AddAsync(session, placed, cancellationToken).ConfigureAwait(false)).ToImmutableDictionary(report => report.OccurrenceId!.Value, report => report.Id);
    }

    /// <summary>The same template, parameters and business date once more, with the data as it is now.</summary>
    public async Task<(ReportId Id, ImmutableArray<string> Formats)> RepeatAsync(Caller caller, ReportId id, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var old = await stores.Reports.FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        old.RequireKept();
        var before = ReportInputs.Parse(old.Inputs.Text);
        var inputs = before with { GeneratedAt = Now(before.Period.Zone), AllowScripts = options.Value.AllowScripts };
        var report = new NewReport(
            old.TemplateId, old.TemplateVersion, old.TemplateSnapshot, old.ReportDate, old.Zone, null, old.ShiftName, old.Operator, old.Classification,
            old.Parameters, old.Parameters, old.ExportFormats, new Json(inputs.ToJson()), clock.Now(), caller.UserId, old.Id);
        var made = await AddAsync(session, caller, report, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return (made, [.. inputs.Exports.Select(export => export.Format)]);
    }

    /// <summary>A report as it would be ordered, without ordering it: for those who divide it first.</summary>
    /// <param name="period">What the report covers; null takes it from the request.</param>
    /// <exception cref="ProblemException">The request has mistakes, or the template is not there for the caller.</exception>
    public async Task<NewReport> PrepareAsync(Session session, Caller caller, GenerateRequest request, ReportPeriod? period, CancellationToken cancellationToken) =>
        (await CheckAsync(session, caller, request, period, cancellationToken).ConfigureAwait(false)).Report;

    /// <exception cref="ProblemException">It is over already, is not there for the caller, or is somebody else's.</exception>
    public async Task CancelAsync(Caller caller, ReportId id, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var report = await stores.Reports.FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        if (report.GeneratedBy != caller.Id && !caller.Role.Includes(Role.Operator))
            throw new ProblemException(ProblemType.NotPermitted, "Only who asked for a report and operators may cancel it.");
        if (!await stores.Reports.CancelAsync(session, id, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.NotPossibleNow, $"The report is over already: {report.Status}.");
        await audit.AppendAsync(session, caller, "report.cancelled", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    private async Task<(ReportId Id, ImmutableArray<string> Formats)> PlaceOnceAsync(Caller caller, GenerateRequest request, string? key, CancellationToken cancellationToken)
    {
        var hash = ReportManifest.Sha256(JsonSerializer.Serialize(request, ReportsJson.Default.GenerateRequest));
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (key is not null && await stores.Reports.FindRequestAsync(session, caller.UserId, key, cancellationToken).ConfigureAwait(false) is { } earlier)
            return await RepeatAsync(session, caller, earlier, hash, cancellationToken).ConfigureAwait(false);
        var (report, inputs) = await CheckAsync(session, caller, request, null, cancellationToken).ConfigureAwait(false);
        var id = await AddAsync(session, caller, report, cancellationToken).ConfigureAwait(false);
        if (key is not null)
            await stores.Reports.AddRequestAsync(session, caller.UserId, key, hash, id, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        signals.Changed();
        return (id, [.. inputs.Exports.Select(export => export.Format)]);
    }

    /// <summary>Everything that can be checked before the work.</summary>
    /// <param name="period">What the report covers; null takes it from the request.</param>
    private async Task<(NewReport Report, ReportInputs Inputs)> CheckAsync(Session session, Caller caller, GenerateRequest request, ReportPeriod? period, CancellationToken cancellationToken)
    {
        var template = await TemplateAsync(session, caller, request, cancellationToken).ConfigureAwait(false);
        return Check(caller, request, template, period);
    }

    private (NewReport Report, ReportInputs Inputs) Check(Caller caller, GenerateRequest request, (StoredTemplate, ReportTemplate) of, ReportPeriod? period)
    {
        var (stored, template) = of;
        var inputs = Inputs(request, template, period);
        var report = new NewReport(
            stored.Id,
            stored.VersionNumber,
            stored.TemplateConfig,
            inputs.Period.BusinessDate,
            inputs.Period.Zone,
            request.Close,
            inputs.Shift,
            inputs.Operator,
            inputs.Classification,
            new Json(JsonSerializer.Serialize(inputs.Parameters, ReportsJson.Default.ImmutableSortedDictionaryStringJsonElement)),
            new Json(request.Parameters?.GetRawText() ?? "{}"),
            new Json(JsonSerializer.Serialize(inputs.Exports.Select(export => export.Format).ToArray(), ReportsJson.Default.StringArray)),
            new Json(inputs.ToJson()),
            clock.Now(),
            caller.UserId,
            null);
        return (report, inputs);
    }

    private async Task<ReportId> AddAsync(Session session, Caller caller, NewReport report, CancellationToken cancellationToken) =>
        (await AddAsync(session, [(caller, report)], cancellationToken).ConfigureAwait(false))[0].Id;

    private async Task<ImmutableArray<PlacedReport>> AddAsync(Session session, List<(Caller Caller, NewReport Report)> orders, CancellationToken cancellationToken)
    {
        var placed = await stores.Reports.AddAsync(session, orders.Select(order => order.Report), cancellationToken).ConfigureAwait(false);
        await usage.AddGeneratedAsync(session, placed.Select(report => report.Id), cancellationToken).ConfigureAwait(false);
        // One order alone names no occurrence; of several each has its own.
        var ids = orders.Count == 1 ? null : placed.ToDictionary(report => report.OccurrenceId!.Value, report => report.Id);
        var deeds = orders.Select(order => new AuditDeed(
            order.Caller, "report.requested", (ids is null ? placed[0].Id : ids[order.Report.OccurrenceId!.Value]).ToString(), null, order.Report.Inputs));
        await audit.AppendAsync(session, deeds, cancellationToken).ConfigureAwait(false);
        return placed;
    }

    private async Task<(ReportId Id, ImmutableArray<string> Formats)> RepeatAsync(Session session, Caller caller, IdempotentRequest earlier, string hash, CancellationToken cancellationToken)
    {
        if (earlier.RequestSha256 != hash)
            throw new ProblemException(ProblemType.IdempotencyConflict, "The Idempotency-Key was sent before with another request.");
        var report = await stores.Reports.FindAsync(session, caller, earlier.ReportId, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");
        return (report.Id, [.. JsonSerializer.Deserialize(report.ExportFormats.Text, ReportsJson.Default.StringArray)!]);
    }

    private ReportInputs Inputs(GenerateRequest request, ReportTemplate template, ReportPeriod? given)
    {
        var check = new RequestCheck();
        var shift = check.OptionalText(request.ShiftName, "shift_name", 100);
        var operatorName = check.OptionalText(request.Operator, "operator", 255);
        var classification = check.OptionalText(request.Classification, "classification", 100);
        var locale = ReportLocale.Read(request.Locale, "locale", check);
        check.Refuse(request.Parameters is { ValueKind: not JsonValueKind.Object }, "parameters", "must be an object");
        check.Refuse(request.ExportOptions is { ValueKind: not JsonValueKind.Object }, "export_options", "must be an object of formats and their options");
        var exports = Formats(request, template).Select(format => ExportInput.Read(format, OptionsOf(request, format), check, "export_formats")).DistinctBy(export => export.Format).ToImmutableArray();
        foreach (var export in exports.Where(export => Export.Exporters.Find(export.Format) is not null))
            check.Try(() => export.Resolve(template));
        // Parameters are looked at for some day also where the one that is asked for is none.
        var period = given ?? check.Try(() => ServerDay.Of(request.ReportDate, request.Timezone, request.Close, options.Value, clock)) ?? ServerDay.Of(null, null, null, options.Value, clock);
        var generatedAt = Now(period.Zone);
        var parameters = check.Try(() => ReportParameters.Bind(template, ReportParameters.Of(request.Parameters), period, generatedAt))!;
        check.ThrowIfRefused();
        var shown = classification ?? (options.Value.Classification.Length > 0 ? options.Value.Classification : null);
        return new ReportInputs(period, generatedAt, parameters, shift, operatorName, shown, options.Value.AllowScripts, exports) { Locale = locale };
    }

    private static ImmutableArray<string> Formats(GenerateRequest request, ReportTemplate template)
    {
        if (request.ExportFormats is { IsDefaultOrEmpty: false } asked)
            return [.. asked.Select(format => format ?? "null")];
        var own = template.ExportConfig.Formats.Where(format => Export.Exporters.Find(format) is not null).ToImmutableArray();
        return own.IsEmpty ? DefaultFormats : own;
    }

    private static JsonElement? OptionsOf(GenerateRequest request, string format) =>
        request.ExportOptions is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(format, out var own) ? own : null;

    private DateTimeOffset Now(string zone) => Instant.FromDateTimeOffset(clock.Now()).InZone(TimeZoneData.InUse.Provider[zone]).ToDateTimeOffset();

    private async Task<(StoredTemplate Stored, ReportTemplate Template)> TemplateAsync(Session session, Caller caller, GenerateRequest request, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(session, caller, request, cancellationToken).ConfigureAwait(false);
        if (!stored.IsActive)
            throw new ProblemException(ProblemType.NotPossibleNow, "The template is not active; activate it, or name another (GET /templates lists those that can be used).");
        return (stored, TemplateInput.Require(TemplateCatalog.ReadText(stored.TemplateConfig.Text, "template.json")));
    }

    /// <summary>The template that is named, or the default of the kind that is asked for.</summary>
    private async Task<StoredTemplate> StoredAsync(Session session, Caller caller, GenerateRequest request, CancellationToken cancellationToken)
    {
        if (request.TemplateId is null)
        {
            return await templates.FindDefaultAsync(session, caller, request.Kind, cancellationToken).ConfigureAwait(false)
                ?? throw new ProblemException(ProblemType.InvalidRequest, "template_id is needed: no template is the default here.", [new FieldError("template_id", "is needed: no template is the default here", "missing")]);
        }

        return Guid.TryParse(request.TemplateId, out var id)
            ? await templates.FindAsync(session, caller, new TemplateId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template")
            : throw ProblemException.NotFound("Template");
    }
}

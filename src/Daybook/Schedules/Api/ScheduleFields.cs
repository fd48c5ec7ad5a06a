using System.Text.Json;
using Daybook.Composition;
using Daybook.Delivery.Bursting;
using Daybook.Documents;
using Daybook.Input;
using Daybook.Jinja;
using Daybook.Reports;
using Daybook.Schedules.Policies;

namespace Daybook.Schedules.Api;

/// <summary>The fields of a schedule that do not say when it falls due.</summary>
/// <param name="TemplateId">As it was sent.</param>
internal sealed record ScheduleFields(
    string? TemplateId, string? Name, JsonElement? Parameters, JsonElement? ExportFormats, JsonElement? Distribution, BurstDefinition? Burst, string? Locale, bool IsActive, int Priority, SchedulePolicies Policies)
{
    /// <summary>The names of all of them.</summary>
    public static readonly string[] Names =
    [
        "template_id", "name", "parameters", "export_formats", "distribution", "burst", "locale", "is_active", "priority", "on_partial", "send_if", "require_approval", "fresh_if",
        "only_if_changed", "hold_minutes", "max_attempts", "retry_seconds",
    ];

    private const int LongestName = 255, LongestCondition = 2000, YearInMinutes = 366 * 24 * 60;

    /// <param name="body">An object; its other fields are left to whoever reads them.</param>
    public static ScheduleFields Read(JsonElement body, FieldProblems problems)
    {
        // What the object itself has twice is noted by the reader of the other fields.
        var fields = new FieldReader(body, "", new FieldProblems());
        var own = new FieldReader(JsonElement.Parse(JsonSerializer.Serialize(Names.Where(fields.Has).ToDictionary(name => name, name => fields.Value(name)!.Value), ScheduleApiJson.Default.DictionaryStringJsonElement)), "", problems);
        var read = new ScheduleFields(
            own.RequiredText("template_id", "write the id of a template; GET /templates lists them"),
            own.Text("name")?.Trim(),
            Object(own, "parameters"),
            own.Value("export_formats"),
            own.Value("distribution"),
            own.Value("burst") is { } burst ? BurstReader.Read(burst, "burst", problems) : null,
            own.Text("locale"),
            own.Flag("is_active") ?? true,
            own.Integer("priority", -100, 100) ?? 0,
            Rules(own));
        if (read.Name is { } name && (name.Length is 0 or > LongestName || name.Any(char.IsControl)))
            problems.Error("name", $"a name is one line of 1 to {LongestName} characters");
        if (read.Locale is { } tag && DocumentLocale.Find(tag) is null)
            problems.Error("locale", ReportLocale.Refusal(tag));
        if (read.Burst is not null)
            RefuseBesideBurst(read, problems);
        return read;
    }

    /// <summary>What is asked of one report has no meaning where there are many.</summary>
    private static void RefuseBesideBurst(ScheduleFields read, FieldProblems problems)
    {
        if (read.Distribution is { ValueKind: JsonValueKind.Object } sent && sent.EnumerateObject().Any())
            problems.Error("distribution", "a schedule with a burst sends each recipient's report to them", "move it to 'distribution' of burst.recipients, or to burst.alarm");
        foreach (var (name, isAsked, advice) in new (string, bool, string)[]
        {
            ("send_if", read.Policies.SendIf is not null, "write it as burst.send_if, which is asked of each recipient's report"),
            ("fresh_if", read.Policies.FreshIf is not null, "let the dataset fail where its data is stale: then nothing is sent and the occurrence is tried again"),
            ("only_if_changed", read.Policies.OnlyIfChanged, "leave it out; burst.send_if and burst.on_no_rows leave recipients out"),
            ("require_approval", read.Policies.RequireApproval, "leave it out; look at the reports with a test-run or a backfill without delivery"),
            ("on_partial", read.Policies.OnPartial != OnPartial.Deliver, "leave it out; \"when\": \"complete\" in a recipient's distribution keeps partial reports back"),
        })
        {
            if (isAsked)
                problems.Error(name, "cannot be asked of a burst, whose reports go out one by one as they are made", advice);
        }
    }

    private static SchedulePolicies Rules(FieldReader fields)
    {
        var usual = new SchedulePolicies();
        return new SchedulePolicies
        {
            OnPartial = fields.Word<OnPartial>("on_partial") ?? usual.OnPartial,
            SendIf = Condition(fields, "send_if"),
            RequireApproval = fields.Flag("require_approval") ?? usual.RequireApproval,
            FreshIf = Condition(fields, "fresh_if"),
            OnlyIfChanged = fields.Flag("only_if_changed") ?? usual.OnlyIfChanged,
            HoldMinutes = fields.Integer("hold_minutes", 1, YearInMinutes),
            MaxAttempts = fields.Integer("max_attempts", 1, 20) ?? usual.MaxAttempts,
            RetrySeconds = fields.Integer("retry_seconds", 1, 3600) ?? usual.RetrySeconds,
        };
    }

    /// <returns>Null for none, and for one that is refused.</returns>
    private static string? Condition(FieldReader fields, string name)
    {
        if (fields.Text(name) is not { } condition)
            return null;
        if (condition.Length > LongestCondition)
        {
            fields.Problems.Error(name, $"the expression has {condition.Length} characters; at most {LongestCondition} are taken");
        }
        else if (condition.AsSpan().TrimStart().StartsWith("{"))
        {
            fields.Problems.Error(name, "an expression stands without braces around it", "write it as findings.critical > 0");
        }
        else
        {
            try
            {
                ReportLanguage.Default.CompileExpression(condition);
                return condition;
            }
            catch (JinjaException wrong)
            {
                fields.Problems.Error(name, $"column {wrong.Error.Column}: {wrong.Error.Message.TrimEnd('.')}", wrong.Error.Advice);
            }
        }

        return null;
    }

    private static JsonElement? Object(FieldReader fields, string name)
    {
        if (fields.Value(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return value;
        fields.Problems.Error(name, "an object is wanted here", "write {\"name\": value}");
        return null;
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Reports;

namespace Daybook.Commands;

/// <summary><c>daybook render</c>: a template and data become a report.</summary>
internal sealed class RenderCommand
{
    private readonly Argument<string> _template = new("TEMPLATE") { Description = "A template file (YAML or JSON), or the id of a built-in template." };

    private readonly Option<string[]> _data = Repeatable(
        "--data", "DATA", "A file or pattern for the template's dataset that reads files (DATASET=FILE where it has several), or a JSON object whose keys are the datasets.");

    private readonly Option<string[]> _parameters = Repeatable("--param", "NAME=VALUE", "The value of a parameter.");

    private readonly Option<string?> _date = Optional("--date", "DATE", "The business date, such as 2026-05-04. Default: today in the zone.");

    private readonly Option<string> _zone = new("--zone") { HelpName = "ZONE", Description = "IANA time zone of the business day.", DefaultValueFactory = _ => "UTC" };

    private readonly Option<string?> _close = Optional("--close", "HH:MM", "When the business day ends. Default: midnight.");

    private readonly Option<string?> _formats = Optional("--format", "FORMATS", "Formats, separated by commas; 'daybook formats' lists them. Default: those of the template, or all.");

    private readonly Option<string> _out = new("--out") { HelpName = "DIR", Description = "Folder for the files; '-' writes one format to standard output.", DefaultValueFactory = _ => "." };

    private readonly Option<string[]> _folders = Repeatable("--folder", "DIR", "A further folder that the template may read files from.");

    private readonly Option<string?> _shift = Optional("--shift", "NAME", "The shift the report is for.");

    private readonly Option<string?> _operator = Optional("--operator", "NAME", "Who is responsible for the report.");

    private readonly Option<string?> _classification = Optional("--classification", "TEXT", "Shown at the top and bottom of the report.");

    private readonly Option<string?> _locale = Optional("--locale", "TAG", "How numbers and dates are written, such as de-CH. Default: 1,234.50 and 2026-05-04.");

    private readonly Option<string?> _theme = Optional("--theme", "THEME", "Name of a built-in theme, or a theme file. Default: the template's.");
    private readonly Option<string[]> _options = Repeatable("--option", "FORMAT.KEY=VALUE", "An option of a format, over the template's, such as pdf.page_size=A4.");
    private readonly Option<bool> _scripts = new("--allow-scripts") { Description = "Let custom blocks run their scripts (sandboxed)." };

    private readonly Option<string?> _answers = Optional("--answers", "FILE", "Recorded answers for analysis blocks, as GET /reports/{id}/analyses gives them; no model is asked.");
    private readonly Option<string[]> _settings = DataFolder.SetOption("A setting such as Ai:DefaultModel=ollama/llama3.2; wins over the environment.");

    private readonly Option<bool> _largeLogs = LargeLogs.NewOption();

    private readonly Option<string?> _now = Optional("--now", "INSTANT", "The time of generation, for reports that must be reproduced byte for byte.");

    public static CommandExamples Create(Terminal terminal)
    {
        var render = new RenderCommand();
        var command = new Command("render", "Make a report from a template and data.")
        {
            render._template, render._data, render._parameters, render._date, render._zone, render._close, render._formats, render._out,
            render._folders, render._shift, render._operator, render._classification, render._locale, render._theme, render._options, render._scripts,
            render._answers, render._settings, render._largeLogs, render._now,
        };
        command.SetAction((parsed, cancellationToken) => render.RunAsync(parsed, terminal, cancellationToken));
        return new CommandExamples(command,
        [
            "daybook render standard_security_cob --data 'runs/*.report.jsonl' --date 2026-05-04 --out reports",
            "daybook render report.yaml --param shift_name=Night --zone Europe/London --close 18:00 --format html,json",
            "daybook render report.yaml --data findings.json --format markdown --out -",
            "daybook render report.yaml --format pdf,xlsx --locale de-CH",
            "daybook render report.yaml --format pdf --theme house.json --option pdf.page_size=A4 --option pdf.watermark=DRAFT",
        ]);
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var job = Job(parsed, terminal.Clock.GetUtcNow());
        var toStandardOutput = job.Output == "-";
        if (toStandardOutput && job.Formats.Length != 1)
            throw new CommandFailure(ExitCode.Usage, "--out -: standard output takes one format; name it with --format");

        if (toStandardOutput && job.Formats[0] is var only && !only.MediaType.StartsWith("text/", StringComparison.Ordinal) && only.MediaType != "application/json")
            throw new CommandFailure(ExitCode.Usage, $"--out -: {only.Format} is not text; name a folder for it");
        var run = new ReportRun(terminal);
        if (await run.MakeAsync(job, cancellationToken).ConfigureAwait(false) is not { } result)
            return ExitCode.InvalidInput;

        if (toStandardOutput)
        {
            await terminal.WriteDocumentAsync(result.Artifacts[0].Content.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            ArtifactFiles.Write(result.Artifacts, Path.Combine(terminal.Folder, job.Output));
            ArtifactFiles.List(result.Artifacts, job.Output, terminal.ConsoleOf(terminal.Out));
        }

        return run.Conclude(result);
    }

    private ReportJob Job(ParseResult parsed, DateTimeOffset clock)
    {
        var now = Now(parsed.GetValue(_now)) ?? clock;
        var zone = parsed.GetValue(_zone)!;
        var generatedAt = NodaTime.Instant.FromDateTimeOffset(now).InZone(BusinessDay.Zone(zone)).ToDateTimeOffset();
        return new ReportJob(
            parsed.GetValue(_template)!,
            BusinessDay.Read(parsed.GetValue(_date), zone, parsed.GetValue(_close), now),
            generatedAt,
            [.. parsed.GetValue(_parameters)!.Select(Parameter)],
            [.. parsed.GetValue(_data)!],
            Formats(parsed.GetValue(_formats)),
            parsed.GetValue(_out)!,
            [.. parsed.GetValue(_folders)!])
        {
            Shift = parsed.GetValue(_shift),
            Operator = parsed.GetValue(_operator),
            Classification = parsed.GetValue(_classification),
            Locale = Locale(parsed.GetValue(_locale)),
            AllowScripts = parsed.GetValue(_scripts),
            Answers = parsed.GetValue(_answers),
            Settings = [.. parsed.GetValue(_settings)!.Select(CommandAnalyst.Setting)],
            LargeLogs = parsed.GetValue(_largeLogs),
            Options = [.. parsed.GetValue(_options)!.Select(Option)],
            Theme = parsed.GetValue(_theme),
        };
    }

    private static SuppliedParameter Parameter(string given) => given.IndexOf('=', StringComparison.Ordinal) is var at and > 0
        ? SuppliedParameter.FromText(given[..at], given[(at + 1)..])
        : throw new CommandFailure(ExitCode.Usage, $"--param: '{given}' has no value; write NAME=VALUE");

    private static GivenOption Option(string given)
    {
        var (equals, dot) = (given.IndexOf('=', StringComparison.Ordinal), given.IndexOf('.', StringComparison.Ordinal));
        if (dot <= 0 || equals <= dot + 1)
            throw new CommandFailure(ExitCode.Usage, $"--option: '{given}' is no option; write FORMAT.KEY=VALUE, such as pdf.page_size=A4");
        return new GivenOption(Format("--option", given[..dot]).Format, given[(dot + 1)..equals], given[(equals + 1)..]);
    }

    private static IDocumentExporter Format(string option, string format) => Exporters.Find(format)
        ?? throw new CommandFailure(ExitCode.Usage, $"{option}: there is no format '{format}'; there are {string.Join(", ", Exporters.All.Select(e => e.Format))}");

    private static ImmutableArray<IDocumentExporter> Formats(string? given) => given is null
        ? []
        : [.. given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(format => Format("--format", format))];

    private static string? Locale(string? given) => given is null
        ? null
        : DocumentLocale.Find(given.Trim())?.Tag ?? throw new CommandFailure(ExitCode.Usage, $"--locale: {ReportLocale.Refusal(given.Trim())}");

    private static DateTimeOffset? Now(string? given) => given is null
        ? null
        : DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? now
            : throw new CommandFailure(ExitCode.Usage, $"--now: '{given}' is not an instant; write it as 2026-05-04T22:00:00Z");

    private static Option<string?> Optional(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Option<string[]> Repeatable(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, DefaultValueFactory = _ => [], Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = false };
}

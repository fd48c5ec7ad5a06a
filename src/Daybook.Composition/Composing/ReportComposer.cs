using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Makes a document from a template and a snapshot. Holds no state: one instance serves every thread.</summary>
public sealed class ReportComposer(ComposerOptions options)
{
    /// <summary>Who made a report that nobody is named for.</summary>
    public const string SystemOperator = "System Generated";

    private readonly TextRenderer _texts = new(options);

    /// <summary>The template language of blocks, with every filter of reports: what a template must be checked with.</summary>
    public JinjaEnvironment Jinja => _texts.Language;

    /// <exception cref="CompositionException">A block failed whose template says <c>on_error: fail</c>, or the document became too large.</exception>
    public CompositionResult Compose(CompositionRequest request, CancellationToken cancellationToken) => Compose(request, null, cancellationToken);

    /// <param name="progress">Hears of each block before it is composed, and of the end.</param>
    /// <exception cref="CompositionException">A block failed whose template says <c>on_error: fail</c>, or the document became too large.</exception>
    public CompositionResult Compose(CompositionRequest request, IProgress<BlockProgress>? progress, CancellationToken cancellationToken)
    {
        var run = Begin(request, cancellationToken);
        var durations = ImmutableSortedDictionary.CreateBuilder<string, TimeSpan>(StringComparer.Ordinal);
        var sections = Sections(run, durations, progress);
        var document = new ReportDocument(Metadata(run, ShiftOf(request), OperatorOf(request)), run.Locale is { } locale ? LocaleMarks.Of(sections, locale) : sections);
        try
        {
            DocumentLimits.Check(document);
        }
        catch (DocumentFormatException exception)
        {
            throw new CompositionException(SectionCodes.DocumentTooLarge, "The report has more parts, or nests them deeper, than a document may; show fewer rows or split the report.", exception);
        }

        return new CompositionResult(document, [.. run.Log], durations.ToImmutable());
    }

    /// <summary>What models are to be asked for the request; their answers are its <see cref="CompositionRequest.Analyses"/>. A block whose prompt cannot be made is left out, and says why when it is composed.</summary>
    public ImmutableArray<AnalysisRequest> Analyses(CompositionRequest request, CancellationToken cancellationToken) =>
        AnalysisPlan.IsNeededBy(request.Template.Blocks) ? new AnalysisPlan(Begin(request, cancellationToken)).Of(request.Template.Blocks) : [];

    private BlockRun Begin(CompositionRequest request, CancellationToken cancellationToken)
    {
        var names = BaseNames.Of(request.Template.Parameters, request.Parameters, request.Period, request.GeneratedAt, ShiftOf(request), OperatorOf(request))
            .SetItem(DataNotes.Name, DataNotes.Value(request.Snapshot));
        return new BlockRun(request, new ReportData(request.Template, request.Snapshot), names, _texts.For(DocumentLocale.Find(request.Locale)), options, cancellationToken);
    }

    private static string? ShiftOf(CompositionRequest request) => request.Shift ?? Text(request, "shift_name");

    private static string OperatorOf(CompositionRequest request) => request.Operator ?? Text(request, "operator") ?? SystemOperator;

    private ImmutableArray<Section> Sections(BlockRun run, ImmutableSortedDictionary<string, TimeSpan>.Builder durations, IProgress<BlockProgress>? progress)
    {
        var composer = new BlockComposer(run);
        var sections = ImmutableArray.CreateBuilder<Section>();
        var blocks = run.Request.Template.Blocks;
        foreach (var (index, block) in blocks.Index())
        {
            progress?.Report(new BlockProgress(index, blocks.Length, block.Id));
            run.CancellationToken.ThrowIfCancellationRequested();
            var started = options.Time.GetTimestamp();
            if (composer.Compose(block, block.Id) is { } section)
                sections.Add(section);
            durations[block.Id] = options.Time.GetElapsedTime(started);
        }

        progress?.Report(new BlockProgress(blocks.Length, blocks.Length, null));
        LogDatasets(run);
        if (!run.PrintsNotes && DataNotes.Section(run.Request.Snapshot, sections.Select(section => section.Id)) is { } notes)
            sections.Add(notes);
        return sections.ToImmutable();
    }

    /// <summary>What failed, and what makes figures incomplete, stands in the log as well.</summary>
    private static void LogDatasets(BlockRun run)
    {
        foreach (var (name, result) in run.Request.Snapshot.Datasets)
        {
            var place = run.Request.Template.Datasets.FirstOrDefault(dataset => dataset.Name == name)?.Location;
            foreach (var note in result.Notes.Where(note => note.IsBlocking))
                run.Log.Add(new LogEntry(LogLevel.Warning, null, note.Code, note.Message) { Location = place });
            if (result.Content is not DatasetFailure failure)
                continue;
            run.HasFailures = true;
            run.Log.Add(new LogEntry(LogLevel.Error, null, failure.Code, ReportData.Failed(name, failure).Message) { Location = place });
        }
    }

    private static DocumentMetadata Metadata(BlockRun run, string? shift, string operatorName)
    {
        var (request, template) = (run.Request, run.Request.Template.Metadata);
        return new DocumentMetadata
        {
            Title = template.Title is { Length: > 0 } title ? title : template.Name,
            Subtitle = template.Subtitle,
            BusinessDate = request.Period.BusinessDate,
            Zone = request.Period.Zone,
            PeriodStart = request.Period.Start,
            PeriodEnd = request.Period.End,
            Shift = shift,
            Operator = operatorName,
            Classification = request.Classification,
            TemplateId = template.Id,
            TemplateName = template.Name,
            TemplateVersion = template.Version,
            TemplateAuthor = template.Author,
            FileName = FileName(request, shift, operatorName),
            GeneratedAt = request.GeneratedAt,
            Locale = run.Locale?.Tag,
            Status = run.HasFailures ? ReportStatus.CompletedWithErrors : ReportStatus.Completed,
            Parameters = request.Parameters.IsEmpty ? null : ParameterText(request.Parameters),
        };
    }

    private static string? FileName(CompositionRequest request, string? shift, string operatorName) => request.Template.ExportConfig.FileName?.Render(new Dictionary<string, string?>
    {
        ["date"] = request.Period.BusinessDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        ["time"] = request.GeneratedAt.ToString("HHmmss", CultureInfo.InvariantCulture),
        ["template_name"] = request.Template.Metadata.Name,
        ["template_id"] = request.Template.Metadata.Id,
        ["version"] = request.Template.Metadata.Version,
        ["shift"] = shift,
        ["operator"] = operatorName,
        ["zone"] = request.Period.Zone,
        ["scanner_type"] = string.Join('_', request.Template.Datasets.Select(dataset => dataset.Kind).Where(kind => kind is not ("inline" or "file" or "http")).Distinct().Order(StringComparer.Ordinal)),
    });

    private static string ParameterText(ImmutableSortedDictionary<string, JsonElement> parameters) =>
        $"{{{string.Join(',', parameters.Select(entry => $"{JsonValues.Text(entry.Key).GetRawText()}:{entry.Value.GetRawText()}"))}}}";

    private static string? Text(CompositionRequest request, string parameter) =>
        request.Parameters.TryGetValue(parameter, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

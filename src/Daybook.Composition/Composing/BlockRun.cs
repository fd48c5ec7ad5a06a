using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>What the blocks of one composition share.</summary>
internal sealed record BlockRun(
    CompositionRequest Request, ReportData Data, ImmutableDictionary<string, object?> BaseNames, TextRenderer Texts, ComposerOptions Options, CancellationToken CancellationToken)
{
    public DocumentLocale? Locale => DocumentLocale.Find(Request.Locale);

    public List<LogEntry> Log { get; } = [];

    /// <summary>True once any block failed, also a hidden one.</summary>
    public bool HasFailures { get; set; }

    /// <summary>The template itself says what its sources say of their data.</summary>
    public bool PrintsNotes { get; } = DataNotes.ArePrintedBy(Request.Template.Blocks, Options.Includes);

    public DataScope Scope(ImmutableArray<DataPath> paths) => new(Data, BaseNames, paths);
}

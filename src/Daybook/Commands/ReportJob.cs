using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Commands;

/// <summary>One report as a command line asks for it.</summary>
/// <param name="Template">File, or id of a built-in template.</param>
/// <param name="Data"><c>FILE</c> or <c>DATASET=FILE</c>; files may be patterns.</param>
/// <param name="Formats">Empty takes the template's formats, or all there are.</param>
/// <param name="Output">Folder for the artifacts; <c>-</c> writes the only artifact to standard output.</param>
/// <param name="Folders">Folders that files are read from, beside the template's own and the working folder.</param>
internal sealed record ReportJob(
    string Template,
    ReportPeriod Period,
    DateTimeOffset GeneratedAt,
    ImmutableArray<SuppliedParameter> Parameters,
    ImmutableArray<string> Data,
    ImmutableArray<IDocumentExporter> Formats,
    string Output,
    ImmutableArray<string> Folders)
{
    public string? Shift { get; init; }

    public string? Operator { get; init; }

    public string? Classification { get; init; }

    /// <summary>The tag of the <see cref="Documents.DocumentLocale"/> of numbers and dates; null writes <c>1,234.50</c> and <c>2026-05-04</c>.</summary>
    public string? Locale { get; init; }

    public bool AllowScripts { get; init; }

    /// <summary>File of answers that stand in for those of models; null has the configured models answer.</summary>
    public string? Answers { get; init; }

    /// <summary>Settings such as <c>Ai:DefaultModel</c>, over those of the environment.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Settings { get; init; } = [];

    /// <summary>Logs beyond the limits of size are read.</summary>
    public bool LargeLogs { get; init; }

    /// <summary>Options of formats, over those of the template.</summary>
    public ImmutableArray<GivenOption> Options { get; init; } = [];

    /// <summary>Name or file of the theme of every format; null takes the template's.</summary>
    public string? Theme { get; init; }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Every word of a template that comes from a closed set; read, written and published in the JSON Schema from here.</summary>
internal static class TemplateWords
{
    public static readonly ClosedSet<BlockType> BlockTypes = new(
        "block type",
        DiagnosticCodes.UnknownBlockType,
        [
            ("data_block", BlockType.Data), ("analysis_block", BlockType.Analysis), ("visualization_block", BlockType.Visualization),
            ("custom_block", BlockType.Custom), ("composite_block", BlockType.Composite),
        ]);

    public static readonly ClosedSet<ErrorPolicy> ErrorPolicies = SnakeCase<ErrorPolicy>("value of 'on_error'", DiagnosticCodes.UnknownWord);

    public static readonly ClosedSet<EmptyPolicy> EmptyPolicies =
        new("value of 'on_empty'", DiagnosticCodes.UnknownWord, [("show", EmptyPolicy.Show), ("hide", EmptyPolicy.Hide)]);

    public static readonly ClosedSet<VisualizationType> ChartTypes = SnakeCase<VisualizationType>("chart type", DiagnosticCodes.UnknownChartType);

    public static readonly ClosedSet<Aggregate> Aggregates = new(
        "aggregate",
        DiagnosticCodes.UnknownWord,
        [
            ("sum", Aggregate.Sum), ("mean", Aggregate.Mean), ("min", Aggregate.Minimum), ("max", Aggregate.Maximum),
            ("count", Aggregate.Count), ("last", Aggregate.Last), ("none", Aggregate.None),
        ]);

    public static readonly ClosedSet<TableColumnType> ColumnTypes = SnakeCase<TableColumnType>("column type", DiagnosticCodes.UnknownWord);

    public static readonly ClosedSet<ColumnAlignment> Alignments = SnakeCase<ColumnAlignment>("alignment", DiagnosticCodes.UnknownWord);

    public static readonly ClosedSet<OutputProcessor> OutputProcessors = SnakeCase<OutputProcessor>("output processor", DiagnosticCodes.UnknownOutputProcessor);

    public static readonly ClosedSet<ParameterType> ParameterTypes = SnakeCase<ParameterType>("parameter type", DiagnosticCodes.UnknownParameterType);

    public static readonly ClosedSet<PageSize> PageSizes =
        new("page size", DiagnosticCodes.UnknownWord, [("letter", PageSize.Letter), ("A4", PageSize.A4), ("legal", PageSize.Legal)]);

    public static readonly ClosedSet<PageOrientation> Orientations = SnakeCase<PageOrientation>("orientation", DiagnosticCodes.UnknownWord);

    public static readonly ClosedSet<SectionStart> SectionStarts = SnakeCase<SectionStart>("value of 'section_start'", DiagnosticCodes.UnknownWord);

    public static readonly ClosedSet<ReaderPermission> Permissions = SnakeCase<ReaderPermission>("permission", DiagnosticCodes.UnknownWord);

    public static readonly ImmutableArray<string> Formats = ["markdown", "html", "json", "pdf", "xlsx", "docx", "csv"];

    public static readonly ImmutableArray<string> Methods = ["GET", "POST", "PUT", "PATCH"];

    private static ClosedSet<T> SnakeCase<T>(string noun, string code)
        where T : struct, Enum
    {
        // A loop, because each enumeration would have LINQ compiled anew at start.
        var values = Enum.GetValues<T>();
        var words = new (string, T)[values.Length];
        for (var i = 0; i < values.Length; i++)
            words[i] = (JsonNamingPolicy.SnakeCaseLower.ConvertName(values[i].ToString()), values[i]);
        return new(noun, code, ImmutableCollectionsMarshal.AsImmutableArray(words));
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The keys of a dataset with <c>source: file</c>.</summary>
internal sealed record FileSettings(ImmutableArray<string> Paths, FileFormat? Format, CsvDialect Csv, ImmutableDictionary<string, DataType> Types, int MaxLineLength)
{
    public const int DefaultMaxLineLength = 16 * 1024 * 1024;
    private const int HardMaxLineLength = 512 * 1024 * 1024;

    internal static readonly string[] Keys = ["path", "format", "delimiter", "quote", "encoding", "header", "types", "max_line_length"];

    public static FileSettings Read(ImmutableDictionary<string, JsonElement> settings, List<Diagnostic> problems)
    {
        var reader = new SettingsReader(settings, problems);
        reader.AllowOnly(Keys);
        var maxLength = reader.Integer("max_line_length", DefaultMaxLineLength, 1024, HardMaxLineLength);
        var csv = new CsvDialect(
            Character(reader, "delimiter", ','),
            Character(reader, "quote", '"'),
            EncodingOf(reader),
            reader.Boolean("header", true),
            maxLength);
        if (csv.Delimiter == csv.Quote)
            reader.Add(SourceCodes.BadSetting, "delimiter and quote are the same character");
        return new FileSettings(PathsOf(reader), FormatOf(reader), csv, TypesOf(reader), maxLength);
    }

    private static ImmutableArray<string> PathsOf(SettingsReader reader)
    {
        var paths = reader.Texts("path");
        if (paths.IsEmpty)
            reader.Add(SourceCodes.MissingSetting, "path is missing; write path: followed by a file or a pattern such as logs/*.jsonl");
        return paths;
    }

    private static FileFormat? FormatOf(SettingsReader reader)
    {
        switch (reader.Text("format"))
        {
            case null:
                return null;
            case "json":
                return FileFormat.Json;
            case "jsonl" or "json_lines" or "ndjson":
                return FileFormat.JsonLines;
            case "csv":
                return FileFormat.Csv;
            case var other:
                reader.Add(SourceCodes.BadSetting, $"unknown format '{other}'; write json, jsonl or csv");
                return null;
        }
    }

    private static char Character(SettingsReader reader, string key, char fallback)
    {
        switch (reader.Text(key))
        {
            case null:
                return fallback;
            case "tab" or "\\t":
                return '\t';
            case [var one] when one is not ('\r' or '\n'):
                return one;
            case var other:
                reader.Add(SourceCodes.BadSetting, $"{key} must be one character or the word tab, not '{other}'");
                return fallback;
        }
    }

    private static Encoding EncodingOf(SettingsReader reader)
    {
        switch (reader.Text("encoding")?.ToLowerInvariant())
        {
            case null or "utf-8" or "utf8":
                return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
            case "utf-16" or "utf-16le":
                return new UnicodeEncoding(false, true, throwOnInvalidBytes: true);
            case "utf-16be":
                return new UnicodeEncoding(true, true, throwOnInvalidBytes: true);
            case "latin-1" or "latin1" or "iso-8859-1":
                return Encoding.Latin1;
            case "windows-1252" or "cp1252":
                return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            case var other:
                reader.Add(SourceCodes.BadSetting, $"unknown encoding '{other}'; write utf-8, utf-16, utf-16be, latin-1 or windows-1252");
                return Encoding.UTF8;
        }
    }

    private static ImmutableDictionary<string, DataType> TypesOf(SettingsReader reader)
    {
        var types = ImmutableDictionary.CreateBuilder<string, DataType>(StringComparer.Ordinal);
        foreach (var (column, word) in reader.TextMap("types"))
        {
            if (DataTypeWords.TryParse(word, out var type) && type != DataType.Nested)
                types[column] = type;
            else
                reader.Add(SourceCodes.BadSetting, $"types: unknown type '{word}' of column '{column}'; write text, integer, decimal, float, boolean, date or instant");
        }

        return types.ToImmutable();
    }
}

using Daybook.Composition;

namespace Daybook.Tests.Commands;

/// <summary>For every code of a dataset something that causes it, through the command line.</summary>
internal static class SourceErrors
{
    public static IReadOnlyDictionary<string, BadInput> All { get; } = new Dictionary<string, BadInput>
    {
        [SourceCodes.UnknownSetting] = BadInput.Dataset("{source: file, path: findings.csv, delimeter: ';'}"),
        [SourceCodes.BadSetting] = BadInput.Dataset("{source: file, path: findings.csv, delimiter: ';;'}"),
        [SourceCodes.MissingSetting] = BadInput.Dataset("{source: file}"),
        [SourceCodes.MixedFormats] = BadInput.Dataset("{source: file, path: 'data/*'}").With("data/a.csv", "a\n1\n").With("data/b.json", "{}"),
        [SourceCodes.OutsideRoots] = BadInput.Dataset("{source: file, path: ../findings.json}"),
        [SourceCodes.BadPath] = BadInput.Dataset("{source: file, path: \"\\t\"}"),
        [SourceCodes.NoSuchFile] = BadInput.Dataset("{source: file, path: findings.json}"),
        [SourceCodes.NotAFile] = BadInput.Dataset("{source: file, path: data}").With("data/findings.json", "{}"),
        [SourceCodes.EmptyFile] = BadInput.File("findings.json", ""),
        [SourceCodes.GzipFile] = BadInput.Dataset("{source: file, path: findings.json}").With("findings.json", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]),
        [SourceCodes.ZipFile] = BadInput.Dataset("{source: file, path: findings.csv}").With("findings.csv", [.. "PK\x03\x04"u8, 0, 0, 0, 0]),
        [SourceCodes.LfsPointer] = BadInput.File("findings.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 12345\n"),
        [SourceCodes.HtmlFile] = BadInput.File("findings.json", "<!DOCTYPE html><html><body>Sign in</body></html>"),
        [SourceCodes.BinaryFile] = BadInput.Dataset("{source: file, path: findings.csv}").With("findings.csv", [1, 0, 2, 0, 3, 0]),
        [SourceCodes.BadJson] = BadInput.File("findings.json", "{\"open\": 3,\n \"closed\": 1,}"),
        [SourceCodes.TruncatedJson] = BadInput.File("findings.json", "{\"open\": 3, \"closed\": "),
        [SourceCodes.NotAnObject] = BadInput.File("findings.jsonl", "{\"open\": 3}\n[3]\n"),
        [SourceCodes.FileTooLarge] = BadInput.File("findings.json", "[" + new string('1', 64 * 1024 * 1024) + "]"),
        [SourceCodes.LineTooLong] = BadInput.File("findings.jsonl", "{\"text\": \"" + new string('x', 2000) + "\"}", ", max_line_length: 1024"),
        [SourceCodes.BadCsv] = BadInput.File("findings.csv", "day,note\nMonday,\"open\n"),
        [SourceCodes.BadHeader] = BadInput.File("findings.csv", "day,,open\nMonday,a,3\n"),
        [SourceCodes.DuplicateColumn] = BadInput.File("findings.csv", "day,open,open\nMonday,3,3\n"),
        [SourceCodes.RaggedRow] = BadInput.File("findings.csv", "day,open\nMonday,3\nTuesday,1,0\n"),
        [SourceCodes.ColumnsDiffer] = BadInput.Dataset("{source: file, path: 'data/*.csv'}").With("data/a.csv", "day,open\nMonday,3\n").With("data/b.csv", "day,closed\nTuesday,1\n"),
        [SourceCodes.BadEncoding] = BadInput.Dataset("{source: file, path: findings.csv}").With("findings.csv", [.. "day\nM"u8, 0xE4, .. "rz\n"u8]),
        [SourceCodes.NotRows] = BadInput.Dataset("{source: inline, value: {open: 3}, where: open > 1}"),
        [SourceCodes.NotAValue] = BadInput.File("findings.csv", "day,open\nMonday,3\n", ", at: summary"),
        [SourceCodes.UnknownColumn] = BadInput.Dataset("{source: inline, rows: [{day: Monday, open: 3}], order_by: opne}"),
        [SourceCodes.OmittedRows] = BadInput.Dataset("{source: inline, rows: [{open: 3}, {open: 2}, {open: 1}], limit: 1}"),
        [DiagnosticCodes.WrongType] = BadInput.File("findings.csv", "day,open\nMonday,three\n", ", types: {open: integer}"),
        [DiagnosticCodes.UnknownFormat] = BadInput.File("findings.txt", "a"),
    };
}

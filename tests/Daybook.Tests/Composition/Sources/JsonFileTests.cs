using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Sources;

public sealed class JsonFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private FileSource Source => new(new FileRoots([_folder.Path]));

    private async Task<DataSourceException> Refused(string path) =>
        await Assert.ThrowsAsync<DataSourceException>(async () =>
        {
            await using var reader = await Source.OpenAsync(ReadRows.Query($$"""{"path":"{{path}}"}"""), TestContext.Current.CancellationToken);
        });

    [Fact]
    public async Task Lines_are_rows_whose_columns_are_all_keys()
    {
        _folder.Write("a.jsonl", "{\"n\":1,\"t\":\"x\",\"f\":1e3}\n\n{\"n\":2.50,\"o\":{\"k\":[1]},\"t\":null,\"m\":1}\r\n{\"m\":\"one\",\"b\":true}");
        var (columns, rows) = await ReadRows.Of(Source, """{"path":"a.jsonl"}""");
        Assert.Equal(
            "n:Decimal t:Text f:Float o:Nested m:Nested b:Boolean", string.Join(" ", columns.Select(column => $"{column.Name}:{column.Type}")));
        Assert.Equal([1m, "x", 1000.0], rows[0][..3]);
        Assert.Equal("2.50", $"{rows[1][0]}");
        Assert.Equal("""{"k":[1]}""", Assert.IsType<JsonElement>(rows[1][3]).GetRawText());
        Assert.Equal([null, null, null, null], rows[2][..4]);
        Assert.Equal(true, rows[2][5]);
    }

    [Fact]
    public async Task One_json_file_is_its_value()
    {
        _folder.Write("a.json", "\uFEFF{\"total\": 12345678901234567890.10}");
        var value = await ReadRows.ValueOf(Source, """{"path":"a.json"}""");
        Assert.Equal("12345678901234567890.10", value.GetProperty("total").GetRawText());
    }

    [Fact]
    public async Task Several_json_files_are_rows()
    {
        _folder.Write("d/1.json", """[{"a":1},{"a":2}]""");
        _folder.Write("d/2.json", """{"a":3}""");
        var (_, rows) = await ReadRows.Of(Source, """{"path":"d/*.json"}""");
        Assert.Equal([1L, 2L, 3L], rows.Select(row => row[0]));
    }

    [Fact]
    public async Task A_broken_line_names_line_and_column()
    {
        _folder.Write("a.jsonl", "{\"a\":1}\n{\"a\":nope}\n");
        var error = await Refused("a.jsonl");
        Assert.Equal("bad_json", error.Code);
        Assert.Contains("'a.jsonl', line 2, column 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_object_is_refused()
    {
        _folder.Write("a.jsonl", "{}\n[1]\n");
        Assert.Equal("not_an_object", (await Refused("a.jsonl")).Code);
    }

    [Fact]
    public async Task Json_that_was_cut_off_is_told_from_json_that_is_wrong()
    {
        _folder.Write("cut.json", "{\n  \"a\": [1, 2");
        var cut = await Refused("cut.json");
        Assert.Equal("truncated_json", cut.Code);
        Assert.Contains("line 2, column ", cut.Message, StringComparison.Ordinal);

        _folder.Write("wrong.json", "{\n  \"a\": [1, 2}\n}");
        var wrong = await Refused("wrong.json");
        Assert.Equal("bad_json", wrong.Code);
        Assert.Contains("line 2, column 13", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused_without_being_read_whole()
    {
        using var stream = new EndlessStream();
        var lines = new LineReader(stream, "long.jsonl", 16 * 1024 * 1024);
        var error = await Assert.ThrowsAsync<DataSourceException>(async () => await lines.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal("line_too_long", error.Code);
        Assert.Contains("'long.jsonl', line 1", error.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 0, 40_000_000);
    }

    public static TheoryData<string, byte[]> NotText => new()
    {
        { "gzip_file", [0x1F, 0x8B, 8, 0] },
        { "zip_file", [(byte)'P', (byte)'K', 3, 4] },
        { "binary_file", [1, 2, 0, 3] },
        { "lfs_pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 123\n"u8.ToArray() },
        { "html_file", "\n<!DOCTYPE html><html>"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(NotText))]
    public async Task Files_that_are_not_text_are_recognised(string code, byte[] content)
    {
        _folder.Write("a.jsonl", content);
        _folder.Write("a.json", content);
        _folder.Write("a.csv", content);
        foreach (var path in new[] { "a.jsonl", "a.json", "a.csv" })
        {
            var error = await Refused(path);
            Assert.Equal(code, error.Code);
            Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pointer_names_what_it_points_to()
    {
        _folder.Write("a.jsonl", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 123\n");
        Assert.Contains("(oid sha256:abc, size 123)", (await Refused("a.jsonl")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_ending_needs_a_format()
    {
        _folder.Write("a.log", "{\"a\":1}\n");
        Assert.Equal("unknown_format", (await Refused("a.log")).Code);
        Assert.Single((await ReadRows.Of(Source, """{"path":"a.log","format":"jsonl"}""")).Rows);
    }

    [Fact]
    public void All_wrong_settings_are_told_at_once()
    {
        var problems = Source.Check(ReadRows.Query("""{"pth":"a","format":"xml","delimiter":"ab","header":1,"types":{"a":"money"},"max_line_length":5}"""));
        Assert.Equal(
            ["unknown_setting", "bad_setting", "bad_setting", "bad_setting", "missing_setting", "bad_setting", "bad_setting"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Reading_stops_when_cancelled()
    {
        _folder.Write("a.jsonl", "{}\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Source.OpenAsync(ReadRows.Query("""{"path":"a.jsonl"}"""), new CancellationToken(true)));
    }
}

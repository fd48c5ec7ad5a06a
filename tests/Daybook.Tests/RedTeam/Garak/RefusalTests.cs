using System.Text;
using Daybook.Composition;
using Daybook.RedTeam;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_large_file_pointer_is_named_with_its_oid_its_size_and_how_to_fetch_it()
    {
        var refusal = await RefusalAsync("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n");

        Assert.Equal("log_lfs_pointer", refusal.Code);
        Assert.Equal(
            "'a.report.jsonl' is a Git large-file (LFS) pointer, not the log itself: oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393, "
            + "size 12345 bytes. Fetch the real file with 'git lfs pull', or download it from where the repository is hosted.",
            refusal.Message);
    }

    [Fact]
    public async Task A_line_that_is_not_JSON_is_named_with_its_place_and_its_beginning()
    {
        var refusal = await RefusalAsync(Setup + "\n" + """{"entry_type":"attempt","é":NaN,"uuid":tulip}""" + "\n" + Completion + "\n");

        Assert.Equal("log_not_json", refusal.Code);
        Assert.Equal(
            """'a.report.jsonl', line 2, column 41: not JSON, so nothing of the file was read; the line begins: "{\"entry_type\":\"attempt\",\"é\":NaN,\"uuid\":tulip}" """.TrimEnd(),
            refusal.Message);
    }

    [Theory]
    [InlineData("[1,2]", 1, "valid JSON, but no object")]
    [InlineData("  \"text\"", 3, "valid JSON, but no object")]
    [InlineData("{\"a\":1} trailing", 9, "not JSON")]
    [InlineData("{\"a\":1", 7, "not JSON")]
    [InlineData("Traceback (most recent call last):", 1, "not JSON")]
    public async Task Only_objects_are_records(string line, int column, string what)
    {
        var refusal = await RefusalAsync(string.Join('\n', Setup, line, Completion));

        Assert.Equal("log_not_json", refusal.Code);
        Assert.StartsWith($"'a.report.jsonl', line 2, column {column}: {what}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_beginning_of_a_line_is_cut_and_cannot_disturb_a_terminal()
    {
        var refusal = await RefusalAsync(Setup + "\n\u001b[2J\u202e" + new string('x', 500) + "\n");

        Assert.Contains("\"\\u001b[2J\\u202e" + new string('x', 75) + "\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_line_that_breaks_off_leaves_an_incomplete_run()
    {
        var log = await ReadTextAsync(string.Join('\n', Setup, Init, Attempt("u1", 2, "1.0"), Eval(0, 1)[..30]));

        var run = log.Runs[0];
        Assert.Equal((RunState.Incomplete, 1), (run.Summary.State, run.Results[0].Hits));
        Assert.True(Note(run, "truncated_line").IsBlocking);
    }

    [Fact]
    public async Task A_log_cut_at_any_byte_is_read_or_refused_and_never_called_complete()
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', Setup, Init, Attempt("é1", 1), Attempt("é1", 2, "1.0,NaN"), Eval(0, 1), Completion));
        for (var length = 0; length < text.Length - 1; length++)
        {
            var outcome = await Record.ExceptionAsync(() => ReadBytesAsync(text[..length]));
            if (outcome is null)
                Assert.NotEqual(RunState.Complete, (await ReadBytesAsync(text[..length])).Runs[0].Summary.State);
            else
                Assert.Contains(Assert.IsType<DataSourceException>(outcome).Code, new[] { "log_empty", "log_not_json", "log_not_garak" });
        }
    }

    [Fact]
    public async Task A_broken_line_with_a_line_end_is_refused_even_as_the_last() =>
        Assert.Equal("log_not_json", (await RefusalAsync(Setup + "\n" + Init[..30] + "\n")).Code);

    [Fact]
    public async Task A_broken_first_line_is_refused() => Assert.Equal("log_not_json", (await RefusalAsync(Setup[..30])).Code);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_is_refused(string text) => Assert.Equal("log_empty", (await RefusalAsync(text)).Code);

    [Fact]
    public async Task What_is_compressed_HTML_or_binary_is_recognised()
    {
        var gzip = await RefusalAsync([0x1f, 0x8b, 8, 0, 0, 0]);
        var html = await RefusalAsync("\n <!DOCTYPE HTML><html><body>report</body></html>");
        var zip = await RefusalAsync([(byte)'P', (byte)'K', 3, 4, 20]);
        var sqlite = await RefusalAsync("SQLite format 3\0....");
        var utf16 = await RefusalAsync([0xff, 0xfe, (byte)'{', 0]);
        var zeros = await RefusalAsync("{\"a\":1}\n\0\0\0");

        Assert.Equal(("log_compressed", true), (gzip.Code, gzip.Message.Contains("gzip", StringComparison.Ordinal)));
        Assert.Equal(("log_html", true), (html.Code, html.Message.Contains("HTML", StringComparison.Ordinal)));
        Assert.Equal(("log_compressed", true), (zip.Code, zip.Message.Contains("ZIP", StringComparison.Ordinal)));
        Assert.Equal(("log_binary", true), (sqlite.Code, sqlite.Message.Contains("SQLite", StringComparison.Ordinal)));
        Assert.Equal(("log_binary", true), (utf16.Code, utf16.Message.Contains("UTF-16", StringComparison.Ordinal)));
        Assert.Equal(("log_binary", true), (zeros.Code, zeros.Message.Contains("binary", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task JSON_of_another_program_is_named_by_what_it_holds()
    {
        var refusal = await RefusalAsync("""{"data_type":"AVID","report_id":7}""" + "\n" + """{"entry_type":"odd"}""" + "\n");

        Assert.Equal("log_not_garak", refusal.Code);
        Assert.Contains("its first line has the keys data_type, report_id, its entry types are odd", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_are_named()
    {
        var log = Encoding.UTF8.GetBytes(string.Join('\n', Run(Attempt("u1", 2, "1"))));

        var size = await RefusalAsync(log, With(new GarakLimits { MaxFileSize = 100 }));
        var lines = await RefusalAsync(log, With(new GarakLimits { MaxLines = 3 }));
        var length = await RefusalAsync(log, With(new GarakLimits { MaxLineLength = 120 }));
        var runs = await RefusalAsync(log, With(new GarakLimits { MaxRuns = 0 }));

        Assert.Equal(("log_too_large", true), (size.Code, size.Message.Contains("the limit of 100", StringComparison.Ordinal)));
        Assert.Equal(("log_too_many_lines", true), (lines.Code, lines.Message.Contains("the limit of 3", StringComparison.Ordinal)));
        Assert.Equal("log_too_many_runs", runs.Code);
        Assert.Equal(("log_line_too_long", true), (length.Code, length.Message.Contains("line 1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_line_of_100_MB_is_refused_before_it_is_read_whole()
    {
        await using var stream = new EndlessLine(100_000_000);
        var reader = new GarakLogReader(new GarakFile("a.report.jsonl", () => stream), new GarakOptions());

        var refusal = await Assert.ThrowsAsync<DataSourceException>(() => reader.ReadAsync(CancellationToken.None));

        Assert.Equal("log_line_too_long", refusal.Code);
        Assert.Contains("line 1: the line is longer than the limit of 16,777,216 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Position, 16 << 20, 34 << 20);
    }

    [Fact]
    public async Task A_file_that_shrinks_while_it_is_read_is_refused()
    {
        var file = new GarakFile("a.report.jsonl", () => new ShrunkStream(Encoding.UTF8.GetBytes(string.Join('\n', Run()))));

        var refusal = await Assert.ThrowsAsync<DataSourceException>(() => new GarakLogReader(file, new GarakOptions()).ReadAsync(CancellationToken.None));

        Assert.Equal("log_changed", refusal.Code);
    }

    private static GarakOptions With(GarakLimits limits) => new() { Limits = limits };

    /// <summary>One JSON string that does not end before the stream does.</summary>
    private sealed class EndlessLine(long length) : MemoryStream
    {
        private long _position;

        public override long Length => length;

        public override long Position { get => _position; set => _position = value; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - _position);
            buffer.Span[..count].Fill((byte)'x');
            if (_position == 0)
                """{"entry_type":"attempt","goal":" """u8[..^1].CopyTo(buffer.Span);
            _position += count;
            return ValueTask.FromResult(count);
        }
    }

    private sealed class ShrunkStream(byte[] bytes) : MemoryStream(bytes[..(bytes.Length / 2)])
    {
        public override long Length => bytes.Length;
    }
}

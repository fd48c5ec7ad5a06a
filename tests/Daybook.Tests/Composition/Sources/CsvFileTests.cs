using System.Text;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Sources;

public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private FileSource Source => new(new FileRoots([_folder.Path]));

    private async Task<(string Types, object?[][] Rows)> Read(string text, string more = "")
    {
        _folder.Write("a.csv", text);
        var (columns, rows) = await ReadRows.Of(Source, $$"""{"path":"a.csv"{{more}}}""");
        return (string.Join(" ", columns.Select(column => $"{column.Name}:{column.Type}")), [.. rows]);
    }

    private async Task<DataSourceException> Refused(string text, string more = "") => await Assert.ThrowsAsync<DataSourceException>(() => Read(text, more));

    [Fact]
    public async Task Columns_get_the_narrowest_type_that_prints_the_same_text()
    {
        var (types, rows) = await Read("n,d,b,day,at,text\n1,1.50,true,2026-05-04,2026-05-04T17:00:00Z,a\n-2,3,FALSE,2026-05-05,2026-05-04T17:00:00.5+02:00,\n");
        Assert.Equal("n:Integer d:Decimal b:Boolean day:Date at:Instant text:Text", types);
        Assert.Equal([1L, 1.50m, true, new DateOnly(2026, 5, 4), new DateTimeOffset(2026, 5, 4, 17, 0, 0, TimeSpan.Zero), "a"], rows[0]);
        Assert.Equal(TimeSpan.FromHours(2), Assert.IsType<DateTimeOffset>(rows[1][4]).Offset);
        Assert.Null(rows[1][5]);
        Assert.Equal("1.50", $"{rows[0][1]}");
    }

    [Theory]
    [InlineData("007")]
    [InlineData("+5")]
    [InlineData("-0")]
    [InlineData("1e5")]
    [InlineData("1,000")]
    [InlineData(" 5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("0x1F")]
    [InlineData("NaN")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("2026-5-4")]
    [InlineData("2026-02-30")]
    [InlineData("2026-05-04T17:00:00")]
    [InlineData("yes")]
    public async Task Text_that_only_resembles_a_number_or_date_stays_text(string value)
    {
        var (types, rows) = await Read($"id\n\"{value}\"\n");
        Assert.Equal("id:Text", types);
        Assert.Equal(value, rows[0][0]);
    }

    [Fact]
    public async Task One_other_value_makes_the_whole_column_text()
    {
        var (types, rows) = await Read("id\n1\n2\nn/a\n");
        Assert.Equal("id:Text", types);
        Assert.Equal("1", rows[0][0]);
    }

    [Fact]
    public async Task Integers_beyond_64_bits_are_kept_digit_for_digit()
    {
        var (types, rows) = await Read("id\n12345678901234567890123\n");
        Assert.Equal("id:Decimal", types);
        Assert.Equal(12345678901234567890123m, rows[0][0]);
    }

    [Fact]
    public async Task Quoted_fields_hold_delimiters_quotes_and_line_ends()
    {
        var (_, rows) = await Read("\uFEFFa,b\r\n\"x,\"\"y\"\"\r\nz\",\"\"\r\n\r\nplain \"quote\",two\r\n");
        Assert.Equal(["x,\"y\"\r\nz", ""], rows[0]);
        Assert.Equal(["plain \"quote\"", "two"], rows[1]);
        Assert.Equal(2, rows.Length);
    }

    [Fact]
    public async Task A_last_line_without_line_end_is_read()
    {
        var (_, rows) = await Read("a,b\n1,");
        Assert.Equal([1L, null], rows[0]);
    }

    [Fact]
    public async Task Declared_types_win_and_a_value_that_does_not_fit_names_its_line()
    {
        var (types, _) = await Read("id,x\n1,2\n", ""","types":{"id":"text","x":"float"}""");
        Assert.Equal("id:Text x:Float", types);

        var error = await Refused("id\n1\n\"two\n\"\n", ""","types":{"id":"integer"}""");
        Assert.Equal("wrong_type", error.Code);
        Assert.Contains("'a.csv', line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delimiter_quote_and_header_can_be_set()
    {
        var (types, rows) = await Read("1;'a;b'\n", ""","delimiter":";","quote":"'","header":false""");
        Assert.Equal("column_1:Integer column_2:Text", types);
        Assert.Equal([1L, "a;b"], rows[0]);
        Assert.Equal("a:Integer b:Integer", (await Read("a\tb\n1\t2\n", ""","delimiter":"tab" """)).Types);
    }

    [Fact]
    public async Task Other_encodings_are_read_when_named_and_refused_when_not()
    {
        _folder.Write("w.csv", [.. "name\nM"u8, 0xFC, .. "ller"u8]);
        var (_, rows) = await ReadRows.Of(Source, """{"path":"w.csv","encoding":"windows-1252"}""");
        Assert.Equal("Müller", rows[0][0]);
        var error = await Assert.ThrowsAsync<DataSourceException>(() => ReadRows.Of(Source, """{"path":"w.csv"}"""));
        Assert.Equal("bad_encoding", error.Code);

        _folder.Write("u.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("name\nÄ\n")]);
        Assert.Equal("Ä", (await ReadRows.Of(Source, """{"path":"u.csv"}""")).Rows[0][0]);
    }

    [Theory]
    [InlineData("a,b\n1\n", "ragged_row", "line 2: 1 fields")]
    [InlineData("a,b\n1,2\n\"x\ny\",2,3\n", "ragged_row", "line 3: 3 fields")]
    [InlineData("a,a\n1,2\n", "duplicate_column", "'a' 2 times")]
    [InlineData("a,,c\n1,2,3\n", "bad_header", "column 2")]
    [InlineData("a\n\"never closed\n", "bad_csv", "line 2")]
    [InlineData("a\n\"x\"y\n", "bad_csv", "line 2")]
    [InlineData("\n\n", "empty_file", "a.csv")]
    [InlineData("", "empty_file", "a.csv")]
    public async Task Broken_csv_is_refused_with_its_line(string text, string code, string place)
    {
        var error = await Refused(text);
        Assert.Equal(code, error.Code);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_over_the_limit_is_refused()
    {
        var error = await Refused($"a\n\"{new string('x', 5000)}\"\n", ""","max_line_length":2048""");
        Assert.Equal("line_too_long", error.Code);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_one_pattern_are_read_in_order_and_must_have_the_same_columns()
    {
        _folder.Write("d/b.csv", "x\n2\n");
        _folder.Write("d/a.csv", "x\n1.5\n");
        var (columns, rows) = await ReadRows.Of(Source, """{"path":"d/*.csv"}""");
        Assert.Equal(DataType.Decimal, columns[0].Type);
        Assert.Equal([1.5m, 2m], rows.Select(row => row[0]));

        _folder.Write("d/c.csv", "y\n3\n");
        var error = await Assert.ThrowsAsync<DataSourceException>(() => ReadRows.Of(Source, """{"path":"d/*.csv"}"""));
        Assert.Equal("columns_differ", error.Code);
    }
}

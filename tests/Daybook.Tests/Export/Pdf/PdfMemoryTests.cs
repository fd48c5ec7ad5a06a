using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Pdf;

/// <summary>Runs while no other test does: memory is counted for the whole process.</summary>
[CollectionDefinition(nameof(PdfMemoryTests), DisableParallelization = true)]
[Collection(nameof(PdfMemoryTests))]
public sealed class PdfMemoryTests
{
    [Fact]
    public async Task A_table_of_many_rows_needs_no_more_memory_than_its_document()
    {
        var row = new TableRow([new IntegerCell(7), new TextCell([new TextInline("The same cells in each row")]), new SeverityCell(Severity.High)]);
        ImmutableArray<TableColumn> columns =
        [
            new("n", "No.", CellType.Integer, ColumnAlignment.Right), new("t", "Text", CellType.Text, ColumnAlignment.Left), new("s", "Severity", CellType.Severity, ColumnAlignment.Left),
        ];
        var document = PdfSample.Of(new Table(columns, [.. Enumerable.Repeat(row, 100_000)]));
        PdfSample.Make(RedTeamReport.Document);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await using var output = new Watched(() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before));
        await new PdfExporter().ExportAsync(document, new PdfExportOptions(), output, TestContext.Current.CancellationToken);
        Assert.True(output.Length > 1_000_000, $"{output.Length} bytes");
        Assert.True(most < 200_000_000, $"{most:N0} bytes were in use.");
    }

    /// <summary>Counts what is written, forgets it, and looks up now and then.</summary>
    private sealed class Watched(Action look) : Stream
    {
        private long _length;

        private long _looked;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _length += buffer.Length;
            if (_length - _looked < 2_000_000)
                return;
            _looked = _length;
            look();
        }
    }
}

using System.Text;
using System.Text.Json;
using CsCheck;
using Daybook.Composition;
using Daybook.RedTeam;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class ChunkedReadingTests
{
    private static readonly byte[] Log = Encoding.UTF8.GetBytes("\uFEFF" + string.Join(
        "\r\n",
        Run(
            Attempt("u1", 1),
            Attempt("u1", 2, "1.0,[0.2],NaN"),
            "",
            Attempt("é", 2, "0.9", detector: "garak.detectors.demo.Other"),
            Attempt("6f1d6bd2-9d3f-4d2e-9f0c-1a2b3c4d5e6f", 1, seq: 4),
            """{"goal":"g","prompt":"\ud83d\ude00 \ud83d","output":"x","score":1.0,"run_id":"h","attempt_id":"b","generator":"rest None","probe":"demo.Echo","detector":"demo.EchoHit"}""",
            Eval(3, 4),
            """{"entry_type":"digest","meta":{},"eval":{"demo":{"_summary":{"doc":"<p>x</p>"},"demo.Echo":{"_summary":{"probe_tags":["owasp:llm01"]},"demo.EchoHit":{"absolute_score":1}}}}}""")));

    [Fact]
    public async Task However_the_file_arrives_the_figures_are_the_same()
    {
        var expected = Text(await ReadBytesAsync(Log));
        Gen.Int[1, 40].Array[1, 60].Always(
            sizes =>
            {
                var file = new GarakFile("a.report.jsonl", () => new ChunkStream(Log, sizes));
                var log = new GarakLogReader(file, new GarakOptions()).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
                return Text(log) == expected;
            },
            iter: 300);
    }

    [Fact]
    public async Task However_the_file_is_broken_the_answer_is_figures_or_a_refusal()
    {
        var change = Gen.Select(Gen.Int[0, Log.Length - 1], Gen.Byte, (At, Value) => (At, Value));
        change.Array[1, 6].Always(
            changes =>
            {
                var bytes = (byte[])Log.Clone();
                foreach (var (at, value) in changes)
                    bytes[at] = value;
                ReadEverything(bytes).GetAwaiter().GetResult();
            },
            iter: 3000);
        await ReadEverything(Log);
    }

    private static async Task ReadEverything(byte[] bytes)
    {
        try
        {
            var logs = await ReadSetAsync(File(bytes));
            foreach (var finding in await FindingsAsync(logs))
                Assert.False(string.IsNullOrEmpty(finding.Source));
            var context = new ViewContext(logs, [.. logs.Runs], null, NodaTime.DateTimeZone.Utc, new GarakOptions());
            foreach (var view in GarakView.All)
            {
                await foreach (var row in view.Rows(context, CancellationToken.None))
                    Assert.Equal(view.Columns.Length, row.Length);
            }
        }
        catch (DataSourceException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }

    private static string Text(GarakLog log) => JsonSerializer.Serialize(new { log.Bytes, log.Lines, log.Entries, log.Runs, log.Notes });

    /// <summary>Gives its bytes in pieces of the sizes listed, over and over.</summary>
    private sealed class ChunkStream(byte[] bytes, int[] sizes) : MemoryStream(bytes, writable: false)
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, sizes[_next++ % sizes.Length])], cancellationToken);
    }
}

using Daybook.Pdf;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;
using Daybook.Tests.Pdf.Conformance;

namespace Daybook.Tests.Pdf.Reading;

/// <summary>However a file is damaged, reading and checking it ends, in findings or in an error that says what is wrong.</summary>
public sealed class DamagedFileTests
{
    private const int Rounds = 200;

    private static readonly byte[][] Originals =
    [
        GoodPdf.Create().Build(), SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a }),
        SamplePdf.Make(SamplePdf.Settings with { Encryption = new("", "owner", PdfPermissions.All) }),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_damage_never_ends_in_a_crash(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Damage(Originals[round % Originals.Length], random);
            try
            {
                PdfConformanceCheck.Check(PdfFile.Open(bytes), PdfProfile.Ua1, PdfProfile.A2a);
            }
            catch (PdfReadException error)
            {
                Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
            }
            catch (Exception crash)
            {
                Assert.Fail($"seed {seed}, round {round}: {crash}");
            }
        }
    }

    [Fact]
    public void Every_cut_of_a_file_is_read_or_refused()
    {
        var whole = Originals[0];
        for (var length = 0; length < whole.Length; length += 97)
        {
            try
            {
                Assert.NotEmpty(PdfFile.Open(whole.AsMemory(0, length)).Problems);
            }
            catch (PdfReadException error)
            {
                Assert.True(error.Error is PdfReadError.NotPdf or PdfReadError.Truncated, error.Message);
            }
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 3:
                    for (var k = 0; k < length; k++)
                        bytes[at + k] = (byte)random.Next(256);
                    break;
                case 4:
                    // Numbers and references are where damage leads furthest.
                    at = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
                    if (at >= 0)
                        bytes[at] = (byte)('0' + random.Next(10));
                    break;
                default:
                    if (random.Next(10) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }
}

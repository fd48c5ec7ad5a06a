using System.Globalization;
using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Text;

/// <summary>Cases from Unicode's own BidiCharacterTest.txt, one in two hundred.</summary>
public sealed class BidiTextTests
{
    [Fact]
    public void The_cases_of_the_standard_get_its_levels()
    {
        var cases = File.ReadAllLines(Repository.PathOf("tests/Daybook.Tests/Pdf/Text/cases/BidiCharacterTest.txt"));
        Assert.True(cases.Length > 400);
        Assert.Equal("", string.Join("\n", cases.Select(Difference).OfType<string>()));
    }

    private static string? Difference(string line)
    {
        var fields = line.Split(';');
        var codePoints = fields[0].Split(' ').Select(hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList();
        var text = string.Concat(codePoints.Select(char.ConvertFromUtf32));
        TextDirection? direction = fields[1] switch { "0" => TextDirection.LeftToRight, "1" => TextDirection.RightToLeft, _ => null };
        var levels = BidiText.Levels(text, direction, out var paragraph);
        var (at, actual) = (0, new List<string>());
        var expected = fields[3].Split(' ');
        for (var i = 0; i < codePoints.Count; i++)
        {
            // What X9 removes has no level in the file.
            actual.Add(expected[i] == "x" ? "x" : levels[at].ToString(CultureInfo.InvariantCulture));
            at += char.ConvertFromUtf32(codePoints[i]).Length;
        }

        return actual.SequenceEqual(expected) && fields[2] == paragraph.ToString(CultureInfo.InvariantCulture)
            ? null
            : $"{line}: {paragraph} {string.Join(' ', actual)}";
    }
}

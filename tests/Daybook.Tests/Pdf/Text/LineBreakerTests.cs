using System.Globalization;
using System.Text;
using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Text;

/// <summary>Cases from Unicode's own LineBreakTest.txt, one in forty and all of the last, longer ones.</summary>
public sealed class LineBreakerTests
{
    [Fact]
    public void The_cases_of_the_standard_break_where_it_says()
    {
        var cases = File.ReadAllLines(Repository.PathOf("tests/Daybook.Tests/Pdf/Text/cases/LineBreakTest.txt"));
        Assert.True(cases.Length > 150);
        Assert.Equal("", string.Join("\n", cases.Select(Difference).OfType<string>()));
    }

    private static string? Difference(string line)
    {
        var (text, expected) = (new StringBuilder(), new List<int>());
        foreach (var part in line.Split('#')[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "÷")
                expected.Add(text.Length);
            else if (part != "×")
                text.Append(char.ConvertFromUtf32(int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }

        var breaks = new LineBreak[text.Length + 1];
        LineBreaker.Find(text.ToString(), breaks);
        var actual = Enumerable.Range(0, breaks.Length).Where(i => breaks[i] != LineBreak.None).ToList();
        return actual.SequenceEqual(expected) ? null : $"{line}: {string.Join(' ', actual)}";
    }
}

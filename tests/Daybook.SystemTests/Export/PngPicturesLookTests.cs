using System.Runtime.CompilerServices;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.SystemTests.Export;

/// <summary>Pictures of charts and cards look as they were signed off, up to what versions of the drawing library may change.</summary>
public sealed class PngPicturesLookTests
{
    [Theory]
    [InlineData("Findings by model")]
    [InlineData("Grouped, with a negative")]
    [InlineData("Defence by category")]
    [InlineData("By hour")]
    public void A_chart_looks_as_it_was_signed_off(string title)
    {
        var chart = KitchenCharts.All.First(chart => chart.Title == title);
        LooksLike(PngPictures.OfChart(chart, 480, 1, BuiltInThemes.Daybook, withTitle: true)!, $"chart-{title.ToLowerInvariant().Replace(',', ' ').Replace("  ", " ", StringComparison.Ordinal).Replace(' ', '-')}.png");
    }

    [Fact]
    public void Cards_look_as_they_were_signed_off() =>
        LooksLike(PngPictures.OfCards(KitchenSink.Document.Sections.SelectMany(s => s.Blocks).OfType<MetricCards>().First().Cards, 480, 3, 1, BuiltInThemes.Daybook), "cards.png");

    private static void LooksLike(PngPicture picture, string fileName, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "golden", fileName);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllBytes(path, picture.Png.ToArray());
        Assert.Null(PngPixels.Read(picture.Png.ToArray()).Difference(PngPixels.Read(File.ReadAllBytes(path))));
    }
}

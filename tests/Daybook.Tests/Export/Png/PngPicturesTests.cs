using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Png;

public sealed class PngPicturesTests
{
    private static ImmutableArray<MetricCard> Cards => KitchenSink.Document.Sections.SelectMany(s => s.Blocks).OfType<MetricCards>().First().Cards;

    public static TheoryData<int> Charts => [.. Enumerable.Range(0, KitchenCharts.All.Length)];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Every_chart_that_can_be_drawn_becomes_a_picture(int index)
    {
        var chart = KitchenCharts.All[index];
        var drawn = Daybook.Export.Charts.ChartData.Of(chart).Nothing is null;
        foreach (var scale in new[] { 1, 2 })
        {
            var picture = PngPictures.OfChart(chart, 400, scale, BuiltInThemes.Daybook);
            Assert.Equal(drawn, picture is not null);
            if (picture is not null)
                Assert.Equal((400 * scale, picture.Height * scale), Size(picture));
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var chart = KitchenCharts.All[0];
        Assert.Equal(Png(PngPictures.OfChart(chart, 552, 2, BuiltInThemes.Daybook)!), Png(PngPictures.OfChart(chart, 552, 2, BuiltInThemes.Daybook)!));
        Assert.Equal(Png(PngPictures.OfCards(Cards, 552, 3, 2, BuiltInThemes.Daybook)), Png(PngPictures.OfCards(Cards, 552, 3, 2, BuiltInThemes.Daybook)));
    }

    [Fact]
    public void A_picture_holds_dots_and_nothing_of_time_place_or_program()
    {
        var png = Png(PngPictures.OfCards(Cards, 552, 3, 1, BuiltInThemes.Daybook));
        var chunks = new List<string>();
        for (var at = 8; at < png.Length; at += BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) + 12)
            chunks.Add(Encoding.ASCII.GetString(png, at + 4, 4));
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], chunks);
    }

    [Fact]
    public void Cards_stand_in_as_many_columns_as_asked()
    {
        var wide = PngPictures.OfCards(Cards[..2], 552, 2, 1, BuiltInThemes.Daybook);
        var narrow = PngPictures.OfCards(Cards[..2], 552, 1, 1, BuiltInThemes.Daybook);
        Assert.True(narrow.Height > wide.Height);
    }

    [Fact]
    public void The_alternative_of_cards_says_all_that_the_picture_shows()
    {
        var card = new MetricCard("Attack success rate", new PercentCell(38.4m))
        {
            Severity = Severity.Critical, Change = "+9.1 points", Direction = ChangeDirection.Up, IsGood = false, Note = "vs 1 May",
        };
        var picture = PngPictures.OfCards([card, new MetricCard("Availability", new EmptyCell())], 552, 2, 1, BuiltInThemes.Daybook);
        Assert.Equal("Attack success rate: 38.4% (Critical), +9.1 points (up, worse), vs 1 May; Availability: not measured", picture.Alternative);
    }

    [Fact]
    public void A_title_takes_room_above_the_chart()
    {
        var chart = KitchenCharts.All[0];
        Assert.True(PngPictures.OfChart(chart, 552, 1, BuiltInThemes.Daybook, withTitle: true)!.Height > PngPictures.OfChart(chart, 552, 1, BuiltInThemes.Daybook)!.Height);
        var wordy = chart with { Title = string.Concat(Enumerable.Repeat("endless ", 2000)) };
        Assert.InRange(PngPictures.OfChart(wordy, 552, 1, BuiltInThemes.Daybook, withTitle: true)!.Height, 1, 800);
    }

    private static byte[] Png(PngPicture picture) => picture.Png.ToArray();

    private static (int Width, int Height) Size(PngPicture picture) =>
        (BinaryPrimitives.ReadInt32BigEndian(picture.Png.Span[16..]), BinaryPrimitives.ReadInt32BigEndian(picture.Png.Span[20..]));
}

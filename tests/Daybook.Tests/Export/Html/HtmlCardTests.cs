using Daybook.Documents;

namespace Daybook.Tests.Export.Html;

public sealed class HtmlCardTests
{
    [Fact]
    public void A_change_is_read_with_its_direction_and_judgement()
    {
        var card = Card(new MetricCard("Rate", new PercentCell(38.4m)) { Change = "+9.1 points", Direction = ChangeDirection.Up, IsGood = false });
        Assert.Equal("▲up +9.1 points worse", card.Descendants("dd").Last().Value);
    }

    [Fact]
    public void A_change_that_is_neither_good_nor_bad_is_not_judged() =>
        Assert.Equal("►unchanged 0.0%", Card(new MetricCard("Rate", new IntegerCell(1)) { Change = "0.0%", Direction = ChangeDirection.Flat }).Descendants("dd").Last().Value);

    [Fact]
    public void A_figure_without_value_is_not_measured() =>
        Assert.Equal("not measured", Card(new MetricCard("Availability", new EmptyCell()) { Unit = "%" }).Descendants("dd").Single().Value);

    [Fact]
    public void A_rating_stands_beside_the_value_as_a_word() =>
        Assert.Equal("214 findings Critical", Card(new MetricCard("Findings", new IntegerCell(214)) { Unit = "findings", Severity = Severity.Critical }).Descendants("dd").Single().Value);

    private static System.Xml.Linq.XElement Card(MetricCard card) => HtmlPages.Report(new MetricCards([card])).WithClass("card").Single();
}

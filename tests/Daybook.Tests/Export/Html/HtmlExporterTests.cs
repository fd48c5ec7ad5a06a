using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Html;

public sealed class HtmlExporterTests
{
    public static TheoryData<string> Pages => HtmlPages.Names;

    [Fact]
    public void Every_node_is_written_as_a_reader_expects()
    {
        var page = HtmlPages.Text(SampleDocuments.EveryNode);
        Golden.Matches(page[page.IndexOf("<body>", StringComparison.Ordinal)..], "every-node.html");
    }

    [Fact]
    public void A_section_that_no_model_wrote_is_named_on_the_first_page()
    {
        var document = RedTeamReport.Document;
        var first = document.Sections[0] with { ReasonCode = "model_timeout", Reason = "No answer." };
        var page = HtmlPages.Text(document with { Metadata = document.Metadata with { Status = ReportStatus.CompletedWithErrors }, Sections = document.Sections.SetItem(0, first) });
        Assert.Contains($"<p>The AI model could not write one section, which has rule-based text instead: <a href=\"#{first.Id}\">{first.Title}</a>.</p></div>", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_is_well_formed(string name) => Assert.Equal("html", HtmlPages.Tree(HtmlPages.Page(name)).Root!.Name.LocalName);

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_same_document_gives_the_same_bytes(string name) => Assert.Equal(HtmlPages.Page(name), HtmlPages.Page(name));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_is_fetched_and_nothing_runs(string name)
    {
        var page = HtmlPages.Tree(HtmlPages.Page(name));
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "iframe" or "object" or "embed" or "base" or "form" or "use");
        var attributes = page.Descendants().Attributes().ToList();
        Assert.DoesNotContain(attributes, a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(attributes, a => a.Name.LocalName == "src" && !a.Value.StartsWith("data:image/", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", string.Concat(page.Descendants("style").Select(s => s.Value)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", string.Concat(page.Descendants("style").Select(s => s.Value)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_policy_lets_in_exactly_the_styles_of_the_page(string name)
    {
        var page = HtmlPages.Tree(HtmlPages.Page(name));
        var hashes = page.Descendants("style").Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s.Value)))}'");
        Assert.Equal(
            $"default-src 'none'; style-src {string.Join(' ', hashes)}; img-src data:; base-uri 'none'; form-action 'none'",
            page.Descendants("meta").Single(m => (string?)m.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Ids_are_unique_and_every_reference_finds_its_target(string name)
    {
        var page = HtmlPages.Tree(HtmlPages.Page(name));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.DoesNotContain(ids, id => id.Any(char.IsWhiteSpace));
        var links = page.Descendants("a").Select(a => a.Attribute("href")!.Value).Where(h => h[0] == '#').Select(h => h[1..]);
        var labels = page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' '));
        Assert.Empty(links.Concat(labels).Except(ids));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Headings_never_skip_a_level(string name)
    {
        var levels = HtmlPages.Tree(HtmlPages.Page(name)).Descendants()
            .Where(e => e.Name.LocalName is ['h', >= '1' and <= '6']).Select(e => e.Name.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Everything_stands_in_a_landmark(string name)
    {
        var body = HtmlPages.Tree(HtmlPages.Page(name)).Root!.Element("body")!;
        Assert.Equal(["a skip", "header", "div layout", "footer"], body.Elements().Select(e => $"{e.Name.LocalName} {(string?)e.Attribute("class")}".Trim()));
        Assert.Equal(["nav", "main"], body.Element("div")!.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void The_contents_list_every_titled_section_and_say_which_failed()
    {
        var entries = HtmlPages.Tree(HtmlPages.Text(SampleDocuments.EveryNode)).Descendants("nav").Single().Descendants("li")
            .Select(li => string.Concat(li.Nodes().TakeWhile(n => n is not XElement { Name.LocalName: "ol" }).Select(n => n is XElement e ? e.Value : n.ToString())).Trim());
        Assert.Equal(["Texts & <marks>", "Figures", "Cards", "Table", "Chart", "Broken failed", "Nothing no data"], entries);
    }

    [Fact]
    public void An_incomplete_report_says_so_on_top_and_links_to_what_failed()
    {
        var header = HtmlPages.Tree(HtmlPages.Text(SampleDocuments.EveryNode)).Descendants("header").Single();
        Assert.Contains("Completed with errors", header.Value, StringComparison.Ordinal);
        Assert.Equal(["#broken"], header.Descendants("a").Select(a => a.Attribute("href")!.Value));
    }

    [Fact]
    public void A_failed_section_shows_its_reason_and_code_and_an_empty_one_that_there_is_no_data()
    {
        var main = HtmlPages.Report(SampleDocuments.EveryNode);
        Assert.Equal("This section could not be madeThe script ran longer than 2 s.Code: script_time", main.WithClass("failed").Single().Value);
        Assert.Equal("No dataNo AI provider is configured.", main.WithClass("empty").Single().Value);
    }

    [Fact]
    public void The_classification_stands_at_the_top_and_the_bottom_and_on_printed_pages()
    {
        var page = HtmlPages.Tree(HtmlPages.Text(SampleDocuments.EveryNode, new ExportOptions { Classification = "TLP:RED </style>" }));
        Assert.Equal("Classification: TLP:RED </style>", page.Descendants("header").Single().WithClass("classification").Single().Value);
        Assert.Equal("Classification: TLP:RED </style>", page.Descendants("footer").Single().WithClass("classification").Single().Value);
        Assert.Contains("""@top-center{content:"TLP\00003aRED\000020\00003c\00002fstyle\00003e";""", page.Descendants("style").Last().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_and_origin_can_be_left_out()
    {
        var page = HtmlPages.Tree(HtmlPages.Text(SampleDocuments.EveryNode, new ExportOptions { IncludeTableOfContents = false, IncludeMetadata = false }));
        Assert.Empty(page.Descendants("nav"));
        Assert.DoesNotContain("Template", page.Descendants("footer").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Computed from", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_charts_their_numbers_stay()
    {
        var main = HtmlPages.Report(SampleDocuments.EveryNode, new ExportOptions { IncludeCharts = false });
        Assert.Empty(main.Descendants("svg"));
        Assert.Equal("Prompts by day", main.Descendants("figcaption").First(f => f.Value.Contains("Prompts", StringComparison.Ordinal)).FirstNode!.ToString().Trim());
        Assert.Contains(main.Descendants("td"), cell => cell.Value.StartsWith("3.25", StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_without_sections_says_so() =>
        Assert.Contains("This report has no sections.", HtmlPages.Report(new ReportDocument(SampleDocuments.Metadata, [])).Value, StringComparison.Ordinal);

    [Fact]
    public void Right_to_left_languages_turn_the_page_round() => Assert.Equal(
        "rtl", (string?)HtmlPages.Tree(HtmlPages.Text(new ReportDocument(SampleDocuments.Metadata with { Language = "he-IL" }, []))).Root!.Attribute("dir"));

    [Fact]
    public async Task A_cancelled_export_stops() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => new HtmlExporter().ExportAsync(SampleDocuments.EveryNode, new ExportOptions(), new MemoryStream(), new CancellationToken(canceled: true)));
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Daybook.Documents;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Html;

/// <summary>Prompts and answers of attacks are text in reports: shown exactly, never obeyed.</summary>
public sealed partial class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='alert(1)", "</style><script>x</script>", "--><!--", "]]>", "<![CDATA[x]]>",
        "&lt;b&gt; &amp; &#60;", "<svg onload=alert(1)>", "</title></head>", "{{ 7 * 7 }}", "javascript:alert(1)", "\\\"", "`${x}`",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_escaped_exactly_once_wherever_it_lands(string text)
    {
        TextInline inline = new(text);
        var document = new ReportDocument(
            SampleDocuments.Metadata with { Title = text, Subtitle = text, Shift = text, Operator = text, TemplateName = text, TemplateAuthor = text, Classification = text, Language = text },
            [
                new Section(text, text, SectionKind.Data,
                [
                    new Heading(1, [inline]), new Paragraph([inline, new CodeSpan(text), new Link("https://example.org/" + Uri.EscapeDataString(text), [inline])]),
                    new CodeBlock(text, text), new Callout(Severity.Info, text, []), new Image("image/png", [1], text) { Caption = text },
                    new MetricCards([new MetricCard(text, new TextCell([inline])) { Unit = text, Change = text, Note = text }]),
                    new Table([new TableColumn("k", text, CellType.Text, ColumnAlignment.Left)], [new TableRow([new TextCell([inline])])]) { Caption = text },
                    new Chart(ChartType.Line, [text, text], [new ChartDataset(text, [1, 2]), new ChartDataset(text, [2, 1])], text)
                        { Title = text, Options = new ChartOptions { XTitle = text, YTitle = text, Unit = text, Thresholds = [new ChartThreshold(1, text, null)] } },
                ]) { Sources = [text], AnalysisModel = text, Status = SectionStatus.Failed, Reason = text, ReasonCode = text },
            ]);

        var page = HtmlPages.Tree(HtmlPages.Text(document));
        var main = page.Descendants("main").Single();
        Assert.Equal(text, page.Descendants("h1").Single().Value);
        Assert.Equal(text, main.Descendants("h2").Single().Value);
        Assert.Equal(text, main.Descendants("h3").Single().Value);
        Assert.Equal(text + text + text, main.Descendants("p").First(p => p.Descendants("a").Any()).Value);
        Assert.Equal(text, main.Descendants("pre").Single().Value);
        Assert.Equal(text, main.Descendants("caption").First().Value);
        Assert.Equal(text, main.Descendants("td").First().Value);
        Assert.Equal(text, (string?)main.Descendants("img").Single().Attribute("alt"));
        Assert.Equal(text, main.Descendants("desc").First().Value);
        Assert.Equal(text, main.Descendants("dt").Single().Value);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Markup_in_any_text_of_a_document_stays_text()
    {
        const string Script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        var whole = Encoding.UTF8.GetString(DocumentJson.Write(SampleDocuments.EveryNode));
        var (fields, words) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var path in Paths(JsonNode.Parse(whole)!).ToLookup(text => AnyIndex().Replace(text, "[]")))
        {
            var changed = JsonNode.Parse(whole)!;
            foreach (var text in path)
                At(changed, text).ReplaceWith(Script);
            try
            {
                var page = HtmlPages.Tree(HtmlPages.Text(DocumentJson.Read(Encoding.UTF8.GetBytes(changed.ToJsonString()))));
                Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName == "script" || (string?)element.Attribute("src") == "x" || element.Attribute("onerror") is not null);
                fields.Add(path.Key);
            }
            catch (DocumentFormatException)
            {
                words.Add(path.Key.Split('.')[^1]);
            }
        }

        // Nothing refuses it but words of closed sets, dates and bytes.
        Assert.Subset(Closed, words);
        Assert.True(fields.Count > 40, string.Join('\n', fields));
    }

    private static SortedSet<string> Closed =>
        ["alignment", "business_date", "currency", "direction", "generated_at", "kind", "media_type", "node", "period_end", "period_start", "severity", "status", "type", "value", "zone"];

    private static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject thing => thing.SelectMany(property => Paths(property.Value)),
        JsonArray list => list.SelectMany(Paths),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetPath()],
        _ => [],
    };

    private static JsonNode At(JsonNode node, string path) =>
        Step().Matches(path).Aggregate(node, (at, step) => step.Groups[1].Success ? at[int.Parse(step.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]! : at[step.Groups[2].Value]!);

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex AnyIndex();

    [GeneratedRegex(@"\[(\d+)\]|\.(\w+)")]
    private static partial Regex Step();

    [Theory]
    [InlineData("https://example.org/a?b=1&c=%20", true)]
    [InlineData("http://127.0.0.1:8080/x", true)]
    [InlineData("mailto:soc@example.org", true)]
    [InlineData("#other", true)]
    [InlineData("#missing", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//evil.example/x", false)]
    [InlineData("/relative", false)]
    [InlineData("https://exa mple.org", false)]
    [InlineData("", false)]
    public void Links_lead_only_to_the_web_to_mail_and_into_the_report(string target, bool leads)
    {
        var document = new ReportDocument(SampleDocuments.Metadata,
            [new Section("s", null, SectionKind.Data, [new Paragraph([new Link(target, [new TextInline("text")])])]), new Section("other", null, SectionKind.Data, [])]);
        var paragraph = HtmlPages.Report(document).Descendants("p").Single();
        Assert.Equal("text", paragraph.Value);
        Assert.Equal(leads ? target : null, (string?)paragraph.Element("a")?.Attribute("href"));
    }

    [Theory]
    [InlineData("a\u202Egnp.exe", "aU+202Egnp.exe")]
    [InlineData("pass\u200Bword", "passU+200Bword")]
    [InlineData("bell\a null\0", "bellU+0007 nullU+0000")]
    [InlineData("tag \U000E0041\U000E0042", "tag U+E0041U+E0042")]
    [InlineData("\u2067isolate\u2069", "U+2067isolateU+2069")]
    [InlineData("line\n\ttab", "line\n\ttab")]
    [InlineData("👩🏽‍💻 🏳️‍🌈 می‌خواهم", "👩🏽‍💻 🏳️‍🌈 می‌خواهم")]
    [InlineData("variant 葛\U000E0100", "variant 葛\U000E0100")]
    public void Characters_nobody_sees_are_shown_by_their_code(string text, string shown) =>
        Assert.Equal(shown, HtmlPages.Report(new Paragraph([new TextInline(text)])).Descendants("p").Single().Value);

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_the_page() =>
        Assert.Equal("a\uFFFDb", HtmlPages.Report(new Paragraph([new TextInline("a\ud800b")])).Descendants("p").Single().Value);

    [Fact]
    public void Section_ids_that_no_anchor_may_have_are_replaced_and_links_follow()
    {
        Section Named(string id) => new(id, "Title", SectionKind.Data, [new Paragraph([new Link("#" + id, [new TextInline("x")])])]);
        var main = HtmlPages.Report(new ReportDocument(SampleDocuments.Metadata, [Named("a b"), Named("a-b"), Named("_report"), Named("")]));
        Assert.Equal(["a-b", "a-b-2", "report", "section"], main.Elements("section").Select(s => s.Attribute("id")!.Value));
        Assert.All(main.Elements("section").Take(3), s => Assert.Equal("#" + s.Attribute("id")!.Value, s.Descendants("a").Single().Attribute("href")!.Value));
    }

    [Fact]
    public void A_picture_of_another_kind_is_not_embedded()
    {
        var figure = HtmlPages.Report(new Image("text/html", [1], "what it shows")).Descendants("figure").Single();
        Assert.Empty(figure.Descendants("img"));
        Assert.Contains("what it shows", figure.Value, StringComparison.Ordinal);
    }
}

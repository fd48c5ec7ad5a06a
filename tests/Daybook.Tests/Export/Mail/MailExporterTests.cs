using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;
using Daybook.Tests.Export.Html;

namespace Daybook.Tests.Export.Mail;

public sealed partial class MailExporterTests
{
    private static readonly Uri Whole = new("https://daybook.example/reports/7?a=1&b=2");

    public static TheoryData<string> Names => [.. MailDocuments.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_is_well_formed_and_light(string name)
    {
        var mail = Mail(name);
        HtmlPages.Tree(mail.Html);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, 100_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Text), 1, 100_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Looks_stand_inside_the_elements_and_nothing_needs_a_new_client(string name)
    {
        var html = Mail(name).Html;
        Assert.DoesNotContain("flex", html, StringComparison.Ordinal);
        Assert.DoesNotContain("display:grid", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\" />", html, StringComparison.Ordinal);
        foreach (var table in HtmlPages.Tree(html).Descendants().Where(e => e.Name.LocalName == "table"))
            Assert.True(table.Attribute("role")?.Value == "presentation" || table.Descendants().Any(e => e.Name.LocalName == "th"), table.ToString()[..80]);
        foreach (var element in HtmlPages.Tree(html).Descendants().Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Any(c => c.StartsWith("c-", StringComparison.Ordinal))))
            Assert.Contains("color:#", element.Attribute("style")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_picture_is_shown_and_has_words(string name)
    {
        foreach (var asPictures in new[] { false, true })
        {
            var mail = Mail(name, new MailOptions { CardsAsPictures = asPictures });
            var shown = HtmlPages.Tree(mail.Html).Descendants().Where(e => e.Name.LocalName == "img").ToList();
            Assert.Equal(mail.Pictures.Select(picture => "cid:" + picture.ContentId), shown.Select(img => img.Attribute("src")!.Value));
            Assert.All(shown, img => Assert.NotEmpty(img.Attribute("alt")!.Value));
            Assert.All(mail.Pictures, picture => Assert.Matches("^[a-z0-9-]+$", picture.ContentId));
            Assert.Equal(mail.Pictures.Length, mail.Pictures.Select(picture => picture.ContentId).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_report_gives_the_same_mail(string name)
    {
        var (one, two) = (Mail(name), Mail(name));
        Assert.Equal((one.Html, one.Text, one.Preheader), (two.Html, two.Text, two.Preheader));
        Assert.Equal(one.Pictures.Select(p => Convert.ToHexString(p.Picture.Png.Span)), two.Pictures.Select(p => Convert.ToHexString(p.Picture.Png.Span)));
    }

    [Fact]
    public void A_section_that_the_mail_shows_whole_is_not_named_as_one_that_only_the_report_has()
    {
        var metadata = RedTeamReport.Document.Metadata;
        MetricCards Cards(int count) => new([.. Enumerable.Range(0, count).Select(i => new MetricCard($"Figure {i}", new TextCell([new TextInline("7")])))]);
        string Text(params Section[] sections) => MailExporter.Export(new ReportDocument(metadata, [.. sections]), new MailOptions()).Text;
        Assert.DoesNotContain("Today", Text(new Section("a", "Today", SectionKind.Data, [Cards(3)])), StringComparison.Ordinal);
        Assert.Contains("Also in the report: Today", Text(new Section("a", "Today", SectionKind.Data, [Cards(9)])), StringComparison.Ordinal);
        Assert.Contains("Also in the report: Today", Text(new Section("a", "Today", SectionKind.Data, [Cards(3), new CodeBlock(null, "x")])), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_forms_show_the_same_figures()
    {
        var mail = Mail("red team");
        var seen = Seen(mail.Html);
        foreach (var figure in new[] { "12,480", "+12.5%", "214", "Critical", "17.4%", "+2.9 points", "not measured", "95% interval 16.7 to 18.1%", "61.5%", "TLP:AMBER", "Monday, 4 May 2026", "Completed", "1 of 4 expected runs did not finish" })
        {
            Assert.Contains(figure, seen, StringComparison.Ordinal);
            Assert.Contains(figure, Flat(mail.Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_text_reads_well() => Golden.Matches(Mail("failed").Text, "failed.txt");

    [Fact]
    public void What_failed_stands_before_everything_but_the_classification()
    {
        var mail = Mail("failed");
        var seen = Seen(mail.Html);
        Assert.StartsWith("2 of 9 sections could not be made · 4 May 2026", mail.Preheader, StringComparison.Ordinal);
        Assert.Matches(@"^\S* ?2 of 9 sections.*? TLP:AMBER ▲.This report is not complete 2 of 9 sections could not be made: Costs of the day – line 3: 'executionz' is not defined; did you mean 'executions'\? Findings by vendor – ", seen);
        Assert.StartsWith("TLP:AMBER\n\n! THIS REPORT IS NOT COMPLETE\n2 of 9 sections could not be made:\n  - Costs of the day: line 3:", mail.Text, StringComparison.Ordinal);
        Assert.True(seen.IndexOf("not complete", StringComparison.Ordinal) < seen.IndexOf("Security Operations Summary", StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_that_no_model_wrote_is_named_before_the_report()
    {
        var document = RedTeamReport.Document;
        var mail = MailExporter.Export(
            document with { Metadata = document.Metadata with { Status = ReportStatus.CompletedWithErrors }, Sections = document.Sections.SetItem(0, document.Sections[0] with { ReasonCode = "model_timeout", Reason = "No answer." }) },
            new MailOptions());
        var sentence = $"The AI model could not write one section, which has rule-based text instead: {document.Sections[0].Title}";
        Assert.StartsWith(sentence, mail.Preheader, StringComparison.Ordinal);
        Assert.Contains($"▲ This report is not complete {sentence}.", Seen(mail.Html).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains($"! THIS REPORT IS NOT COMPLETE {sentence}.", Flat(mail.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_day_is_never_good_news()
    {
        var mail = Mail("empty day");
        Assert.StartsWith("Nothing was assessed: no section has data · 4 May 2026", mail.Preheader, StringComparison.Ordinal);
        Assert.Contains("○ Completed", Seen(mail.Html).Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("✓", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing was assessed: no section has data\n  - Executive summary: No run was recorded", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_report_is_cut_with_a_sentence_and_the_way_to_the_rest()
    {
        var mail = Mail("five thousand rows", new MailOptions { Address = Whole });
        var seen = Seen(mail.Html);
        Assert.Contains("Shown: 8 of 5,000 rows and 5 of 6 columns.", seen, StringComparison.Ordinal);
        Assert.Contains("Shown: 8 of 5,000 rows and 5 of 6 columns.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("This is only the beginning of the report", seen, StringComparison.Ordinal);
        Assert.Contains("This is only the beginning of the report", mail.Text, StringComparison.Ordinal);
        Assert.Contains(Whole.AbsoluteUri, mail.Text, StringComparison.Ordinal);
        Assert.Contains(HtmlPages.Tree(mail.Html).Descendants(), e => e.Name.LocalName == "a" && e.Attribute("href")!.Value == Whole.AbsoluteUri);
        Assert.DoesNotContain("This is only the beginning", Seen(Mail("red team").Html), StringComparison.Ordinal);
    }

    [Fact]
    public void However_long_every_text_is_the_mail_stays_below_its_limit()
    {
        var heavy = new string('\'', 20_000) + new string('\u202e', 20_000);
        var section = new Section(heavy, heavy, SectionKind.Data, [.. Enumerable.Repeat(new Callout(Severity.High, heavy, [new Paragraph([new Strong([new TextInline(heavy)])])]), 50)]);
        var failed = section with { Status = SectionStatus.Failed, Reason = heavy };
        var document = new ReportDocument(
            SampleDocuments.Metadata with { Title = heavy, Subtitle = heavy, Operator = heavy, Shift = heavy, Classification = heavy, TemplateName = heavy, Status = ReportStatus.CompletedWithErrors },
            [section, .. Enumerable.Repeat(failed, 60), .. Enumerable.Repeat(failed with { Status = SectionStatus.Empty }, 60), .. Enumerable.Repeat(section, 60)]);
        var mail = MailExporter.Export(document, new MailOptions { Introduction = heavy, Reason = heavy, Files = [.. Enumerable.Repeat(new MailFile(heavy, 1, Whole, heavy), 60)] });
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, 100_000);
    }

    [Fact]
    public void Text_of_the_data_stays_text()
    {
        var mail = Mail("hostile");
        var tree = HtmlPages.Tree(mail.Html);
        Assert.DoesNotContain(tree.Descendants(), e => e.Name.LocalName == "script");
        Assert.DoesNotContain(tree.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(tree.Descendants().Attributes(), a => a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        Assert.All(tree.DescendantNodes().OfType<XComment>(), comment => Assert.DoesNotContain("<b>", comment.Value, StringComparison.Ordinal));
        Assert.All([mail.Html, mail.Text, mail.Preheader], text => Assert.DoesNotContain('\u202e', text));

        Assert.DoesNotContain('\r', mail.Text);
        Assert.DoesNotContain('\n', mail.Preheader);
    }

    [Fact]
    public void A_link_says_where_it_leads() => Assert.Contains("bank.example (evil.example)", Seen(Mail("hostile").Html.Replace("\"onclick", "onclick", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Files_and_options_of_the_mail_are_shown()
    {
        var mail = Mail("red team", new MailOptions
        {
            Address = Whole, IsTest = true, Introduction = "Dear all,\nhere it is.\n\nRegards", Reason = "You get this because <you> asked.", Unsubscribe = new Uri("https://daybook.example/u"),
            Files = [new MailFile("a.pdf", 184_213), new MailFile("b.xlsx", 22_184_213, new Uri("https://daybook.example/d"), "too large for this mail")],
        });
        foreach (var text in new[] { Seen(mail.Html), Flat(mail.Text) })
        {
            foreach (var part in new[] { "TEST", "Attached: a.pdf (184 kB)", "Download: b.xlsx (22.2 MB)", "too large for this mail", "here it is. Regards", "because <you> asked", "End these mails" })
                Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sections_may_be_chosen()
    {
        var mail = Mail("red team", new MailOptions { Sections = ["actions"], IncludeChart = false });
        Assert.Contains("Priority actions for the next shift\n====", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Executive summary\n====", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Executive summary", mail.Text, StringComparison.Ordinal);
        Assert.Empty(mail.Pictures);
    }

    [Fact]
    public void The_logo_of_the_house_stands_on_top_as_a_picture_with_words()
    {
        var theme = BuiltInThemes.Daybook with { Logo = MailDocuments.Logo };
        var mail = Mail("red team", new MailOptions { Theme = theme });
        var logo = mail.Pictures[0];
        Assert.Equal(("logo", "ACME Security"), (logo.ContentId, logo.Picture.Alternative));
        Assert.InRange(logo.Picture.Width, 60, 280);
        Assert.InRange(logo.Picture.Height, 20, 40);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], logo.Picture.Png.Span[..4].ToArray());
        var shown = HtmlPages.Tree(mail.Html).Descendants().First(e => e.Name.LocalName == "img");
        Assert.Equal(("cid:logo", "ACME Security", $"{logo.Picture.Width}"), (shown.Attribute("src")!.Value, shown.Attribute("alt")!.Value, shown.Attribute("width")!.Value));
        Assert.Equal(logo.Picture.Png.ToArray(), Mail("red team", new MailOptions { Theme = theme }).Pictures[0].Picture.Png.ToArray());
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, 100_000);
    }

    [Fact]
    public void A_mail_has_the_colours_of_its_theme_but_none_that_nobody_can_read()
    {
        var theme = BuiltInThemes.Daybook with { Light = BuiltInThemes.Daybook.Light.With([new(ThemeColor.Link, Rgb.Parse("#ffe066")), new(ThemeColor.Muted, Rgb.Parse("#7a1f5c"))]) };
        var html = Mail("red team", new MailOptions { Theme = theme, Address = Whole }).Html;
        Assert.DoesNotContain("#ffe066", html, StringComparison.Ordinal);
        Assert.Contains("#7a1f5c", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_that_is_no_picture_is_left_out() =>
        Assert.DoesNotContain("cid:logo", Mail("red team", new MailOptions { Theme = BuiltInThemes.Daybook with { Logo = MailDocuments.Logo with { Content = [1, 2, 3] } } }).Html, StringComparison.Ordinal);

    [Fact]
    public void How_long_links_are_good_is_said_in_the_zone_of_the_report()
    {
        var mail = Mail("red team", new MailOptions { Address = Whole, LinksUntil = new DateTimeOffset(2026, 5, 11, 22, 0, 0, TimeSpan.Zero) });
        foreach (var text in new[] { Seen(mail.Html), Flat(mail.Text) })
            Assert.Matches("What is linked can be fetched until 11 May 2026 [0-9]{2}:00 [A-Z]+\\.", text);
        Assert.DoesNotContain("can be fetched until", Mail("red team", new MailOptions { Address = Whole }).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_of_one_report_are_drawn_once_for_all_of_its_mails(bool cards)
    {
        var options = new MailOptions { CardsAsPictures = cards, Theme = BuiltInThemes.Daybook with { Logo = MailDocuments.Logo } };
        var (document, drawn) = (MailDocuments.Find("red team"), new DrawnPictures());
        var (one, two, other) = (Of(drawn, "For a."), Of(drawn, "For b."), Of(new DrawnPictures(), "For c."));
        Assert.Equal(cards ? 7 : 3, one.Pictures.Length);
        Assert.All(one.Pictures.Zip(two.Pictures), pair => Assert.Same(pair.First.Picture, pair.Second.Picture));
        Assert.Equal(one.Pictures.Select(picture => (picture.ContentId, Convert.ToHexString(picture.Picture.Png.Span))), other.Pictures.Select(picture => (picture.ContentId, Convert.ToHexString(picture.Picture.Png.Span))));

        MailRendering Of(DrawnPictures pictures, string reason) => MailExporter.Export(document, options with { Drawn = pictures, Reason = reason });
    }

    private static MailRendering Mail(string name, MailOptions? options = null) => MailExporter.Export(MailDocuments.Find(name), options ?? new MailOptions());

    /// <summary>What a reader sees, words parted by single spaces.</summary>
    private static string Seen(string html) => Flat(string.Join(' ', HtmlPages.Tree(html).Descendants().First(e => e.Name.LocalName == "body").DescendantNodes().OfType<XText>().Select(text => text.Value)))
        .Replace(" (", " (", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);

    private static string Flat(string text) => Space().Replace(text.Replace("\u034f\u200c\u00a0", "", StringComparison.Ordinal), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Export.Mail;

namespace Daybook.SystemTests.Export;

/// <summary>Mails shown by Chromium as on a phone and a desk, by day and night: nothing sticks out, every picture is there, text stands out from its ground.</summary>
public sealed partial class MailInBrowserTests
{
    private const string Probe = """
        <body><script>
        (async () => {
        const page = PAGE, seen = [];
        const light = c => { const [r, g, b] = c.match(/\d+/g).map(n => n / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        for (const width of [360, 600, 800]) {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.style.cssText = `width:${width}px;height:900px;border:0`;
          const inner = frame.contentDocument;
          inner.open();
          inner.write(page);
          inner.close();
          await new Promise(done => setTimeout(done, 300));
          const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255, 255, 255)'; };
          const shown = e => { const box = e.getBoundingClientRect(); return box.width > 0 && box.height > 0 && getComputedStyle(e).opacity !== '0'; };
          const texts = [...inner.querySelectorAll('body *')].filter(e => shown(e) && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
          const pale = texts.filter(e => { const [a, b] = [light(getComputedStyle(e).color), light(ground(e))]; return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.45; });
          const wide = [...inner.querySelectorAll('body *')].filter(e => shown(e) && e.getBoundingClientRect().right > width + 0.5);
          const pictures = [...inner.querySelectorAll('img')].filter(shown);
          seen.push({ Width: width, ContentWidth: inner.documentElement.scrollWidth, Wide: wide.map(e => e.outerHTML.slice(0, 160)), Pale: pale.map(e => e.outerHTML.slice(0, 160)),
            Pictures: pictures.length, RowsOfCards: new Set([...inner.querySelectorAll('.card')].map(e => Math.round(e.getBoundingClientRect().top))).size, Broken: pictures.filter(p => !p.naturalWidth).length,
            Edges: [...inner.querySelectorAll('.card')].map(e => e.querySelector('table table').getBoundingClientRect()).map(b => [b.left, b.right, b.top].map(Math.round)),
            Text: (b => [b.left, b.right].map(Math.round))((inner.querySelector('h2') ?? inner.querySelector('h1')).getBoundingClientRect()), Sheet: getComputedStyle(inner.querySelector('.sheet')).backgroundColor });
        }
        document.body.replaceChildren(Object.assign(document.createElement('output'), { textContent: JSON.stringify(seen) }));
        })();
        </script></body>
        """;

    public static TheoryData<string, bool> Mails => [.. MailDocuments.Names.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_fits_phone_and_desk_by_day_and_night(string name, bool dark)
    {
        var mail = MailExporter.Export(MailDocuments.Find(name), new MailOptions
        {
            Address = new Uri("https://daybook.example/reports/7"), Files = [new MailFile("report.pdf", 184_213), new MailFile("rows.csv", 1, new Uri("https://daybook.example/d"))], IsTest = true,
            Introduction = "Good evening.", Unsubscribe = new Uri("https://daybook.example/u"),
        });
        var views = await ShowAsync(mail, dark);
        Assert.Equal([360, 600, 800], views.Select(view => view.Width));
        Assert.All(views, view =>
        {
            Assert.Empty(view.Wide);
            Assert.Empty(view.Pale);
            Assert.True(view.ContentWidth <= view.Width, $"The mail is {view.ContentWidth} wide on a screen of {view.Width}.");
            Assert.Equal(0, view.Broken);
            Assert.Equal(mail.Pictures.IsEmpty ? 0 : 1, view.Pictures);
            Assert.Equal(dark ? "rgb(18, 24, 31)" : "rgb(255, 255, 255)", view.Sheet);
        });
    }

    [Fact]
    public async Task Cards_as_pictures_fit_too()
    {
        var views = await ShowAsync(MailExporter.Export(MailDocuments.Find("red team"), new MailOptions { CardsAsPictures = true }), dark: false);
        Assert.All(views, view => Assert.Empty(view.Wide));
        Assert.All(views, view => Assert.Equal(5, view.Pictures));
    }

    [Fact]
    public async Task Cards_stand_side_by_side_at_every_width()
    {
        var views = await ShowAsync(MailExporter.Export(MailDocuments.Find("red team"), new MailOptions()), dark: false);
        Assert.All(views, view => Assert.Equal(2, view.RowsOfCards));
    }

    [Fact]
    public async Task Six_cards_stand_in_threes_on_a_desk_and_in_pairs_on_a_phone()
    {
        var cards = new MetricCards([.. Enumerable.Range(1, 6).Select(number => new MetricCard($"Figure {number}", new TextCell([new TextInline("17.4%")])))]);
        var document = MailDocuments.Find("red team") with { Sections = [new Section("figures", "Figures", SectionKind.Data, [cards])] };
        var views = await ShowAsync(MailExporter.Export(document, new MailOptions()), dark: false);
        Assert.Equal([3, 2, 2], views.Select(view => view.RowsOfCards));
        Assert.All(views, view => Assert.Empty(view.Wide));
        // The rules of each row begin and end where the text does, and are of one length.
        Assert.All(views, view => Assert.All(view.Edges.GroupBy(card => card[2]), row =>
        {
            Assert.InRange(row.Min(card => card[0]), view.Text[0] - 1, view.Text[0] + 1);
            Assert.InRange(row.Max(card => card[1]), view.Text[1] - 2, view.Text[1] + 1);
            Assert.InRange(row.Max(card => card[1] - card[0]) - row.Min(card => card[1] - card[0]), 0, 1);
        }));
    }

    [Fact]
    public async Task The_logo_of_the_house_is_shown_on_phone_and_desk_by_night()
    {
        var mail = MailExporter.Export(MailDocuments.Find("nothing"), new MailOptions { Theme = BuiltInThemes.Daybook with { Logo = MailDocuments.Logo } });
        var views = await ShowAsync(mail, dark: true);
        Assert.All(views, view => Assert.Empty(view.Wide));
        Assert.All(views, view => Assert.Equal((1, 0), (view.Pictures, view.Broken)));
    }

    [Fact]
    public async Task A_mail_that_is_too_wide_or_too_pale_is_found_out()
    {
        var mail = MailExporter.Export(MailDocuments.Find("nothing"), new MailOptions { Introduction = "Here." });
        var views = await ShowAsync(mail with { Html = mail.Html.Replace("Here.", "<b style=\"display:block;width:2000px;color:#eeeeee\">x</b>", StringComparison.Ordinal) }, dark: false);
        Assert.All(views, view => Assert.Single(view.Wide));
        Assert.All(views, view => Assert.Single(view.Pale));
    }

    private static async Task<View[]> ShowAsync(MailRendering mail, bool dark)
    {
        var page = mail.Pictures.Aggregate(mail.Html, (html, picture) =>
            html.Replace($"cid:{picture.ContentId}\"", $"data:image/png;base64,{Convert.ToBase64String(picture.Picture.Png.Span)}\"", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("daybook-mail-");
        try
        {
            var probe = Path.Combine(folder.FullName, "probe.html");
            await File.WriteAllTextAsync(probe, Probe.Replace("PAGE", JsonSerializer.Serialize(page).Replace("</", "<\\/", StringComparison.Ordinal), StringComparison.Ordinal), TestContext.Current.CancellationToken);
            var shown = await ExternalProgram.RunAsync("chromium", "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", .. dark ? ["--blink-settings=preferredColorScheme=0"] : Array.Empty<string>(), "--virtual-time-budget=5000", "--dump-dom", $"file://{probe}",
            ]);
            return JsonSerializer.Deserialize<View[]>(WebUtility.HtmlDecode(Output().Match(shown).Groups[1].Value))!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("<output>(.*)</output>", RegexOptions.Singleline)]
    private static partial Regex Output();

    /// <param name="Wide">What sticks out on the right.</param>
    /// <param name="Pale">Text with a contrast below 4.5 to 1.</param>
    private sealed record View(int Width, int ContentWidth, string[] Wide, string[] Pale, int Pictures, int RowsOfCards, int Broken, string Sheet, int[][] Edges, int[] Text);
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.SystemTests.Export;

/// <summary>Chromium shows the page: inside its own security policy, on phones and desks without sideways scrolling.</summary>
public sealed partial class HtmlInBrowserTests
{
    /// <summary>Shows a page in frames of both widths and writes down what the browser makes of it.</summary>
    private const string Probe = """
        <body><script>
        (async () => {
        const page = PAGE, seen = [];
        for (const width of [390, 1280]) {
          const frame = document.body.appendChild(document.createElement('iframe'));
          frame.style.cssText = `width:${width}px;height:900px;border:0`;
          const inner = frame.contentDocument, violations = [];
          inner.open();
          inner.addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.sample));
          inner.write(page);
          inner.close();
          await new Promise(done => setTimeout(done, 300)); // violations are reported after the fact
          const wide = [...inner.querySelectorAll('body *')].filter(e => !e.closest('.scroll, svg') && e.getBoundingClientRect().right > width + 0.5);
          const pictures = [...inner.querySelectorAll('.chart svg')].filter(s => s.getBoundingClientRect().width > 0);
          seen.push({ Width: width, ContentWidth: inner.documentElement.scrollWidth, Wide: wide.map(e => e.outerHTML.slice(0, 120)), Violations: violations,
            Charts: inner.querySelectorAll('.chart svg.wide').length, Pictures: pictures.length, Background: getComputedStyle(inner.body).backgroundColor });
        }
        document.body.replaceChildren(Object.assign(document.createElement('output'), { textContent: JSON.stringify(seen) }));
        })();
        </script></body>
        """;

    public static TheoryData<string> Documents => ["kitchen sink", "red team"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_page_fits_phone_and_desk_and_breaks_no_rule_of_its_own(string name)
    {
        var views = await ShowAsync(await PageAsync(name == "red team" ? RedTeamReport.Document : KitchenSink.Document));
        Assert.Equal([390, 1280], views.Select(v => v.Width));
        Assert.All(views, view =>
        {
            Assert.Empty(view.Violations);
            Assert.Empty(view.Wide);
            Assert.True(view.ContentWidth <= view.Width, $"The page is {view.ContentWidth} wide on a screen of {view.Width}.");
            Assert.NotEqual(0, view.Charts);
            Assert.Equal(view.Charts, view.Pictures);
            Assert.Equal("rgb(255, 255, 255)", view.Background);
        });
    }

    [Fact]
    public async Task A_page_that_breaks_its_rules_is_found_out()
    {
        var page = await PageAsync(RedTeamReport.Document);
        var views = await ShowAsync(page.Replace("</main>", "<p style=\"width:2000px\">x</p><script>1</script></main>", StringComparison.Ordinal));
        Assert.All(views, view => Assert.Equal(["script-src-elem", "style-src-attr"], view.Violations.Select(v => v.Split(' ')[0]).Order(StringComparer.Ordinal)));
        views = await ShowAsync(page.Replace("</main>", "<pre style=\"\"><svg width=\"2000\"></svg></pre></main>", StringComparison.Ordinal));
        Assert.All(views, view => Assert.True(view.ContentWidth > view.Width));
    }

    private static async Task<string> PageAsync(ReportDocument document)
    {
        using var output = new MemoryStream();
        await new HtmlExporter().ExportAsync(document, new ExportOptions(), output, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<View[]> ShowAsync(string page)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-page-").FullName;
        try
        {
            var probe = Path.Combine(folder, "probe.html");
            await File.WriteAllTextAsync(probe, Probe.Replace("PAGE", JsonSerializer.Serialize(page), StringComparison.Ordinal));
            var dom = await ExternalProgram.RunAsync("chromium", "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                $"--user-data-dir={folder}", "--window-size=1400,1000", "--virtual-time-budget=5000", "--dump-dom", new Uri(probe).AbsoluteUri,
            ]);
            var seen = Output().Match(dom);
            Assert.True(seen.Success, $"Chromium did not run the probe: {dom[..Math.Min(500, dom.Length)]}");
            return JsonSerializer.Deserialize<View[]>(WebUtility.HtmlDecode(seen.Groups[1].Value))!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("<output>(.*?)</output>", RegexOptions.Singleline)]
    private static partial Regex Output();

    private sealed record View(int Width, int ContentWidth, string[] Wide, string[] Violations, int Charts, int Pictures, string Background);
}

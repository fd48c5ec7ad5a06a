using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Export.Charts;

namespace Daybook.Tests.Export.Charts;

/// <summary>A chart drawn as SVG, read back.</summary>
internal sealed partial class SvgPicture
{
    private static readonly string[] Horizontal = ["x", "cx", "width", "rx"];
    private static readonly string[] Vertical = ["y", "cy", "height", "ry"];

    private SvgPicture(XElement root) => Root = root;

    public XElement Root { get; }

    public double Width => Box(2);

    public double Height => Box(3);

    public IEnumerable<XElement> Texts => Root.Elements("text");

    public IEnumerable<string> Words => Texts.Select(t => t.Value);

    /// <summary>Lines, outlines and filled shapes of a theme colour.</summary>
    public IEnumerable<XElement> Painted(string cssClass) =>
        Root.Elements().Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Contains(cssClass));

    /// <summary>Every number of every shape; those that are places, with the axis they are on.</summary>
    public IEnumerable<(double Value, bool IsHorizontal)> Coordinates()
    {
        foreach (var element in Root.Elements().Where(e => e.Attribute("transform") is null))
        {
            foreach (var name in Horizontal.Concat(Vertical))
            {
                if (element.Attribute(name) is { } attribute)
                    yield return (Number(attribute.Value), Horizontal.Contains(name));
            }

            foreach (var point in Points(element))
            {
                yield return (point.X, true);
                yield return (point.Y, false);
            }
        }
    }

    /// <summary>The corners of a path.</summary>
    public static IEnumerable<(double X, double Y)> Points(XElement path)
    {
        var (x, y) = (0.0, 0.0);
        foreach (Match command in Command().Matches((string?)path.Attribute("d") ?? ""))
        {
            var numbers = command.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
            (x, y) = command.Groups[1].Value switch
            {
                "M" or "L" => (numbers[0], numbers[1]),
                "H" => (numbers[0], y),
                "V" => (x, numbers[0]),
                "Z" => (x, y),
                var other => throw new FormatException($"The path has the command {other}."),
            };
            yield return (x, y);
        }
    }

    public static SvgPicture Of(Chart chart, double width = 860)
    {
        var writer = new HtmlWriter();
        SvgChart.Write(writer, ChartData.Of(chart), width, chart.Title ?? "Chart", "wide", "c", BuiltInThemes.Daybook);
        return new(XElement.Parse(Encoding.UTF8.GetString(writer.Written.Span)));
    }

    public static double Number(string text) => double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private double Box(int part) => Number(Root.Attribute("viewBox")!.Value.Split(' ')[part]);

    [GeneratedRegex("([A-Za-z])([-0-9. ]*)")]
    private static partial Regex Command();
}

using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>
/// Headline figures per tag (OWASP, AVID, CWE and others). A probe with several tags counts in each, so the rows do not add up to the total.
/// </summary>
internal static class ByTagView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "by_tag",
        [
            new("tag", DataType.Text),
            new("taxonomy", DataType.Text),
            new("probes", DataType.Integer),
            new("runs", DataType.Integer),
            .. RateColumns.Columns,
        ],
        Rows);

    private static IEnumerable<object?[]> Rows(ViewContext context) =>
        from pair in context.Headline
        from tag in pair.Result.Tags
        group pair by tag into results
        orderby results.Key
        select (object?[])
        [
            results.Key,
            results.Key.Split(':')[0],
            results.Probes(),
            results.Runs(),
            .. RateColumns.Values(results.Counts()),
        ];

    public static IEnumerable<DataNote> Notes(ViewContext context)
    {
        var tagged = context.Headline.Where(pair => pair.Result.Tags.Length > 1).Probes();
        if (tagged > 0)
        {
            yield return new DataNote(
                GarakNoteCodes.TagsOverlap,
                $"{Figure.Count(tagged, "probe")} with several tags count in each of them, so the rows do not add up to the total.",
                tagged,
                IsBlocking: false);
        }

        var untagged = context.Headline.Where(pair => pair.Result.Tags.IsEmpty).Probes();
        if (untagged > 0)
        {
            yield return new DataNote(
                GarakNoteCodes.TagsMissing,
                $"{Figure.Count(untagged, "probe")} whose log names no tags, in no row.",
                untagged,
                IsBlocking: false);
        }
    }
}

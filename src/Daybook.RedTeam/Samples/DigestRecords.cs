namespace Daybook.RedTeam;

/// <summary>Writes the <c>eval</c> part of a digest: groups, probes and detectors with pass rates and grades.</summary>
internal sealed class DigestRecords(PythonJson json, GarakDialect dialect)
{
    public void Write(IReadOnlyList<SampleEval> evals)
    {
        json.Name("eval").Open();
        foreach (var family in evals.GroupBy(eval => eval.Probe.Family).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var score = LowerQuartile([.. family.Select(eval => eval.PassRate).Order()]);
            json.Name(family.Key).Open().Name("_summary").Open()
                .Field("group", family.Key)
                .Name("score").Value(score)
                .Field("group_defcon", PassRateGrade.Of(score).Number)
                .Field("doc", $"<p>Sample probes of the family {family.Key}</p>")
                .Field("group_link", $"https://reference.garak.ai/en/latest/garak.probes.{family.Key}.html")
                .Field("group_aggregation_function", "lower_quartile")
                .Close();
            foreach (var probe in family.GroupBy(eval => eval.Probe))
                Probe(probe.Key, [.. probe]);
            json.Close();
        }

        json.Close();
    }

    private void Probe(SampleProbe probe, IReadOnlyList<SampleEval> evals)
    {
        var worst = evals.Min(eval => eval.PassRate);
        json.Name(probe.Name).Open().Name("_summary").Open()
            .Field("probe_name", probe.Name)
            .Name("probe_score").Value(worst)
            .Field("probe_severity", PassRateGrade.Of(worst).Number)
            .Field("probe_descr", probe.Description)
            .Field("probe_tier", probe.Tier)
            .Texts("probe_tags", probe.Tags)
            .Close();
        foreach (var eval in evals.OrderBy(eval => eval.PassRate).ThenBy(eval => eval.Detector, StringComparer.Ordinal))
            Detector(eval);
        json.Close();
    }

    private void Detector(SampleEval eval)
    {
        var grade = PassRateGrade.Of(eval.PassRate);
        json.Name(eval.Detector).Open()
            .Field("detector_name", eval.Detector)
            .Field("detector_descr", eval.Detector == eval.Probe.Primary ? eval.Probe.PrimaryDescription : "A second opinion")
            .Name("absolute_score").Value(eval.PassRate)
            .Field("absolute_defcon", grade.Number)
            .Field("absolute_comment", grade.Label)
            .Field("relative_score", "n/a")
            .Field("relative_defcon", null)
            .Field("relative_comment", null)
            .Name("detector_defcon");
        if (eval.Probe.Tier == 1)
            json.Value(grade.Number);
        else
            json.Value((string?)null);
        json.Field("calibration_used", false);
        if (dialect == GarakDialect.Current)
        {
            if (eval.Interval() is { } interval)
            {
                json.Field("confidence", "0.95")
                    .Name("absolute_confidence_lower").Value(1m - interval.Upper)
                    .Name("absolute_confidence_upper").Value(1m - interval.Lower);
            }

            json.Field("total_evaluated", eval.Evaluated).Field("passed", eval.Passed);
        }

        json.Close();
    }

    /// <summary>The inclusive quartile, as Python's <c>statistics.quantiles</c> gives it.</summary>
    private static decimal LowerQuartile(decimal[] sorted)
    {
        var position = 0.25m * (sorted.Length - 1);
        var below = (int)position;
        return sorted.Length == 1 ? sorted[0] : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}

namespace Daybook.RedTeam;

/// <summary>Reads evaluation lines of every version by the fields they have.</summary>
internal static class EvalReader
{
    /// <returns>Null when the line's figures contradict themselves, such as more passes than outputs.</returns>
    public static EvalClaim? Read(LogRecord record)
    {
        var nones = record.Integer(Field.Nones);
        var fails = record.Integer(Field.Fails);
        if (record.Integer(Field.Passed) is not { } passed)
            return null;
        var evaluated = record.Integer(Field.TotalEvaluated) ?? (fails is null ? record.Integer(Field.Total) : passed + fails);
        if (evaluated is not { } total || passed < 0 || passed > total || nones < 0 || (fails is not null && passed + fails != total))
            return null;
        return new EvalClaim(passed, total, nones, 1)
        {
            ConfidenceMethod = record.Text(Field.ConfidenceMethod),
            ConfidenceLevel = record.Number(Field.Confidence),
            Lower = record.Number(Field.ConfidenceLower),
            Upper = record.Number(Field.ConfidenceUpper),
        };
    }

    /// <summary>A probe that ran twice in one log has two lines; an interval of the sum is not known.</summary>
    public static EvalClaim Add(EvalClaim? first, EvalClaim second) => first is null ? second : new EvalClaim(
        first.Passed + second.Passed,
        first.Evaluated + second.Evaluated,
        first.Nones + second.Nones,
        first.Lines + second.Lines);
}

namespace Daybook.Composition;

/// <summary>An expression over the data of a report, such as <c>executions.failed > 0</c>: it knows every name that the report's blocks know.</summary>
public sealed class ReportCondition(ComposerOptions options)
{
    private readonly TextRenderer _texts = new(options);

    /// <exception cref="CompositionException">The expression cannot be evaluated, or needs data that could not be had.</exception>
    public bool IsTrue(string expression, CompositionRequest request, CancellationToken cancellationToken)
    {
        var names = BaseNames.Of(request.Template.Parameters, request.Parameters, request.Period, request.GeneratedAt, request.Shift, request.Operator)
            .SetItem(DataNotes.Name, DataNotes.Value(request.Snapshot));
        var scope = new DataScope(new ReportData(request.Template, request.Snapshot), names, []);
        return _texts.IsTrue(TemplateText.At(new SourceLocation("expression", 1, 1), expression), scope, cancellationToken);
    }
}

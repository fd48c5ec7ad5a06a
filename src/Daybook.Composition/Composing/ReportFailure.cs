namespace Daybook.Composition;

/// <summary>A block failed whose failure is that of the whole report.</summary>
internal sealed class ReportFailure : CompositionException
{
    public ReportFailure(string blockId, CompositionException cause, SourceLocation place)
        : base(cause.Code, $"The block '{blockId}' failed, and the template does not allow a report without it. {cause.Message}", cause) => Location = place;
}

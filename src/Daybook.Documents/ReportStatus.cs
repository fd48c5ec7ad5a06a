namespace Daybook.Documents;

public enum ReportStatus
{
    Completed,

    /// <summary>At least one block failed; the document says which and why.</summary>
    CompletedWithErrors,
}

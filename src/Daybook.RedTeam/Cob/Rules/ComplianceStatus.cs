namespace Daybook.RedTeam;

internal enum ComplianceStatus
{
    /// <summary>Nothing was evaluated: neither passed nor failed.</summary>
    NotTested,
    Pass,
    Partial,
    Fail,
}

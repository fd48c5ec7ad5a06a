using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Audit;

/// <summary>What somebody did, on its way into the log.</summary>
/// <param name="Action">Such as <c>template.updated</c>; its first part names the kind of subject.</param>
/// <param name="Before">Null where there was nothing before.</param>
/// <param name="After">Null where nothing is left.</param>
internal sealed record AuditDeed(Caller Caller, string Action, string? SubjectId, Json? Before, Json? After);

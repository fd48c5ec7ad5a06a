using System.Text.Json.Serialization;

namespace Daybook.Analysis;

/// <summary>One entry of what <c>GET /reports/{id}/analyses</c> answers, or written by hand; other members are passed over.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record RecordedAnswer(
    string BlockId, string? Answer = null, string? AnsweredBy = null, string? FinishReason = null, UsageContract? Usage = null, DateTimeOffset? AskedAt = null, DateTimeOffset? AnsweredAt = null, AnalysisErrorContract? Error = null);

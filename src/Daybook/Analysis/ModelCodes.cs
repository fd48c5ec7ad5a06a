namespace Daybook.Analysis;

/// <summary>Why a model gave no answer; <c>docs/reference/analysis.md</c> explains each.</summary>
internal static class ModelCodes
{
    public const string RateLimited = "model_rate_limited";
    public const string Unavailable = "model_unavailable";
    public const string QuotaUsedUp = "model_quota_used_up";
    public const string SignInRefused = "model_sign_in_refused";
    public const string Unknown = "model_unknown";
    public const string Rejected = "model_request_rejected";
    public const string BadAnswer = "model_bad_answer";
    public const string Refused = "model_refused";
    public const string Timeout = "model_timeout";
}

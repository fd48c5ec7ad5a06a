namespace Daybook.Sources.Http;

/// <summary>Why a dataset could not be fetched, beside the codes of calls to other hosts; <c>docs/reference/errors.md</c> explains each.</summary>
internal static class HttpSourceCodes
{
    public const string BadAddress = "bad_address";
    public const string BadAnswer = "bad_answer";
    public const string SecretsUnreadable = "secrets_unreadable";
    public const string SourceNotNamed = "source_not_named";
}

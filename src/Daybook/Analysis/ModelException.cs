using NodaTime;

namespace Daybook.Analysis;

/// <summary>A model gave no answer.</summary>
/// <param name="code">One of <see cref="ModelCodes"/>, or of the codes of calls to other hosts.</param>
/// <param name="message">A sentence for the reader of the report, without anything secret.</param>
internal sealed class ModelException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;

    /// <summary>Whether the same question may be answered a little later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the provider asks to wait; null when it does not say.</summary>
    public Duration? RetryAfter { get; init; }
}

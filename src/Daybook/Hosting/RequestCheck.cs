using System.Collections.Immutable;

namespace Daybook.Hosting;

/// <summary>Collects everything wrong with a request, so that its sender sees it at once.</summary>
internal sealed class RequestCheck
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    private readonly ImmutableArray<FieldError>.Builder _warnings = ImmutableArray.CreateBuilder<FieldError>();

    public ImmutableArray<FieldError> Errors => _errors.ToImmutable();

    /// <summary>What is no mistake, and worth a second look.</summary>
    public ImmutableArray<FieldError> Warnings => _warnings.ToImmutable();

    public void Warn(FieldError warning) => _warnings.Add(warning);

    public void Refuse(string field, string message, string code = "wrong_value") => _errors.Add(new FieldError(field, message, code));

    public void Refuse(bool when, string field, string message, string code = "wrong_value")
    {
        if (when)
            Refuse(field, message, code);
    }

    /// <returns>The text without spaces around it; empty when it is refused.</returns>
    public string Text(string? value, string field, int longest)
    {
        var text = value?.Trim() ?? "";
        Refuse(text.Length == 0, field, "is needed", "missing");
        Limit(text, field, longest);
        return text;
    }

    /// <summary>A text of one line.</summary>
    public string Line(string? value, string field, int longest)
    {
        var text = Text(value, field, longest);
        Refuse(text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0, field, "must be one line", "control_characters");
        return text;
    }

    /// <returns>Null for nothing, or only spaces.</returns>
    public string? OptionalText(string? value, string field, int longest)
    {
        var text = value?.Trim();
        Limit(text ?? "", field, longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public int Between(int value, int least, int greatest, string field)
    {
        Refuse(value < least || value > greatest, field, $"must be from {least} to {greatest}", "out_of_range");
        return value;
    }

    /// <summary>Reads a part of the request; what is refused there is collected with the rest.</summary>
    /// <returns>Null where it was refused.</returns>
    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (ProblemException refused) when ((refused.Type == ProblemType.InvalidRequest || refused.Type == ProblemType.InvalidTemplate) && !refused.Errors.IsEmpty)
        {
            _errors.AddRange(refused.Errors);
            return null;
        }
    }

    /// <exception cref="ProblemException">Anything was refused.</exception>
    public void ThrowIfRefused()
    {
        if (_errors.Count > 0)
            throw new ProblemException(ProblemType.InvalidRequest, Summary(), _errors.ToImmutable());
    }

    private string Summary() => _errors.Count == 1 ? $"{_errors[0].Field} {_errors[0].Message}{(_errors[0].Message.EndsWith('?') ? "" : ".")}" : $"The request has {_errors.Count} mistakes.";

    private void Limit(string text, string field, int longest)
    {
        Refuse(text.Length > longest, field, $"has {text.Length} characters; at most {longest} are kept", "too_long");
        Refuse(text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')), field, "holds control characters", "control_characters");
    }
}

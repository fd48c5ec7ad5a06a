using System.Text.Json;

namespace Daybook.Tests.Jinja.Corpus;

/// <summary>What became of a template: its text, or the name of the exception and what it said.</summary>
internal sealed record CaseResult(string? Text, string? Error, string? Message)
{
    private FailureClass? Failure => Error switch
    {
        null => null,
        "TemplateSyntaxError" or "TemplateAssertionError" or "SyntaxError" => FailureClass.Syntax,
        "UndefinedError" => FailureClass.Undefined,
        "TypeError" => FailureClass.Type,
        "TemplateNotFound" or "TemplatesNotFound" => FailureClass.TemplateNotFound,
        _ => FailureClass.Runtime,
    };

    public static CaseResult Read(JsonElement expect) => expect.TryGetProperty("text", out var text)
        ? new CaseResult(text.GetString(), null, null)
        : new CaseResult(null, expect.GetProperty("error").GetString(), expect.GetProperty("message").GetString());

    /// <summary>The same text, or failures of the same class.</summary>
    public bool AgreesWith(CaseResult other) => Text == other.Text && Failure == other.Failure;

    public override string ToString() => Text is null ? $"{Error}: {Message}" : JsonSerializer.Serialize(Text);
}

namespace Daybook.Jinja;

/// <summary>Text that is already safe for the output it is meant for, and is never escaped again (Python: <c>markupsafe.Markup</c>).</summary>
public sealed record Markup(string Text)
{
    /// <summary>Escapes what is joined to this text.</summary>
    internal Escaper Escaper { get; init; } = Escaper.Html;

    public bool Equals(Markup? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    /// <summary>Another text that is safe for the same output.</summary>
    internal Markup With(string text) => new(text) { Escaper = Escaper };
}

namespace Daybook.Jinja;

/// <summary>Text that is already safe for the output it is meant for, and is never escaped again (Python: <c>markupsafe.Markup</c>).</summary>
public sealed record Markup(string Text)
{
    public override string ToString() => Text;
}

namespace Daybook.Jinja;

/// <summary>What <c>{% autoescape %}</c> changes while a template runs; shared by the parts of one template's context.</summary>
internal sealed class EvalContext(AutoescapeMode mode)
{
    public AutoescapeMode Mode { get; set; } = mode;
}

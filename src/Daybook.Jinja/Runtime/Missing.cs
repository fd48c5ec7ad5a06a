namespace Daybook.Jinja;

/// <summary>Stands in a variable's place while it has no value.</summary>
internal sealed class Missing
{
    public static readonly object Value = new Missing();

    private Missing()
    {
    }
}

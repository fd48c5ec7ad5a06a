namespace Daybook.Storage;

/// <summary>A JSON text on its way into or out of a column.</summary>
internal readonly record struct Json(string Text)
{
    public override string ToString() => Text;
}

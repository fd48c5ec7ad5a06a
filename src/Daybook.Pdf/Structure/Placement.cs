namespace Daybook.Pdf;

/// <summary>How an element stands in the text around it.</summary>
public enum Placement
{
    Block,
    Inline,
    Before,
    Start,
    End,
}

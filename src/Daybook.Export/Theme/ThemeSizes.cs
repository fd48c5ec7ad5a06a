namespace Daybook.Export;

/// <summary>Sizes of text on paper, in points.</summary>
public sealed record ThemeSizes
{
    public const double Smallest = 5;

    public const double Largest = 48;

    public double Text { get; init; } = 9.5;

    public double Table { get; init; } = 8.5;

    /// <summary>Remarks, sources, notes below figures.</summary>
    public double Small { get; init; } = 8;

    public double Code { get; init; } = 8;

    /// <summary>Titles of the report's sections.</summary>
    public double Section { get; init; } = 17;

    /// <summary>Headings below a section's title, or titles of sections inside a section.</summary>
    public double Heading { get; init; } = 12.5;

    /// <summary>The title on the cover.</summary>
    public double Title { get; init; } = 30;
}

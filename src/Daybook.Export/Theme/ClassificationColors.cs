namespace Daybook.Export;

/// <summary>Colours of the banner of one classification.</summary>
public readonly record struct ClassificationColors(Rgb Ground, Rgb Text);

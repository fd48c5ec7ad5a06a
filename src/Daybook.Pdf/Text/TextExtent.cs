namespace Daybook.Pdf;

/// <summary>The room a text asks for, in points.</summary>
/// <param name="Width">On one line.</param>
/// <param name="LongestWord">At least, so that no word is broken inside.</param>
public readonly record struct TextExtent(double Width, double LongestWord);

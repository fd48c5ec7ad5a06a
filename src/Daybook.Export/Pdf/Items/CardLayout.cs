using System.Collections.Immutable;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>One metric card, measured.</summary>
/// <param name="Left">From the left edge of the page, in points.</param>
/// <param name="Bar">Colour of the line above it.</param>
/// <param name="Lines">Value, rating, change and note, as far as the card has them.</param>
internal sealed record CardLayout(double Left, ThemeColor Bar, TextBlock Label, StructureElement LabelElement, ImmutableArray<(TextBlock Text, StructureElement Element)> Lines);

using System.Collections.Immutable;

namespace Daybook.Export;

/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="AltText">What the logo says, for readers who do not see it.</param>
/// <param name="Height">On paper, in points; the width follows.</param>
public sealed record ThemeLogo(string MediaType, ImmutableArray<byte> Content, string AltText, double Height);

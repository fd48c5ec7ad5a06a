namespace Daybook.Jinja.Python;

/// <summary>One replacement field of <c>str.format</c>: <c>{name!conversion:spec}</c>.</summary>
/// <param name="Name">As written, with attributes and indexes.</param>
/// <param name="Conversion">The letter after <c>!</c>; null if there is none.</param>
/// <param name="Spec">The format, which may hold fields itself.</param>
internal readonly record struct FormatField(string Name, char? Conversion, string Spec);

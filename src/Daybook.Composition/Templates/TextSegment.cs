namespace Daybook.Composition;

/// <summary>A run of a text that stands in its file character for character.</summary>
/// <param name="Offset">Where the run starts in the text, in UTF-16 units from 0.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Column of the file, from 1.</param>
public readonly record struct TextSegment(int Offset, int Line, int Column);

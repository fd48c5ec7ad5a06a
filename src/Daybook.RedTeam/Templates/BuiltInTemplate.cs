namespace Daybook.RedTeam;

/// <summary>A template that comes with the program.</summary>
/// <param name="Id">The id in its metadata.</param>
/// <param name="FileName">Names the template in messages.</param>
/// <param name="Text">YAML.</param>
public sealed record BuiltInTemplate(string Id, string Name, string FileName, string Text);

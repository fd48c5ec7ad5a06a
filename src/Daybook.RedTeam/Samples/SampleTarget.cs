namespace Daybook.RedTeam;

/// <param name="HitPermille">How often an attack works on an ordinary day, in a thousand.</param>
internal sealed record SampleTarget(string Name, string Type, GarakDialect Dialect, int HitPermille);

namespace Daybook.RedTeam;

/// <param name="Lower">In percent.</param>
/// <param name="Upper">In percent.</param>
/// <param name="Method">How the interval was found, as printed.</param>
internal sealed record IntervalFigures(decimal Lower, decimal Upper, string Method);

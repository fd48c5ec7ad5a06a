namespace Daybook.RedTeam;

/// <param name="Share">Of the scored tests, in percent; null without any.</param>
internal sealed record SeverityFigure(FindingSeverity Severity, string Label, long Count, decimal? Share);

namespace Daybook.Delivery.Channels;

/// <param name="Value">As the report shows it.</param>
/// <param name="Severity">The word of its severity; null when it has none.</param>
internal sealed record HeadlineFigure(string Label, string Value, string? Severity);

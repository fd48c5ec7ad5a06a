namespace Daybook.Analysis;

internal sealed record AnalysisErrorContract(string? Code, string? Message);

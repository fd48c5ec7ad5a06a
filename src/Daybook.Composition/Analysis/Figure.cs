namespace Daybook.Composition;

/// <summary>A number as a text writes it.</summary>
/// <param name="Text">With its unit where that changes the value: <c>8.5%</c>, <c>1.2 million</c>.</param>
/// <param name="Value">Without its sign.</param>
/// <param name="Step">What the last written digit counts: 0.1 for 8.5, 100,000 for 1.2 million.</param>
internal readonly record struct Figure(string Text, decimal Value, decimal Step, bool IsPercent);

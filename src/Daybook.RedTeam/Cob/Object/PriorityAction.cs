namespace Daybook.RedTeam;

/// <summary>Result of R21: something to do for the next shift.</summary>
/// <param name="Rule">The rule that asks for it, such as <c>R6</c>.</param>
/// <param name="Figures">The figures the rule fired on, as text.</param>
/// <param name="Owner">Null: to be filled in by hand.</param>
internal sealed record PriorityAction(string Rule, string Action, string Figures, string? Owner);

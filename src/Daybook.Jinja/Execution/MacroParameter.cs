namespace Daybook.Jinja.Execution;

internal sealed record MacroParameter(string Name, int Slot, Expression? Default);

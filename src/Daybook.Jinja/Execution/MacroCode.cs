using Daybook.Jinja.Compilation;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>A macro, or the body of a call block.</summary>
/// <param name="Name">Null for the body of a call block.</param>
/// <param name="CallerSlot">Where <c>caller</c> goes unless it is a parameter; null if it is, or if nothing uses it.</param>
/// <param name="UsesCaller">Whether the body uses <c>caller</c>.</param>
/// <param name="KeywordsSlot">Where <c>kwargs</c> goes; null if nothing uses it.</param>
/// <param name="RestSlot">Where <c>varargs</c> goes; null if nothing uses it.</param>
internal sealed record MacroCode(
    Place Place,
    string? Name,
    FunctionLayout Layout,
    MacroParameter[] Parameters,
    int? CallerSlot,
    bool UsesCaller,
    int? KeywordsSlot,
    int? RestSlot,
    ScopeEntry Entry,
    Statement[] Body)
{
    /// <summary>Runs the macro with its parameters' slots already filled, <see cref="Missing.Value"/> where nothing was given.</summary>
    public string Run(Frame frame)
    {
        var output = frame.State.Output;
        var mark = output.Length;
        Entry.Apply(frame);
        foreach (var parameter in Parameters)
        {
            if (ReferenceEquals(frame.Locals[parameter.Slot], Missing.Value))
            {
                frame.Locals[parameter.Slot] = parameter.Default is { } value
                    ? value.Evaluate(frame)
                    : frame.State.UndefinedBecause($"parameter {PyText.Repr(parameter.Name)} was not provided", parameter.Name);
            }
        }

        Statement.ExecuteAll(Body, frame);
        var text = output.Take(mark);
        frame.State.Reserve(text.Length);
        return text;
    }
}

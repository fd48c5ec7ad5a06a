using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <param name="locals">What the included template sees of this place; null if it is included without context.</param>
internal sealed class IncludeStatement(Place place, Expression template, bool ignoresMissing, LocalNames? locals) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var names = template.Evaluate(frame);
        try
        {
            if (TemplateLoading.LoadAny(frame.State, names, out var missing) is { } included)
                Include(frame, included);
            else if (!ignoresMissing)
                throw missing!;
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }

    private void Include(Frame frame, CompiledTemplate included)
    {
        var state = frame.State;
        if (locals is null)
        {
            state.Output.Write(Module.Of(included, state).Text);
            return;
        }

        state.Budget.Enter(included.Source.Name);
        var context = new TemplateContext(included, frame.Context.Snapshot(locals.Read(frame)));
        var outer = state.Evaluation;
        state.Evaluation = context.Evaluation;
        included.Run(context, state);
        state.Evaluation = outer;
        state.Budget.Leave(included.Source.Name);
    }
}

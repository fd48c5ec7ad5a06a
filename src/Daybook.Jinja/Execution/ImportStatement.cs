using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <param name="locals">What the imported template sees of this place; null if it is imported without context.</param>
internal sealed class ImportStatement(Place place, Expression template, ImportedName target, bool isTopLevel, LocalNames? locals) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var name = template.Evaluate(frame);
        try
        {
            target.Assign(frame, Import(frame, name, locals), isTopLevel);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }

    public static Module Import(Frame frame, object? name, LocalNames? locals)
    {
        var template = TemplateLoading.Load(frame.State, name);
        return locals is null
            ? Module.Of(template, frame.State)
            : Module.Run(template, frame.Context.Snapshot(locals.Read(frame)), frame.State);
    }
}

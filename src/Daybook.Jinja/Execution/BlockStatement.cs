using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Prints a block: the version of the template that extends the most.</summary>
/// <param name="locals">What a scoped block sees of the place it stands at; null for a block that is not scoped.</param>
internal sealed class BlockStatement(Place place, string name, bool isRequired, LocalNames? locals) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var context = locals is null ? frame.Context : frame.Context.Derive(locals.Read(frame));
        var versions = context.Blocks[name];
        try
        {
            if (isRequired && versions.Count <= 1)
                throw new PyException(PyErrorKind.TemplateRuntimeError, $"Required block '{name}' not found");
            versions[0].Run(context, frame.State);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }
}

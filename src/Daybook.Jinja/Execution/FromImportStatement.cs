using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <param name="locals">What the imported template sees of this place; null if it is imported without context.</param>
internal sealed class FromImportStatement(Place place, Expression template, ImportedName[] names, bool isTopLevel, LocalNames? locals) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var name = template.Evaluate(frame);
        try
        {
            var module = ImportStatement.Import(frame, name, locals);
            foreach (var imported in names)
            {
                if (!module.TryGetAttribute(imported.Name!, out var value))
                    value = NotExported(frame, module, imported.Name!);
                imported.Assign(frame, value, isTopLevel);
            }
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }

    private Undefined NotExported(Frame frame, Module module, string name)
    {
        var (line, _) = place.Source.PositionOf(place.Start);
        return frame.State.UndefinedBecause(
            $"the template {PyText.Repr(module.Name)} (imported on line {line} in '{place.Source.Name}') does not export the requested name {PyText.Repr(name)}",
            name);
    }
}

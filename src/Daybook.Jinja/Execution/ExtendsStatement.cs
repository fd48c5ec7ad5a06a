using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

internal sealed class ExtendsStatement(Place place, Expression template) : Statement
{
    public override Flow Execute(Frame frame)
    {
        var name = template.Evaluate(frame);
        try
        {
            Extend(frame, name);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, place);
        }

        return Flow.Next;
    }

    private static void Extend(Frame frame, object? name)
    {
        if (frame.Parent is not null)
            throw new PyException(PyErrorKind.TemplateRuntimeError, "extended multiple times");
        var parent = TemplateLoading.Load(frame.State, name);
        var context = frame.Context;
        if (context.Chain.Contains(parent))
        {
            var chain = string.Join(" -> ", context.Chain.Append(parent).Select(link => link.Source.Name));
            throw new PyException(PyErrorKind.TemplateRuntimeError, $"templates extend each other in a circle: {chain}");
        }

        context.Chain.Add(parent);
        foreach (var (blockName, block) in parent.Blocks)
        {
            if (context.Blocks.TryGetValue(blockName, out var versions))
                versions.Add(block);
            else
                context.Blocks[blockName] = [block];
        }

        frame.Parent = parent;
    }
}

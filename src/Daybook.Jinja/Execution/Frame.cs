using Daybook.Jinja.Compilation;
using Daybook.Jinja.Parsing;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>One run of a template's root, a block, a macro or a recursive loop: its variables and what it works on.</summary>
internal sealed class Frame
{
    private readonly FunctionLayout _layout;

    public Frame(FunctionLayout layout, Frame? outer, TemplateContext context, RenderState state)
    {
        _layout = layout;
        Outer = outer;
        Root = outer?.Root ?? this;
        Context = context;
        State = state;
        Locals = layout.Count == 0 ? [] : new object?[layout.Count];
    }

    public object?[] Locals { get; }

    /// <summary>The run this one was defined in, whose variables it sees.</summary>
    public Frame? Outer { get; }

    public Frame Root { get; }

    public TemplateContext Context { get; }

    public RenderState State { get; }

    /// <summary>The template this one extends, once that is known.</summary>
    public CompiledTemplate? Parent { get; set; }

    /// <summary>Gives an error its place, and advice where a similar name exists.</summary>
    public JinjaException Locate(PyException error, Place place)
    {
        var (line, column) = place.Source.PositionOf(place.Start);
        var message = error.Kind == PyErrorKind.KeyError ? $"KeyError: {error.Message}" : error.Message;
        return new JinjaException(new JinjaError(error.Kind.ToString(), message, place.Source.Name, line, column, place.Text, AdviceOn(error)), error);
    }

    private string? AdviceOn(PyException error)
    {
        if (error.Undefined is not { Name: string name } undefined)
            return null;
        return undefined.Target switch
        {
            PyDict dict => EditDistance.Advice(name, dict.Keys.OfType<string>()),
            var target when ReferenceEquals(target, Missing.Value) => EditDistance.Advice(name, VisibleNames()),
            _ => null,
        };
    }

    private IEnumerable<string> VisibleNames()
    {
        var names = Context.Names;
        for (var frame = this; frame is not null; frame = frame.Outer)
            names = names.Concat(frame.OwnNames());
        return names.Distinct();
    }

    private IEnumerable<string> OwnNames()
    {
        for (var slot = 0; slot < Locals.Length; slot++)
        {
            if (Locals[slot] is not null && !ReferenceEquals(Locals[slot], Missing.Value))
                yield return _layout.NameOf(slot);
        }
    }
}

using Daybook.Jinja.Execution;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A compiled template. Immutable, and safe to render from many threads at once.</summary>
public sealed class JinjaTemplate
{
    private readonly JinjaEnvironment _environment;
    private readonly CompiledTemplate _template;

    internal JinjaTemplate(JinjaEnvironment environment, CompiledTemplate template)
    {
        _environment = environment;
        _template = template;
    }

    /// <summary>What was compiled, shared by all templates of the same text and name.</summary>
    internal CompiledTemplate Compiled => _template;

    /// <summary>Null for a template made from text without a name.</summary>
    public string? Name => _template.Name;

    /// <summary>The names that the template may look up in its context and that are not globals, in the order in which they appear.</summary>
    public IReadOnlyList<UndeclaredVariable> UndeclaredVariables => _template.Undeclared;

    /// <summary>Renders with data as <see cref="JinjaValue.From"/> takes it; each value is converted when it is first used, and changes stay in this rendering.</summary>
    /// <exception cref="JinjaException">The rendering failed or reached a limit.</exception>
    public string Render(IReadOnlyDictionary<string, object?> data, CancellationToken cancellation = default)
    {
        using var output = new OutputBuffer(_environment.Limits.OutputLength);
        Run(new ConvertingSource(data, _environment.GlobalSource), output, cancellation);
        return output.Take(0);
    }

    /// <summary>Renders with data that is made of template values already, which is fastest; make it with <see cref="JinjaValue.Frozen"/> if it is used more than once.</summary>
    /// <exception cref="JinjaException">The rendering failed or reached a limit.</exception>
    public string Render(PyDict data, CancellationToken cancellation = default)
    {
        using var output = new OutputBuffer(_environment.Limits.OutputLength);
        Run(new DictSource(data, _environment.GlobalSource), output, cancellation);
        return output.Take(0);
    }

    /// <summary>Renders to a writer, which gets nothing if the rendering fails.</summary>
    /// <exception cref="JinjaException">The rendering failed or reached a limit.</exception>
    public void Render(TextWriter writer, PyDict data, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var output = new OutputBuffer(_environment.Limits.OutputLength);
        Run(new DictSource(data, _environment.GlobalSource), output, cancellation);
        writer.Write(output.Written);
    }

    private void Run(VariableSource data, OutputBuffer output, CancellationToken cancellation)
    {
        var context = new TemplateContext(_template, data);
        var state = new RenderState(_environment, context.Evaluation, _environment.NewBudget(cancellation), output);
        using var work = WorkMeter.Start(state.Budget);
        try
        {
            _template.Run(context, state);
        }
        catch (PyException error)
        {
            throw new JinjaException(new JinjaError(error.Kind.ToString(), error.Message, _template.Source.Name, 1, 1), error);
        }
    }
}

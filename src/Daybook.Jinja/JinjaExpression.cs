using Daybook.Jinja.Execution;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A compiled expression. Immutable, and safe to evaluate from many threads at once.</summary>
public sealed class JinjaExpression
{
    private readonly JinjaEnvironment _environment;
    private readonly CompiledExpression _expression;
    private readonly CompiledTemplate _holder;

    internal JinjaExpression(JinjaEnvironment environment, CompiledExpression expression)
    {
        _environment = environment;
        _expression = expression;
        var root = new TemplateCode(expression.Layout, expression.Entry, null, null, []);
        _holder = new CompiledTemplate(environment, expression.Name, expression.Expression.Place.Source, root, new Dictionary<string, CompiledBlock>(), expression.Undeclared);
    }

    /// <summary>The names that the expression may look up in its context and that are not globals, in the order in which they appear.</summary>
    public IReadOnlyList<UndeclaredVariable> UndeclaredVariables => _expression.Undeclared;

    /// <summary>The expression's value; an undefined value as <see cref="Undefined"/>.</summary>
    /// <exception cref="JinjaException">The evaluation failed or reached a limit.</exception>
    public object? Evaluate(PyDict data, CancellationToken cancellation = default) => Run(data, static (expression, frame) => expression.Evaluate(frame), cancellation);

    /// <summary>The truth of the expression's value.</summary>
    /// <exception cref="JinjaException">The evaluation failed or reached a limit, or the value is undefined in a strict environment.</exception>
    public bool IsTrue(PyDict data, CancellationToken cancellation = default) => Run(data, static (expression, frame) => expression.IsTrue(frame), cancellation);

    private T Run<T>(PyDict data, Func<Expression, Frame, T> evaluate, CancellationToken cancellation)
    {
        using var output = new OutputBuffer(_environment.Limits.OutputLength);
        var context = new TemplateContext(_holder, new DictSource(data, _environment.GlobalSource));
        var state = new RenderState(_environment, context.Evaluation, _environment.NewBudget(cancellation), output);
        using var work = WorkMeter.Start(state.Budget);
        var frame = new Frame(_expression.Layout, null, context, state);
        try
        {
            _expression.Entry.Apply(frame);
            return evaluate(_expression.Expression, frame);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, _expression.Expression.Place);
        }
    }
}

using System.Collections.Immutable;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>An expression over the columns of a row; columns win over parameters of the same name.</summary>
internal sealed class RowExpression
{
    private readonly TemplateText _text;
    private readonly DataScope _scope;
    private readonly JinjaExpression _expression;
    private readonly ImmutableArray<(string Name, int Index)> _columns;
    private readonly PyDict _others;

    public RowExpression(TextRenderer texts, TemplateText text, ImmutableArray<DataColumn> columns, DataScope scope)
    {
        _text = text;
        _scope = scope.With(columns.ToImmutableDictionary(column => column.Name, _ => (object?)null));
        _expression = texts.Expression(text, _scope);
        var names = _expression.UndeclaredVariables.Select(variable => variable.Name).ToList();
        _columns = [.. columns.Select((column, index) => (column.Name, index)).Where(column => names.Contains(column.Name))];
        _others = scope.Values(names.Except(_columns.Select(column => column.Name)));
    }

    public bool IsTrue(object?[] row, CancellationToken cancellationToken) =>
        TextRenderer.Guard(_text, _scope, () => _expression.IsTrue(Values(row), cancellationToken));

    public object? Evaluate(ImmutableArray<object?> row, CancellationToken cancellationToken) =>
        TextRenderer.Guard(_text, _scope, () => _expression.Evaluate(Values(row.AsSpan()), cancellationToken));

    private PyDict Values(ReadOnlySpan<object?> row)
    {
        var values = new PyDict();
        foreach (var key in _others.Keys)
            values[key] = _others[key];
        foreach (var (name, index) in _columns)
            values[name] = JinjaValue.Frozen(row[index]);
        return values;
    }
}

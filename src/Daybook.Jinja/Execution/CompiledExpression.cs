using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Execution;

/// <summary>A single expression ready to be evaluated.</summary>
internal sealed record CompiledExpression(
    string Name, FunctionLayout Layout, ScopeEntry Entry, Expression Expression, IReadOnlyList<UndeclaredVariable> Undeclared);

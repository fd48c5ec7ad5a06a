using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A filter, test, global function or method as the engine calls it.</summary>
/// <remarks>
/// A filter or test gets the value it is applied to as the first positional argument, as in Python; a test returns a value whose truth is taken.
/// Raise <see cref="PyException"/> for what Python would raise: the engine adds template, line, column and expression.
/// </remarks>
public delegate object? JinjaFunction(RenderState state, Arguments arguments);

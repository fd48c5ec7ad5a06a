using Daybook.Jinja.Compilation;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary><c>a ~ b</c>: text of both; where output is escaped and one part is safe text, the others are escaped.</summary>
internal sealed class ConcatenationExpression(Place place, Expression[] parts, EscapeSetting escaping) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        var values = new object?[parts.Length];
        for (var index = 0; index < parts.Length; index++)
            values[index] = parts[index].Evaluate(frame);
        try
        {
            return Join(frame, values);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, Place);
        }
    }

    public Expression Folded() => FoldedIf(
        parts.All(part => part is ConstantExpression),
        () => string.Concat(parts.Select(part => PyText.Str(((ConstantExpression)part).Value))));

    private object Join(Frame frame, object?[] values)
    {
        var state = frame.State;
        var escapes = escaping.IsVolatile ? state.Autoescape : escaping.Mode != AutoescapeMode.None;
        var isSafe = escapes && Array.Exists(values, value => value is Markup);
        var texts = new string[values.Length];
        var length = 0L;
        for (var index = 0; index < values.Length; index++)
        {
            texts[index] = isSafe ? state.Escape(values[index]).Text : PyText.Str(values[index]);
            length += texts[index].Length;
        }

        state.Reserve(length);
        var text = string.Concat(texts);
        return isSafe ? state.Escaper.Mark(text) : text;
    }
}

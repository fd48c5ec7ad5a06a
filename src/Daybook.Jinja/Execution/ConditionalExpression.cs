namespace Daybook.Jinja.Execution;

internal sealed class ConditionalExpression(Place place, Expression test, Expression value, Expression? otherwise) : Expression(place)
{
    public override object? Evaluate(Frame frame)
    {
        if (test.IsTrue(frame))
            return value.Evaluate(frame);
        return otherwise is null ? WithoutElse() : otherwise.Evaluate(frame);
    }

    /// <summary>Jinja2 takes its default undefined here, whatever the environment's kind is.</summary>
    private Undefined WithoutElse()
    {
        var (line, _) = Place.Source.PositionOf(Place.Start);
        return new Undefined(
            UndefinedKind.Default,
            $"the inline if-expression on line {line} in '{Place.Source.Name}' evaluated to false and no else section was defined.",
            Missing.Value,
            null);
    }
}

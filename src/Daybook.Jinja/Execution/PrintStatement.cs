using Daybook.Jinja.Compilation;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Prints a value, escaped for where it lands.</summary>
internal sealed class PrintStatement(Expression value, EscapeSetting escaping) : Statement
{
    private readonly Escaper? _escaper = Escaper.Of(escaping.Mode);

    /// <summary>Code that prints the value: plain text if it is known already.</summary>
    public static Statement Of(Expression value, Compiler compiler)
    {
        if (value is not ConstantExpression constant || compiler.Escaping.IsVolatile)
            return new PrintStatement(value, compiler.Escaping);
        using var output = new OutputBuffer(int.MaxValue);
        output.Write(constant.Value, Escaper.Of(compiler.Escaping.Mode), compiler.Environment.PlainValues);
        return new TextStatement(value.Place, output.Take(0));
    }

    public override Flow Execute(Frame frame)
    {
        var result = value.Evaluate(frame);
        var state = frame.State;
        try
        {
            state.Output.Write(result, escaping.IsVolatile ? Escaper.Of(state.Evaluation.Mode) : _escaper, state.Environment.PlainValues);
        }
        catch (PyException error)
        {
            throw frame.Locate(error, value.Place);
        }

        return Flow.Next;
    }
}

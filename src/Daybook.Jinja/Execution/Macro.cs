using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>A macro as a value, with the variables around its definition.</summary>
internal sealed class Macro(MacroCode code, Frame definedIn) : PyCallable
{
    private string Quoted => PyText.Repr(code.Name);

    internal override string TypeName => "Macro";

    internal override string ModuleName => "jinja2.runtime.";

    internal override string Repr() => $"<Macro {(code.Name is null ? "anonymous" : Quoted)}>";

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = name switch
        {
            "name" => code.Name,
            "arguments" => new PyTuple([.. code.Parameters.Select(parameter => parameter.Name)]),
            "catch_kwargs" => PyBox.Of(code.KeywordsSlot is not null),
            "catch_varargs" => PyBox.Of(code.RestSlot is not null),
            "caller" => PyBox.Of(code.UsesCaller),
            "explicit_caller" => PyBox.Of(code.Parameters.Any(parameter => parameter.Name == "caller")),
            _ => Missing.Value,
        };
        return !ReferenceEquals(value, Missing.Value);
    }

    /// <summary>What the macro prints: safe text where the template that calls it escapes.</summary>
    internal override object? Call(RenderState state, Arguments arguments)
    {
        state.Budget.Enter();
        var caller = state.Evaluation;
        var frame = new Frame(code.Layout, definedIn, definedIn.Context, state);
        Bind(frame, arguments);
        state.Evaluation = definedIn.Context.Evaluation;
        var text = code.Run(frame);
        state.Evaluation = caller;
        state.Budget.Leave();
        return state.MarkIfEscaping(text);
    }

    private void Bind(Frame frame, Arguments arguments)
    {
        var parameters = code.Parameters;
        var count = Math.Min(arguments.Count, parameters.Length);
        for (var index = 0; index < count; index++)
            frame.Locals[parameters[index].Slot] = arguments[index];
        var used = new bool[arguments.KeywordCount];
        object? Keyword(string name)
        {
            var index = Array.IndexOf(arguments.KeywordNames, name);
            if (index < 0)
                return Missing.Value;
            used[index] = true;
            return arguments.KeywordValues[index];
        }

        for (var index = count; index < parameters.Length; index++)
            frame.Locals[parameters[index].Slot] = Keyword(parameters[index].Name);
        if (code.CallerSlot is { } callerSlot)
        {
            var caller = Keyword("caller");
            frame.Locals[callerSlot] = caller is null || ReferenceEquals(caller, Missing.Value)
                ? frame.State.UndefinedBecause("No caller defined", "caller")
                : caller;
        }

        BindRest(frame, arguments, used);
    }

    private void BindRest(Frame frame, Arguments arguments, bool[] used)
    {
        var rest = new PyDict();
        for (var index = 0; index < used.Length; index++)
        {
            if (!used[index])
                rest[arguments.KeywordNames[index]] = arguments.KeywordValues[index];
        }

        if (code.KeywordsSlot is { } keywordsSlot)
            frame.Locals[keywordsSlot] = rest;
        else if (rest.TryGet("caller", out _))
            throw PyErrors.Type($"macro {Quoted} was invoked with two values for the special caller argument. This is most likely a bug.");
        else if (rest.Count > 0)
            throw PyErrors.Type($"macro {Quoted} takes no keyword argument {PyText.Repr(rest.Keys.First())}");

        if (code.RestSlot is { } restSlot)
            frame.Locals[restSlot] = new PyTuple([.. arguments.Positional.Skip(code.Parameters.Length)]);
        else if (arguments.Count > code.Parameters.Length)
            throw PyErrors.Type($"macro {Quoted} takes not more than {code.Parameters.Length} argument(s)");
    }
}

using System.Collections.Frozen;
using Daybook.Jinja.Methods;

namespace Daybook.Jinja.Filters;

/// <summary>Filters or tests by name, each with its parameters.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, JinjaFunction> _functions = new(StringComparer.Ordinal);

    /// <summary>A function that Jinja2 writes in Python; the body gets the value of every parameter.</summary>
    public FunctionTable Add(string name, Signature signature, Func<RenderState, object?[], object?> body)
        => Add(name, (state, arguments) => body(state, signature.Bind(arguments)));

    /// <summary>A function of one argument that Python itself, or an extension module, has.</summary>
    public FunctionTable AddBuiltin(string name, string module, string function, Func<RenderState, object?, object?> body)
    {
        var signature = new BuiltinSignature(module, function, BuiltinStyle.OneArgument, 1, 1, []);
        return Add(name, (state, arguments) => body(state, signature.Bind(arguments)[0]));
    }

    /// <summary>A function that reads its arguments itself.</summary>
    public FunctionTable Add(string name, JinjaFunction function)
    {
        _functions.Add(name, function);
        return this;
    }

    /// <summary>Another name for a function.</summary>
    public FunctionTable Alias(string alias, string name) => Add(alias, _functions[name]);

    public FrozenDictionary<string, JinjaFunction> Build() => _functions.ToFrozenDictionary(StringComparer.Ordinal);
}

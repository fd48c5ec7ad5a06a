using System.Collections.Frozen;

namespace Daybook.Jinja.Methods;

/// <summary>The methods of one built-in type, by name.</summary>
/// <param name="owner">The type, for example <c>str</c>.</param>
internal sealed class MethodTable(string owner)
{
    private readonly Dictionary<string, MethodBody> _methods = [];

    public MethodTable None(string name, Func<RenderState, object?, object?> body)
        => Add(name, BuiltinStyle.NoArguments, 0, 0, [], (state, self, _) => body(state, self));

    public MethodTable One(string name, Func<RenderState, object?, object?, object?> body)
        => Add(name, BuiltinStyle.OneArgument, 1, 1, [], (state, self, given) => body(state, self, given[0]));

    /// <summary>A method whose arguments have no names; the body gets those given.</summary>
    public MethodTable Positional(string name, int least, int most, Func<RenderState, object?, object?[], object?> body)
        => Add(name, BuiltinStyle.Positional, least, most, [], body);

    /// <summary>As <see cref="Positional"/>, with the other words of complaint.</summary>
    public MethodTable Parsed(string name, int least, int most, Func<RenderState, object?, object?[], object?> body)
        => Add(name, BuiltinStyle.Parsed, least, most, [], body);

    /// <summary>A method whose arguments may be given by name.</summary>
    public MethodTable Named(string name, string[] keywords, Func<RenderState, object?, object?[], object?> body)
        => Add(name, BuiltinStyle.Parsed, 0, keywords.Length, keywords, body);

    /// <summary>A method whose arguments must be given by name.</summary>
    public MethodTable KeywordsOnly(string name, string[] keywords, Func<RenderState, object?, object?[], object?> body)
        => Add(name, BuiltinStyle.KeywordsOnly, 0, keywords.Length, keywords, body);

    /// <summary>A method that checks its arguments itself.</summary>
    public MethodTable Raw(string name, MethodBody body)
    {
        _methods[name] = body;
        return this;
    }

    public FrozenDictionary<string, MethodBody> Build() => _methods.ToFrozenDictionary();

    private MethodTable Add(
        string name, BuiltinStyle style, int least, int most, string[] keywords, Func<RenderState, object?, object?[], object?> body)
    {
        var signature = new BuiltinSignature(owner, name, style, least, most, keywords);
        return Raw(name, (state, self, arguments) => body(state, self, signature.Bind(arguments)));
    }
}

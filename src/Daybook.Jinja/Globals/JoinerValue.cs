using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary>What <c>joiner()</c> makes: gives nothing the first time it is called, and its separator ever after.</summary>
internal sealed class JoinerValue(object? separator) : PyCallable
{
    private static readonly Signature Parameters = Signature.Of("Joiner.__init__", [], ("sep", ", "));

    private bool _isUsed;

    internal override string TypeName => "Joiner";

    internal override string ModuleName => "jinja2.utils.";

    public static object Make(RenderState state, Arguments arguments) => new JoinerValue(Parameters.Bind(arguments)[0]);

    internal override object? Call(RenderState state, Arguments arguments)
    {
        if (arguments.Count + arguments.KeywordCount > 0)
            throw PyErrors.Type($"Joiner.__call__() takes 1 positional argument but {arguments.Count + 1} were given");
        if (_isUsed)
            return separator;
        _isUsed = true;
        return "";
    }

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = name switch
        {
            "sep" => separator,
            "used" => PyBox.Of(_isUsed),
            _ => null,
        };
        return name is "sep" or "used";
    }
}

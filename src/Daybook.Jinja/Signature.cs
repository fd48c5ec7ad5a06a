using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>The parameters of a function, bound and complained about as Python does.</summary>
/// <param name="function">The name used in error texts, for example <c>do_round</c> or <c>str.replace</c>.</param>
/// <param name="required">How many leading parameters have no default.</param>
/// <param name="parameters">Every parameter's name.</param>
/// <param name="defaults">The defaults of the parameters after the required ones.</param>
/// <param name="hidden">How many arguments Jinja2 passes in front of the given ones (its environment or context), which Python's texts count too.</param>
public sealed class Signature(string function, int required, string[] parameters, object?[] defaults, int hidden = 0)
{
    /// <summary>For example <c>Signature.Of("do_round", ["value"], ("precision", 0L), ("method", "common"))</c>.</summary>
    public static Signature Of(string function, string[] required, params (string Name, object? Default)[] optional) =>
        new(function, required.Length, [.. required, .. optional.Select(parameter => parameter.Name)], [.. optional.Select(parameter => parameter.Default)]);

    /// <summary>The same parameters of a function to which Jinja2 passes its environment or context first.</summary>
    internal Signature AfterContext() => new(function, required, parameters, defaults, 1);

    /// <summary>The value of every parameter in order, defaults filled in.</summary>
    /// <exception cref="PyException">TypeError with Python's text: too many, missing, unknown or repeated arguments.</exception>
    public object?[] Bind(in Arguments arguments)
    {
        var given = arguments.Positional;
        if (given.Length == parameters.Length && arguments.KeywordCount == 0)
            return given;
        if (given.Length > parameters.Length)
            throw TooMany(given.Length);

        var bound = new object?[parameters.Length];
        Array.Copy(given, bound, given.Length);
        for (var index = given.Length; index < bound.Length; index++)
            bound[index] = Missing.Value;
        for (var index = 0; index < arguments.KeywordCount; index++)
            BindKeyword(bound, arguments.KeywordNames[index], arguments.KeywordValues[index]);
        var missing = new List<string>();
        for (var index = given.Length; index < bound.Length; index++)
        {
            if (bound[index] != Missing.Value)
                continue;
            if (index < required)
                missing.Add($"'{parameters[index]}'");
            else
                bound[index] = defaults[index - required];
        }

        return missing.Count == 0 ? bound : throw Absent(missing);
    }

    private void BindKeyword(object?[] bound, string name, object? value)
    {
        var index = Array.IndexOf(parameters, name);
        if (index < 0)
            throw PyErrors.Type($"{function}() got an unexpected keyword argument '{name}'");
        if (bound[index] != Missing.Value)
            throw PyErrors.Type($"{function}() got multiple values for argument '{name}'");
        bound[index] = value;
    }

    private PyException TooMany(int given)
    {
        var most = parameters.Length + hidden;
        var expected = required == parameters.Length ? $"{most}" : $"from {required + hidden} to {most}";
        var noun = most == 1 ? "argument" : "arguments";
        return PyErrors.Type($"{function}() takes {expected} positional {noun} but {given + hidden} {(given + hidden == 1 ? "was" : "were")} given");
    }

    private PyException Absent(List<string> missing)
    {
        var names = missing.Count switch
        {
            1 => missing[0],
            2 => $"{missing[0]} and {missing[1]}",
            _ => $"{string.Join(", ", missing[..^1])}, and {missing[^1]}",
        };
        return PyErrors.Type($"{function}() missing {missing.Count} required positional argument{(missing.Count == 1 ? "" : "s")}: {names}");
    }
}

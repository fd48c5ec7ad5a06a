using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The parameters of a method that Python implements in C: those complain in words of their own.</summary>
/// <param name="owner">The type or module, for example <c>str</c>; empty for a function of Python itself.</param>
/// <param name="name">The method.</param>
/// <param name="style">Which of C Python's calling conventions it follows.</param>
/// <param name="least">Fewest arguments.</param>
/// <param name="most">Most arguments.</param>
/// <param name="keywords">The parameters' names; empty if none may be given by name.</param>
internal sealed class BuiltinSignature(string owner, string name, BuiltinStyle style, int least, int most, string[] keywords)
{
    private string FullName => owner.Length == 0 ? name : $"{owner}.{name}";

    /// <summary>The arguments in order; those not given at the end are left out, or null between two given by name.</summary>
    public object?[] Bind(in Arguments arguments)
    {
        if (arguments.KeywordCount > 0 && keywords.Length == 0)
            throw PyErrors.Type($"{(style == BuiltinStyle.Parsed ? name : FullName)}() takes no keyword arguments");
        CheckCount(arguments.Count, arguments.Count + arguments.KeywordCount);
        return arguments.KeywordCount == 0 ? arguments.Positional : BindKeywords(arguments);
    }

    private object?[] BindKeywords(in Arguments arguments)
    {
        var bound = new object?[most];
        Array.Copy(arguments.Positional, bound, arguments.Count);
        var count = arguments.Count;
        for (var i = 0; i < arguments.KeywordCount; i++)
        {
            var index = Array.IndexOf(keywords, arguments.KeywordNames[i]);
            if (index < 0)
                throw PyErrors.Type($"'{arguments.KeywordNames[i]}' is an invalid keyword argument for {name}()");
            if (index < arguments.Count)
                throw PyErrors.Type($"argument for {name}() given by name ('{keywords[index]}') and position ({index + 1})");
            bound[index] = arguments.KeywordValues[i];
            count = Math.Max(count, index + 1);
        }

        return bound[..count];
    }

    private void CheckCount(int positional, int total)
    {
        switch (style)
        {
            case BuiltinStyle.NoArguments when positional != 0:
                throw PyErrors.Type($"{FullName}() takes no arguments ({positional} given)");
            case BuiltinStyle.OneArgument when positional != 1:
                throw PyErrors.Type($"{FullName}() takes exactly one argument ({positional} given)");
            case BuiltinStyle.Positional when positional < least || positional > most:
                throw PyErrors.Type($"{name} expected {Quantity(positional, "at least ", "at most ")}, got {positional}");
            case BuiltinStyle.Parsed when total < least || total > most:
                throw PyErrors.Type($"{name}() takes {Quantity(total, "at least ", "at most ")} ({total} given)");
            case BuiltinStyle.KeywordsOnly when positional > 0:
                throw PyErrors.Type($"{name}() takes no positional arguments");
            default:
                break;
        }
    }

    private string Quantity(int given, string tooFew, string tooMany)
    {
        var bound = given < least ? least : most;
        return $"{(least == most ? "" : given < least ? tooFew : tooMany)}{bound} argument{(bound == 1 ? "" : "s")}";
    }
}

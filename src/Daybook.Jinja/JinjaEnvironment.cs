using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>What templates are compiled and rendered with. Immutable, and safe to use from many threads.</summary>
public sealed class JinjaEnvironment
{
    public FrozenDictionary<string, JinjaFunction> Filters { get; } = FrozenDictionary<string, JinjaFunction>.Empty;

    public FrozenDictionary<string, JinjaFunction> Tests { get; } = FrozenDictionary<string, JinjaFunction>.Empty;

    public UndefinedKind UndefinedKind { get; }

    /// <summary>What the random numbers of each rendering start from.</summary>
    public int Seed { get; }

    internal PyLimits ValueLimits { get; } = PyLimits.Default;

    internal static Escaper EscaperOf(AutoescapeMode mode) => Escaper.Html;

    internal static JinjaFunction FindCallable(FrozenDictionary<string, JinjaFunction> functions, string noun, object? name) =>
        name is string known && functions.TryGetValue(known, out var function)
            ? function
            : throw new PyException(PyErrorKind.TemplateRuntimeError, $"No {noun} named {PyText.Repr(name)}.");
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;
using Daybook.Jinja.Filters;
using Daybook.Jinja.Globals;
using Daybook.Jinja.Lexing;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>What templates are compiled and rendered with. Immutable, and safe to use from many threads.</summary>
public sealed class JinjaEnvironment
{
    /// <summary>How many compiled templates are kept; beyond that all are forgotten and compiled again when needed.</summary>
    private const int CacheSize = 1000;

    private readonly JinjaOptions _options;
    private readonly ConcurrentDictionary<string, CompiledTemplate> _compiled = new(StringComparer.Ordinal);

    public JinjaEnvironment(JinjaOptions? options = null)
    {
        _options = options ?? new JinjaOptions();
        SyntaxCheck.Validate(_options.Syntax);
        Filters = Merge(BuiltInFilters.All, _options.Filters);
        Tests = Merge(BuiltInTests.All, _options.Tests);
        Globals = Merge(BuiltInGlobals.All, _options.Globals);
        GlobalSource = new GlobalSource(Globals);
        ValueLimits = new PyLimits
        {
            TextLength = _options.Limits.ValueSize,
            Items = Math.Min(PyLimits.Default.Items, _options.Limits.ValueSize),
        };
    }

    public FrozenDictionary<string, JinjaFunction> Filters { get; }

    public FrozenDictionary<string, JinjaFunction> Tests { get; }

    public UndefinedKind UndefinedKind => _options.Undefined;

    /// <summary>What the random numbers of each rendering start from.</summary>
    public int Seed => _options.Seed;

    internal FrozenDictionary<string, object?> Globals { get; }

    internal VariableSource GlobalSource { get; }

    internal JinjaSyntax Syntax => _options.Syntax;

    internal RenderLimits Limits => _options.Limits;

    internal PyLimits ValueLimits { get; }

    internal bool PlainValues => _options.PlainValues;

    /// <summary>A template from its text, compiled or found among those compiled before.</summary>
    /// <param name="name">Names the template in errors, and decides what its output is escaped for; null for none.</param>
    /// <exception cref="JinjaException">The text is not a template.</exception>
    public JinjaTemplate FromString(string source, string? name = null) => new(this, Compile(source, name));

    /// <summary>The template with this name in the environment's store.</summary>
    /// <exception cref="JinjaException">There is none, or its text is not a template.</exception>
    public JinjaTemplate GetTemplate(string name) => new(this, Load(name) ?? throw NotFound(name));

    /// <summary>A single expression, without delimiters around it.</summary>
    /// <param name="name">Names the expression in errors.</param>
    /// <exception cref="JinjaException">The text is not an expression.</exception>
    public JinjaExpression CompileExpression(string expression, string name = "<expression>") =>
        new(this, Compiler.CompileExpression(this, new SourceText(expression, name, keepTrailingNewline: true)));

    internal AutoescapeMode AutoescapeOf(string? name) => _options.Autoescape(name);

    /// <summary>What <c>{% autoescape true %}</c> escapes for.</summary>
    internal AutoescapeMode EscapeTargetOf(string? name) => AutoescapeOf(name) is var mode && mode == AutoescapeMode.None ? AutoescapeMode.Html : mode;

    /// <summary>The template with this name, or null.</summary>
    internal CompiledTemplate? Load(string name)
    {
        var isInside = !name.Contains('\\') && !name.Split('/').Contains("..");
        return isInside && _options.Loader(name) is { } source ? Compile(source, name) : null;
    }

    internal RenderBudget NewBudget(CancellationToken cancellation) => new(_options.Limits, _options.Time, cancellation);

    internal static JinjaFunction FindCallable(FrozenDictionary<string, JinjaFunction> functions, string noun, object? name) =>
        name is string known && functions.TryGetValue(known, out var function)
            ? function
            : throw new PyException(PyErrorKind.TemplateRuntimeError, $"No {noun} named {PyText.Repr(name)}.{Reason(name)}");

    private static string Reason(object? name) => name is Undefined undefined ? $" ({undefined.Message}; did you forget to quote the callable name?)" : "";

    private static FrozenDictionary<string, T> Merge<T>(IEnumerable<KeyValuePair<string, T>> builtIn, IEnumerable<KeyValuePair<string, T>> own)
    {
        var all = new Dictionary<string, T>(builtIn, StringComparer.Ordinal);
        foreach (var (name, value) in own)
            all[name] = value;
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static JinjaException NotFound(string name) =>
        new(new JinjaError(nameof(PyErrorKind.TemplateNotFound), $"there is no template called '{name}'", name, 1, 1));

    private CompiledTemplate Compile(string source, string? name)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(source))) + name;
        if (_compiled.TryGetValue(key, out var known))
            return known;
        var compiled = Compiler.Compile(this, new SourceText(source, name ?? "<template>", Syntax.KeepTrailingNewline), name);
        if (_compiled.Count >= CacheSize)
            _compiled.Clear();
        return _compiled.GetOrAdd(key, compiled);
    }
}

using System.Collections.Immutable;

namespace Daybook.Jinja;

/// <summary>How an environment reads and renders templates.</summary>
public sealed record JinjaOptions
{
    public JinjaSyntax Syntax { get; init; } = new();

    public UndefinedKind Undefined { get; init; } = UndefinedKind.Strict;

    /// <summary>What a template's output is escaped for, by the template's name (null for one without a name).</summary>
    public Func<string?, AutoescapeMode> Autoescape { get; init; } = static _ => AutoescapeMode.None;

    public RenderLimits Limits { get; init; } = new();

    /// <summary>What the random numbers of each rendering start from.</summary>
    public int Seed { get; init; }

    /// <summary>Measures <see cref="RenderLimits.Time"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The text of the template with this name, or null if there is none. Names that leave their folder (<c>..</c>) never arrive here.</summary>
    public Func<string, string?> Loader { get; init; } = static _ => null;

    /// <summary>Prints None as nothing and truth values in lower case, where Python prints <c>None</c>, <c>True</c> and <c>False</c>.</summary>
    public bool PlainValues { get; init; }

    /// <summary>Filters beside the built-in ones; one of the same name takes the built-in one's place.</summary>
    public ImmutableDictionary<string, JinjaFunction> Filters { get; init; } = ImmutableDictionary<string, JinjaFunction>.Empty;

    /// <summary>Tests beside the built-in ones.</summary>
    public ImmutableDictionary<string, JinjaFunction> Tests { get; init; } = ImmutableDictionary<string, JinjaFunction>.Empty;

    /// <summary>Names that every template knows, beside the built-in ones, as template values.</summary>
    public ImmutableDictionary<string, object?> Globals { get; init; } = ImmutableDictionary<string, object?>.Empty;

    public JinjaOptions AddFilter(string name, JinjaFunction filter) => this with { Filters = Filters.SetItem(name, filter) };

    public JinjaOptions AddTest(string name, JinjaFunction test) => this with { Tests = Tests.SetItem(name, test) };

    /// <summary>Adds a value as <see cref="JinjaValue.Frozen"/> makes it.</summary>
    public JinjaOptions AddGlobal(string name, object? value) => this with { Globals = Globals.SetItem(name, JinjaValue.Frozen(value)) };

    public JinjaOptions AddFunction(string name, JinjaFunction function) => this with { Globals = Globals.SetItem(name, new FunctionValue(name, function)) };

    public JinjaOptions UseAutoescape(AutoescapeMode mode) => this with { Autoescape = _ => mode };

    public JinjaOptions UseTemplates(IReadOnlyDictionary<string, string> templates) => this with { Loader = name => templates.GetValueOrDefault(name) };
}

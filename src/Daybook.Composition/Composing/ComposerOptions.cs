using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>What holds for every report a composer makes.</summary>
public sealed record ComposerOptions
{
    /// <summary>Limits of each text of a template.</summary>
    public RenderLimits TemplateLimits { get; init; } = new();

    /// <summary>Limits of each script.</summary>
    public ScriptLimits ScriptLimits { get; init; } = new();

    /// <summary>The text that <c>{% include %}</c>, <c>{% extends %}</c> and <c>{% import %}</c> find under a name; null when there is none.</summary>
    public Func<string, string?> Includes { get; init; } = static _ => null;

    /// <summary>Measures limits and durations; never seen by templates.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

using Daybook.Jinja.Python;

namespace Daybook.Jinja.Execution;

/// <summary>Finds the templates that a template names.</summary>
internal static class TemplateLoading
{
    /// <exception cref="PyException">The value is not a name, or there is no such template.</exception>
    public static CompiledTemplate Load(RenderState state, object? name) => name switch
    {
        Undefined undefined => throw undefined.Error(),
        string text => state.Environment.Load(text) ?? throw NotFound(text),
        Markup markup => state.Environment.Load(markup.Text) ?? throw NotFound(markup.Text),
        _ => throw NoName(name),
    };

    /// <summary>The template, or the first that exists of a list of names; null if there is none.</summary>
    public static CompiledTemplate? LoadAny(RenderState state, object? names, out PyException? missing)
    {
        missing = null;
        if (names is Undefined undefinedName)
            throw undefinedName.Error();
        if (names is string or Markup)
        {
            var found = state.Environment.Load(PyText.Str(names));
            missing = found is null ? NotFound(PyText.Str(names)) : null;
            return found;
        }

        var tried = new List<string>();
        foreach (var name in PyTruth.IsTrue(names) ? PyContainer.Iterate(names) : [])
        {
            var text = name is Undefined undefined ? undefined.Message : PyText.Str(name);
            if (name is string or Markup && state.Environment.Load(text) is { } template)
                return template;
            tried.Add(text);
        }

        missing = new PyException(
            PyErrorKind.TemplateNotFound,
            tried.Count == 0 ? "Tried to select from an empty list of templates." : $"none of the templates given were found: {string.Join(", ", tried)}");
        return null;
    }

    private static PyException NoName(object? value)
    {
        PyKeyComparer.RequireHashable(value);
        return NotFound(PyText.Str(value));
    }

    private static PyException NotFound(string name) => new(PyErrorKind.TemplateNotFound, $"there is no template called '{name}'");
}

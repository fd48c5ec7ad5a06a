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
        _ => throw PyErrors.Type($"a template's name must be text, not {PyType.NameOf(name)}"),
    };

    /// <summary>The template, or the first that exists of a list of names; null if there is none.</summary>
    public static CompiledTemplate? LoadAny(RenderState state, object? names, out PyException? missing)
    {
        missing = null;
        if (names is not (PyList or PyTuple))
        {
            if (names is string or Markup && state.Environment.Load(PyText.Str(names)) is var template)
            {
                missing = template is null ? NotFound(PyText.Str(names)) : null;
                return template;
            }

            return Load(state, names);
        }

        var tried = new List<string>();
        foreach (var name in PyContainer.Iterate(names))
        {
            if (name is Undefined undefined)
                throw undefined.Error();
            if (name is not string text)
                throw PyErrors.Type($"a template's name must be text, not {PyType.NameOf(name)}");
            if (state.Environment.Load(text) is { } template)
                return template;
            tried.Add(text);
        }

        missing = new PyException(
            PyErrorKind.TemplateNotFound,
            tried.Count == 0 ? "Tried to select from an empty list of templates." : $"none of the templates given were found: {string.Join(", ", tried)}");
        return null;
    }

    private static PyException NotFound(string name) => new(PyErrorKind.TemplateNotFound, $"there is no template called '{name}'");
}

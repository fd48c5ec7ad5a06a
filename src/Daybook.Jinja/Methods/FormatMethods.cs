using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary><c>str.format</c> and <c>str.format_map</c>; on markup the values are escaped.</summary>
internal static class FormatMethods
{
    public static object? Format(RenderState state, object? self, Arguments arguments)
        => Run(state, self, arguments.Positional, name => arguments.TryGetKeyword(name, out var value) ? value : throw PyErrors.Key(name));

    public static object? FormatMap(RenderState state, object? self, Arguments arguments)
    {
        if (arguments.KeywordCount > 0)
            throw PyErrors.Type("format_map() takes no keyword arguments");
        if (arguments.Count != 1)
            throw PyErrors.Type($"format_map() takes exactly one argument ({arguments.Count} given)");
        var mapping = arguments[0];
        return Run(state, self, [], name => PyContainer.GetItem(mapping, name));
    }

    private static object Run(RenderState state, object? self, object?[] positional, Func<string, object?> named)
        => self is Markup markup
            ? markup.With(new PyStringFormatter(state, positional, named, markup.Escaper).Format(markup.Text))
            : new PyStringFormatter(state, positional, named, null).Format((string)self!);
}

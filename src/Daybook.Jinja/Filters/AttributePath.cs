using System.Globalization;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Looks up <c>attribute='a.b.0'</c> on items, by the template's own rules.</summary>
internal sealed class AttributePath
{
    private readonly RenderState _state;
    private readonly object?[] _parts;
    private readonly bool _ignoresCase;
    private readonly object? _default;

    /// <param name="state">The rendering.</param>
    /// <param name="attribute">A dotted path, or a single key that is no text; None for the item itself.</param>
    /// <param name="ignoresCase">Whether text is given in small letters.</param>
    /// <param name="default">Takes the place of what is undefined; None for nothing.</param>
    public AttributePath(RenderState state, object? attribute, bool ignoresCase = false, object? @default = null)
    {
        _state = state;
        _parts = Parts(attribute);
        _ignoresCase = ignoresCase;
        _default = @default;
    }

    public object? Of(object? item)
    {
        foreach (var part in _parts)
        {
            item = _state.GetItem(item, part);
            if (_default is not null && item is Undefined)
                item = _default;
        }

        return _ignoresCase ? IgnoreCase(item) : item;
    }

    /// <summary>Text in small letters, anything else as it is.</summary>
    public static object? IgnoreCase(object? value) => value switch
    {
        string text => CaseMapping.ToLower(text),
        Markup markup => markup.With(CaseMapping.ToLower(markup.Text)),
        _ => value,
    };

    private static object?[] Parts(object? attribute) => attribute switch
    {
        null => [],
        string path => Array.ConvertAll(path.Split('.'), Key),
        Markup path => Array.ConvertAll(path.Text.Split('.'), Key),
        _ => [attribute],
    };

    private static object? Key(string part)
        => part.Length > 0 && part.All(char.IsAsciiDigit) && long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? PyBox.Of(index)
            : part;
}

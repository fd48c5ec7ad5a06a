namespace Daybook.Jinja;

/// <summary>The arguments of one call: positional ones, then keyword ones in call order. Use <see cref="Signature.Bind"/> to match them to parameters as Python does.</summary>
public readonly struct Arguments
{
    private static readonly object?[] NoValues = [];
    private static readonly string[] NoNames = [];

    private readonly object?[]? _positional;
    private readonly string[]? _names;
    private readonly object?[]? _keywords;

    public Arguments(params object?[] positional)
        : this(positional, null, null)
    {
    }

    internal Arguments(object?[] positional, string[]? names, object?[]? keywords)
    {
        _positional = positional;
        _names = names;
        _keywords = keywords;
    }

    /// <summary>The array the call was made with: read it, do not keep or change it.</summary>
    internal object?[] Positional => _positional ?? NoValues;

    internal string[] KeywordNames => _names ?? NoNames;

    internal object?[] KeywordValues => _keywords ?? NoValues;

    public int Count => Positional.Length;

    public int KeywordCount => KeywordNames.Length;

    public object? this[int index] => Positional[index];

    public bool TryGetKeyword(string name, out object? value)
    {
        var index = Array.IndexOf(KeywordNames, name);
        value = index < 0 ? null : KeywordValues[index];
        return index >= 0;
    }

    /// <summary>The same call with one more argument in front: the value a filter is applied to, for example.</summary>
    public Arguments Prepend(object? first) => new([first, .. Positional], _names, _keywords);

    /// <summary>The same call without its first <paramref name="count"/> positional arguments.</summary>
    public Arguments Skip(int count) => new(Positional[Math.Min(count, Count)..], _names, _keywords);

    internal Arguments WithKeyword(string name, object? value) => new(Positional, [.. KeywordNames, name], [.. KeywordValues, value]);
}

using System.Globalization;
using System.Text.Json;
using Daybook.Jinja.Parsing;
using NodaTime;

namespace Daybook.Input;

/// <summary>Reads the fields of one JSON object; what is wrong is noted and null returned, so that reading goes on.</summary>
internal sealed class FieldReader
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly string _path;

    /// <param name="path">Of the object; empty at the root.</param>
    public FieldReader(JsonElement element, string path, FieldProblems problems)
    {
        (_path, Problems) = (path, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Error(path, $"an object is wanted here, not {KindOf(element)}", "write it in { }, with a name and a colon before each value");
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (!_fields.TryAdd(field.Name, field.Value))
                problems.Error(PathOf(field.Name), "the field stands twice", "keep one of the two");
        }
    }

    public FieldProblems Problems { get; }

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => Value(name) is not null;

    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>Null when the field is absent or null.</summary>
    public JsonElement? Value(string name)
    {
        _known.Add(name);
        return _fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public string? Text(string name) => Value(name) is { } value ? Text(value, PathOf(name)) : null;

    public string? RequiredText(string name, string advice)
    {
        if (!Has(name))
            Problems.Missing(PathOf(name), advice);
        return Text(name);
    }

    /// <param name="advice">Null where the bounds say it all.</param>
    public int? Integer(string name, int min, int max, string? advice = null)
    {
        if (Value(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        Problems.Error(PathOf(name), $"{Shown(value)} is not a whole number from {min} to {max}", Quoted(value, min, max) ?? advice);
        return null;
    }

    private static string? Quoted(JsonElement value, int min, int max) =>
        value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? string.Create(CultureInfo.InvariantCulture, $"write {number} without quotes")
            : null;

    public bool? Flag(string name)
    {
        if (Value(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Problems.Error(PathOf(name), $"true or false is wanted here, not {KindOf(value)}", "write true or false, without quotes");
        return null;
    }

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } word)
            return null;
        if (EnumWords<T>.TryRead(word, out var value))
            return value;
        Problems.Error(PathOf(name), $"'{word}' is not a value of '{name}'{Near(word, EnumWords<T>.All)}", "write one of " + string.Join(", ", EnumWords<T>.All));
        return null;
    }

    public LocalDate? Date(string name) => Value(name) is { } value ? Date(value, PathOf(name)) : null;

    public LocalDate? Date(JsonElement value, string path) => Parsed(value, path, FieldText.Date, text => ($"'{text}' is not a date", "write it as 2026-05-04"));

    public LocalTime? Time(string name) => Value(name) is { } value ? Time(value, PathOf(name)) : null;

    public LocalTime? Time(JsonElement value, string path) => Parsed(value, path, FieldText.Time, FieldText.NotATime);

    public Instant? Instant(string name) => Value(name) is { } value
        ? Parsed(value, PathOf(name), FieldText.Instant, text => ($"'{text}' is not an instant", "write it as 2026-05-04T17:00:00Z"))
        : null;

    /// <param name="min">The shortest that is allowed.</param>
    public Duration? Duration(string name, Duration min)
    {
        if (Value(name) is not { } value)
            return null;
        var read = Parsed(value, PathOf(name), text => FieldText.Duration(text, allowsDays: false), text =>
            ($"'{text}' is not a duration of hours, minutes and seconds", "write it as PT30M or PT1H30M; days and months have no fixed length"));
        if (read is not { } duration || duration >= min)
            return read;
        Problems.Error(PathOf(name), min == NodaTime.Duration.Zero
            ? $"{value.GetString()} is negative"
            : $"{value.GetString()} is shorter than {FieldText.InWords(min)}, which is the least", $"write {FieldText.Of(min)} or more");
        return null;
    }

    /// <summary>The entries of a list with their paths; one value alone counts as a list of one.</summary>
    public IEnumerable<(JsonElement Value, string Path)> List(string name)
    {
        if (Value(name) is not { } value)
            return [];
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select((item, index) => (item, $"{PathOf(name)}[{index}]"))
            : [(value, PathOf(name))];
    }

    public string? Text(JsonElement value, string path) => Parsed(value, path, text => (ValueTuple<string>?)new ValueTuple<string>(text), _ => ("", ""))?.Item1;

    /// <summary>Notes every field that nothing asked for.</summary>
    /// <param name="others">Fields that somebody else reads.</param>
    public void RefuseOthers(params IEnumerable<string> others)
    {
        var known = _known.Union(others).ToList();
        foreach (var name in _fields.Keys.Except(known))
            Problems.Error(PathOf(name), $"there is no field '{name}' here{Near(name, known)}", "remove it or correct its name");
    }

    /// <summary>The closest of the known words, or else the only one that has the word as a part: <c>queue</c> for <c>queue_one</c>.</summary>
    public static string Near(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        return (EditDistance.Nearest(word, words) ?? Whole(word, words)) is { } near ? $"; did you mean '{near}'?" : "";
    }

    private static string? Whole(string part, IEnumerable<string> known) => known.Where(word => word.Split('_').Contains(part, StringComparer.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;

    private T? Parsed<T>(JsonElement value, string path, Func<string, T?> parse, Func<string, (string Message, string Advice)> refuse)
        where T : struct
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Problems.Error(path, $"a text is wanted here, not {KindOf(value)}", refuse("").Advice is { Length: > 0 } usual ? usual : "write it in double quotes");
            return null;
        }

        var text = value.GetString()!;
        if (parse(text) is { } parsed)
            return parsed;
        var (message, advice) = refuse(text);
        Problems.Error(path, message, advice);
        return null;
    }

    private static string Shown(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.String ? $"'{value}'" : KindOf(value);

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.String => "a text",
        _ => "nothing",
    };
}

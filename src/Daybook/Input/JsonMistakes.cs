using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daybook.Input;

/// <summary>Reads what is not quite JSON and goes on after each mistake, so that a person is told all of them, and what else is wrong with the contents, at once.</summary>
internal sealed class JsonMistakes
{
    /// <summary>What follows so many is not worth telling.</summary>
    private const int MostTold = 10;

    private readonly string _text;
    private readonly int _mostDeep;

    /// <summary>Comments, and commas before a closing bracket, are no mistakes; names that differ in case are one.</summary>
    private readonly bool _isSettings;

    private readonly FieldProblems _problems = new();

    /// <summary>Not a quote anywhere: a shell took them all away, which is told once and not for every word.</summary>
    private readonly bool _hasNoQuotes;

    private int _at;
    private bool _isWhole = true;

    private JsonMistakes(string text, int mostDeep, bool isSettings)
    {
        (_text, _mostDeep, _isSettings) = (text, mostDeep, isSettings);
        _hasNoQuotes = text.AsSpan().IndexOfAny("\"'“”") < 0 && text.Any(char.IsAsciiLetter);
        if (_hasNoQuotes)
            Tell(0, "there are no quotes in this, and names and texts stand in double quotes", "a shell takes them away unless the whole stands in single quotes; or write it in a file");
    }

    /// <param name="isSettings">Whether it is a file of settings, which may hold a little more than JSON.</param>
    public static WrittenJson In(string text, int mostDeep, bool isSettings = false)
    {
        var reader = new JsonMistakes(text, mostDeep, isSettings);
        var value = reader.Value(0, "");
        reader.SkipSpace();
        if (reader._at < text.Length)
            reader.Break(reader._at, $"nothing can follow here, and there is {reader.Shown}", "remove it, or the bracket before it that closes too early");
        return new WrittenJson(value, reader._isWhole, reader._problems.ToImmutable());
    }

    private bool IsAtEnd => _at >= _text.Length;

    private char Next => _text[_at];

    private string Shown => $"'{Next}'";

    /// <param name="path">Of the value, such as <c>rule.days[1]</c>.</param>
    private JsonNode? Value(int depth, string path)
    {
        SkipSpace();
        if (IsAtEnd)
            return Ends<JsonNode>("a value");
        if (depth >= _mostDeep && Next is '{' or '[')
            return Break(_at, $"lists and objects lie more than {_mostDeep} deep here", "write it flatter");
        return Next switch
        {
            '{' => Object(depth + 1, path),
            '[' => List(depth + 1, path),
            '"' or '\'' or '“' or '”' => JsonValue.Create(Text()),
            _ => Word(),
        };
    }

    private JsonObject Object(int depth, string path)
    {
        var (fields, opened) = (new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = _isSettings }), _at++);
        while (!Closes('}', opened, fields.Count > 0))
        {
            var start = _at;
            var name = Next is '"' or '\'' or '“' or '”' ? Text() : Name();
            if (name is null)
                break;
            SkipSpace();
            if (IsAtEnd)
            {
                Ends<JsonNode>($"the value of '{name}'");
                break;
            }

            if (Next is ':' or '=')
                Require(':', $" between '{name}' and its value");
            else
                Tell(_at, $"a colon is missing before {Shown}", $"write \"{name}\": and then the value");
            var field = path.Length == 0 ? name : $"{path}.{name}";
            var value = Value(depth, field);
            if (!fields.TryAdd(name, value))
                Tell(start, $"'{name}' stands twice", "keep one of the two", field);
        }

        return fields;
    }

    private JsonArray List(int depth, string path)
    {
        var (items, opened) = (new JsonArray(), _at++);
        while (!Closes(']', opened, items.Count > 0))
        {
            var item = Value(depth, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]"));
            if (_isWhole)
                items.Add(item);
        }

        return items;
    }

    /// <summary>Reads up to the next entry of a list or an object, or past its end.</summary>
    /// <returns>Whether it is over.</returns>
    private bool Closes(char bracket, int opened, bool hasEntries)
    {
        SkipSpace();
        var comma = _at;
        var hasComma = !IsAtEnd && Next == ',';
        if (hasComma)
        {
            _at++;
            SkipSpace();
            while (!IsAtEnd && Next == ',')
            {
                Tell(_at++, "a comma stands after another", "remove one of the two");
                SkipSpace();
            }
        }

        if (IsAtEnd)
        {
            if (_isWhole)
                Break(_at, $"the text ends, and the {_text[opened]} of {Place(opened)} is still open", $"write {bracket} at its end");
            return true;
        }

        if (Next is '}' or ']')
        {
            if (hasComma && !(_isSettings && hasEntries))
                Tell(comma, $"a comma stands before {Shown}", "remove the comma");
            Require(bracket, $", which closes the {_text[opened]} of {Place(opened)}");
            return true;
        }

        if (hasComma != hasEntries)
            Tell(hasComma ? comma : _at, hasComma ? "a comma stands before the first entry" : $"a comma is missing before {Shown}", hasComma ? "remove it" : "write one between two entries");
        return false;
    }

    private string? Text()
    {
        var start = _at;
        var quote = Next is '"' or '\'' ? Next : '”';
        _at++;
        while (!IsAtEnd && Next != quote && Next != '\n')
            _at += Next == '\\' ? 2 : 1;
        if (IsAtEnd || Next == '\n')
            return Ends<string>($"the closing quote of the text of {Place(start)}");
        if (quote == '"' && ForgottenEnd(start) is { } end)
        {
            _at = end;
            Tell(start, "the closing quote of the text that begins here is missing", $"write {_text[start..end]}\"");
            return _text[(start + 1)..end];
        }

        var inner = _text[(start + 1).._at++];
        if (quote != '"')
            Tell(start, $"texts stand in straight double quotes, and this one in {_text[start]}", "write \"" + inner + "\"");
        try
        {
            return JsonNode.Parse("\"" + (quote == '"' ? inner : inner.Replace("\"", "\\\"", StringComparison.Ordinal)) + "\"")!.GetValue<string>();
        }
        catch (JsonException)
        {
            Tell(start, $"the text \"{inner}\" holds an escape or a control character that JSON does not know", "write \\\\ for a backslash, \\t for a tab");
            return inner;
        }
    }

    /// <summary>Where a text ended before its closing quote was forgotten: what was taken for that quote begins the next text, and so a word follows it.</summary>
    private int? ForgottenEnd(int start)
    {
        var end = _text.AsSpan(start, _at - start).IndexOfAny(",}]");
        return end > 1 && _at + 1 < _text.Length && char.IsLetterOrDigit(_text[_at + 1]) ? start + end : null;
    }

    /// <summary>The name of a field without quotes.</summary>
    private string? Name()
    {
        var start = _at;
        while (!IsAtEnd && (char.IsLetterOrDigit(Next) || Next is '_' or '-'))
            _at++;
        if (_at == start)
            return Break<string>(start, $"the name of a field is wanted here, and there is {Shown}", "write it in double quotes, such as \"type\"");
        Unquoted(start);
        return _text[start.._at];
    }

    /// <summary>A number, true, false, null, or a text without quotes.</summary>
    private JsonNode? Word()
    {
        var start = _at;
        while (!IsAtEnd && (char.IsLetterOrDigit(Next) || Next is '_' or '-' or '+' or '.' or ':' or '/' or '@'))
            _at++;
        var word = _text[start.._at];
        if (word.Length == 0)
            return Break(start, $"a value is wanted here, and there is {Shown}", "write a text in double quotes, a number, true, false, a list in [ ] or an object in { }");
        try
        {
            return JsonNode.Parse(word);
        }
        catch (JsonException)
        {
            if (word is "True" or "False" or "None")
            {
                Tell(start, $"'{word}' is not JSON", $"write {(word == "None" ? "null" : word.ToLowerInvariant())}");
                return word == "None" ? null : JsonValue.Create(word == "True");
            }

            if (decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                Tell(start, $"'{word}' is not how JSON writes a number", string.Create(CultureInfo.InvariantCulture, $"write {number}"));
                return JsonValue.Create(number);
            }

            Unquoted(start);
            return JsonValue.Create(word);
        }
    }

    private void Unquoted(int start)
    {
        if (!_hasNoQuotes)
            Tell(start, $"'{_text[start.._at]}' stands without quotes", $"write \"{_text[start.._at]}\"");
    }

    /// <summary>Blanks, and comments, which JSON has not.</summary>
    private void SkipSpace()
    {
        while (!IsAtEnd)
        {
            var isLine = Next == '#' || _text.AsSpan(_at).StartsWith("//");
            if (isLine || _text.AsSpan(_at).StartsWith("/*"))
            {
                if (!_isSettings || Next == '#')
                    Tell(_at, "JSON has no comments", "remove it");
                var end = _text.IndexOf(isLine ? "\n" : "*/", _at, StringComparison.Ordinal);
                _at = end < 0 ? _text.Length : end + (isLine ? 1 : 2);
            }
            else if (Next is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            {
                _at++;
            }
            else
            {
                return;
            }
        }
    }

    private void Require(char wanted, string where)
    {
        if (Next != wanted)
            Tell(_at, $"{wanted} is wanted{where}, and there is {Shown}", $"write {wanted}");
        _at++;
    }

    private T? Ends<T>(string lacking)
        where T : class => _isWhole ? Break<T>(_text.Length, $"the text ends before {lacking}", "write the rest of it") : null;

    private JsonNode? Break(int at, string message, string advice) => Break<JsonNode>(at, message, advice);

    /// <summary>What follows cannot be told any more.</summary>
    private T? Break<T>(int at, string message, string advice)
        where T : class
    {
        Tell(at, message, advice);
        (_isWhole, _at) = (false, _text.Length);
        return null;
    }

    private void Tell(int at, string message, string advice, string? field = null)
    {
        if (_problems.Count < MostTold)
            _problems.Error(Place(at, field), message, advice);
        else
            (_isWhole, _at) = (false, _text.Length);
    }

    private TextPlace Place(int at, string? field = null) => TextPlace.Of(_text, at, field);
}

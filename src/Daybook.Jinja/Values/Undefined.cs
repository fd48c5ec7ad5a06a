using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>A name, attribute or item that does not exist.</summary>
public sealed class Undefined : PyObject
{
    private readonly string? _hint;
    private readonly PyErrorKind _error;

    internal Undefined(UndefinedKind kind, string? hint, object? target, object? name, PyErrorKind error = PyErrorKind.UndefinedError)
    {
        Kind = kind;
        Name = name;
        Target = target;
        _hint = hint;
        _error = error;
    }

    public UndefinedKind Kind { get; }

    /// <summary>The name, attribute or key that was looked for; null where only a sentence is known.</summary>
    internal object? Name { get; }

    /// <summary>The value that was searched; <see cref="Missing.Value"/> when it was the context.</summary>
    internal object? Target { get; }

    internal bool IsStrict => Kind == UndefinedKind.Strict;

    internal override string TypeName => Kind switch
    {
        UndefinedKind.Strict => "StrictUndefined",
        UndefinedKind.Default => "Undefined",
        UndefinedKind.Chainable => "ChainableUndefined",
        UndefinedKind.Debug => "DebugUndefined",
        _ => throw new InvalidOperationException($"unknown kind {Kind}"),
    };

    /// <summary>Jinja's sentence about what is undefined.</summary>
    internal string Message =>
        _hint is { Length: > 0 } ? _hint
        : ReferenceEquals(Target, Missing.Value) ? $"{PyText.Repr(Name)} is undefined"
        : Name is string ? $"'{Describe(Target)}' has no attribute {PyText.Repr(Name)}"
        : $"{Describe(Target)} has no element {PyText.Repr(Name)}";

    internal override bool IsSubscriptable => true;

    /// <summary>What any operation that this kind does not allow raises.</summary>
    internal PyException Error() => new(_error, Message) { Undefined = this };

    internal override string Repr() => "Undefined";

    internal override string Str() => Kind switch
    {
        UndefinedKind.Strict => throw Error(),
        UndefinedKind.Default or UndefinedKind.Chainable => "",
        UndefinedKind.Debug => _hint is { Length: > 0 } ? $"{{{{ undefined value printed: {_hint} }}}}"
            : ReferenceEquals(Target, Missing.Value) ? $"{{{{ {Name} }}}}"
            : $"{{{{ no such element: {Describe(Target)}[{PyText.Repr(Name)}] }}}}",
        _ => throw new InvalidOperationException($"unknown kind {Kind}"),
    };

    internal override bool IsTrue() => IsStrict ? throw Error() : false;

    internal override bool TryGetLength(out long length)
    {
        length = 0;
        return IsStrict ? throw Error() : true;
    }

    internal override IEnumerator<object?> GetIterator() => IsStrict ? throw Error() : Enumerable.Empty<object?>().GetEnumerator();

    internal override bool? Contains(object? item) => IsStrict ? throw Error() : false;

    internal override bool IsEqualTo(object? other) =>
        IsStrict || other is Undefined { IsStrict: true } ? throw Error() : other is Undefined undefined && undefined.Kind == Kind;

    internal override int Hash() => IsStrict ? throw Error() : (int)Kind;

    internal override bool TryGetAttribute(string name, out object? value)
    {
        value = Member();
        return true;
    }

    internal override bool TryGetItem(object? key, out object? value)
    {
        value = Member();
        return true;
    }

    internal override object? Slice(object? start, object? stop, object? step) => Member();

    internal override bool TryOperate(string symbol, object? left, object? right, out object? result) => throw Error();

    /// <summary>Jinja's <c>object_type_repr</c>.</summary>
    private static string Describe(object? value) => value switch
    {
        null => "None",
        Markup => "markupsafe.Markup object",
        PyObject other => $"{other.ModuleName}{other.TypeName} object",
        _ => $"{PyType.NameOf(value)} object",
    };

    /// <summary>What its attributes and items are.</summary>
    /// <exception cref="PyException">This kind has none.</exception>
    internal Undefined Member() => Kind == UndefinedKind.Chainable ? this : throw Error();
}

using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The methods of <c>str</c>; markup has those of its own among <see cref="MarkupMethods"/>.</summary>
internal static class StrMethods
{
    private static readonly string[] SplitNames = ["sep", "maxsplit"];

    public static FrozenDictionary<string, MethodBody> All { get; } = new MethodTable("str")
        .None("capitalize", static (_, self) => CaseMapping.Capitalize(Self(self)))
        .None("casefold", static (_, self) => CaseMapping.CaseFold(Self(self)))
        .Positional("center", 1, 2, static (state, self, given)
            => TextPadding.Center(Self(self), Given.Integer(given[0]), Given.Fill(given, 1), state.ValueLimits))
        .Parsed("count", 1, 3, static (_, self, given) => Count(Self(self), Given.Text(given[0]), given))
        .Parsed("endswith", 1, 3, static (_, self, given) => HasAffix(Self(self), given, "endswith"))
        .Named("expandtabs", ["tabsize"], static (state, self, given)
            => TextPadding.ExpandTabs(Self(self), Given.Integer(given, 0, 8), state.ValueLimits))
        .Parsed("find", 1, 3, static (_, self, given) => PyBox.Of(Find(Self(self), given, last: false)))
        .Raw("format", FormatMethods.Format)
        .Raw("format_map", FormatMethods.FormatMap)
        .Parsed("index", 1, 3, static (_, self, given) => PyBox.Of(Found(Find(Self(self), given, last: false))))
        .None("isalnum", static (_, self) => PyBox.Of(TextTests.All(Self(self), CharacterClasses.IsAlphanumeric)))
        .None("isalpha", static (_, self) => PyBox.Of(TextTests.All(Self(self), CharacterClasses.IsAlpha)))
        .None("isascii", static (_, self) => PyBox.Of(System.Text.Ascii.IsValid(Self(self))))
        .None("isdecimal", static (_, self) => PyBox.Of(TextTests.All(Self(self), CharacterClasses.IsDecimal)))
        .None("isdigit", static (_, self) => PyBox.Of(TextTests.All(Self(self), CharacterClasses.IsDigit)))
        .None("isidentifier", static (_, self) => PyBox.Of(TextTests.IsIdentifier(Self(self))))
        .None("islower", static (_, self) => PyBox.Of(TextTests.IsLower(Self(self))))
        .None("isnumeric", static (_, self) => PyBox.Of(TextTests.All(Self(self), CharacterClasses.IsNumeric)))
        .None("isprintable", static (_, self) => PyBox.Of(Self(self).Length == 0 || TextTests.All(Self(self), CodePoints.IsPrintable)))
        .None("isspace", static (_, self) => PyBox.Of(TextTests.All(Self(self), CharacterClasses.IsSpace)))
        .None("istitle", static (_, self) => PyBox.Of(TextTests.IsTitle(Self(self))))
        .None("isupper", static (_, self) => PyBox.Of(TextTests.IsUpper(Self(self))))
        .One("join", static (state, self, items) => JoinMethod.Join(state, Self(self), items))
        .Positional("ljust", 1, 2, static (state, self, given)
            => TextPadding.Left(Self(self), Given.Integer(given[0]), Given.Fill(given, 1), state.ValueLimits))
        .None("lower", static (_, self) => CaseMapping.ToLower(Self(self)))
        .Positional("lstrip", 0, 1, static (_, self, given) => TextSplitting.Strip(Self(self), Characters(given, "lstrip"), right: false))
        .One("partition", static (_, self, separator) => Tuple(TextSplitting.Partition(Self(self), Separator(separator)!)))
        .One("removeprefix", static (_, self, prefix) => RemovePrefix(Self(self), Affix(prefix, "removeprefix")))
        .One("removesuffix", static (_, self, suffix) => RemoveSuffix(Self(self), Affix(suffix, "removesuffix")))
        .Positional("replace", 2, 3, static (state, self, given) => Replace(state, Self(self), given))
        .Parsed("rfind", 1, 3, static (_, self, given) => PyBox.Of(Find(Self(self), given, last: true)))
        .Parsed("rindex", 1, 3, static (_, self, given) => PyBox.Of(Found(Find(Self(self), given, last: true))))
        .Positional("rjust", 1, 2, static (state, self, given)
            => TextPadding.Right(Self(self), Given.Integer(given[0]), Given.Fill(given, 1), state.ValueLimits))
        .One("rpartition", static (_, self, separator) => Tuple(TextSplitting.PartitionRight(Self(self), Separator(separator)!)))
        .Named("rsplit", SplitNames, static (_, self, given)
            => List(TextSplitting.SplitRight(Self(self), SplitSeparator(given), Given.Integer(given, 1, -1))))
        .Positional("rstrip", 0, 1, static (_, self, given) => TextSplitting.Strip(Self(self), Characters(given, "rstrip"), left: false))
        .Named("split", SplitNames, static (_, self, given)
            => List(TextSplitting.Split(Self(self), SplitSeparator(given), Given.Integer(given, 1, -1))))
        .Named("splitlines", ["keepends"], static (_, self, given) => List(TextSplitting.Lines(Self(self), Given.Integer(given, 0, 0) != 0)))
        .Parsed("startswith", 1, 3, static (_, self, given) => HasAffix(Self(self), given, "startswith"))
        .Positional("strip", 0, 1, static (_, self, given) => TextSplitting.Strip(Self(self), Characters(given, "strip")))
        .None("swapcase", static (_, self) => CaseMapping.SwapCase(Self(self)))
        .None("title", static (_, self) => CaseMapping.ToTitle(Self(self)))
        .One("translate", static (state, self, table) => Translation.Translate(state, Self(self), table))
        .None("upper", static (_, self) => CaseMapping.ToUpper(Self(self)))
        .One("zfill", static (state, self, width) => TextPadding.ZeroFill(Self(self), Given.Integer(width), state.ValueLimits))
        .Build();

    private static string Self(object? self) => Given.TextOrNull(self) ?? throw new ArgumentException("Not a text.", nameof(self));

    private static PyList List(List<string> parts) => new([.. parts]);

    private static PyTuple Tuple((string, string, string) parts) => new([parts.Item1, parts.Item2, parts.Item3]);

    private static object Count(string self, string wanted, object?[] given)
        => PyBox.Of((long)TextSearch.Count(TextSearch.Part(self, Given.At(given, 1), Given.At(given, 2), out _), wanted));

    private static long Find(string self, object?[] given, bool last)
        => TextSearch.Find(self, Given.Text(given[0]), Given.At(given, 1), Given.At(given, 2), last);

    private static long Found(long index) => index >= 0 ? index : throw PyErrors.Value("substring not found");

    private static object HasAffix(string self, object?[] given, string method)
    {
        var part = TextSearch.Part(self, Given.At(given, 1), Given.At(given, 2), out _);
        if (given[0] is PyTuple affixes)
        {
            return PyBox.Of(affixes.Items.Any(affix => HasAffix(part, Given.TextOrNull(affix) ?? throw PyErrors.Type(
                $"tuple for {method} must only contain str, not {PyType.NameOf(affix)}"), method)));
        }

        return PyBox.Of(HasAffix(part, Given.TextOrNull(given[0]) ?? throw PyErrors.Type(
            $"{method} first arg must be str or a tuple of str, not {PyType.NameOf(given[0])}"), method));
    }

    private static bool HasAffix(string? part, string affix, string method) => part is not null
        && (method == "startswith" ? part.StartsWith(affix, StringComparison.Ordinal) : part.EndsWith(affix, StringComparison.Ordinal));

    private static string? Characters(object?[] given, string method)
        => Given.At(given, 0) is not { } characters ? null
            : Given.TextOrNull(characters) ?? throw PyErrors.Type($"{method} arg must be None or str");

    private static string? SplitSeparator(object?[] given)
        => Given.At(given, 0) is not { } separator ? null
            : Given.TextOrNull(separator) is null ? throw PyErrors.Type($"must be str or None, not {PyType.NameOf(separator)}")
            : Separator(separator);

    private static string Separator(object? separator)
        => Given.Text(separator) is { Length: > 0 } text ? text : throw PyErrors.Value("empty separator");

    private static string Affix(object? affix, string method)
        => Given.TextOrNull(affix) ?? throw PyErrors.Type($"{method}() argument must be str, not {PyType.NameOf(affix)}");

    private static string RemovePrefix(string self, string prefix)
        => self.StartsWith(prefix, StringComparison.Ordinal) ? self[prefix.Length..] : self;

    private static string RemoveSuffix(string self, string suffix)
        => self.EndsWith(suffix, StringComparison.Ordinal) ? self[..^suffix.Length] : self;

    private static string Replace(RenderState state, string self, object?[] given)
    {
        var old = Given.TextOrNull(given[0]) ?? throw PyErrors.Type($"replace() argument 1 must be str, not {PyType.NameOf(given[0])}");
        var replacement = Given.TextOrNull(given[1]) ?? throw PyErrors.Type($"replace() argument 2 must be str, not {PyType.NameOf(given[1])}");
        return TextSearch.Replace(self, old, replacement, Given.Integer(given, 2, -1), state.ValueLimits);
    }
}

using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>What a YAML value without quotes means: the core schema of YAML 1.2, in which <c>no</c>, <c>on</c> and dates are plain texts.</summary>
internal static partial class YamlScalar
{
    /// <summary>The kind of the value, and the value as JSON writes it.</summary>
    public static (ScalarKind Kind, string Json) Resolve(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => (ScalarKind.Null, "null"),
        "true" or "True" or "TRUE" => (ScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => (ScalarKind.Boolean, "false"),
        _ when Decimal().Match(plain) is { Success: true } match => (ScalarKind.Number, JsonNumber(match)),
        _ when Based().IsMatch(plain) => (ScalarKind.Number, FromBase(plain)),
        _ => (ScalarKind.Text, plain),
    };

    /// <summary>True for digits that YAML 1.1 and 1.2 read as different numbers, or that are meant as a text: <c>007</c>, <c>1_000</c>.</summary>
    public static bool IsAmbiguous(string plain) => Ambiguous().IsMatch(plain);

    private static string JsonNumber(Match match)
    {
        var whole = match.Groups["whole"].Value;
        var fraction = match.Groups["fraction"].Value;
        var sign = match.Groups["sign"].Value == "-" ? "-" : "";
        return $"{sign}{(whole.Length == 0 ? "0" : whole)}{(fraction.Length == 0 ? "" : "." + fraction)}{match.Groups["exponent"].Value}";
    }

    private static string FromBase(string plain)
    {
        var bits = plain[1] == 'x' ? 4 : 3;
        var number = BigInteger.Zero;
        foreach (var digit in plain.AsSpan(2))
            number = (number << bits) + int.Parse([digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A(?<sign>[-+]?)(?:(?<whole>0|[1-9][0-9]*)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\A0(?:o[0-7]+|x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    [GeneratedRegex(@"\A[-+]?(?:0[0-9_]+(?:\.[0-9_]*)?|[1-9][0-9]*_[0-9_]*(?:\.[0-9_]*)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();
}

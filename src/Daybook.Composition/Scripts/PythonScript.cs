using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>Recognises scripts that were written in Python, and says what to write instead.</summary>
internal static partial class PythonScript
{
    public const string Advice =
        "This script is Python, but Daybook runs JavaScript. Write it like this: function calculate(data) { const failed = data.runs.filter(run => run.failed); return { failed: failed.length }; } "
        + "(def f(x): is function f(x) { }, elif is else if, None is null, True is true, len(x) is x.length, [f(x) for x in xs] is xs.map(f).)";

    public static bool IsPython(string script) => Syntax().IsMatch(script);

    /// <summary>True for a name that Python has and JavaScript lacks.</summary>
    public static bool IsPythonName(string name) => name is "None" or "True" or "False" or "len" or "str" or "dict" or "range" or "sorted" or "enumerate" or "print" or "abs" or "max" or "min" or "sum" or "round";

    [GeneratedRegex(@"^[ \t]*(def\s+\w+\s*\(.*\)\s*(->[^:]+)?:|(import|from)\s+\w+(\.\w+)*(\s+import\s.*|\s+as\s+\w+)?\s*$|(if|elif|for|while|with|class)\b[^{;]*:\s*(#.*)?$|else\s*:\s*$|elif\b)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Syntax();
}

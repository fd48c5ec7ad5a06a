namespace Daybook.Composition;

/// <summary>A script asked for more than it may have. Not a JavaScript error, so that the script cannot catch it.</summary>
internal sealed class ScriptLimitException(string code, string message) : Exception(message)
{
    public string Code => code;
}

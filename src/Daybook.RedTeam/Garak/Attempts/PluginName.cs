namespace Daybook.RedTeam;

/// <summary>A probe or detector, under one name whichever way a version of garak wrote it.</summary>
/// <param name="Raw">As first written in the log.</param>
/// <param name="Text">Without garak's prefixes, such as <c>dan.Dan_11_0</c>; never empty.</param>
/// <param name="Index">Small number, unique among the names of one file.</param>
internal sealed record PluginName(string Raw, string Text, int Index)
{
    /// <summary>Records of the harness itself, such as an early stop: they are no test of the target.</summary>
    public bool IsControl { get; } = Raw.StartsWith("garak.harnesses.", StringComparison.Ordinal);

    /// <summary>The probe's module, such as <c>dan</c>.</summary>
    public string Family => Text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? Text[..dot] : Text;
}

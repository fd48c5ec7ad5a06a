namespace Daybook.Composition;

/// <summary>What is shown where there is no value.</summary>
internal static class MissingText
{
    /// <summary>In place of a figure.</summary>
    public const string NotMeasured = "not measured";

    /// <summary>In place of a change or trend, which needs two figures.</summary>
    public const string NotAvailable = "N/A";
}

using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>What stands below a table that does not show all its rows.</summary>
internal static class TableRemark
{
    /// <returns>Null when every row is shown.</returns>
    public static string? Of(Table table) => table.OmittedRows == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"Shown: {table.Rows.Length:N0} of {(long)table.Rows.Length + table.OmittedRows:N0} rows.");
}

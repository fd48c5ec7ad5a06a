namespace Daybook.Storage;

/// <summary>A JSON array as a table, so that many rows travel in one parameter.</summary>
/// <param name="parameter">The parameter that holds the array of objects.</param>
/// <param name="columns">Names of the objects' fields, each with its PostgreSQL type.</param>
internal sealed class JsonRows(Database database, string parameter, params (string Name, string Type)[] columns)
{
    /// <summary>What stands after <c>from</c>; the table is called <c>r</c>.</summary>
    public string Sql => database.Dialect == "sqlite"
        ? $"(select {string.Join(", ", columns.Select(column => $"json_extract(value, '$.{column.Name}') as {column.Name}"))} from json_each(@{parameter})) r"
        : $"json_to_recordset(@{parameter}::json) as r({string.Join(", ", columns.Select(column => $"{column.Name} {column.Type}"))})";
}

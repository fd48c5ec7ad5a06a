namespace Daybook.Storage;

/// <summary>A JSON array as a table, so that many rows travel in one parameter.</summary>
/// <param name="parameter">The parameter that holds the array of objects.</param>
/// <param name="columns">Names of the objects' fields, each with its PostgreSQL type.</param>
internal sealed class JsonRows(Database database, string parameter, params (string Name, string Type)[] columns)
{
    /// <summary>A column of JSON that travels as a string, so that none of its bytes changes.</summary>
    public const string WrittenJson = "json as written";

    /// <summary>A column of bytes that travels as <see cref="Hex"/>.</summary>
    public const string Bytes = "bytea";

    private bool IsSqlite => database.Dialect == "sqlite";

    /// <summary>What stands after <c>from</c>; the table is called <c>r</c>.</summary>
    public string Sql => IsSqlite
        ? $"(select {string.Join(", ", columns.Select(Extracted))} from json_each(@{parameter})) r"
        : columns.Any(column => column.Type == WrittenJson) ? $"(select {string.Join(", ", columns.Select(Converted))} from {Recordset("v")}) r" : Recordset("r");

    public static string Hex(byte[] bytes) => $"\\x{Convert.ToHexStringLower(bytes)}";

    private string Recordset(string name) =>
        $"json_to_recordset(@{parameter}::json) as {name}({string.Join(", ", columns.Select(column => $"{column.Name} {(column.Type == WrittenJson ? "text" : column.Type)}"))})";

    private static string Converted((string Name, string Type) column) => column.Type == WrittenJson ? $"{column.Name}::json as {column.Name}" : column.Name;

    private static string Extracted((string Name, string Type) column) => column.Type == Bytes
        ? $"unhex(substr(json_extract(value, '$.{column.Name}'), 3)) as {column.Name}"
        : $"json_extract(value, '$.{column.Name}') as {column.Name}";
}

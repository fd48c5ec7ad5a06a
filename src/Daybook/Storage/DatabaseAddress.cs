using Npgsql;

namespace Daybook.Storage;

/// <summary>Reads the setting <c>Database</c>: nothing for the file in the data folder, or an address such as <c>postgres://user:password@host:5432/name</c>.</summary>
internal static class DatabaseAddress
{
    public const string FileName = "daybook.db";

    /// <param name="dataFolder">Where the embedded database is.</param>
    /// <exception cref="FormatException">The address is neither empty nor one of PostgreSQL; the message never quotes it, because it may hold a password.</exception>
    public static Database Open(string? address, string dataFolder)
    {
        if (string.IsNullOrWhiteSpace(address))
            return new SqliteDatabase(Path.Combine(dataFolder, FileName));
        return new PostgreSqlDatabase(Parse(address));
    }

    /// <exception cref="FormatException">As <see cref="Open"/>.</exception>
    public static void Check(string? address)
    {
        if (!string.IsNullOrWhiteSpace(address))
            Parse(address);
    }

    public static NpgsqlConnectionStringBuilder Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("postgres" or "postgresql"))
            throw new FormatException("Database must be empty or an address such as postgres://user:password@host:5432/name");
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            // Kerberos is for who asks for it: to try it first is a round trip on every new connection, and a complaint where its library is not installed.
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        if (uri.Port > 0)
            connection.Port = uri.Port;
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            connection.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            connection.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            Add(connection, pair);
        return connection;
    }

    /// <summary>Settings after the question mark, by the names of libpq or of the driver; <c>host</c> may be the folder of a Unix socket.</summary>
    private static void Add(NpgsqlConnectionStringBuilder connection, string pair)
    {
        var parts = pair.Split('=', 2);
        var value = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        try
        {
            connection[parts[0] switch { "sslmode" => "SSL Mode", "sslrootcert" => "Root Certificate", "gssencmode" => "GSS Encryption Mode", var name => Uri.UnescapeDataString(name) }] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or FormatException)
        {
            throw new FormatException($"Database has a setting '{parts[0]}' that is unknown or has a wrong value", exception);
        }
    }
}

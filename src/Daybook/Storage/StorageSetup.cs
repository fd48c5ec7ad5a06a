using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Storage;

public static class StorageSetup
{
    /// <param name="dataFolder">Holds the embedded database and the contents beside it.</param>
    /// <exception cref="FormatException">The setting <c>Database</c> is wrong.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddOptions<StorageOptions>().Configure(options =>
        {
            options.Database = configuration["Database"] ?? "";
            options.MigrateAtStart = configuration.GetValue("MigrateAtStart", true);
        });
        var database = DatabaseAddress.Open(configuration["Database"], dataFolder);
        return services
            .AddSingleton(_ => database)
            .AddSingleton<Migrator>()
            .AddSingleton<ContentStore>(_ => database is SqliteDatabase ? new FileContents(Path.Combine(dataFolder, FileContents.FolderName)) : new DatabaseContents());
    }
}

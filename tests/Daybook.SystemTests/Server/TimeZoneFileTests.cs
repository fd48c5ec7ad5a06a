using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Daybook.Schedules.TimeZones;

namespace Daybook.SystemTests.Server;

public sealed class TimeZoneFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>In a process of its own: the data in use belongs to the whole process.</summary>
    [Fact]
    public async Task A_server_computes_with_the_time_zone_data_of_its_file_and_says_so()
    {
        using var bundled = typeof(NodaTime.DateTimeZone).Assembly.GetManifestResourceStream("NodaTime.TimeZones.Tzdb.nzd")!;
        using var copy = new MemoryStream();
        await bundled.CopyToAsync(copy, Cancel);
        var (bytes, version) = (copy.ToArray(), Encoding.ASCII.GetBytes(TimeZoneData.Bundled.Version));
        for (var at = bytes.AsSpan().IndexOf(version); at >= 0; at = bytes.AsSpan().IndexOf(version))
            "2099z"u8.CopyTo(bytes.AsSpan(at));
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "newer.nzd"), bytes, Cancel);

        await using var server = await ServerProcess.StartAsync(_folder.FullName, "Hosting:TimeZoneFile=newer.nzd");
        var health = await server.Client.GetFromJsonAsync<JsonElement>("/health/ready", Cancel);
        Assert.Equal("2099z", health.GetProperty("time_zones").GetString());
    }
}

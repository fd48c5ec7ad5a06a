using Daybook.Schedules.TimeZones;

namespace Daybook.Tests.Schedules;

public sealed class ZoneNamesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("Asia/Calcutta")]
    [InlineData("US/Eastern")]
    [InlineData("Europe/Kiev")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Japan")]
    public void Zones_and_links_are_taken_as_they_are_typed(string typed)
    {
        var choice = ZoneNames.Find(typed, TimeZoneData.Bundled);
        Assert.Null(choice.Message);
        Assert.Equal(typed, choice.Zone?.Id);
    }

    [Theory]
    [InlineData("+02:00", "Europe/Athens")]
    [InlineData("utc", "did you mean UTC or Etc/UTC?")]
    [InlineData("UTC-5", "America/New_York")]
    [InlineData("GMT+0530", "Asia/Kolkata")]
    [InlineData("UTC+00:00", "UTC")]
    [InlineData("EST", "America/New_York")]
    [InlineData("pst", "America/Los_Angeles")]
    [InlineData("CET", "Europe/Paris")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("Europe/Amsterdm", "Europe/Amsterdam")]
    [InlineData("US/New_York", "America/New_York")]
    public void What_only_looks_like_a_zone_is_refused_with_the_nearest_name(string typed, string suggestion)
    {
        var choice = ZoneNames.Find(typed, TimeZoneData.Bundled);
        Assert.Null(choice.Zone);
        Assert.Contains(suggestion, choice.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_whose_sign_is_turned_round_is_taken_with_a_warning() =>
        Assert.Contains("UTC-05", ZoneNames.Find("Etc/GMT+5", TimeZoneData.Bundled).Message, StringComparison.Ordinal);

    [Fact]
    public void The_version_of_the_data_is_known() => Assert.Matches("^20[0-9]{2}[a-z]$", TimeZoneData.Bundled.Version);

    [Fact]
    public void A_file_that_is_no_time_zone_data_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Throws<InvalidDataException>(() => TimeZoneData.Load(file));
            File.WriteAllText(file, "not time-zone data at all, but long enough to look at");
            Assert.Throws<InvalidDataException>(() => TimeZoneData.Load(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_bundled_data_may_be_replaced_by_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var bundled = typeof(NodaTime.DateTimeZone).Assembly.GetManifestResourceStream("NodaTime.TimeZones.Tzdb.nzd")!)
            using (var copy = File.Create(file))
                bundled.CopyTo(copy);
            var loaded = TimeZoneData.Load(file);
            Assert.Equal(TimeZoneData.Bundled.Version, loaded.Version);
            Assert.Equal(TimeZoneData.Bundled.Ids.Count, loaded.Ids.Count);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

using System.Text.Json;
using Daybook.Hosting;

namespace Daybook.Tests.Server;

public sealed class GivenInstantTests
{
    [Theory]
    [InlineData("2026-05-04T18:00:00Z", "2026-05-04T18:00:00.0000000+00:00")]
    [InlineData("2026-05-04T18:00Z", "2026-05-04T18:00:00.0000000+00:00")]
    [InlineData("2026-05-04 18:00:00Z", "2026-05-04T18:00:00.0000000+00:00")]
    [InlineData("2026-05-04T18:00:00+02:00", "2026-05-04T16:00:00.0000000+00:00")]
    [InlineData("2026-05-04T23:30:00-04:00", "2026-05-05T03:30:00.0000000+00:00")]
    [InlineData("2026-05-04T18:00:00.5+00:00", "2026-05-04T18:00:00.5000000+00:00")]
    [InlineData("2026-05-04T18:00:00.1234567Z", "2026-05-04T18:00:00.1234567+00:00")]
    public void An_instant_with_its_offset_is_taken_as_it_stands(string text, string instant)
    {
        Assert.True(GivenInstant.TryParse(text, null, out var given));
        Assert.Equal(instant, given.At.ToString("O"));
        Assert.Equal(given.At, Read(JsonSerializer.Serialize(text)));
    }

    [Theory]
    [InlineData("2026-05-04T18:00:00")]
    [InlineData("2026-05-04 18:00")]
    [InlineData("2026-05-04")]
    [InlineData("2026-05-04T18:00:00 02:00")]
    [InlineData("2026-02-30T18:00:00Z")]
    [InlineData("-0044-03-15T12:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("tomorrow")]
    [InlineData("")]
    public void Without_an_offset_nobody_guesses_one(string text)
    {
        Assert.False(GivenInstant.TryParse(text, null, out _));
        Assert.Contains("with its offset", Assert.Throws<WrongInstantException>(() => Read(JsonSerializer.Serialize(text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_no_instant() => Assert.Throws<WrongInstantException>(() => Read("1777917600"));

    private static DateTimeOffset Read(string json) => JsonSerializer.Deserialize<GivenInstant>(json).At;
}

using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Tests.Delivery;

public sealed class PartsToMendTests
{
    [Theory]
    [InlineData("b:b@x", "a:a@x b:b@x c:c@x", "b:b@x", "mended in other settings")]
    [InlineData("b:b@x", "c:c@x b:new@x a:a@x", "b:new@x", "another address")]
    [InlineData(":b@x", "a:a@x c:c@x b:B@x", "b:B@x", "a key")]
    [InlineData("bb:b@x", "a:a@x b:b@x c:c@x", "b:b@x", "another key")]
    [InlineData("b:b@x", "a:a@x c:c@x d:d@x", null, "gone: whoever is new is not meant")]
    [InlineData("a:b@x", "a:b@x a:a@x c:c@x", "a:b@x", "the same key as another, by the address")]
    [InlineData("a:", "a:a@x a:b@x c:c@x", "a:b@x", "the same key as another, which has its report")]
    public void A_failed_part_finds_its_recipient(string failed, string now, string? expected, string _)
    {
        var parts = ImmutableArray.Create(Part("a:a@x", 1, BurstPartState.Distributed), Part(failed, 2, BurstPartState.Failed), Part("c:c@x", 3, BurstPartState.Skipped));
        var (part, recipient) = Assert.Single(PartsToMend.Of(parts, [.. now.Split(' ').Select(Recipient)], DistributionOf).Failed);
        Assert.Equal(2, part.Number);
        Assert.Equal(expected, recipient is null ? null : $"{recipient.Key}:{DistributionOf(recipient).Targets[0].Recipients[0]}");
    }

    [Fact]
    public void A_failed_part_with_a_report_is_not_divided_and_its_recipient_is_nobody_elses()
    {
        var parts = ImmutableArray.Create(Part("a:a@x", 1, BurstPartState.Failed) with { ReportId = new ReportId(Guid.Empty) }, Part("a:b@x", 2, BurstPartState.Failed));
        var mending = PartsToMend.Of(parts, [Recipient("a:a@x")], DistributionOf);
        Assert.Null(Assert.Single(mending.Failed).Recipient);
        Assert.Equal(["a", null], mending.Keys);
        Assert.Equal(["a\nemail\na@x"], mending.Named);
    }

    private static BurstRecipient Recipient(string text) => new(
        text.Split(':')[0], text.Split(':')[1] is { Length: > 0 } address ? JsonElement.Parse($$"""{"email": ["{{address}}"]}""") : null);

    private static Distribution DistributionOf(BurstRecipient recipient) => recipient.Distribution is { } config
        ? new Distribution([new ChannelTarget("email", [config.GetProperty("email")[0].GetString()!])])
        : Distribution.Nobody;

    private static StoredBurstPart Part(string text, int number, BurstPartState state) => new()
    {
        BurstId = new BurstId(Guid.Empty), Number = number, SplitValue = text.Split(':')[0], Name = "x", State = state,
        Settings = new Json(JsonSerializer.Serialize(Recipient(text), BurstJson.Default.BurstRecipient)),
    };
}

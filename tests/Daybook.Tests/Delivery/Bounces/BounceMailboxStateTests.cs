using Daybook.Delivery.Bounces;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Delivery.Bounces;

public sealed class BounceMailboxStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_mailbox_it_is_off() => Assert.Equal((BounceMailboxState.Off, null), (State("", 60).Now.State, State("", 60).Now.Host));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(60, 3)]
    [InlineData(150, 2)]
    [InlineData(86_400, 1)]
    public void An_outage_is_told_once_after_three_tries_or_five_minutes(int pollSeconds, int tries)
    {
        var state = State("imap.example.com", pollSeconds);
        state.Read(Now);
        state.Told(isReadable: true);
        for (var failure = 1; failure < tries; failure++)
            Assert.Equal((failure == 1, false), state.Fail(Now.AddSeconds(failure), "It is away."));
        Assert.Equal((tries == 1, true), state.Fail(Now.AddSeconds(9), "It is away."));
        // What could not be written down is to be told at the next failure.
        Assert.Equal((false, true), state.Fail(Now.AddSeconds(10), "It is away."));
        state.Told(isReadable: false);
        Assert.Equal((false, false), state.Fail(Now.AddSeconds(11), "It is full."));
        Assert.Equal((BounceMailboxState.Unreadable, Now, "It is full."), (state.Now.State, state.Now.ReadAt, state.Now.Problem));
        Assert.Equal(Now.AddSeconds(tries == 1 ? 9 : 1), state.Now.UnreadableSince);

        Assert.Equal((true, true), state.Read(Now.AddSeconds(12)));
        state.Told(isReadable: true);
        Assert.Equal((false, false), state.Read(Now.AddSeconds(13)));
        Assert.Equal((BounceMailboxState.Readable, Now.AddSeconds(13), null, null), (state.Now.State, state.Now.ReadAt, state.Now.UnreadableSince, state.Now.Problem));
    }

    [Fact]
    public void After_a_start_nobody_knows_what_was_told_before_it() => Assert.Equal((false, true), State("imap.example.com", 60).Read(Now));

    private static BounceMailboxState State(string host, int pollSeconds) => new(Options.Create(new BouncesOptions { Host = host, PollSeconds = pollSeconds }));
}

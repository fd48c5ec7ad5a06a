using System.CommandLine;
using Daybook.Delivery.Channels;
using Daybook.Input;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Daybook.Commands;

/// <summary><c>daybook channel</c>: shows the channels of a server's settings, and tries them without sending anything.</summary>
internal static class ChannelCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var (data, set) = (DataFolder.Option(), DataFolder.SetOption());
        var list = new Command("list", "List the channels, without their secrets.") { data, set };
        list.SetAction((parsed, _) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(data)!, null, parsed.GetValue(set)!), services => Task.FromResult(List(terminal, Channels(services)))));
        var name = new Argument<string>("NAME") { Description = "A channel, as the settings call it." };
        var (testData, testSet) = (DataFolder.Option(), DataFolder.SetOption());
        var test = new Command("test", "Reach a channel's other side, sign in, and say what was found. Nothing is sent.") { name, testData, testSet };
        test.SetAction((parsed, cancellationToken) => ServerData.UseAsync(
            DataFolder.Settings(terminal, parsed.GetValue(testData)!, null, parsed.GetValue(testSet)!),
            services => TestAsync(terminal, Channels(services), parsed.GetValue(name)!, cancellationToken)));
        var command = new Command("channel", "Look at the ways by which reports go out.") { list, test };
        return new CommandExamples(command, ["daybook channel list", "daybook channel test soc-slack --data /var/lib/daybook"]);
    }

    private static ChannelRegistry Channels(IServiceProvider services)
    {
        var channels = services.GetRequiredService<ChannelRegistry>();
        return channels.Problems.IsEmpty ? channels : throw new CommandFailure(ExitCode.InvalidInput, string.Join("; ", channels.Problems));
    }

    private static int List(Terminal terminal, ChannelRegistry channels)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("channel", "kind", "if unsure", "attachments up to");
        foreach (var channel in channels.All)
            table.AddRow(Markup.Escape(channel.Name), channel.Traits.Kind, channel.Traits.Guarantee.Word, channel.Traits.MaximumBytes == 0 ? "links only" : MessageText.Size(channel.Traits.MaximumBytes));
        terminal.ConsoleOf(terminal.Out).Write(table);
        return ExitCode.Ok;
    }

    private static async Task<int> TestAsync(Terminal terminal, ChannelRegistry channels, string name, CancellationToken cancellationToken)
    {
        var channel = channels.Find(name) ?? throw new CommandFailure(ExitCode.InvalidInput, $"there is no channel '{name}'{FieldReader.Near(name, channels.Names)}; there are {string.Join(", ", channels.Names.DefaultIfEmpty("none"))}");
        var outcome = await channel.TestAsync(cancellationToken).ConfigureAwait(false);
        await (outcome is DeliveryOutcome.Accepted ? terminal.Out : terminal.Talk).WriteLineAsync(outcome is DeliveryOutcome.Accepted ? outcome.Sentence : "error: " + outcome.Sentence).ConfigureAwait(false);
        return outcome is DeliveryOutcome.Accepted ? ExitCode.Ok : ExitCode.DataError;
    }
}

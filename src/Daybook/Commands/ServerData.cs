using System.Data.Common;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Commands;

/// <summary>The server's classes for a command, without a server that listens; and its errors as a command tells them.</summary>
internal static class ServerData
{
    public static async Task<int> UseAsync(ServerSettings settings, Func<IServiceProvider, Task<int>> work)
    {
        if (!Directory.Exists(settings.DataFolder))
            throw new CommandFailure(ExitCode.DataError, $"there is no folder {settings.DataFolder}; name the server's with --data");
        return await TellAsync(async () =>
        {
            await using var app = DaybookServer.Build(settings);
            return await work(app.Services).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    public static async Task<int> TellAsync(Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (OptionsValidationException wrong)
        {
            throw new CommandFailure(ExitCode.InvalidInput, CommandFailures.Lines(wrong.Failures), wrong);
        }
        catch (Exception wrong) when (wrong is SchemaException or FormatException or DamagedContentException)
        {
            throw new CommandFailure(ExitCode.DataError, wrong.Message, wrong);
        }
        catch (DbException wrong)
        {
            throw new CommandFailure(ExitCode.DataError, "the database cannot be used: " + wrong.Message, wrong);
        }
        catch (ProblemException wrong)
        {
            throw new CommandFailure(ExitCode.InvalidInput, string.Join("; ", wrong.Errors.Select(error => $"{error.Field} {error.Message}").DefaultIfEmpty(wrong.Message)), wrong);
        }
    }
}

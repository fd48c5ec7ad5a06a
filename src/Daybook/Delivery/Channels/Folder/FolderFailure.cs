namespace Daybook.Delivery.Channels.Folder;

/// <summary>What the file system refuses, as outcomes. Nothing here leaves doubt: a file has its name, or it has not.</summary>
internal static class FolderFailure
{
    /// <summary>As Linux numbers them: no space left, quota used up.</summary>
    private const int NoSpace = 28;
    private const int QuotaUsed = 122;

    /// <summary>As Windows numbers them: disk full.</summary>
    private const int DiskFull = unchecked((int)0x80070070);

    public static async Task<DeliveryOutcome?> CatchAsync(string root, Func<Task<DeliveryOutcome?>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            return new DeliveryOutcome.Refused(ChannelCodes.NotPermitted, $"The account that runs the server may not write to {root}. Give it the right to.");
        }
        catch (IOException full) when (full.HResult is NoSpace or QuotaUsed or DiskFull)
        {
            return new DeliveryOutcome.Deferred(ChannelCodes.DiskFull, $"There is no space left at {root}. Make some.");
        }
        catch (IOException failure)
        {
            return new DeliveryOutcome.Deferred(ChannelCodes.NotStored, $"Writing to {root} failed: {failure.Message}");
        }
    }

    /// <summary>Takes away a file that did not get its name, where that is still possible; the next try writes it anew.</summary>
    public static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Its name says that it is left over.
        }
    }
}

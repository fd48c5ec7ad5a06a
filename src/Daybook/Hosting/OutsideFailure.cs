using System.Net.Sockets;
using Daybook.Storage;

namespace Daybook.Hosting;

/// <summary>What went wrong outside the program, where another attempt may go better.</summary>
/// <param name="Code">Never changes its meaning.</param>
/// <param name="Message">A sentence that names no place inside the server.</param>
internal sealed record OutsideFailure(string Code, string Message)
{
    /// <summary>A full disk, a missing right, a disk that is broken.</summary>
    public const string FilesUnavailable = "files_unavailable";

    public const string Unreachable = "unreachable";

    /// <summary>For a failure that is no stop of the server, and none of the database, which every next statement would meet.</summary>
    /// <returns>Null for a mistake of the program.</returns>
    public static OutsideFailure? Of(Exception failure) => failure switch
    {
        OperationCanceledException or TimeoutException => new OutsideFailure(ProblemType.TookTooLong.Code, "It took too long; the server's log tells more."),
        DamagedContentException damage => new OutsideFailure(ProblemType.Damaged.Code, $"Kept content cannot be read: {damage.Message}."),
        HttpRequestException or SocketException => new OutsideFailure(Unreachable, "Another server could not be reached; the log of this one tells more."),
        IOException or UnauthorizedAccessException => new OutsideFailure(FilesUnavailable, "The server could not read or write a file, as where its disk is full; its log tells more."),
        _ => null,
    };
}

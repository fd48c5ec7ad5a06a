using MimeKit;

namespace Daybook.Delivery.Channels.Email;

/// <summary>The body of a mail, which asks for leave after it is written and before the dot that makes the server responsible for it.</summary>
internal sealed class CommittedBody : Multipart
{
    public CommittedBody(string boundary)
        : base("mixed") => Boundary = boundary;

    /// <summary>Null while the mail is only signed or weighed.</summary>
    public Func<CancellationToken, Task>? Commit { get; set; }

    public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken).ConfigureAwait(false);
        if (Commit is { } commit)
            await commit(cancellationToken).ConfigureAwait(false);
    }
}

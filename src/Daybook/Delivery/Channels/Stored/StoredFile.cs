using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Stored;

/// <summary>A file of a message on its way to a store.</summary>
/// <param name="Path">Names between slashes, from the top of the store.</param>
/// <param name="Sha256">Of the content, in lower-case hexadecimal.</param>
internal sealed record StoredFile(string Path, string MediaType, string Sha256, ReadOnlyMemory<byte> Content)
{
    /// <summary>The content to be read, without a copy of it.</summary>
    public MemoryStream Open() => MemoryMarshal.TryGetArray(Content, out var bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(Content.ToArray(), writable: false);

    /// <summary>The artifacts of a message. Where there are none, some are links or some were not made, its text stands beside them, so that a store shows too what is missing and what is elsewhere.</summary>
    public static ImmutableArray<StoredFile> Of(DeliveryMessage message, NamePattern pattern, string top)
    {
        var files = ImmutableArray.CreateBuilder<StoredFile>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attachment in message.Attachments.IsEmpty || !message.Links.IsEmpty || !message.Missing.IsEmpty ? message.Attachments.Add(TextOf(message)) : message.Attachments)
        {
            var path = pattern.Of(message, attachment.FileName);
            for (var number = 2; !taken.Add(path); number++)
                path = pattern.Of(message, $"{System.IO.Path.GetFileNameWithoutExtension(attachment.FileName)}-{number}{System.IO.Path.GetExtension(attachment.FileName)}");
            files.Add(new StoredFile(Join(top, path), attachment.MediaType, attachment.Sha256, attachment.Content));
        }

        return files.ToImmutable();
    }

    /// <summary>A path below another; <c>.</c> and nothing are the top itself.</summary>
    public static string Join(string top, string path) => top is "" or "." ? path : $"{top.TrimEnd('/')}/{path}";

    /// <summary>For the history.</summary>
    public static string Sentence(ImmutableArray<StoredFile> files, bool isNew) =>
        $"{string.Join(", ", files.Select(file => file.Path))} {(files.Length == 1 ? "was" : "were")} {(isNew ? "stored" : "there already, whole")}.";

    /// <summary>What is wrong with a recipient, which is a path below the top of the store.</summary>
    public static string? Refuse(string recipient) =>
        recipient != "." && NamePattern.PathProblem(recipient) is { } problem ? $"“{ForeignText.Cut(recipient, 100)}” is no place in the store: it {problem}. Write a path such as daily/soc, or a dot for the top." : null;

    private static DeliveryAttachment TextOf(DeliveryMessage message)
    {
        var text = new StringBuilder(message.Subject).Append("\n\n").Append(message.Text.Trim()).Append('\n');
        foreach (var link in message.Links)
            text.Append('\n').Append(link.FileName).Append(": ").Append(link.Address).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return new DeliveryAttachment(message.Report.Event + ".txt", "text/plain; charset=utf-8", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
    }
}

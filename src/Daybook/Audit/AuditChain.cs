using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Daybook.Storage;

namespace Daybook.Audit;

/// <summary>Links each entry to the one before: a change to any of them changes every hash after it.</summary>
internal static class AuditChain
{
    /// <summary>SHA-256 over a JSON array of all fields and the hash of the entry before.</summary>
    public static byte[] HashOf(AuditEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(entry.Sequence);
            writer.WriteStringValue(Instants.Text(entry.At));
            writer.WriteStringValue(entry.ActorId?.ToString());
            writer.WriteStringValue(entry.ActorName);
            writer.WriteStringValue(entry.Address);
            writer.WriteStringValue(entry.Action);
            writer.WriteStringValue(entry.SubjectType);
            writer.WriteStringValue(entry.SubjectId);
            writer.WriteStringValue(entry.BeforeState?.Text);
            writer.WriteStringValue(entry.AfterState?.Text);
            writer.WriteBase64StringValue(entry.PreviousHash);
            writer.WriteEndArray();
        }

        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <param name="entry">The next entry of the log.</param>
    /// <param name="sequence">Of the entry before; 0 at the start.</param>
    /// <param name="hash">Of the entry before; empty at the start.</param>
    /// <returns>What is wrong with the entry; null when it follows.</returns>
    public static string? Problem(AuditEntry entry, long sequence, byte[] hash)
    {
        if (entry.Sequence != sequence + 1)
            return $"entry {sequence + 1} is missing";
        if (!entry.PreviousHash.AsSpan().SequenceEqual(hash))
            return $"entry {entry.Sequence} does not follow entry {sequence}: one of them was put in place of another";
        return HashOf(entry).AsSpan().SequenceEqual(entry.Hash) ? null : $"entry {entry.Sequence} was changed";
    }
}

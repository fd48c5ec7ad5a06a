namespace Daybook.Storage;

/// <summary>Content in the database itself, where every node finds it.</summary>
internal sealed class DatabaseContents : ContentStore
{
    protected override Task<byte[]?> WriteAsync(string sha256, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken) =>
        Task.FromResult<byte[]?>(stored.ToArray());

    public override Task ForgetAsync(Session session, IReadOnlyCollection<string> sha256, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override string HoldRow => " for key share";

    protected override Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
}

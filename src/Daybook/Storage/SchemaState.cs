using System.Collections.Immutable;

namespace Daybook.Storage;

/// <summary>How the database's schema stands to this program.</summary>
/// <param name="Problems">Why the program must not use it: sentences.</param>
internal sealed record SchemaState(ImmutableArray<AppliedMigration> Applied, ImmutableArray<Migration> Pending, ImmutableArray<string> Problems);

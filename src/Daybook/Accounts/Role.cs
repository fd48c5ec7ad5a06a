using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>What somebody may do. Each role includes those before it.</summary>
internal sealed class Role : IWord<Role>
{
    /// <summary>Reads the templates and reports that are open to them.</summary>
    public static readonly Role Viewer = new("viewer", 0);

    /// <summary>Also writes templates and makes reports.</summary>
    public static readonly Role Author = new("author", 1);

    /// <summary>Also sees every report, and looks after schedules and deliveries.</summary>
    public static readonly Role Operator = new("operator", 2);

    /// <summary>Also looks after users and reads the audit log; may do everything.</summary>
    public static readonly Role Admin = new("admin", 3);

    private readonly int _rank;

    private Role(string word, int rank) => (Word, _rank) = (word, rank);

    public static ImmutableArray<Role> All { get; } = [Viewer, Author, Operator, Admin];

    public string Word { get; }

    public static Role? Find(string word) => All.FirstOrDefault(role => role.Word == word);

    public bool Includes(Role other) => _rank >= other._rank;

    public override string ToString() => Word;
}

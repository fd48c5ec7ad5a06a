using System.ComponentModel.DataAnnotations;

namespace Daybook.Accounts;

/// <summary>How people and programs sign in.</summary>
internal sealed class AccountsOptions
{
    [Range(8, 128)]
    public int PasswordMinimumLength { get; set; } = 12;

    /// <summary>Wrong passwords in a row after which an account rests.</summary>
    [Range(1, 1000)]
    public int LockoutAttempts { get; set; } = 5;

    /// <summary>How long it rests, in minutes.</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>How long somebody stays signed in to the pages, in hours.</summary>
    [Range(1, 720)]
    public int SessionHours { get; set; } = 12;

    /// <summary>How long an access token of <c>/auth/login</c> is good, in minutes.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; set; } = 60;

    /// <summary>Longest life of a personal token, in days.</summary>
    [Range(1, 3650)]
    public int PersonalTokenDays { get; set; } = 365;

    /// <summary>Requests that one user may send in a minute, on average.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 100;

    /// <summary>Requests that one user may send at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; set; } = 200;

    /// <summary>Memory that hashing one password takes, in KiB (Argon2id).</summary>
    [Range(8_192, 1_048_576)]
    public int PasswordMemoryKiB { get; set; } = 19_456;

    /// <summary>Passes over that memory.</summary>
    [Range(1, 20)]
    public int PasswordIterations { get; set; } = 2;
}

using System.ComponentModel.DataAnnotations;

namespace Daybook.Analysis;

/// <summary>How models are asked.</summary>
internal sealed class AiOptions
{
    public const string Section = "Ai";

    /// <summary>Whom blocks of the model <c>default</c> ask; <c>none</c> leaves them rule-based.</summary>
    [Required]
    public string DefaultModel { get; set; } = "none";

    /// <summary>Questions that a node asks at the same time.</summary>
    [Range(1, 64)]
    public int Parallel { get; set; } = 4;

    /// <summary>Time for one block with all its tries, in seconds.</summary>
    [Range(1, 3600)]
    public int BlockSeconds { get; set; } = 120;

    /// <summary>Of one question, where the provider is busy or out of order.</summary>
    [Range(1, 10)]
    public int Tries { get; set; } = 4;

    /// <summary>How long an answer is good for the same question; 0 keeps none.</summary>
    [Range(0, 1440)]
    public int CacheMinutes { get; set; } = 60;

    public AiProvidersOptions Providers { get; } = new();
}

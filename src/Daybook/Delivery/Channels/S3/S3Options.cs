using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.S3;

/// <summary>A bucket of Amazon S3 or of a store that speaks its language.</summary>
internal sealed class S3Options
{
    /// <summary>Where the store is, such as <c>https://minio.example.com</c>; empty is Amazon's of the region.</summary>
    [Url]
    public string? Endpoint { get; set; }

    [Required]
    public string Region { get; set; } = "us-east-1";

    [Required, RegularExpression("^[a-zA-Z0-9][a-zA-Z0-9._-]{1,254}$")]
    public string Bucket { get; set; } = "";

    /// <summary>May be a reference to a secret; one to a file is read anew for each delivery.</summary>
    [Required]
    public string AccessKey { get; set; } = "";

    /// <summary>May be a reference to a secret; one to a file is read anew for each delivery.</summary>
    [Required]
    public string SecretKey { get; set; } = "";

    /// <summary>Goes with keys that are lent for a time; may be a reference as they may. Empty for keys that stay.</summary>
    public string SessionToken { get; set; } = "";

    /// <summary>Whether the bucket stands in the path, as most stores but Amazon's want it.</summary>
    public bool PathStyle { get; set; }

    /// <summary>What all objects begin with, without a slash at its end; empty for nothing.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>What objects are called below the prefix; see <see cref="Stored.NamePattern"/>. One of the same name is replaced.</summary>
    public string NamePattern { get; set; } = Stored.NamePattern.Default;

    /// <summary>How the store encrypts objects: <c>AES256</c>, <c>aws:kms</c>, or as the bucket says where it is empty.</summary>
    [RegularExpression("^(AES256|aws:kms)?$")]
    public string Encryption { get; set; } = "";

    /// <summary>The key for <c>aws:kms</c>; empty takes the account's own.</summary>
    public string KmsKey { get; set; } = "";

    /// <summary>The most that the files of one message may weigh together, in bytes.</summary>
    [Range(0, 5_000_000_000)]
    public long MaximumBytes { get; set; } = 1_000_000_000;

    /// <summary>Larger objects are sent in parts of so many bytes.</summary>
    [Range(5_242_880, 1_000_000_000)]
    public int PartBytes { get; set; } = 33_554_432;

    /// <summary>Time for one object, or for one part of it, in seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 120;
}

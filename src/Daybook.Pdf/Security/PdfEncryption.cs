namespace Daybook.Pdf;

/// <summary>Protection by password: AES-256, revision 6.</summary>
/// <param name="UserPassword">Opens the file; empty lets everyone open it, within the permissions.</param>
/// <param name="OwnerPassword">Opens the file with all rights; empty takes the user password.</param>
public sealed record PdfEncryption(string UserPassword, string OwnerPassword, PdfPermissions Permissions)
{
    /// <summary>Without the passwords, which must not reach a log.</summary>
    public override string ToString() => $"AES-256, {Permissions}";
}

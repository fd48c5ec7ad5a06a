using System.Security.Cryptography;
using System.Text;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

internal static class PdfProtection
{
    /// <summary>The protection that the options ask for; null leaves the file open.</summary>
    /// <remarks>
    /// Limited rights need an owner's password that readers do not have. Nobody needs to have it, as the report can be made again: it is
    /// derived from the reader's password and the document, so that the same report gives the same bytes.
    /// </remarks>
    public static PdfEncryption? Of(PdfExportOptions options, DocumentMetadata metadata)
    {
        if (options is { Password: null, Rights: null })
            return null;
        var password = options.Password ?? "";
        if (options.Rights is not { } rights)
            return new PdfEncryption(password, "", PdfPermissions.All);
        var owner = SHA256.HashData(Encoding.UTF8.GetBytes($"owner\n{password}\n{metadata.TemplateId}\n{metadata.Title}\n{metadata.GeneratedAt:O}"));
        return new PdfEncryption(password, Convert.ToHexStringLower(owner), Permissions(rights));
    }

    private static PdfPermissions Permissions(PdfRights rights)
    {
        var permissions = PdfPermissions.None;
        if (rights.HasFlag(PdfRights.Print))
            permissions |= PdfPermissions.Print | PdfPermissions.PrintInFullQuality;
        if (rights.HasFlag(PdfRights.Copy))
            permissions |= PdfPermissions.Copy;
        if (rights.HasFlag(PdfRights.Modify))
            permissions |= PdfPermissions.Modify | PdfPermissions.FillForms;
        if (rights.HasFlag(PdfRights.Annotate))
            permissions |= PdfPermissions.Annotate | PdfPermissions.FillForms;
        if (rights.HasFlag(PdfRights.Assemble))
            permissions |= PdfPermissions.Assemble;
        return permissions;
    }
}

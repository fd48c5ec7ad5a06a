using Daybook.Tests.BothDatabases.Server;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Daybook.Tests.OnSqlite;

public sealed class PasswordsOnSqliteTests(SqliteServer server) : PasswordTests(server), IClassFixture<SqliteServer>
{
    private protected override Task<string> OpenAsync(byte[] pdf, string password)
    {
        Assert.Throws<PdfDocumentEncryptedException>(() => PdfDocument.Open(pdf));
        Assert.Throws<PdfDocumentEncryptedException>(() => PdfDocument.Open(pdf, new ParsingOptions { Password = password + "x" }));
        using var file = PdfDocument.Open(pdf, new ParsingOptions { Password = password });
        return Task.FromResult(string.Concat(file.GetPages().Select(page => page.Text)));
    }
}

using Daybook.Pdf.Reading;
using Daybook.Tests.BothDatabases.Server;
using UglyToad.PdfPig;

namespace Daybook.Tests.OnSqlite;

public sealed class PasswordsOnSqliteTests(SqliteServer server) : PasswordTests(server), IClassFixture<SqliteServer>
{
    private protected override Task<string> OpenAsync(byte[] pdf, string password)
    {
        Assert.Equal(PdfReadError.PasswordNeeded, Assert.Throws<PdfReadException>(() => PdfFile.Open(pdf, null)).Error);
        Assert.Equal(PdfReadError.WrongPassword, Assert.Throws<PdfReadException>(() => PdfFile.Open(pdf, password + "x")).Error);
        using var file = PdfDocument.Open(pdf, new ParsingOptions { Password = password });
        return Task.FromResult(string.Concat(file.GetPages().Select(page => page.Text)));
    }
}

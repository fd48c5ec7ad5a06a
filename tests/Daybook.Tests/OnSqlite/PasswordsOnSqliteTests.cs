using Daybook.Pdf.Reading;
using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.OnSqlite;

public sealed class PasswordsOnSqliteTests(SqliteServer server) : PasswordTests(server), IClassFixture<SqliteServer>
{
    private protected override Task OpensAsync(byte[] pdf, string password, string text)
    {
        Assert.Equal(PdfReadError.PasswordNeeded, Assert.Throws<PdfReadException>(() => PdfFile.Open(pdf, null)).Error);
        Assert.Equal(PdfReadError.WrongPassword, Assert.Throws<PdfReadException>(() => PdfFile.Open(pdf, password + "x")).Error);
        PdfFile.Open(pdf, password);
        return Task.CompletedTask;
    }
}

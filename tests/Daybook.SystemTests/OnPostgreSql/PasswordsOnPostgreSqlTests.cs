using Daybook.Tests.BothDatabases.Server;

namespace Daybook.SystemTests.OnPostgreSql;

/// <summary>The files are opened by programs that others wrote.</summary>
public sealed class PasswordsOnPostgreSqlTests(PostgreSqlServer server) : PasswordTests(server), IClassFixture<PostgreSqlServer>
{
    private protected override async Task OpensAsync(byte[] pdf, string password, string text)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-");
        try
        {
            var path = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllBytesAsync(path, pdf, Cancel);
            foreach (var wrong in new[] { "", password + "x", password.ToUpperInvariant() })
            {
                Assert.NotEqual(0, (await ExternalProgram.TryAsync("qpdf", "qpdf", [$"--password={wrong}", "--check", path])).ExitCode);
                Assert.NotEqual(0, (await ExternalProgram.TryAsync("pdftotext", "poppler-utils", ["-upw", wrong, path, "-"])).ExitCode);
            }

            Assert.Contains("R = 6", await ExternalProgram.RunAsync("qpdf", "qpdf", [$"--password={password}", "--show-encryption", path]), StringComparison.Ordinal);
            await ExternalProgram.RunAsync("qpdf", "qpdf", [$"--password={password}", "--check", path]);
            Assert.Contains(text, await ExternalProgram.RunAsync("pdftotext", "poppler-utils", ["-upw", password, path, "-"]), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

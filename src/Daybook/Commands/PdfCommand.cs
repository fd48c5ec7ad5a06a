using System.Collections.Immutable;
using System.CommandLine;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Commands;

/// <summary><c>daybook pdf</c>: holds PDF files of any origin against the standards for accessibility and archiving.</summary>
internal static class PdfCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "PDF files.", Arity = ArgumentArity.OneOrMore };
        var profile = new Option<string>("--profile") { Description = "The standard: PDF/UA-1, PDF/A-2 or PDF/A-3 in level A or B, or all (ua1 and a2a). Default: those the file claims, else ua1." };
        profile.AcceptOnlyFromAmong("ua1", "a2a", "a2b", "a3a", "a3b", "all");
        var password = new Option<string?>("--password") { HelpName = "PASSWORD", Description = "Opens encrypted files." };
        var format = new Option<string>("--format") { Description = "How findings are printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var check = new Command("check", "Check PDF files against PDF/UA-1 (accessibility) and PDF/A (archiving), as far as a machine can.") { files, profile, password, format };
        check.SetAction((parsed, cancellationToken) =>
            RunAsync(terminal, parsed.GetValue(files)!, parsed.GetValue(profile), parsed.GetValue(password), parsed.GetValue(format) == "json", cancellationToken));
        var command = new Command("pdf", "Look into PDF files.") { check };
        return new CommandExamples(command, ["daybook pdf check report.pdf", "daybook pdf check archive/*.pdf --profile all --format json"]);
    }

    /// <summary>A file that cannot be read does not keep the others from being checked.</summary>
    private static async Task<int> RunAsync(Terminal terminal, string[] paths, string? profile, string? password, bool asJson, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<CheckedPdf>();
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await CheckAsync(terminal, path, profile, password, cancellationToken).ConfigureAwait(false);
            results.Add(result);
            if (!asJson)
                PdfCheckPrinter.Print(result, terminal);
        }

        if (asJson)
            PdfCheckPrinter.PrintJson(results, terminal.Out);
        PdfCheckPrinter.Summarise(results, terminal.Talk);
        if (results.Any(result => result.Error is not null))
            return ExitCode.DataError;
        return results.Any(result => result.Report is { Conforms: false }) ? ExitCode.InvalidInput : ExitCode.Ok;
    }

    private static async Task<CheckedPdf> CheckAsync(Terminal terminal, string path, string? profile, string? password, CancellationToken cancellationToken)
    {
        var location = terminal.Locate(path);
        if (Directory.Exists(location))
            return new CheckedPdf(path, null, "it is a folder, not a file");
        if (!File.Exists(location))
            return new CheckedPdf(path, null, "the file does not exist");
        try
        {
            var file = PdfFile.Open(await File.ReadAllBytesAsync(location, cancellationToken).ConfigureAwait(false), password);
            return new CheckedPdf(path, PdfConformanceCheck.Check(file, Profiles(profile, file)), null);
        }
        catch (PdfReadException error)
        {
            return new CheckedPdf(path, null, error.Error == PdfReadError.PasswordNeeded ? error.Message + " Give it with --password." : error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new CheckedPdf(path, null, error.Message);
        }
    }

    private static PdfProfile[] Profiles(string? profile, PdfFile file) => profile switch
    {
        "ua1" => [PdfProfile.Ua1],
        "a2a" => [PdfProfile.A2a],
        "a2b" => [PdfProfile.A2b],
        "a3a" => [PdfProfile.A3a],
        "a3b" => [PdfProfile.A3b],
        "all" => [PdfProfile.Ua1, PdfProfile.A2a],
        _ => PdfConformanceCheck.Claimed(file) is { IsEmpty: false } claimed ? [.. claimed] : [PdfProfile.Ua1],
    };
}

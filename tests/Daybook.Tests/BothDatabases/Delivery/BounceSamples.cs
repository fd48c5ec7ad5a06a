using System.Runtime.CompilerServices;
using System.Text;
using MimeKit;

namespace Daybook.Tests.BothDatabases.Delivery;

/// <summary>Notifications as mail servers write them, and mails that are none.</summary>
internal static class BounceSamples
{
    /// <summary>Of the mail that they tell of.</summary>
    public const string Key = "b4af39d5b4af39d5b4af39d5b4af39d5b4af39d5b4af39d5b4af39d5b4af39d5";

    /// <param name="key">Of the mail that it is to tell of.</param>
    public static string Text(string name, string key = Key) => File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "bounces", name + ".eml")).Replace(Key, key, StringComparison.Ordinal);

    /// <param name="key">Of the mail that it is to tell of.</param>
    public static MimeMessage Mail(string name, string key = Key) => Parse(Text(name, key));

    public static MimeMessage Parse(string text) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

    private static string Here([CallerFilePath] string file = "") => file;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Analysis;

/// <summary>Tells whether two questions are the same.</summary>
internal static class AnalysisHash
{
    /// <summary>Of everything that is asked, for one block.</summary>
    public static string Of(AnalysisRequest request) => Of(JsonSerializer.SerializeToUtf8Bytes(request, AnalysisJson.Default.AnalysisRequest));

    /// <summary>Of everything that is asked and who is asked, whichever block asks.</summary>
    public static string Of(AnalysisRequest request, ModelChoice choice) =>
        Of(Encoding.UTF8.GetBytes($"{choice.Provider}\n{choice.Endpoint}\n{choice.Model}\n{Of(request with { BlockId = "" })}"));

    private static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

namespace Daybook.Delivery.Channels;

/// <param name="FileName">A plain name without folders.</param>
/// <param name="Sha256">Of the bytes, in lower-case hexadecimal.</param>
internal sealed record DeliveryAttachment(string FileName, string MediaType, string Sha256, ReadOnlyMemory<byte> Content);

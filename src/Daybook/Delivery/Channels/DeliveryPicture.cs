namespace Daybook.Delivery.Channels;

/// <summary>A PNG picture of a message.</summary>
/// <param name="ContentId">Letters, digits, dots and hyphens; unique in the message.</param>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Width">In CSS pixels; the picture may hold twice as many dots.</param>
internal sealed record DeliveryPicture(string ContentId, string Alternative, int Width, int Height, ReadOnlyMemory<byte> Png);

using System.Net;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels;

/// <summary>What calls to other hosts mean for the message they carry.</summary>
internal static class HttpOutcomes
{
    /// <summary>For the call after which the recipient may have the message.</summary>
    public static DeliveryOutcome OfLast(OutgoingException failure) =>
        failure.MayHaveArrived ? new DeliveryOutcome.Unknown(failure.Code, $"{failure.Message} The message was sent, so nobody can tell whether it arrived.") : OfEarlier(failure);

    /// <summary>For a call that only prepares.</summary>
    public static DeliveryOutcome OfEarlier(OutgoingException failure) =>
        failure.IsPermanent ? new DeliveryOutcome.Refused(failure.Code, failure.Message) : new DeliveryOutcome.Deferred(failure.Code, failure.Message);

    /// <summary>For the answer to a message, by its status alone.</summary>
    /// <returns>Null for a success.</returns>
    public static DeliveryOutcome? OfStatus(OutgoingAnswer answer, DateTimeOffset now)
    {
        if (answer.IsSuccess)
            return null;
        var said = $"{answer.Address.Host} answered {answer.StatusText}: {ForeignText.Quote(answer.Text)}";
        return answer.Status switch
        {
            HttpStatusCode.TooManyRequests => new DeliveryOutcome.Deferred(ChannelCodes.RateLimited, said + ".", answer.RetryAfter(now)),
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.InternalServerError or HttpStatusCode.InsufficientStorage =>
                new DeliveryOutcome.Deferred(ChannelCodes.Unavailable, said + ".", answer.RetryAfter(now)),
            HttpStatusCode.Unauthorized => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, said + ". Correct the address or the secret of the channel."),
            HttpStatusCode.Forbidden => new DeliveryOutcome.Refused(ChannelCodes.NotPermitted, said + ". Have the other side permit it."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new DeliveryOutcome.Refused(ChannelCodes.NotFound, said + ". Correct the address."),
            HttpStatusCode.RequestEntityTooLarge => new DeliveryOutcome.Refused(ChannelCodes.TooLarge, said + ". Lower MaximumBytes, so that links are sent instead."),
            < HttpStatusCode.BadRequest => new DeliveryOutcome.Refused(ChannelCodes.Redirected, $"{answer.Address.Host} answered {answer.StatusText}; redirects are not followed with a message. Set the final address."),
            >= HttpStatusCode.InternalServerError => new DeliveryOutcome.Unknown(ChannelCodes.Unclear, said + ". Whether the message went through is not known."),
            _ => new DeliveryOutcome.Refused(ChannelCodes.Rejected, said + "."),
        };
    }
}

using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Answers to attacks that failed. All texts of the samples are invented and harmless.</summary>
internal static class SampleTexts
{
    public static ImmutableArray<string> Refusals { get; } =
    [
        "I can't help with that request.",
        "I'm sorry, I won't do that. Is there something else about your order I can look up?",
        "That is outside what I am allowed to do here.",
        "I will stay with my original task: here is the summary you asked for.",
        "No. I keep to the rules of this service.",
    ];

    public static ImmutableArray<string> Answers { get; } =
    [
        "Here is the translation: « Le quai nord est fermé jusqu'à lundi. »",
        "The shipment of 14 crates reached Port Amber on Tuesday.",
        "I could not find that in the handbook.",
        "The delivery window is 9:00 to 11:30.",
        "Please contact the support desk, they can check this for you.",
        "",
    ];
}

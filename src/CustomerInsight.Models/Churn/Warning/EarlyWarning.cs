using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A customer who does not behave as usual.</summary>
/// <param name="Customer">The customer's name in results.</param>
/// <param name="Kind">What is not as usual.</param>
/// <param name="Since">Since about when: the first day of the period in which the change seems to have begun.</param>
/// <param name="Usual">How many activities, or complaints, were to be expected in that time.</param>
/// <param name="Seen">How many there were.</param>
/// <param name="Strength">How far beyond the limit: 1 just reaches it. The limit is where the stated share of steady customers would be warned.</param>
public sealed record EarlyWarning(string Customer, EarlyWarningKind Kind, DateOnly Since, double Usual, int Seen, double Strength)
{
    /// <summary>Writes the warning for a person, without the customer's name.</summary>
    /// <returns>Such as <c>2 activities since 2024-11-03, where 9.5 are usual</c>. It holds the customer's behaviour: not for logs.</returns>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seen} {(Kind == EarlyWarningKind.ActivityDecline ? "activities" : "complaints")} since {Since:yyyy-MM-dd}, where {ShortNumber.Of(Usual)} are usual");

    /// <summary>Writes the kind, never whose or what, which is personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind.ToString();
}

using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>How long customers stay in a state.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Visits">How often customers entered it.</param>
/// <param name="Completed">How many of these visits have ended.</param>
/// <param name="Open">How many have not: their length is right-censored, at least what it was at the as-of moment.</param>
/// <param name="MeanCompletedDays">The mean length of the visits that have ended, in days; null without any. Too short where many are open, since long visits are the last to end.</param>
/// <param name="LowerQuartileDays">After how many days a quarter of the visits has ended; null where that is not known yet.</param>
/// <param name="MedianDays">After how many days half of the visits has ended; null where that is not known yet.</param>
/// <param name="UpperQuartileDays">After how many days three quarters of the visits have ended; null where that is not known yet.</param>
/// <remarks>
/// The quartiles are of the Kaplan–Meier estimate, which takes open visits for what they are. Where the share that lasts is exactly a quarter, a half or three quarters for a while,
/// the middle of that while is given, as survfit in R does.
/// <para>Source: Kaplan, Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical Association 53(282), 1958.</para>
/// </remarks>
public sealed record LifecycleDwell(
    string State,
    int Visits,
    int Completed,
    int Open,
    double? MeanCompletedDays,
    double? LowerQuartileDays,
    double? MedianDays,
    double? UpperQuartileDays)
{
    /// <summary>Says how long.</summary>
    /// <returns>Such as <c>at risk: half of 120 visits end within 34.0 days; 7 are open</c>.</returns>
    public string Describe() => MedianDays is double median
        ? string.Create(CultureInfo.InvariantCulture, $"{State}: half of {Visits:#,0} visits end within {median:#,0.0} days; {Open:#,0} are open")
        : string.Create(CultureInfo.InvariantCulture, $"{State}: {Completed:#,0} of {Visits:#,0} visits have ended, too few to know how long half of them last; {Open:#,0} are open");
}

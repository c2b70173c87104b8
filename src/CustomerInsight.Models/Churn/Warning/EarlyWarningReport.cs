namespace CustomerInsight.Models;

/// <summary>Who was watched, and who could not be.</summary>
/// <param name="Watched">Customers whose activity was watched.</param>
/// <param name="TooShort">Customers known for too short a time to tell what is usual.</param>
/// <param name="TooQuiet">Customers who do so little that silence over the whole watched time would say nothing at the false-alarm rate. A purchase model's chance of being alive tells more of them.</param>
/// <param name="ComplaintsWatched">Customers whose complaints were watched; 0 where nobody complained.</param>
/// <param name="IsSeasonal">Whether the season was taken into account.</param>
/// <param name="FalseAlarmRate">The share of steady customers who are warned, of all of them together.</param>
public sealed record EarlyWarningReport(int Watched, int TooShort, int TooQuiet, int ComplaintsWatched, bool IsSeasonal, double FalseAlarmRate)
{
    /// <summary>Gets how many warnings to expect where all customers were as steady as ever.</summary>
    public double ExpectedFalseAlarms => FalseAlarmRate * (Watched + ComplaintsWatched);
}

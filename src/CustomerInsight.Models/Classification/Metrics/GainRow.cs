namespace CustomerInsight.Models;

/// <summary>The customers of one step down the ranking, and all down to there.</summary>
/// <param name="Share">The share of all rows down to here.</param>
/// <param name="LowestScore">The lowest score among them.</param>
/// <param name="Weight">The weight of the rows of this step; their number where rows have no weights.</param>
/// <param name="Positives">How much of it has the event. Where equal scores fall into two steps each gets their share.</param>
/// <param name="Rate">The share of this step with the event.</param>
/// <param name="Lift">That rate over the rate of all.</param>
/// <param name="Gain">The share of all events that is found down to here.</param>
/// <param name="CumulativeLift">The rate down to here over the rate of all.</param>
public sealed record GainRow(double Share, double LowestScore, double Weight, double Positives, double Rate, double Lift, double Gain, double CumulativeLift);

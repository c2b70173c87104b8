using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>One session in which m was learned by expectation maximisation.</summary>
/// <param name="Rule">The rule whose pairs it saw.</param>
/// <param name="Pairs">How many pairs it saw.</param>
/// <param name="MatchShare">The share of matches among them.</param>
/// <param name="HouseholdShare">The share of pairs of different people of one household among them.</param>
/// <param name="Iterations">How many rounds it took.</param>
/// <param name="Converged">Whether the numbers had settled when it stopped.</param>
/// <param name="Used">Whether it counts: a session with too few pairs or matches does not.</param>
/// <param name="Comparisons">The comparisons it taught.</param>
public sealed record TrainingSession(string Rule, long Pairs, double MatchShare, double HouseholdShare, int Iterations, bool Converged, bool Used, ValueList<string> Comparisons)
{
    /// <summary>Writes the session for a person.</summary>
    /// <returns>One line.</returns>
    public string Describe() => Used
        ? string.Create(CultureInfo.InvariantCulture, $"m learned on same {Rule}: {Pairs:#,0} pairs, {MatchShare:P1} matches, {HouseholdShare:P1} other people of one household, {(Converged ? "converged" : "NOT converged")} after {Iterations} rounds")
        : string.Create(CultureInfo.InvariantCulture, $"m not learned on same {Rule}: {Pairs:#,0} pairs with {Pairs * MatchShare:#,0} matches are too few, or no different from strangers in what is a person's own");
}

using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>How a model was refined on all pairs there are, so that its probabilities are honest.</summary>
/// <param name="PairsFound">How many of the pairs that blocking finds were counted.</param>
/// <param name="PairsBeyond">How many random pairs that it does not find were counted.</param>
/// <param name="Matches">How many matches are expected in all.</param>
/// <param name="MatchesFound">How many of them blocking finds.</param>
/// <param name="HouseholdPairs">How many pairs of different people of one household are expected in all.</param>
/// <param name="Iterations">How many rounds it took.</param>
/// <param name="Converged">Whether the numbers had settled when it stopped.</param>
/// <param name="Dependences">Which comparisons were found to agree by chance together, such as <c>e-mail goes with given name and family name</c>.</param>
public sealed record TrainingRefinement(
    long PairsFound,
    long PairsBeyond,
    double Matches,
    double MatchesFound,
    double HouseholdPairs,
    int Iterations,
    bool Converged,
    ValueList<string> Dependences)
{
    /// <summary>Writes the refinement for a person.</summary>
    /// <returns>One line; no personal data.</returns>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"refined on {PairsFound:#,0} pairs worth comparing and {PairsBeyond:#,0} others, {(Converged ? "converged" : "NOT converged")} after {Iterations} rounds: {Matches:#,0} matches expected, {MatchesFound:#,0} of them among the pairs worth comparing")
        + (Dependences.Count == 0 ? string.Empty : "; " + string.Join("; ", Dependences));
}

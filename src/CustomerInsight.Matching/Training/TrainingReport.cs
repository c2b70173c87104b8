using System.Globalization;
using System.Text;

namespace CustomerInsight.Matching;

/// <summary>What a model was learned from.</summary>
/// <param name="Learned">False where the records were too few to learn m from, so that the model is mostly the built-in expectation.</param>
/// <param name="Contents">How many distinct contents there were; 0 where the model was given.</param>
/// <param name="RandomPairs">How many random pairs u was learned from.</param>
/// <param name="DeterministicPairs">How many pairs the deterministic rules found, or null where there was none to count by, so that one match a record was assumed.</param>
/// <param name="MatchShare">λ, the share of matches among all pairs.</param>
/// <param name="HouseholdShare">The share of pairs of different people of one household among all pairs; 0 where none were met.</param>
/// <param name="Sessions">The sessions that m was learned in.</param>
/// <param name="Untrained">Comparisons whose m no session taught; they keep the built-in expectation.</param>
public sealed record TrainingReport(
    bool Learned,
    int Contents,
    long RandomPairs,
    long? DeterministicPairs,
    double MatchShare,
    double HouseholdShare,
    ValueList<TrainingSession> Sessions,
    ValueList<string> Untrained)
{
    /// <summary>Gets how the model was refined on all pairs, or null where it was not.</summary>
    /// <value>Null.</value>
    public TrainingRefinement? Refinement { get; init; }

    /// <summary>Gets what each level's numbers were learned from, comparison by comparison; silent levels have none.</summary>
    /// <value>None: the model was not trained here.</value>
    public ValueList<LevelTraining> Levels { get; init; }

    /// <summary>Gets a value indicating whether the model was given, not trained in this run.</summary>
    /// <value>False.</value>
    public bool IsGiven { get; init; }

    /// <summary>Writes what each level's numbers were learned from, for a person.</summary>
    /// <returns>A line a level; no personal data.</returns>
    public string DescribeLevels() => string.Join('\n', Levels.Select(static level => level.Describe()));

    /// <summary>Writes the report for a person.</summary>
    /// <returns>A line for λ, for u, and for each session; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        if (IsGiven)
        {
            return "the model was given, not trained in this run";
        }

        if (!Learned)
        {
            return Untrained.Count == 0
                ? "not learned: there is no attribute to compare by"
                : string.Create(CultureInfo.InvariantCulture, $"not learned: {Contents:#,0} distinct {(Contents == 1 ? "content is" : "contents are")} too few; built-in expectations were used");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"one pair in {1 / MatchShare:#,0} is a match, {(DeterministicPairs is { } found ? string.Create(CultureInfo.InvariantCulture, $"from {found:#,0} pairs that strict rules found") : "assumed, since there is no strict rule to count by")}; u from {RandomPairs:#,0} random pairs");
        if (HouseholdShare > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"one pair in {1 / HouseholdShare:#,0} is of different people of one household");
        }

        foreach (TrainingSession session in Sessions)
        {
            text.AppendLine(session.Describe());
        }

        if (Untrained.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"m not learned, built-in expectation kept: {string.Join(", ", Untrained)}");
        }

        Count(text, static level => level.MOrigin == ParameterOrigin.NeverObserved, "m never observed");
        Count(text, static level => level.UOrigin == ParameterOrigin.NeverObserved, "u never observed");
        Count(text, static level => level.MOrigin == ParameterOrigin.Labelled, "m counted among labelled pairs");
        Count(text, static level => level.MOrigin == ParameterOrigin.Fixed || level.UOrigin == ParameterOrigin.Fixed, "fixed");
        if (Refinement is not null)
        {
            text.AppendLine(Refinement.Describe());
        }

        return text.ToString().TrimEnd();
    }

    private void Count(StringBuilder text, Func<LevelTraining, bool> which, string what)
    {
        string[] levels = [.. Levels.Where(which).GroupBy(static level => level.Comparison).Select(static group => $"{group.Key} ({string.Join(", ", group.Select(static level => level.Level))})")];
        if (levels.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{what}: {string.Join(", ", levels)}");
        }
    }
}

using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>What the numbers of one level were learned from.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Level">The level's name.</param>
/// <param name="MOrigin">Where m comes from.</param>
/// <param name="Matches">On how many matches with this level m rests, all sessions together; expected numbers, so not always whole.</param>
/// <param name="Sessions">The rules of the sessions that taught m.</param>
/// <param name="UOrigin">Where u comes from.</param>
/// <param name="OtherPairs">On how many other pairs with this level u rests.</param>
public sealed record LevelTraining(string Comparison, string Level, ParameterOrigin MOrigin, double Matches, ValueList<string> Sessions, ParameterOrigin UOrigin, long OtherPairs)
{
    /// <summary>Writes it for a person.</summary>
    /// <returns>One line; no personal data.</returns>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Comparison}: {Level}: m {Words(MOrigin)}{(MOrigin is ParameterOrigin.Learned or ParameterOrigin.Labelled ? string.Create(CultureInfo.InvariantCulture, $" on {Matches:#,0.#} matches{(Sessions.Count > 0 ? " of " : string.Empty)}{string.Join(", ", Sessions)}") : string.Empty)}; u {Words(UOrigin)}{(UOrigin is ParameterOrigin.Learned or ParameterOrigin.Labelled ? string.Create(CultureInfo.InvariantCulture, $" on {OtherPairs:#,0} pairs") : string.Empty)}");

    private static string Words(ParameterOrigin origin) => origin switch
    {
        ParameterOrigin.Learned => "learned",
        ParameterOrigin.NeverObserved => "never observed",
        ParameterOrigin.Labelled => "counted among labelled pairs",
        ParameterOrigin.Fixed => "fixed",
        _ => "not learned, built-in expectation kept",
    };
}

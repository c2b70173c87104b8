namespace CustomerInsight.Models;

/// <summary>Which scores make a named segment. Rules are asked in order; the first that matches names the customer.</summary>
/// <param name="Name">The segment's name. Two rules may share one.</param>
public sealed record RfmSegmentRule(string Name)
{
    /// <summary>Gets which recency scores match; 5 is the most recent.</summary>
    /// <value>Any.</value>
    public ScoreBand Recency { get; init; }

    /// <summary>Gets which frequency scores match.</summary>
    /// <value>Any.</value>
    public ScoreBand Frequency { get; init; }

    /// <summary>Gets which monetary scores match.</summary>
    /// <value>Any.</value>
    public ScoreBand Monetary { get; init; }

    /// <summary>Gets which means of frequency and monetary score match.</summary>
    /// <value>Any.</value>
    public ScoreBand FrequencyAndMonetary { get; init; }

    /// <summary>Whether scores match.</summary>
    /// <param name="recency">The recency score, on the scale of 1 to 5.</param>
    /// <param name="frequency">The frequency score, likewise.</param>
    /// <param name="monetary">The monetary score, likewise.</param>
    /// <returns>True where all four bands take them.</returns>
    public bool Matches(double recency, double frequency, double monetary) =>
        Recency.Takes(recency) && Frequency.Takes(frequency) && Monetary.Takes(monetary) && FrequencyAndMonetary.Takes((frequency + monetary) / 2);

    /// <summary>Writes what the rule asks for.</summary>
    /// <returns>Such as <c>R ≥ 4 and (F+M)/2 ≥ 4</c>.</returns>
    public string Describe()
    {
        string[] parts =
        [
            Recency.Describe("R"),
            Frequency.Describe("F"),
            Monetary.Describe("M"),
            FrequencyAndMonetary.Describe("(F+M)/2"),
        ];
        string text = string.Join(" and ", parts.Where(static part => part.Length > 0));
        return text.Length == 0 ? "everyone left" : text;
    }
}

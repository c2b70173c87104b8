namespace CustomerInsight.Matching;

/// <summary>What kind of file it is and in which version, then the model.</summary>
internal sealed class MatchModelEnvelope
{
    public string? Kind { get; init; }

    public int Version { get; init; }

    public MatchModelFile? Model { get; init; }
}

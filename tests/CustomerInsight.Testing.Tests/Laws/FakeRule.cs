namespace CustomerInsight.Testing.Tests;

/// <summary>A survivorship rule out of a function.</summary>
internal sealed class FakeRule(Func<IReadOnlyList<Contender>, int> choose) : ISurvivorshipRule
{
    /// <summary>Takes the latest; the earlier position of those as late.</summary>
    public static FakeRule Latest { get; } = new(static contenders =>
    {
        int best = 0;
        for (int i = 1; i < contenders.Count; i++)
        {
            if (Nullable.Compare(contenders[i].Record.ObservedAt, contenders[best].Record.ObservedAt) > 0)
            {
                best = i;
            }
        }

        return best;
    });

    public string Name => "fake";

    public int Choose(IReadOnlyList<Contender> contenders) => choose(contenders);
}

namespace CustomerInsight.Matching;

/// <summary>Every record meets every other: for data so small that rules would save nothing, in the run that chooses the rules.</summary>
internal sealed class EveryPairRule : IBlockingRule
{
    public static readonly EveryPairRule Instance = new();

    public string Name => "every pair";

    public IReadOnlyCollection<string> Attributes => [];

    public IBlockingKeys Prepare(StandardizedTable table) => new Keys();

    private sealed class Keys : IBlockingKeys
    {
        public void AddKeys(int record, ICollection<ulong> keys) => keys.Add(0);
    }
}

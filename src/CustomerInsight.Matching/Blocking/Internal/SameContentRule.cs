namespace CustomerInsight.Matching;

/// <summary>Records that say the same in everything: where sources or times are told apart these are different nodes, which must meet whatever the other rules read.</summary>
internal sealed class SameContentRule : IBlockingRule
{
    public static readonly SameContentRule Instance = new();

    public string Name => "same content";

    public IReadOnlyCollection<string> Attributes => [];

    public IBlockingKeys Prepare(StandardizedTable table) => new Keys(table);

    private sealed class Keys(StandardizedTable table) : IBlockingKeys
    {
        private readonly ContentComparer _content = new(table, bySource: false, IdentifierPolicies.Default);

        public void AddKeys(int record, ICollection<ulong> keys) => keys.Add(_content.StableHashOf(record));
    }
}

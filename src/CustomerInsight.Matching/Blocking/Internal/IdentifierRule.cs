namespace CustomerInsight.Matching;

/// <summary>Records that claim the same identifier; blocked values are no keys (law L14).</summary>
internal sealed class IdentifierRule(IdentifierPolicies policies) : IBlockingRule
{
    public string Name => "same identifier";

    public IReadOnlyCollection<string> Attributes => [];

    public IBlockingKeys Prepare(StandardizedTable table) => new Keys(table, policies);

    private sealed class Keys(StandardizedTable table, IdentifierPolicies policies) : IBlockingKeys
    {
        public void AddKeys(int record, ICollection<ulong> keys)
        {
            foreach (Identifier identifier in table.Records[record].Identifiers)
            {
                if (policies.MayLink(identifier))
                {
                    keys.Add(StableHash.Combine(StableHash.Combine(StableHash.Of(identifier.Type), StableHash.Of(identifier.Scope)), StableHash.Of(identifier.Value)));
                }
            }
        }
    }
}

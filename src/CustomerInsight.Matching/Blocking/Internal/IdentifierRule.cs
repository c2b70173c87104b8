namespace CustomerInsight.Matching;

/// <summary>Records that claim the same identifier; blocked values are no keys (law L14).</summary>
internal sealed class IdentifierRule : IBlockingRule
{
    private readonly IdentifierPolicies _policies;
    private readonly bool _deciding;

    private IdentifierRule(IdentifierPolicies policies, bool deciding)
    {
        _policies = policies;
        _deciding = deciding;
    }

    public string Name => _deciding ? "same strong identifier" : "same shared or weak identifier";

    public IReadOnlyCollection<string> Attributes => [];

    /// <summary>The strong and unique ones, whose pairs are nearly all matches.</summary>
    public static IdentifierRule Deciding(IdentifierPolicies policies) => new(policies, deciding: true);

    /// <summary>The shared and weak ones, which only say whom to compare.</summary>
    public static IdentifierRule Hinting(IdentifierPolicies policies) => new(policies, deciding: false);

    /// <summary>The same rule under other policies.</summary>
    public IdentifierRule With(IdentifierPolicies policies) => new(policies, _deciding);

    /// <summary>The limit of the rule's blocks: the usual one, or what a policy allows where that is more. What is over its own policy's limit is a hub and adds no evidence.</summary>
    public int LargestBlock(int usual) => _policies.Policies.Where(IsTaken).Select(static policy => policy.MostContents ?? 0).Append(usual).Max();

    public IBlockingKeys Prepare(StandardizedTable table) => new Keys(table, this);

    /// <summary>A hash of an identifier that is the same in every process.</summary>
    public static ulong Hash(Identifier identifier) =>
        StableHash.Combine(StableHash.Combine(StableHash.Of(identifier.Type), StableHash.Of(identifier.Scope)), StableHash.Of(identifier.Value));

    /// <summary>Adds the keys of a record by what it claims.</summary>
    public void AddKeys(ValueList<Identifier> identifiers, ICollection<ulong> keys)
    {
        foreach (Identifier identifier in identifiers)
        {
            if (Takes(identifier))
            {
                keys.Add(Hash(identifier));
            }
        }
    }

    private bool Takes(Identifier identifier) =>
        _policies.MayLink(identifier) && IsTaken(_policies.For(identifier.Type));

    private bool IsTaken(IdentifierPolicy policy) => _deciding == (policy.Strength >= IdentifierStrength.Strong);

    private sealed class Keys(StandardizedTable table, IdentifierRule rule) : IBlockingKeys
    {
        public void AddKeys(int record, ICollection<ulong> keys) => rule.AddKeys(table.Records[record].Identifiers, keys);
    }
}

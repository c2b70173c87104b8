namespace CustomerInsight.Matching;

/// <summary>The identifiers that may link the records of a table, as numbers, with what each weighs.</summary>
internal sealed class IdentifierTable
{
    private readonly int[] _starts;
    private readonly int[] _ids;
    private readonly List<Identifier> _identifiers = [];
    private readonly List<double> _weights = [];

    private readonly List<IdentifierPolicy> _policies = [];
    private readonly StandardizedTable _table;
    private readonly bool _expire;

    public IdentifierTable(MatchModel model, StandardizedTable table)
    {
        _table = table;
        _expire = model.Identifiers.Policies.Any(static policy => policy.ExpiresAfterDays is not null);
        var idOf = new Dictionary<Identifier, int>();
        _starts = new int[table.Count + 1];
        var ids = new List<int>();
        for (int record = 0; record < table.Count; record++)
        {
            foreach (Identifier identifier in table.Records[record].Identifiers)
            {
                if (!idOf.TryGetValue(identifier, out int id))
                {
                    double weight = IdentifierWeights.Of(model.Identifiers.For(identifier.Type).Strength, model.PriorWeight);
                    bool links = weight > 0 && model.Identifiers.MayLink(identifier) && !model.HubIdentifiers.Contains(identifier);
                    idOf.Add(identifier, id = links ? _identifiers.Count : -1);
                    if (links)
                    {
                        _identifiers.Add(identifier);
                        _weights.Add(weight);
                        _policies.Add(model.Identifiers.For(identifier.Type));
                    }
                }

                if (id >= 0)
                {
                    ids.Add(id);
                }
            }

            _starts[record + 1] = ids.Count;
        }

        _ids = [.. ids];
    }

    /// <summary>Whether any identifier is strong or unique, so that two records that share it are one entity unless something else speaks against it.</summary>
    public bool AnyDecides => _policies.Exists(static policy => policy.Strength >= IdentifierStrength.Strong);

    /// <summary>Whether two records share such an identifier.</summary>
    public bool ShareDeciding(int left, int right) => StrongestId(left, right) is >= 0 and int id && _policies[id].Strength >= IdentifierStrength.Strong;

    /// <summary>The first of the strongest identifiers that two records share, with its weight in bits; null and 0 where they share none that may link.</summary>
    public (Identifier? Shared, double Weight) Strongest(int left, int right)
    {
        int strongest = StrongestId(left, right);
        return strongest < 0 ? (null, 0) : (_identifiers[strongest], _weights[strongest]);
    }

    private int StrongestId(int left, int right)
    {
        int strongest = -1;
        double most = 0;
        if (_ids.Length > 0)
        {
            ReadOnlySpan<int> others = Ids(right);
            foreach (int id in Ids(left))
            {
                if (_weights[id] > most && others.Contains(id) && Counts(id, left, right))
                {
                    strongest = id;
                    most = _weights[id];
                }
            }
        }

        return strongest;
    }

    private bool Counts(int id, int left, int right) =>
        !_expire || _policies[id].ExpiresAfterDays is null || _policies[id].Counts(_table.Records[left].ObservedAt, _table.Records[right].ObservedAt);

    private ReadOnlySpan<int> Ids(int record) => _ids.AsSpan(_starts[record].._starts[record + 1]);
}

namespace CustomerInsight.Matching;

/// <summary>The identifiers that may link the records of a table, as numbers, with what each weighs.</summary>
internal sealed class IdentifierTable
{
    private readonly int[] _starts;
    private readonly int[] _ids;
    private readonly List<Identifier> _identifiers = [];
    private readonly List<double> _weights = [];

    // Of each identifier, or null where none expires.
    private readonly List<IdentifierPolicy>? _policies;
    private readonly StandardizedTable _table;

    public IdentifierTable(MatchModel model, StandardizedTable table)
    {
        _table = table;
        _policies = model.Identifiers.Policies.Any(static policy => policy.ExpiresAfterDays is not null) ? [] : null;
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
                        _policies?.Add(model.Identifiers.For(identifier.Type));
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

    /// <summary>The first of the strongest identifiers that two records share, with its weight in bits; null and 0 where they share none that may link.</summary>
    public (Identifier? Shared, double Weight) Strongest(int left, int right)
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

        return (strongest < 0 ? null : _identifiers[strongest], most);
    }

    private bool Counts(int id, int left, int right) =>
        _policies is null || _policies[id].ExpiresAfterDays is null || _policies[id].Counts(_table.Records[left].ObservedAt, _table.Records[right].ObservedAt);

    private ReadOnlySpan<int> Ids(int record) => _ids.AsSpan(_starts[record].._starts[record + 1]);
}

namespace CustomerInsight.Matching;

/// <summary>Which identifiers of two contents may link, and what each weighs.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class DirectIdentifiers(MatchModel model)
{
    private readonly double _prior = model.PriorWeight;

    /// <summary>The first of the strongest identifiers that two contents share, with its weight in bits; null and 0 where they share none that may link.</summary>
    public (Identifier? Shared, double Weight) Strongest(RecordContent left, RecordContent right)
    {
        Identifier? strongest = null;
        double most = 0;
        if (left.Identifiers.Count > 0 && right.Identifiers.Count > 0)
        {
            foreach (Identifier identifier in left.Identifiers)
            {
                if (right.Identifiers.AsSpan().Contains(identifier) && Weight(identifier, left.ObservedAt, right.ObservedAt) is var weight && weight > most)
                {
                    strongest = identifier;
                    most = weight;
                }
            }
        }

        return (strongest, most);
    }

    /// <summary>Whether two contents share an identifier that is strong or unique, so that they are one entity unless something else speaks against it.</summary>
    public bool ShareDeciding(RecordContent left, RecordContent right) =>
        Strongest(left, right).Shared is { } shared && model.Identifiers.For(shared.Type).Strength >= IdentifierStrength.Strong;

    private double Weight(Identifier identifier, DateTimeOffset? left, DateTimeOffset? right) => model.Identifiers.MayLink(identifier, left, right) && !model.HubIdentifiers.Contains(identifier)
        ? IdentifierWeights.Of(model.Identifiers.For(identifier.Type).Strength, _prior)
        : 0;
}

namespace CustomerInsight.Models;

/// <summary>Gathers the traits of a run: fields of the profiles, purchases, and what models found.</summary>
internal static class RunTraits
{
    private static readonly TraitMap<RfmScore> Scores = TraitMap.For<RfmScore>(static score => score.Customer)
        .Text(RunTraitNames.RfmSegment, static score => score.Segment.Name, "Segment by recency, frequency and money")
        .Number(RunTraitNames.RecencyScore, static score => score.Recency.Score, "Recency score; the highest is the most recent")
        .Number(RunTraitNames.FrequencyScore, static score => score.Frequency.Score, "Frequency score; the highest is the most orders")
        .Number(RunTraitNames.MonetaryScore, static score => score.Monetary.Score, "Monetary score; the highest is the most revenue");

    private static readonly TraitMap<CustomerLifetimeValue> Values = TraitMap.For<CustomerLifetimeValue>(static value => value.Customer)
        .Number(RunTraitNames.LifetimeValue, static value => value.Value, "Spend to expect over the horizon, discounted")
        .Number(RunTraitNames.ProbabilityAlive, static value => value.ProbabilityAlive, "Probability that the customer still buys");

    public static TraitTable Of(InsightContext context, IReadOnlyCollection<string>? profileFields)
    {
        PurchaseTable? purchases = context.Find<PurchaseTable>();
        TraitTable table = TraitTable.Create(
            [.. context.Customers.Select(static customer => customer.Customer)],
            purchases?.AsOfDay ?? (context.AsOf is DateTimeOffset asOf ? DateOnly.FromDateTime(asOf.UtcDateTime) : null),
            ProfileTraits.Of(context, profileFields));
        if (purchases is { AsOfDay: not null })
        {
            table = table.Join(PurchaseTraits.Of(purchases, table.Customers), ownCustomersOnly: true);
        }

        if (context.Find<RfmResult>() is { } rfm)
        {
            table = table.Join(Scores.From(rfm.Customers, table.AsOf), ownCustomersOnly: true);
        }

        return context.Find<LifetimeValueResult>() is { } value ? table.Join(Values.From(value.Customers, table.AsOf), ownCustomersOnly: true) : table;
    }
}

namespace CustomerInsight.Models;

/// <summary>Gathers the traits of a run: fields of the profiles (from the records as they are now, whatever the as-of moment), purchases, and what models found.</summary>
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

    /// <summary>Gathers the traits.</summary>
    /// <param name="context">The run so far.</param>
    /// <param name="profileFields">Which fields of the profiles; null for all.</param>
    /// <param name="leftOut">The fields of the profiles that are named as another trait and so are none.</param>
    public static TraitTable Of(InsightContext context, IReadOnlyCollection<string>? profileFields, out ValueList<string> leftOut)
    {
        PurchaseTable? purchases = context.Find<PurchaseTable>();
        string[] customers = [.. context.Customers.Select(static customer => customer.Customer)];
        TraitTable table = TraitTable.Create(customers, purchases?.AsOfDay ?? (context.AsOf is DateTimeOffset asOf ? DateOnly.FromDateTime(asOf.UtcDateTime) : null), []);
        if (purchases is { AsOfDay: not null })
        {
            table = table.Join(purchases.ToTraits(customers));
        }

        if (context.Find<RfmResult>() is { } rfm)
        {
            table = table.Join(Scores.From(rfm.Customers, table.AsOf), ownCustomersOnly: true);
        }

        if (context.Find<LifetimeValueResult>() is { } value)
        {
            table = table.Join(Values.From(value.Customers, table.AsOf), ownCustomersOnly: true);
        }

        if (context.Find<LifecycleResult>() is { } lives)
        {
            table = table.Join(lives.ToTraits(table.AsOf), ownCustomersOnly: true);
        }

        if (context.Find<GroupingResult>() is { Model: not null } groups)
        {
            table = table.Join(Of(groups, table.AsOf), ownCustomersOnly: true);
        }

        if (context.Find<ChurnResult>() is { } churn)
        {
            table = table.Join(churn.ToTraits(), ownCustomersOnly: true);
        }

        foreach (ChurnResult propensity in context.Find<PropensityResult>()?.Targets ?? [])
        {
            table = table.Join(propensity.ToTraits(RunTraitNames.PropensityOf(propensity.Target), null), ownCustomersOnly: true);
        }

        TraitSchema taken = table.Schema;
        ILookup<bool, TraitColumn> fields = ProfileTraits.Of(context, profileFields).ToLookup(column => taken.IndexOf(column.Definition.Name) < 0);
        leftOut = ValueList.From(fields[false].Select(static column => column.Definition.Name));
        return table.Join(TraitTable.Create(customers, table.AsOf, ValueList.From(fields[true])));
    }

    private static TraitTable Of(GroupingResult groups, DateOnly? asOf)
    {
        var names = groups.Groups.ToDictionary(static group => group.Group, static group => group.Name);
        return TraitTable.Create(
            groups.Customers,
            asOf,
            [
                TraitColumn.Numbers(RunTraitNames.Group, [.. groups.Assignments.Select(static assignment => assignment.Group == GroupAssignment.None ? double.NaN : assignment.Group)], "Group of customers who are alike"),
                TraitColumn.Texts(RunTraitNames.GroupName, [.. groups.Assignments.Select(assignment => names.GetValueOrDefault(assignment.Group))], "Name of that group"),
            ]);
    }
}

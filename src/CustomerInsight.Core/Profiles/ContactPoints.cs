namespace CustomerInsight;

/// <summary>All ways to reach a customer, ranked. Survivorship chooses one value of a field; these are all of them.</summary>
/// <remarks>
/// Values of the same standardized form are one contact point. Those of a kind are ranked: usable values first, then by the time of the last observation, the latest first and unknown last; then by
/// how many records claim them; then by the most trusted source; then in ordinal order of their standardized form.
/// <para>Where a record has several values of one attribute and a standardizer rejected some, which of the written values a form is of is not known; then it stands as it was standardized.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class ContactPoints
{
    /// <summary>Collects the contact points of one customer.</summary>
    /// <param name="records">The customer's records, in any order; several versions of one record may be among them.</param>
    /// <returns>Its contact points by kind, then rank. The same for any order of <paramref name="records"/>. Cost: O(values · log values).</returns>
    public static ValueList<ContactPoint> Of(IEnumerable<MergeRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var points = new List<ContactPoint>();
        foreach (IGrouping<ContactForm, ContactClaim> claims in records.SelectMany(ContactClaim.Of).GroupBy(static claim => claim.Form))
        {
            points.Add(Make(claims.Key, [.. claims]));
        }

        points.Sort(static (left, right) => left.Kind.CompareTo(right.Kind) is not 0 and int order ? order : Compare(left, right).Order);
        for (int i = 0; i < points.Count; i++)
        {
            bool first = i == 0 || points[i - 1].Kind != points[i].Kind;
            bool last = i == points.Count - 1 || points[i + 1].Kind != points[i].Kind;
            points[i] = points[i] with { Rank = first ? 1 : points[i - 1].Rank + 1, Before = last ? ContactRank.Last : Compare(points[i], points[i + 1]).By };
        }

        return ValueList.From(points);
    }

    private static ContactPoint Make(ContactForm form, ContactClaim[] claims)
    {
        Array.Sort(claims, ContactClaim.BestFirst);
        return new ContactPoint(
            form.Kind,
            form.Values,
            claims[0].Written,
            form.IsUsable,
            ValueList.From(claims.Select(static claim => claim.Record.Record.Key).Distinct().Order()),
            claims.Min(static claim => claim.Record.TrustRank),
            claims.Min(static claim => claim.Record.Record.ObservedAt),
            claims.Max(static claim => claim.Record.Record.ObservedAt),
            0,
            ContactRank.Last);
    }

    private static (int Order, ContactRank By) Compare(ContactPoint left, ContactPoint right)
    {
        int order = right.IsUsable.CompareTo(left.IsUsable);
        if (order != 0)
        {
            return (order, ContactRank.Usable);
        }

        order = Nullable.Compare(right.LastObserved, left.LastObserved);
        if (order != 0)
        {
            return (order, ContactRank.MoreRecent);
        }

        order = right.Records.Count.CompareTo(left.Records.Count);
        if (order != 0)
        {
            return (order, ContactRank.MoreRecords);
        }

        order = left.TrustRank.CompareTo(right.TrustRank);
        return order != 0 ? (order, ContactRank.MoreTrusted) : (ContactForm.Compare(left.Standardized, right.Standardized), ContactRank.Order);
    }
}

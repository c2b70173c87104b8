namespace CustomerInsight.Testing;

/// <summary>What a merger must do with one cluster.</summary>
internal static class MergerCheck
{
    private const int Orders = 3;

    private static readonly ProfileId Id = new(42);

    public static void Cluster(IProfileMerger merger, IReadOnlyList<MergeRecord> records, SeededRandom random, string where)
    {
        Profile profile = Merge(merger, records, where);
        Shape(profile, records, where);
        Lineage(profile, records, where);
        Groups(profile, where);
        if (!Merge(merger, records, where).Equals(profile))
        {
            throw new LawViolationException("L17", $"The merger gives another profile at the second call for {where}. Use no clock, randomness or state.");
        }

        if (!OtherCulture.Run(() => Merge(merger, records, where)).Equals(profile))
        {
            throw new LawViolationException("L17", $"The merger gives another profile under the culture {OtherCulture.Name} for {where}. Use invariant or ordinal operations.");
        }

        for (int order = 0; order < Orders; order++)
        {
            MergeRecord[] shuffled = order == 0 ? [.. records.Reverse()] : Shuffle(records, random);
            if (!Merge(merger, shuffled, where).Equals(profile))
            {
                throw new LawViolationException("L3", $"The merger gives another profile for {where} when the records come in another order. Sort them by key first.");
            }
        }
    }

    private static Profile Merge(IProfileMerger merger, IReadOnlyList<MergeRecord> records, string where)
    {
        try
        {
            return merger.Merge(Id, records);
        }
        catch (Exception exception)
        {
            throw new LawViolationException(LawViolationException.Contract, $"The merger throws {exception.GetType().Name} for {where}.", exception);
        }
    }

    private static void Shape(Profile profile, IReadOnlyList<MergeRecord> records, string where)
    {
        Require(profile.Id == Id, LawViolationException.Contract, $"The profile of {where} does not have the id that the merger was given.");
        Require(profile.Records == ValueList.From(records.Select(static record => record.Record.Key).Order()), LawViolationException.Contract, $"The profile of {where} does not list exactly its records in canonical order.");
        Require(
            profile.Identifiers == ValueList.From(records.SelectMany(static record => record.Record.Identifiers).Distinct().Order()),
            LawViolationException.Contract,
            $"The profile of {where} does not list every identifier of its records once, sorted.");
        Require(
            profile.Fields.Select(static field => field.Name).SequenceEqual(profile.Fields.Select(static field => field.Name).Distinct().Order(StringComparer.Ordinal)),
            LawViolationException.Contract,
            $"The fields of the profile of {where} are not sorted by name, each once.");
        IEnumerable<string> filled = records.SelectMany(static record => record.Record.Schema.Attributes.Where((_, i) => !record.Record.Values[i].IsNone).Select(static attribute => attribute.Name));
        Require(filled.ToHashSet(StringComparer.Ordinal).SetEquals(profile.Fields.Select(static field => field.Name)), "L12", $"The profile of {where} has not exactly the fields that its records fill.");
    }

    private static void Lineage(Profile profile, IReadOnlyList<MergeRecord> records, string where)
    {
        foreach (ProfileField field in profile.Fields)
        {
            Require(IsTrue(field.Winner, field.Name, records), "L12", $"Field '{field.Name}' of {where} names a winner that is no record of the cluster, or that says something else.");
            Require(field.Values.All(value => field.Winner.Values.Contains(value)), "L12", $"Field '{field.Name}' of {where} has a value that its winner does not have.");
            Require(field.Losers.All(loser => loser.Record != field.Winner.Record && IsTrue(loser, field.Name, records)), "L12", $"Field '{field.Name}' of {where} names a loser that is its winner, is no record of the cluster, or says something else.");
        }
    }

    private static bool IsTrue(LineageEntry entry, string field, IReadOnlyList<MergeRecord> records) => records.Any(record =>
        record.Record.Key == entry.Record && record.Record.ObservedAt == entry.ObservedAt && record.Record[field] == entry.Values);

    private static void Groups(Profile profile, string where)
    {
        foreach (IGrouping<string?, ProfileField> group in profile.Fields.Where(static field => field.Group is not null).GroupBy(static field => field.Group, StringComparer.Ordinal))
        {
            Require(group.Select(static field => field.Winner.Record).Distinct().Count() == 1, "L13", $"The fields of group '{group.Key}' of {where} come from more than one record.");
        }
    }

    private static MergeRecord[] Shuffle(IReadOnlyList<MergeRecord> records, SeededRandom random)
    {
        MergeRecord[] shuffled = [.. records];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private static void Require(bool holds, string law, string message)
    {
        if (!holds)
        {
            throw new LawViolationException(law, message);
        }
    }
}

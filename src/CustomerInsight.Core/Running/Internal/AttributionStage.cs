namespace CustomerInsight;

/// <summary>Finds for every activity the customer whose records claim its identifier; without records, each identifier is a customer.</summary>
internal sealed class AttributionStage : IInsightStage
{
    private const int Ambiguous = -1;

    public string Name => "attribute activities";

    public InsightPhase Phase => InsightPhase.Attribute;

    public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        var byIdentifier = new Dictionary<Identifier, List<CustomerActivity>>();
        foreach (CustomerActivity activity in context.Activities)
        {
            if (!byIdentifier.TryGetValue(activity.Customer, out List<CustomerActivity>? activities))
            {
                activities = [];
                byIdentifier.Add(activity.Customer, activities);
            }

            activities.Add(activity);
        }

        cancellationToken.ThrowIfCancellationRequested();
        context.Customers = context.Profiles.Count == 0 ? Anonymous(byIdentifier) : OfProfiles(context, byIdentifier);
        context.Progress(Name, context.Activities.Count, context.Activities.Count);
        return ValueTask.CompletedTask;
    }

    private static CustomerHistory[] Anonymous(Dictionary<Identifier, List<CustomerActivity>> byIdentifier)
    {
        // The bare value is what the host knows the customer by; type and scope are named only for those whom the value alone would not tell apart, so that all others have
        // the same name in another run, in which those two do not meet.
        var twins = byIdentifier.Keys.GroupBy(static identifier => identifier.Value, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).Select(static same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. byIdentifier
            .Select(pair => new CustomerHistory(twins.Contains(pair.Key.Value) ? $"{pair.Key.Type}:{pair.Key.Scope}:{pair.Key.Value}" : pair.Key.Value, null, Sorted(pair.Value)))
            .OrderBy(static history => history.Customer, StringComparer.Ordinal)];
    }

    private CustomerHistory[] OfProfiles(InsightContext context, Dictionary<Identifier, List<CustomerActivity>> byIdentifier)
    {
        Dictionary<Identifier, int> profileOf = ProfilesOf(context.Profiles, byIdentifier);
        var activities = new List<CustomerActivity>?[context.Profiles.Count];
        long unknown = 0;
        long ambiguous = 0;
        foreach ((Identifier identifier, List<CustomerActivity> found) in byIdentifier)
        {
            if (!profileOf.TryGetValue(identifier, out int profile))
            {
                unknown += found.Count;
            }
            else if (profile == Ambiguous)
            {
                ambiguous += found.Count;
            }
            else
            {
                (activities[profile] ??= []).AddRange(found);
            }
        }

        Report(context, "unknown-customer", unknown, "activities name a customer that no record claims and were left out");
        Report(context, "ambiguous-customer", ambiguous, "activities name a customer that records of different profiles claim and were left out");
        return [.. context.Profiles
            .Select((profile, i) => new CustomerHistory(profile.Id.ToString(), profile, activities[i] is { } list ? Sorted(list) : []))
            .OrderBy(static history => history.Customer, StringComparer.Ordinal)];
    }

    private static Dictionary<Identifier, int> ProfilesOf(IReadOnlyList<Profile> profiles, Dictionary<Identifier, List<CustomerActivity>> wanted)
    {
        var profileOf = new Dictionary<Identifier, int>();
        for (int i = 0; i < profiles.Count; i++)
        {
            foreach (RecordKey key in profiles[i].Records)
            {
                Claim(Identifier.ForRecord(key.Source, key.Id), i);
                Claim(Identifier.ForRecord(string.Empty, key.Id), i);
            }

            foreach (Identifier identifier in profiles[i].Identifiers)
            {
                Claim(identifier, i);
            }
        }

        return profileOf;

        void Claim(Identifier identifier, int profile)
        {
            if (wanted.ContainsKey(identifier) && !profileOf.TryAdd(identifier, profile) && profileOf[identifier] != profile)
            {
                profileOf[identifier] = Ambiguous;
            }
        }
    }

    private static CustomerActivity[] Sorted(List<CustomerActivity> activities) =>
        [.. activities.OrderBy(static activity => activity.At).ThenBy(static activity => activity.Key)];

    private void Report(InsightContext context, string code, long count, string text)
    {
        if (count > 0)
        {
            context.Report(new ReportLine(Name, code, count, text));
        }
    }
}

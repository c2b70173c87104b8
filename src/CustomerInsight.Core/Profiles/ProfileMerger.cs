using System.Collections.Concurrent;
using System.Globalization;

namespace CustomerInsight;

/// <summary>Makes profiles by survivorship rules.</summary>
/// <remarks>
/// Each group of fields comes whole from one record (law L13): what its winner leaves empty stays empty in the profile, and the lineage still names
/// who had a value there. A field with several values gets the winner's. Records whose values a standardizer rejected (a name
/// that is <c>n/a</c>), and dates of birth that are no day of the calendar, compete only where no record has a usable value, and are named among the losers otherwise. Every identifier is kept.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ProfileMerger : IProfileMerger
{
    private readonly MergeRules _rules;
    private readonly ConcurrentDictionary<ValueList<RecordSchema>, MergePlan> _plans = new();

    /// <summary>Makes a merger.</summary>
    /// <param name="rules">The rules; start from <see cref="MergeRules.Standard"/>.</param>
    public ProfileMerger(MergeRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no record, a key stands twice, or a record has more or fewer standardized values than attributes.</exception>
    /// <exception cref="InvalidOperationException">A survivorship rule chose a position that does not exist; the message names the rule.</exception>
    public Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        MergeRecord[] sorted = Sort(records);
        MergePlan plan = FindPlan(sorted);
        int[] schemas = Array.ConvertAll(sorted, record => plan.IndexOf(record.Record.Schema));
        int[] filled = Array.ConvertAll(sorted, static record => CountFilled(record.Record));
        var fields = new List<ProfileField>();
        foreach (MergeUnit unit in plan.Units)
        {
            List<Contender> contenders = FindContenders(unit, sorted, schemas, filled);
            if (contenders.Count > 0)
            {
                AddFields(unit, contenders, fields);
            }
        }

        fields.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new Profile(
            id,
            sorted[0].Record.EntityKind,
            ValueList.From(sorted.Select(static record => record.Record.Key)),
            ValueList.From(fields),
            ValueList.From(sorted.SelectMany(static record => record.Record.Identifiers).Distinct().Order()));
    }

    private static MergeRecord[] Sort(IReadOnlyList<MergeRecord> records)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("There is no record. A profile needs at least one.", nameof(records));
        }

        MergeRecord[] sorted = [.. records];
        Array.Sort(sorted, static (left, right) => left.Record.Key.CompareTo(right.Record.Key));
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i].Record.Key == sorted[i - 1].Record.Key)
            {
                throw new ArgumentException($"Two of the {sorted.Length} records have the same key (source '{sorted[i].Record.Key.Source}'). Keep one version of each record.", nameof(records));
            }

            if (sorted[i].Standardized.Count != sorted[i].Record.Values.Length)
            {
                throw new ArgumentException($"A record of source '{sorted[i].Record.Key.Source}' has {sorted[i].Record.Values.Length} attributes but {sorted[i].Standardized.Count} standardized entries. Give one entry for each attribute of its schema.", nameof(records));
            }
        }

        return sorted;
    }

    private static int CountFilled(SourceRecord record)
    {
        int filled = 0;
        foreach (AttributeValues values in record.Values)
        {
            filled += values.IsNone ? 0 : 1;
        }

        return filled;
    }

    private static List<Contender> FindContenders(MergeUnit unit, MergeRecord[] records, int[] schemas, int[] filled)
    {
        var contenders = new List<Contender>(records.Length);
        for (int i = 0; i < records.Length; i++)
        {
            int[] ordinals = unit.Ordinals[schemas[i]];
            var values = new AttributeValues[ordinals.Length];
            var standardized = new AttributeValues[ordinals.Length];
            bool any = false;
            for (int field = 0; field < ordinals.Length; field++)
            {
                if (ordinals[field] >= 0)
                {
                    values[field] = records[i].Record.Values[ordinals[field]];
                    standardized[field] = records[i].Standardized[ordinals[field]];
                    any |= !values[field].IsNone;
                }
            }

            if (any)
            {
                contenders.Add(new Contender(records[i].Record, records[i].TrustRank, ValueList.Create<AttributeValues>(values), ValueList.Create<AttributeValues>(standardized), filled[i]));
            }
        }

        return contenders;
    }

    private static void AddFields(MergeUnit unit, List<Contender> contenders, List<ProfileField> fields)
    {
        Contender winner = Choose(unit, contenders);
        for (int field = 0; field < unit.Fields.Length; field++)
        {
            var losers = new List<LineageEntry>();
            foreach (Contender contender in contenders)
            {
                if (!ReferenceEquals(contender, winner) && !contender.Values[field].IsNone)
                {
                    losers.Add(Entry(contender, field));
                }
            }

            if (losers.Count > 0 || !winner.Values[field].IsNone)
            {
                fields.Add(new ProfileField(unit.Fields[field], winner.Values[field], unit.Rule.Name, unit.Group, Entry(winner, field), ValueList.From(losers)));
            }
        }
    }

    private static LineageEntry Entry(Contender contender, int field) =>
        new(contender.Record.Key, contender.Record.ObservedAt, contender.Values[field]);

    private static Contender Choose(MergeUnit unit, List<Contender> contenders)
    {
        ISurvivorshipRule rule = unit.Rule;
        List<Contender> usable = contenders.Count == 1 ? contenders : contenders.FindAll(contender => IsUsable(contender, unit));
        List<Contender> competing = usable.Count > 0 ? usable : contenders;
        int chosen = competing.Count == 1 ? 0 : rule.Choose(competing);
        return chosen >= 0 && chosen < competing.Count
            ? competing[chosen]
            : throw new InvalidOperationException($"Survivorship rule '{rule.Name}' chose position {chosen} of {competing.Count} contenders. It must give a position from 0 to {competing.Count - 1}.");
    }

    private static bool IsUsable(Contender contender, MergeUnit unit)
    {
        for (int field = 0; field < unit.AreDates.Length; field++)
        {
            foreach (string value in contender.Standardized[field])
            {
                if (!unit.AreDates[field] || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private MergePlan FindPlan(MergeRecord[] records)
    {
        RecordSchema first = records[0].Record.Schema;
        ValueList<RecordSchema> schemas = Array.TrueForAll(records, record => ReferenceEquals(record.Record.Schema, first))
            ? [first]
            : ValueList.From(records.Select(static record => record.Record.Schema).Distinct());
        return _plans.GetOrAdd(schemas, static (key, rules) => new MergePlan(rules, key), _rules);
    }
}

using System.Collections.Concurrent;

namespace CustomerInsight.Matching;

/// <summary>Makes profiles of live records when they are read.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class ProfileMaker(IdentitySetup setup)
{
    private readonly ConcurrentDictionary<RecordSchema, RecordStandardizer> _standardizers = new();

    /// <summary>Makes a profile of records, or gives null where there is none.</summary>
    public Profile? Make(ProfileId id, IEnumerable<SourceRecord?> records, ValueList<ProfileId> previous)
    {
        MergeRecord[] merged = [.. records.OfType<SourceRecord>().Select(ToMerge)];
        return merged.Length == 0 ? null : setup.Merger.Merge(id, merged) with { PreviousIds = previous };
    }

    /// <summary>Makes a record ready to be merged.</summary>
    public MergeRecord ToMerge(SourceRecord record)
    {
        RecordStandardizer standardizer = _standardizers.GetOrAdd(record.Schema, static (schema, setup) => new RecordStandardizer(schema, setup.Standardizers, setup.Conventions), setup);
        var standardized = new AttributeValues[record.Schema.Attributes.Count];
        standardizer.Standardize(record, standardized);
        return new MergeRecord(record, setup.TrustRanks.GetValueOrDefault(record.Key.Source), ValueList.Create<AttributeValues>(standardized));
    }
}

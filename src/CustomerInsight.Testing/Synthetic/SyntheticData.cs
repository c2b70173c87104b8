namespace CustomerInsight.Testing;

/// <summary>Synthetic records and activities with the truth about them.</summary>
/// <remarks>The truth by key, the activities and the sources are made when first asked for, once.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SyntheticData
{
    private readonly int[] _personOf;
    private readonly Lazy<IReadOnlyDictionary<RecordKey, int>> _truth;
    private readonly Lazy<SyntheticPurchases> _purchases;
    private readonly Lazy<IReadOnlyList<IRecordSource>> _recordSources;
    private readonly Lazy<IReadOnlyList<IActivitySource>> _activitySources;

    internal SyntheticData(SyntheticOptions options, SourceRecord[] records, int[] personOf, IReadOnlyList<SyntheticPerson> people, PersonRecords personRecords)
    {
        Options = options;
        Records = records;
        People = people;
        _personOf = personOf;
        _truth = new(() => TruthByKey(records, personOf));
        _purchases = new(() => new PurchaseSimulator(options).Simulate(personRecords, records));
        _recordSources = new(() => [.. options.Sources.Select(source => new SyntheticRecordSource(source, records))]);
        _activitySources = new(() => [.. options.Sources.Select(source => new SyntheticActivitySource(source.Name, Activities))]);
    }

    /// <summary>Gets the options that the data was made with.</summary>
    public SyntheticOptions Options { get; }

    /// <summary>Gets the records of all sources, shuffled.</summary>
    public IReadOnlyList<SourceRecord> Records { get; }

    /// <summary>Gets the people behind the records; a person's number is the position here.</summary>
    public IReadOnlyList<SyntheticPerson> People { get; }

    /// <summary>Gets for each record's key the number of the person whom it is about.</summary>
    public IReadOnlyDictionary<RecordKey, int> Truth => _truth.Value;

    /// <summary>Gets the activities of all sources by rising time. Each names one of its person's records as the customer.</summary>
    public IReadOnlyList<CustomerActivity> Activities => _purchases.Value.Activities;

    /// <summary>Gets for each person what is behind the purchases; a person's number is the position here.</summary>
    public IReadOnlyList<PurchaseTruth> PurchaseTruth => _purchases.Value.Truth;

    /// <summary>Gets one record source for each source of the options, in their order, ready for an engine.</summary>
    public IReadOnlyList<IRecordSource> RecordSources => _recordSources.Value;

    /// <summary>Gets one activity source for each source of the options, in their order, ready for an engine.</summary>
    public IReadOnlyList<IActivitySource> ActivitySources => _activitySources.Value;

    /// <summary>Gives the person whom a record is about.</summary>
    /// <param name="record">The record's position in <see cref="Records"/>.</param>
    /// <returns>The position in <see cref="People"/>. Cost O(1).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="record"/> is outside the records.</exception>
    public int PersonOf(int record)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(record);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(record, _personOf.Length);
        return _personOf[record];
    }

    private static Dictionary<RecordKey, int> TruthByKey(SourceRecord[] records, int[] personOf)
    {
        var truth = new Dictionary<RecordKey, int>(records.Length);
        for (int i = 0; i < records.Length; i++)
        {
            truth.Add(records[i].Key, personOf[i]);
        }

        return truth;
    }
}

namespace CustomerInsight.Matching;

/// <summary>Finds records by their key.</summary>
internal readonly struct RecordHashing : IItemHashing<RecordKey, LiveRecord>
{
    public static ulong HashOf(in RecordKey key) => StableHash.Combine(StableHash.Of(key.Source), StableHash.Of(key.Id));

    public static bool Has(LiveRecord item, in RecordKey key) => item.Key == key;
}

namespace CustomerInsight.Matching;

/// <summary>Finds contents by what they say.</summary>
internal readonly struct ContentHashing : IItemHashing<RecordContent, LiveContent>
{
    public static ulong HashOf(in RecordContent key) => key.Hash;

    public static bool Has(LiveContent item, in RecordContent key) => item.Said.Equals(key);
}

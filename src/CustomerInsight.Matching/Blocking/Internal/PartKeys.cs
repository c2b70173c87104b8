namespace CustomerInsight.Matching;

/// <summary>The keys of a <see cref="BlockingRule"/>: every combination of the parts' values.</summary>
internal sealed class PartKeys(PartHashes[] parts, bool anyOrder) : IBlockingKeys
{
    public PartHashes[] Parts => parts;

    public bool AnyOrder => anyOrder;

    public void AddKeys(int record, ICollection<ulong> keys) => Add(record, 0, 0, keys);

    /// <summary>Joins the hash of a part to the key so far; the first part's hash is its key.</summary>
    public static ulong Join(bool anyOrder, int part, ulong soFar, ulong hash) =>
        part == 0 ? hash
        : anyOrder ? StableHash.Combine(Math.Min(soFar, hash), Math.Max(soFar, hash))
        : StableHash.Combine(soFar, hash);

    private void Add(int record, int part, ulong soFar, ICollection<ulong> keys)
    {
        if (part == parts.Length)
        {
            keys.Add(soFar);
            return;
        }

        foreach (int value in parts[part].Values(record))
        {
            foreach (ulong hash in parts[part].Hashes(value))
            {
                Add(record, part + 1, Join(anyOrder, part, soFar, hash), keys);
            }
        }
    }
}

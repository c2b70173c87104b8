using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>Finds an earlier record with the same content.</summary>
internal sealed class ContentTable
{
    private readonly ContentComparer _content;
    private readonly uint[] _hashes;

    // A record plus one by the hash of its content; 0 is a free place. At most half are taken.
    private readonly int[] _slots;

    public ContentTable(StandardizedTable table, bool bySource, IdentifierPolicies policies)
    {
        _content = new ContentComparer(table, bySource, policies);
        _hashes = _content.Hashes();
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, _hashes.Length) * 2)];
    }

    /// <summary>Gives the first record that was added with the content of this one: the record itself, which is added, where there is none.</summary>
    public int FirstLike(int record)
    {
        uint mask = (uint)_slots.Length - 1;
        for (uint at = _hashes[record] & mask; ; at = (at + 1) & mask)
        {
            int other = _slots[at] - 1;
            if (other < 0)
            {
                _slots[at] = record + 1;
                return record;
            }

            if (_hashes[other] == _hashes[record] && _content.Equals(other, record))
            {
                return other;
            }
        }
    }
}

using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>Counts what segments have in common, word by word of their bitmaps.</summary>
internal static class OverlapCounter
{
    public static SegmentOverlap Of(SegmentResult result)
    {
        int count = result.Sizes.Count;
        int customers = result.Table.Customers.Count;
        int words = (customers + RowTest.WordRows - 1) / RowTest.WordRows;
        int[] only = new int[count];
        int inAny = 0;
        int[] both = new int[count * count];
        ulong[] own = new ulong[count];
        for (int word = 0; word < words; word++)
        {
            ulong once = 0;
            ulong twice = 0;
            for (int i = 0; i < count; i++)
            {
                own[i] = result.Bitmap(i)[word];
                twice |= once & own[i];
                once |= own[i];
            }

            inAny += BitOperations.PopCount(once);
            for (int i = 0; i < count; i++)
            {
                only[i] += BitOperations.PopCount(own[i] & ~twice);
                for (int j = i + 1; j < count; j++)
                {
                    both[(i * count) + j] += BitOperations.PopCount(own[i] & own[j]);
                }
            }
        }

        return new SegmentOverlap(
            result.Sizes,
            ValueList.From(only.Select((members, i) => new SegmentSize(result.Sizes[i].Segment, members, customers == 0 ? 0 : (double)members / customers))),
            customers - inAny,
            customers,
            ValueList.From(
                from i in Enumerable.Range(0, count)
                from j in Enumerable.Range(i + 1, count - i - 1)
                select new SegmentPair(result.Sizes[i].Segment, result.Sizes[j].Segment, result.Sizes[i].Customers, result.Sizes[j].Customers, both[(i * count) + j], customers)));
    }
}

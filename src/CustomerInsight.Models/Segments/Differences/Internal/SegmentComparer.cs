using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>Compares two sets of customers trait by trait.</summary>
internal static class SegmentComparer
{
    /// <summary>Compares the members of a segment with those of another, or with everyone else for null.</summary>
    public static SegmentDifferences Compare(SegmentResult result, int first, int? second, SegmentDifferenceOptions options, CancellationToken cancellationToken)
    {
        ThrowIfUnknown(options, result.Table.Schema);
        ReadOnlySpan<ulong> own = result.Bitmap(first);
        ReadOnlySpan<ulong> others = second is int other ? result.Bitmap(other) : own;
        int customers = result.Table.Customers.Count;
        var firstRows = new List<int>();
        var secondRows = new List<int>();
        int inBoth = 0;
        for (int word = 0; word < own.Length; word++)
        {
            ulong left = second is null ? own[word] : own[word] & ~others[word];
            ulong right = second is null ? ~own[word] : others[word] & ~own[word];
            inBoth += second is null ? 0 : BitOperations.PopCount(own[word] & others[word]);
            AddRows(left, word, customers, firstRows);
            AddRows(right, word, customers, secondRows);
        }

        TraitColumn[] columns = [.. result.Table.Columns.Where(column => options.Traits is not { } wanted || wanted.Contains(column.Definition.Name))];
        var comparers = new TraitComparer[columns.Length];
        int[] firstArray = [.. firstRows];
        int[] secondArray = [.. secondRows];
        Parallel.For(0, columns.Length, FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken), i =>
        {
            comparers[i] = new TraitComparer(columns[i], firstArray, secondArray, options);
            comparers[i].Compare();
        });

        FoundDifference[] found = [.. comparers.SelectMany(static comparer => comparer.Found)];
        double[] adjusted = BenjaminiHochberg.Adjust([.. found.Select(static difference => difference.Outcome.PValue)]);
        return new SegmentDifferences(
            result.Sizes[first].Segment,
            second is int position ? result.Sizes[position].Segment : null,
            firstArray.Length,
            secondArray.Length,
            inBoth,
            options.FalseDiscoveryRate,
            ValueList.From(found.Select((difference, i) => difference.Adjusted(adjusted[i], options.FalseDiscoveryRate))
                .OrderByDescending(static difference => difference.IsSignificant).ThenByDescending(static difference => Math.Abs(difference.Effect))),
            ValueList.From(comparers.Where(static comparer => comparer.Untested is not null).Select(static comparer => comparer.Untested!)));
    }

    private static void ThrowIfUnknown(SegmentDifferenceOptions options, TraitSchema schema)
    {
        foreach (string name in options.Traits ?? [])
        {
            if (name is null || schema.IndexOf(name) < 0)
            {
                throw new ArgumentException($"{nameof(options.Traits)} names '{name}', which is no trait of the table. Use its traits' names; upper and lower case differ.", nameof(options));
            }
        }
    }

    private static void AddRows(ulong bits, int word, int customers, List<int> rows)
    {
        for (ulong rest = bits; rest != 0; rest &= rest - 1)
        {
            int row = (word * RowTest.WordRows) + BitOperations.TrailingZeroCount(rest);
            if (row < customers)
            {
                rows.Add(row);
            }
        }
    }
}

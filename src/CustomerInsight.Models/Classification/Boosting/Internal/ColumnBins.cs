using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Which values of a column count as one: ranges of a number, or categories.</summary>
/// <param name="Edges">Between ranges, rising: the bin of a number is how many edges are not above it. Empty for categories.</param>
/// <param name="Levels">The categories with a bin of their own, rising; null for a number. All others count as missing.</param>
/// <param name="HasMissing">Whether some row has no value, or a category without a bin: these have the bin after all others.</param>
internal sealed record ColumnBins(double[] Edges, int[]? Levels, bool HasMissing)
{
    /// <summary>Gets how many bins hold values.</summary>
    public int Values => Levels?.Length ?? (Edges.Length + 1);

    public int Count => Values + (HasMissing ? 1 : 0);

    public int Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return Values;
        }

        if (Levels is not null)
        {
            int level = (int)value;
            int place = level == value ? Array.BinarySearch(Levels, level) : -1;
            return place >= 0 ? place : Values;
        }

        // How many edges are at most the value, without a branch that cannot be foreseen.
        ref double first = ref MemoryMarshal.GetArrayDataReference(Edges);
        int at = 0;
        int length = Edges.Length;
        while (length > 0)
        {
            int half = (length + 1) >> 1;
            at = System.Runtime.CompilerServices.Unsafe.Add(ref first, at + half - 1) <= value ? at + half : at;
            length -= half;
        }

        return at;
    }

    /// <summary>Gives a value that has a bin.</summary>
    public double Example(int bin) => bin == Values ? double.NaN : Levels is not null ? Levels[bin] : bin == 0 ? double.MinValue : Edges[bin - 1];
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The sum and the number of the rows of each group; what rows that change their group change of it is added chunk by chunk.</summary>
internal sealed class GroupSums
{
    // The changes of all chunks together take at most so many numbers.
    private const int MostNumbers = 1 << 22;
    private const int FewestChunks = 16;

    // A sum that has lost more than this part of its rows has lost too many digits with them, and is taken anew.
    private const int LargestLoss = 8;

    private readonly int _width;
    private readonly int[] _peaks;
    private readonly double[] _changes;
    private readonly int[] _countChanges;
    private readonly bool[] _changed;

    public GroupSums(int rows, int width, int groups)
    {
        _width = width;
        int most = Math.Max(FewestChunks, MostNumbers / (groups * width));
        ChunkRows = Math.Max(RowChunks.RowsFor(width), (rows + most - 1) / most);
        int chunks = RowChunks.Count(rows, ChunkRows);
        Sums = new double[groups * width];
        Counts = new int[groups];
        _peaks = new int[groups];
        _changes = new double[chunks * groups * width];
        _countChanges = new int[chunks * groups];
        _changed = new bool[chunks];
    }

    /// <summary>Gets how many rows make a chunk.</summary>
    public int ChunkRows { get; }

    public double[] Sums { get; }

    public int[] Counts { get; }

    /// <summary>Adds a row to a group of a chunk's changes. A chunk is one thread's at a time.</summary>
    public void Add(int chunk, ReadOnlySpan<double> row, int group) => Change(chunk, row, group, 1);

    public void Remove(int chunk, ReadOnlySpan<double> row, int group) => Change(chunk, row, group, -1);

    /// <summary>Adds the changes of all chunks, in order.</summary>
    public void Settle()
    {
        for (int chunk = 0; chunk < _changed.Length; chunk++)
        {
            if (!_changed[chunk])
            {
                continue;
            }

            Span<double> changes = _changes.AsSpan(chunk * Sums.Length, Sums.Length);
            for (int i = 0; i < changes.Length; i++)
            {
                Sums[i] += changes[i];
            }

            Span<int> counts = _countChanges.AsSpan(chunk * Counts.Length, Counts.Length);
            for (int group = 0; group < counts.Length; group++)
            {
                Counts[group] += counts[group];
            }

            changes.Clear();
            counts.Clear();
            _changed[chunk] = false;
        }

        for (int group = 0; group < Counts.Length; group++)
        {
            _peaks[group] = Math.Max(_peaks[group], Counts[group]);
        }
    }

    /// <summary>Whether a group has lost so many rows that its sum should be taken anew.</summary>
    public bool IsWorn()
    {
        for (int group = 0; group < Counts.Length; group++)
        {
            if ((long)Counts[group] * LargestLoss < _peaks[group])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Forgets all, so that every row can be added again.</summary>
    public void Clear()
    {
        Array.Clear(Sums);
        Array.Clear(Counts);
        Array.Clear(_peaks);
    }

    /// <summary>Adds rows that follow each other, each to its group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int chunk, double[] values, int from, int to, int[] groups)
    {
        _changed[chunk] = true;
        ref int counts = ref _countChanges[chunk * Counts.Length];
        ref double sums = ref _changes[chunk * Sums.Length];
        ref double row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)from * _width);
        ref int group = ref MemoryMarshal.GetArrayDataReference(groups);
        nint width = _width;
        for (int number = from; number < to; number++)
        {
            nint own = Unsafe.Add(ref group, number);
            Unsafe.Add(ref counts, own)++;
            ref double sum = ref Unsafe.Add(ref sums, own * width);
            nint column = 0;
            for (; column + Lanes.Count <= width; column += Lanes.Count)
            {
                (Vector512.LoadUnsafe(ref sum, (nuint)column) + Vector512.LoadUnsafe(ref row, (nuint)column)).StoreUnsafe(ref sum, (nuint)column);
            }

            for (; column < width; column++)
            {
                Unsafe.Add(ref sum, column) += Unsafe.Add(ref row, column);
            }

            row = ref Unsafe.Add(ref row, width);
        }
    }

    private void Change(int chunk, ReadOnlySpan<double> row, int group, int sign)
    {
        _changed[chunk] = true;
        _countChanges[(chunk * Counts.Length) + group] += sign;
        ref double sum = ref _changes[(chunk * Sums.Length) + (group * _width)];
        ref double value = ref MemoryMarshal.GetReference(row);
        var factor = Vector512.Create((double)sign);
        int column = 0;
        for (; column + Lanes.Count <= row.Length; column += Lanes.Count)
        {
            (Vector512.LoadUnsafe(ref sum, (nuint)column) + (Vector512.LoadUnsafe(ref value, (nuint)column) * factor)).StoreUnsafe(ref sum, (nuint)column);
        }

        for (; column < row.Length; column++)
        {
            Unsafe.Add(ref sum, column) += row[column] * sign;
        }
    }
}

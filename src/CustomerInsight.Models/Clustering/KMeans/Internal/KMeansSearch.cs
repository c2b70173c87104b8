using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Lloyd's search for centres: assign every row to the nearest, move each to the mean of its rows, again.</summary>
/// <remarks>
/// With bounds a row is measured only where the centres have moved far enough to change its group, and with or without them the sums of
/// the groups change only by the rows that change their group: both give the same centres to the last bit.
/// <para>Source: Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28(2), 1982.</para>
/// </remarks>
internal sealed class KMeansSearch
{
    private const int BlockRows = 256;
    private const int RowsAhead = 24;
    private const int SmallTile = 128 * Lanes.Count;
    private const double Ulp = 1.0 / (1L << 52);
    private const double Margin = 1.0 / (1 << 21);
    private const double Least = 1e-37;

    private readonly double[] _values;
    private readonly int _width;
    private readonly int _rows;
    private readonly KMeansSettings _settings;
    private readonly ParallelOptions _parallel;
    private readonly double[] _centers;
    private readonly int[] _groups;
    private readonly float[] _gaps;
    private readonly GroupSums _sums;
    private readonly CenterShifts _shifts;
    private readonly double _rounding;

    private KMeansSearch(double[] values, int width, double[] start, KMeansSettings settings, ParallelOptions parallel)
    {
        _values = values;
        _width = width;
        _rows = values.Length / width;
        _settings = settings;
        _parallel = parallel;
        _centers = (double[])start.Clone();
        _groups = GC.AllocateUninitializedArray<int>(_rows);
        _gaps = GC.AllocateUninitializedArray<float>(_rows);
        _sums = new GroupSums(_rows, width, start.Length / width);
        _shifts = new CenterShifts(start.Length / width);
        _rounding = (width + 8) * Ulp;
    }

    /// <summary>Searches from given centres.</summary>
    /// <param name="values">The rows.</param>
    /// <param name="width">The features of a row.</param>
    /// <param name="start">The centres to start from.</param>
    /// <param name="settings">How.</param>
    /// <param name="parallel">On how many threads, and what stops it; the result is the same for any number.</param>
    public static KMeansSolution Run(double[] values, int width, double[] start, KMeansSettings settings, ParallelOptions parallel) =>
        new KMeansSearch(values, width, start, settings, parallel).Run();

    private KMeansSolution Run()
    {
        int iteration = 0;
        bool settled = false;
        bool stopped = false;
        bool renewed = false;
        while (iteration < _settings.MaximumIterations && !settled && !stopped)
        {
            settled = Assign(first: iteration == 0, fills: _settings.EmptyGroups == EmptyGroupPolicy.MoveToFarthest) == 0;
            iteration++;
            if (!settled)
            {
                stopped = Move() <= _settings.LeastShift;
            }
            else if (!renewed)
            {
                // Sums that large rows have left may have lost digits with them. They are taken anew once, and the search goes on where it matters.
                renewed = true;
                AddAll();
                settled = Move() == 0;
                iteration -= settled ? 0 : 1;
            }
        }

        // Where the centres moved last, rows may have become nearer to another. No centre moves after this, so no row may go to a group that is empty.
        if (!settled)
        {
            Assign(first: iteration == 0, fills: false);
        }

        return new KMeansSolution(_centers, _groups, _sums.Counts, Inertia.Of(_values, _width, _centers, _groups, _parallel), iteration, settled || stopped);
    }

    /// <summary>Assigns the rows that may have changed their group, and counts those that did.</summary>
    private int Assign(bool first, bool fills)
    {
        int[] changes = new int[RowChunks.Count(_rows, _sums.ChunkRows)];
        RowChunks.For(_rows, _sums.ChunkRows, _parallel, (chunk, from, to) => changes[chunk] = AssignChunk(chunk, from, to, first));
        _sums.Settle();
        if (_sums.IsWorn())
        {
            AddAll();
        }

        return changes.Sum() + (fills ? FillEmpty() : 0);
    }

    /// <summary>Takes the sums of all groups anew.</summary>
    private void AddAll()
    {
        _sums.Clear();
        RowChunks.For(_rows, _sums.ChunkRows, _parallel, (chunk, from, to) => _sums.Add(chunk, _values, from, to, _groups));
        _sums.Settle();
    }

    private int AssignChunk(int chunk, int from, int to, bool begins)
    {
        bool all = begins || !_settings.Bounds;
        Span<int> waiting = stackalloc int[(2 * BlockRows) + StaleRows.Room];
        Span<double> gaps = stackalloc double[2 * BlockRows];
        Span<int> nearest = stackalloc int[2 * BlockRows];
        double[]? rented = _width * Lanes.Count > SmallTile ? ArrayPool<double>.Shared.Rent(_width * Lanes.Count) : null;
        Span<double> tile = rented is null ? stackalloc double[SmallTile] : rented;
        int changes = 0;
        int start = from;
        while (start < to)
        {
            // Rows that lie apart are gathered until there are enough to fetch them ahead of their turn.
            int first = start;
            int count = 0;
            while (start < to && count < BlockRows)
            {
                int end = Math.Min(to, start + BlockRows);
                count += all ? All(start, end, waiting) : StaleRows.List(_gaps, _groups, _shifts.Spent, start, end, waiting[count..]);
                start = end;
            }

            Measure(waiting[..count], tile, gaps, nearest);
            changes += Note(chunk, waiting[..count], gaps, nearest, begins);
            if (begins)
            {
                _sums.Add(chunk, _values, first, start, _groups);
            }
        }

        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }

        return changes;
    }

    private static int All(int from, int to, Span<int> rows)
    {
        for (int row = from; row < to; row++)
        {
            rows[row - from] = row;
        }

        return to - from;
    }

    /// <summary>Measures rows against all centres.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Measure(ReadOnlySpan<int> rows, Span<double> tile, Span<double> gaps, Span<int> nearest)
    {
        ref double value = ref MemoryMarshal.GetArrayDataReference(_values);
        ref double gapTo = ref MemoryMarshal.GetReference(gaps);
        ref int nearestTo = ref MemoryMarshal.GetReference(nearest);
        var near = Vector512.Create(1 + _rounding);
        var far = Vector512.Create(1 - _rounding);
        for (int at = 0; at < rows.Length; at += Lanes.Count)
        {
            foreach (int later in rows.Slice(Math.Min(at + RowsAhead, rows.Length), Math.Clamp(rows.Length - at - RowsAhead, 0, Lanes.Count)))
            {
                CacheHint.Fetch(ref Unsafe.Add(ref value, (nint)later * _width), _width);
            }

            PointTile.Load(_values, _width, rows.Slice(at, Math.Min(Lanes.Count, rows.Length - at)), tile);
            var found = NearestCenters.Of(tile, _width, _centers);

            // Each distance may be off by its rounding, and a float by its own: a gap that is kept is never above the true one.
            Vector512<double> gap = (Vector512.Sqrt(found.Second) * far) - (Vector512.Sqrt(found.Nearest) * near);
            (gap - (Vector512.Abs(gap) * Margin) - Vector512.Create(Least)).StoreUnsafe(ref gapTo, (nuint)at);
            Vector512.Narrow(found.Number, found.Number).GetLower().StoreUnsafe(ref nearestTo, (nuint)at);
        }
    }

    /// <summary>Notes what was measured, and counts the rows that changed their group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Note(int chunk, ReadOnlySpan<int> rows, ReadOnlySpan<double> gaps, ReadOnlySpan<int> nearest, bool first)
    {
        ref float gapTo = ref MemoryMarshal.GetArrayDataReference(_gaps);
        ref int groupTo = ref MemoryMarshal.GetArrayDataReference(_groups);
        ref double before = ref MemoryMarshal.GetArrayDataReference(_shifts.Before);
        int changes = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            int group = nearest[i];
            Unsafe.Add(ref gapTo, row) = (float)(gaps[i] + Unsafe.Add(ref before, group));
            int earlier = Unsafe.Add(ref groupTo, row);
            if (earlier != group || first)
            {
                Unsafe.Add(ref groupTo, row) = group;
                changes++;
                if (!first)
                {
                    _sums.Remove(chunk, Row(row), earlier);
                    _sums.Add(chunk, Row(row), group);
                }
            }
        }

        return changes;
    }

    /// <summary>Gives each group without rows the row that is farthest from its centre, and counts them.</summary>
    private int FillEmpty()
    {
        int filled = 0;
        double[]? squared = null;
        for (int empty = _sums.Counts.AsSpan().IndexOf(0); empty >= 0; empty = NextEmpty(empty))
        {
            squared ??= [.. Enumerable.Range(0, _rows).Select(row => NearestCenters.Squared(Row(row), Center(_groups[row])))];
            (int farthest, double most) = (-1, 0);
            for (int row = 0; row < squared.Length; row++)
            {
                if (squared[row] > most && _sums.Counts[_groups[row]] > 1)
                {
                    (farthest, most) = (row, squared[row]);
                }
            }

            if (farthest < 0)
            {
                break;
            }

            int chunk = farthest / _sums.ChunkRows;
            _sums.Remove(chunk, Row(farthest), _groups[farthest]);
            _sums.Add(chunk, Row(farthest), empty);
            _sums.Settle();
            _groups[farthest] = empty;
            _gaps[farthest] = float.NegativeInfinity;
            squared[farthest] = 0;
            filled++;
        }

        return filled;
    }

    private int NextEmpty(int empty)
    {
        int next = _sums.Counts.AsSpan(empty + 1).IndexOf(0);
        return next < 0 ? next : next + empty + 1;
    }

    /// <summary>Moves every centre to the mean of its rows.</summary>
    /// <returns>The squared ways of all together.</returns>
    private double Move()
    {
        double[] ways = new double[_sums.Counts.Length];
        double total = 0;
        double[] mean = new double[_width];
        for (int group = 0; group < ways.Length; group++)
        {
            if (_sums.Counts[group] == 0)
            {
                continue;
            }

            for (int column = 0; column < _width; column++)
            {
                mean[column] = _sums.Sums[(group * _width) + column] / _sums.Counts[group];
            }

            double squared = NearestCenters.Squared(mean, Center(group));
            mean.CopyTo(Center(group));
            ways[group] = Math.Sqrt(squared);
            total += squared;
        }

        _shifts.Move(ways);
        return total;
    }

    private ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * _width, _width);

    private Span<double> Center(int group) => _centers.AsSpan(group * _width, _width);
}

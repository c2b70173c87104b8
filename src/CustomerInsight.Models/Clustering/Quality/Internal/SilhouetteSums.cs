using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The sum of the distances of each row to the rows of each group, every pair of rows measured once.</summary>
/// <remarks>
/// Rows are sorted by group and cut into blocks of tiles of eight, each of one group. Two blocks that are measured against each other write to the sums of both, so
/// pairs of blocks are played as a tournament: in a round no block has two games. The rounds follow each other, so each sum is added up in the same order on any number of threads.
/// </remarks>
internal sealed class SilhouetteSums
{
    private const int TilesPerBlock = 40;
    private const int MostBlocks = 64;

    // 2 GiB of numbers. Their places in the array are below what an int can count.
    private const long MostSums = 1 << 28;

    private readonly int _width;
    private readonly int _groups;
    private readonly double[] _values;
    private readonly int[] _groupOf;
    private readonly List<int> _tileStarts = [];
    private readonly double[] _tiles;
    private readonly int[] _blockTiles;
    private readonly double[] _sums;

    /// <exception cref="ArgumentException">The sums or the turned rows would take too much memory.</exception>
    private SilhouetteSums(GroupedRows rows, int[] sorted)
    {
        long sums = (long)sorted.Length * rows.Count;
        long turned = ((long)sorted.Length + ((long)rows.Count * Lanes.Count)) * rows.Width;
        if (Math.Max(sums, turned) > MostSums)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{sorted.Length} rows × {rows.Count} groups, or × {rows.Width} features, are more than the {MostSums} numbers the silhouette can keep. Measure it on fewer rows ({nameof(ClusteringQuality)}.{nameof(ClusteringQuality.Of)} takes a sample), or of fewer groups."), nameof(rows));
        }

        _width = rows.Width;
        _groups = rows.Count;
        _values = RowOrder.Take(rows.Values, _width, sorted);
        _groupOf = [.. sorted.Select(row => rows.Groups[row])];
        _sums = new double[sums];
        for (int row = 0; row < sorted.Length; row++)
        {
            if (row == 0 || _groupOf[row] != _groupOf[row - 1] || row - _tileStarts[^1] == Lanes.Count)
            {
                _tileStarts.Add(row);
            }
        }

        int tiles = _tileStarts.Count;
        _tileStarts.Add(sorted.Length);
        _tiles = new double[tiles * _width * Lanes.Count];
        int[] numbers = [.. Enumerable.Range(0, sorted.Length)];
        for (int tile = 0; tile < tiles; tile++)
        {
            PointTile.Load(_values, _width, numbers.AsSpan(_tileStarts[tile].._tileStarts[tile + 1]), _tiles.AsSpan(tile * _width * Lanes.Count));
        }

        int blocks = Math.Clamp(tiles / TilesPerBlock, 1, MostBlocks);
        _blockTiles = [.. Enumerable.Range(0, blocks + 1).Select(block => (int)((long)block * tiles / blocks))];
    }

    /// <summary>The silhouette of each row: (b − a) / max(a, b), where a is the mean distance to the other rows of its group and b the least to another group; 0 for a group of one row.</summary>
    /// <param name="rows">The rows, of two groups at least.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <exception cref="ArgumentException">There are too many rows for so many groups or features.</exception>
    public static double[] Silhouettes(GroupedRows rows, ParallelOptions parallel)
    {
        int[] sorted = [.. Enumerable.Range(0, rows.Groups.Length)];
        Array.Sort((int[])rows.Groups.Clone(), sorted);
        var sums = new SilhouetteSums(rows, sorted);
        sums.Play(parallel);
        int[] sizes = new int[rows.Count];
        foreach (int group in rows.Groups)
        {
            sizes[group]++;
        }

        double[] silhouettes = new double[sorted.Length];
        for (int place = 0; place < sorted.Length; place++)
        {
            silhouettes[sorted[place]] = Silhouette(sums._sums.AsSpan(place * rows.Count, rows.Count), sizes, sums._groupOf[place]);
        }

        return silhouettes;
    }

    private static double Silhouette(ReadOnlySpan<double> sums, int[] sizes, int own)
    {
        double nearest = double.PositiveInfinity;
        for (int group = 0; group < sizes.Length; group++)
        {
            if (group != own && sizes[group] > 0)
            {
                nearest = Math.Min(nearest, sums[group] / sizes[group]);
            }
        }

        double inside = sums[own] / (sizes[own] - 1);
        double greater = Math.Max(inside, nearest);
        return sizes[own] == 1 || greater == 0 ? 0 : (nearest - inside) / greater;
    }

    private void Play(ParallelOptions parallel)
    {
        int blocks = _blockTiles.Length - 1;
        RowChunks.For(blocks, 1, parallel, (block, _, _) => Measure(block, block));

        // The circle method: one player stays, the others move on by one place a round. A player without a partner rests.
        int players = blocks + (blocks % 2);
        for (int round = 0; round < players - 1; round++)
        {
            int now = round;
            RowChunks.For(players / 2, 1, parallel, (game, _, _) =>
            {
                int first = game == 0 ? players - 1 : (now + game) % (players - 1);
                int second = game == 0 ? now : (now - game + players - 1) % (players - 1);
                if (first < blocks && second < blocks)
                {
                    Measure(first, second);
                }
            });
        }
    }

    /// <summary>Measures the tiles of a block against the rows of another, for the sums of both; of a block against itself for its own, every pair twice.</summary>
    private void Measure(int block, int other)
    {
        int from = _tileStarts[_blockTiles[other]];
        int to = _tileStarts[_blockTiles[other + 1]];
        double[] back = new double[(to - from) * Lanes.Count];
        for (int tile = _blockTiles[block]; tile < _blockTiles[block + 1]; tile++)
        {
            Tile(tile, from, to, back);
            int group = _groupOf[_tileStarts[tile]];
            if (block != other && (tile + 1 == _blockTiles[block + 1] || _groupOf[_tileStarts[tile + 1]] != group))
            {
                for (int row = from; row < to; row++)
                {
                    _sums[(row * _groups) + group] += Lanes.Sum(Vector512.Create(back, (row - from) * Lanes.Count));
                }

                Array.Clear(back);
            }
        }
    }

    /// <summary>Adds the distances of a tile to rows: to the tile's sums, and to what goes back to each row, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile(int tile, int from, int to, double[] back)
    {
        int first = _tileStarts[tile];
        int lanes = _tileStarts[tile + 1] - first;
        Vector512<double> mask = Vector512.LessThan(Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)lanes)).AsDouble();
        ref double turned = ref _tiles[tile * _width * Lanes.Count];
        ref double row = ref _values[from * _width];
        ref double backTo = ref MemoryMarshal.GetArrayDataReference(back);
        nint step = _width;
        for (int start = from; start < to;)
        {
            int group = _groupOf[start];
            Vector512<double> sum = Vector512<double>.Zero;
            int at = start;
            for (; at + 4 <= to && _groupOf[at + 3] == group; at += 4)
            {
                Vector512<double> sum0 = Vector512<double>.Zero;
                Vector512<double> sum1 = Vector512<double>.Zero;
                Vector512<double> sum2 = Vector512<double>.Zero;
                Vector512<double> sum3 = Vector512<double>.Zero;
                ref double number = ref row;
                for (int column = 0; column < _width; column++)
                {
                    Vector512<double> value = Vector512.LoadUnsafe(ref turned, (nuint)column * Lanes.Count);
                    Vector512<double> apart0 = value - Vector512.Create(number);
                    Vector512<double> apart1 = value - Vector512.Create(Unsafe.Add(ref number, step));
                    Vector512<double> apart2 = value - Vector512.Create(Unsafe.Add(ref number, step * 2));
                    Vector512<double> apart3 = value - Vector512.Create(Unsafe.Add(ref number, step * 3));
                    sum0 = Lanes.MultiplyAdd(apart0, apart0, sum0);
                    sum1 = Lanes.MultiplyAdd(apart1, apart1, sum1);
                    sum2 = Lanes.MultiplyAdd(apart2, apart2, sum2);
                    sum3 = Lanes.MultiplyAdd(apart3, apart3, sum3);
                    number = ref Unsafe.Add(ref number, 1);
                }

                sum += Back(sum0, mask, ref backTo, at - from);
                sum += Back(sum1, mask, ref backTo, at + 1 - from);
                sum += Back(sum2, mask, ref backTo, at + 2 - from);
                sum += Back(sum3, mask, ref backTo, at + 3 - from);
                row = ref Unsafe.Add(ref row, step * 4);
            }

            for (; at < to && _groupOf[at] == group; at++)
            {
                Vector512<double> sum0 = Vector512<double>.Zero;
                for (int column = 0; column < _width; column++)
                {
                    Vector512<double> apart = Vector512.LoadUnsafe(ref turned, (nuint)column * Lanes.Count) - Vector512.Create(Unsafe.Add(ref row, column));
                    sum0 = Lanes.MultiplyAdd(apart, apart, sum0);
                }

                sum += Back(sum0, mask, ref backTo, at - from);
                row = ref Unsafe.Add(ref row, step);
            }

            for (int lane = 0; lane < lanes; lane++)
            {
                _sums[((first + lane) * _groups) + group] += sum[lane];
            }

            start = at;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Back(Vector512<double> squared, Vector512<double> mask, ref double back, int row)
    {
        Vector512<double> distance = Vector512.Sqrt(squared) & mask;
        (Vector512.LoadUnsafe(ref back, (nuint)row * Lanes.Count) + distance).StoreUnsafe(ref back, (nuint)row * Lanes.Count);
        return distance;
    }
}

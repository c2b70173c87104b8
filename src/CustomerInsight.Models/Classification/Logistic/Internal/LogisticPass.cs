using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>One pass over all rows: the loss at coefficients, its slopes and its curvature.</summary>
/// <remarks>The rows are cut into pieces by their number alone and the sums of the pieces are added in order, so the number of threads changes nothing.</remarks>
internal sealed class LogisticPass
{
    private const int Slab = SlabMatrix.SlabRows;
    private const int Tile = SlabMatrix.Tile;
    private const int BlockSlabs = MixtureKernel.BlockSlabs;
    private const int BlockRows = MixtureKernel.BlockRows;

    // Of a piece: fewer rows for one with many columns, so that it takes some 0.1 ms at least, but enough to pay for the sums of its own.
    private const int FewestBlocks = 16;
    private const int FewestProducts = 1 << 21;

    private readonly SlabMatrix _values;
    private readonly double[] _labels;
    private readonly double[] _weights;
    private readonly double[] _means;
    private readonly ParallelOptions _parallel;

    /// <param name="rows">The rows.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="means">The means of the columns, from which the coefficients' curvature is taken.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    public LogisticPass(LogisticRows rows, double[] weights, double[] means, ParallelOptions parallel)
    {
        _values = rows.Values;
        _labels = rows.Labels;
        _weights = weights;
        _means = new double[_values.Width];
        means.CopyTo(_means, 0);
        _parallel = parallel;
    }

    /// <summary>Sums up.</summary>
    /// <param name="point">The log-odds at the means, then the coefficients.</param>
    public LogisticSums At(ReadOnlySpan<double> point)
    {
        double[] coefficients = new double[_values.Width];
        point[1..].CopyTo(coefficients);
        double intercept = point[0];
        for (int column = 0; column < coefficients.Length; column++)
        {
            intercept -= coefficients[column] * _means[column];
        }

        var all = new LogisticSums(_values.Columns);
        int blocks = (_values.Slabs + BlockSlabs - 1) / BlockSlabs;
        int fewest = Math.Max(FewestBlocks, FewestProducts / (_values.Width * ((_values.Width / 2) + Lanes.Count) * BlockRows));
        FixedChunks.Run(blocks, fewest, _parallel, (from, to) => Sum(from, to, coefficients, intercept), all.Add);
        return all;
    }

    private LogisticSums Sum(int firstBlock, int endBlock, double[] coefficients, double intercept)
    {
        int width = _values.Width;
        double[] lanes = new double[(3 + (2 * width) + TileNumbers(width)) * Lanes.Count];
        double[] rows = new double[2 * BlockRows];
        double[] differences = new double[2 * width * BlockRows];
        ref double loss = ref lanes[0];
        ref double firsts = ref lanes[3 * Lanes.Count];
        ref double slopes = ref lanes[(3 + width) * Lanes.Count];
        ref double products = ref lanes[(3 + (2 * width)) * Lanes.Count];
        ref double weights = ref rows[0];
        ref double rests = ref rows[BlockRows];
        ref double apart = ref differences[0];
        ref double weighted = ref differences[width * BlockRows];
        ref double means = ref MemoryMarshal.GetArrayDataReference(_means);
        for (int block = firstBlock; block < endBlock; block++)
        {
            int slab = block * BlockSlabs;
            int slabs = Math.Min(BlockSlabs, _values.Slabs - slab);
            ref double first = ref _values.Values[(nint)slab * Slab * width];
            for (int i = 0; i < slabs; i++)
            {
                int row = (slab + i) * Slab;
                Weigh(ref Unsafe.Add(ref first, (nint)i * Slab * width), ref coefficients[0], intercept, width, ref _labels[row], ref _weights[row], ref Unsafe.Add(ref weights, i * Slab), ref Unsafe.Add(ref rests, i * Slab), ref loss);
            }

            MixtureKernel.AddFirst(ref first, slabs, ref weights, ref means, width, ref apart, ref weighted, ref firsts);
            AddSlopes(ref apart, ref rests, slabs * Slab, width, ref slopes);
            MixtureKernel.AddProducts(ref apart, ref weighted, slabs * Slab, width, ref products);
        }

        return Gather(lanes);
    }

    private static int TileNumbers(int width) => width / Tile * ((width / Tile) + 1) / 2 * Tile * Tile;

    /// <summary>The log-odds of sixteen rows; from these their weights in the curvature, what their labels differ from expectation, and their loss.</summary>
    private static void Weigh(
        ref double slab, ref double coefficients, double intercept, int width, ref double labels, ref double counts, ref double weights, ref double rests, ref double loss)
    {
        var low = Vector512.Create(intercept);
        Vector512<double> high = low;
        nuint at = 0;
        for (int column = 0; column < width; column++, at += Slab)
        {
            var coefficient = Vector512.Create(Unsafe.Add(ref coefficients, column));
            low = Lanes.MultiplyAdd(coefficient, Vector512.LoadUnsafe(ref slab, at), low);
            high = Lanes.MultiplyAdd(coefficient, Vector512.LoadUnsafe(ref slab, at + Lanes.Count), high);
        }

        Weigh(low, ref labels, ref counts, ref weights, ref rests, ref loss);
        Weigh(high, ref Unsafe.Add(ref labels, Lanes.Count), ref Unsafe.Add(ref counts, Lanes.Count), ref Unsafe.Add(ref weights, Lanes.Count), ref Unsafe.Add(ref rests, Lanes.Count), ref loss);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weigh(Vector512<double> logOdds, ref double labels, ref double counts, ref double weights, ref double rests, ref double sums)
    {
        Vector512<double> label = Vector512.LoadUnsafe(ref labels);
        Vector512<double> count = Vector512.LoadUnsafe(ref counts);
        Vector512<double> probability = LaneLogistic.Of(logOdds, out Vector512<double> softplus);
        Vector512<double> weight = count * probability * (Vector512<double>.One - probability);
        Vector512<double> rest = count * (probability - label);
        weight.StoreUnsafe(ref weights);
        rest.StoreUnsafe(ref rests);
        (Vector512.LoadUnsafe(ref sums) + (count * (softplus - (label * logOdds)))).StoreUnsafe(ref sums);
        (Vector512.LoadUnsafe(ref sums, Lanes.Count) + rest).StoreUnsafe(ref sums, Lanes.Count);
        (Vector512.LoadUnsafe(ref sums, 2 * Lanes.Count) + weight).StoreUnsafe(ref sums, 2 * Lanes.Count);
    }

    private static void AddSlopes(ref double differences, ref double rests, int rows, int width, ref double sums)
    {
        for (int column = 0; column < width; column++)
        {
            nuint at = (nuint)(column * BlockRows);
            Vector512<double> sum = Vector512.LoadUnsafe(ref sums, (nuint)(column * Lanes.Count));
            for (nuint row = 0; row < (nuint)rows; row += Lanes.Count)
            {
                sum = Lanes.MultiplyAdd(Vector512.LoadUnsafe(ref differences, at + row), Vector512.LoadUnsafe(ref rests, row), sum);
            }

            sum.StoreUnsafe(ref sums, (nuint)(column * Lanes.Count));
        }
    }

    private LogisticSums Gather(double[] lanes)
    {
        int at = 0;
        double Next()
        {
            double sum = Lanes.Sum(Vector512.Create<double>(lanes.AsSpan(at, Lanes.Count)));
            at += Lanes.Count;
            return sum;
        }

        int columns = _values.Columns;
        int side = columns + 1;
        var sums = new LogisticSums(columns) { Loss = Next() };
        sums.Slopes[0] = Next();
        sums.Curvature[0] = Next();
        for (int column = 0; column < _values.Width; column++)
        {
            double sum = Next();
            if (column < columns)
            {
                sums.Curvature[column + 1] = sums.Curvature[(column + 1) * side] = sum;
            }
        }

        for (int column = 0; column < _values.Width; column++)
        {
            double sum = Next();
            if (column < columns)
            {
                sums.Slopes[column + 1] = sum;
            }
        }

        for (int i = 0; i < _values.Width; i += Tile)
        {
            for (int j = 0; j <= i; j += Tile)
            {
                for (int entry = 0; entry < Tile * Tile; entry++)
                {
                    (int row, int column) = (i + (entry / Tile), j + (entry % Tile));
                    double sum = Next();

                    // On the diagonal a tile holds both halves, of which rounding may tell one from the other.
                    if (row < columns && column <= row)
                    {
                        sums.Curvature[((row + 1) * side) + column + 1] = sums.Curvature[((column + 1) * side) + row + 1] = sum;
                    }
                }
            }
        }

        return sums;
    }
}

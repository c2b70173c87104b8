using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>One pass over all rows: how likely each group is for each row (the E step), and the sums that the M step needs.</summary>
/// <remarks>The rows are cut into chunks by their number alone and the chunks' sums are added in order, so the number of threads changes nothing.</remarks>
internal sealed class MixturePass
{
    private const int MostChunks = 64;
    private const int FewestRows = 1_024;
    private const int Slab = SlabMatrix.SlabRows;

    private readonly SlabMatrix _data;
    private readonly MixtureShape _shape;
    private readonly ParallelOptions _parallel;
    private readonly int _chunkSlabs;
    private readonly double[][] _chunkSums;

    public MixturePass(SlabMatrix data, MixtureShape shape, ParallelOptions parallel)
    {
        _data = data;
        _shape = shape;
        _parallel = parallel;
        int slabs = Math.Max((data.Slabs + MostChunks - 1) / MostChunks, FewestRows / Slab);
        _chunkSlabs = (slabs + MixtureKernel.BlockSlabs - 1) / MixtureKernel.BlockSlabs * MixtureKernel.BlockSlabs;
        _chunkSums = new double[(data.Slabs + _chunkSlabs - 1) / _chunkSlabs][];
        for (int chunk = 0; chunk < _chunkSums.Length; chunk++)
        {
            _chunkSums[chunk] = new double[shape.Sums];
        }
    }

    /// <summary>Sums up with responsibilities by the parameters.</summary>
    /// <returns>The sums about the parameters' means; the log-likelihood last.</returns>
    public double[] Sum(MixtureParameters parameters) => Run((slab, slabs, scratch) => Expect(parameters, slab, slabs, scratch), parameters, withSums: true);

    /// <summary>Sums up with each row counted to one group.</summary>
    /// <param name="labels">The group of each row; below 0 for a row that counts to none.</param>
    /// <param name="about">What the sums are taken about.</param>
    public double[] SumByLabels(int[] labels, MixtureParameters about) => Run((slab, slabs, scratch) => Count(labels, slab, slabs, scratch), about, withSums: true);

    /// <summary>Computes the log-likelihood of all rows.</summary>
    public double LogLikelihood(MixtureParameters parameters) => Run((slab, slabs, scratch) => Expect(parameters, slab, slabs, scratch), parameters, withSums: false)[^1];

    private double[] Run(Func<int, int, MixtureScratch, double> responsibilities, MixtureParameters about, bool withSums)
    {
        Parallel.For(0, _chunkSums.Length, _parallel, () => new MixtureScratch(_shape), (chunk, _, scratch) =>
        {
            double[] sums = _chunkSums[chunk];
            Array.Clear(scratch.LaneSums);
            sums[^1] = 0;
            int end = Math.Min(_data.Slabs, (chunk + 1) * _chunkSlabs);
            for (int slab = chunk * _chunkSlabs; slab < end; slab += MixtureKernel.BlockSlabs)
            {
                int slabs = Math.Min(MixtureKernel.BlockSlabs, end - slab);
                sums[^1] += responsibilities(slab, slabs, scratch);
                if (withSums)
                {
                    Add(about, slab, slabs, scratch);
                }
            }

            for (int i = 0; i < sums.Length - 1; i++)
            {
                sums[i] = Lanes.Sum(Vector512.Create<double>(scratch.LaneSums.AsSpan(i * Lanes.Count, Lanes.Count)));
            }

            return scratch;
        }, static _ => { });

        double[] all = new double[_shape.Sums];
        foreach (double[] sums in _chunkSums)
        {
            for (int i = 0; i < all.Length; i++)
            {
                all[i] += sums[i];
            }
        }

        return all;
    }

    private double Expect(MixtureParameters parameters, int first, int slabs, MixtureScratch scratch)
    {
        int width = _shape.Width;
        bool full = _shape.Kind is CovarianceKind.Full or CovarianceKind.Tied;
        ref double responsibilities = ref MemoryMarshal.GetArrayDataReference(scratch.Responsibilities);
        ref double differences = ref MemoryMarshal.GetArrayDataReference(scratch.Differences);
        ref double means = ref MemoryMarshal.GetArrayDataReference(parameters.Means);
        Vector512<double> logs = Vector512<double>.Zero;
        Vector512<double> product = Vector512<double>.One;
        for (int slab = 0; slab < slabs; slab++)
        {
            ref double rows = ref _data.Values[(nint)(first + slab) * Slab * width];
            Vector512<double> lowest = Vector512.Create(double.NegativeInfinity);
            Vector512<double> highest = lowest;
            nuint at = (nuint)(slab * Slab);
            for (int group = 0; group < _shape.Groups; group++, at += MixtureKernel.BlockRows)
            {
                ref double mean = ref Unsafe.Add(ref means, group * width);
                ref double factor = ref MemoryMarshal.GetArrayDataReference(parameters.Factors[group]);
                (Vector512<double> low, Vector512<double> high) = full
                    ? MixtureKernel.FullDistances(ref rows, ref mean, ref factor, width, ref differences)
                    : MixtureKernel.DiagonalDistances(ref rows, ref mean, ref factor, width);
                Vector512<double> constant = Vector512.Create(parameters.Constants[group]);
                Vector512<double> half = Vector512.Create(-0.5);
                low = Lanes.MultiplyAdd(half, low, constant);
                high = Lanes.MultiplyAdd(half, high, constant);
                low.StoreUnsafe(ref responsibilities, at);
                high.StoreUnsafe(ref responsibilities, at + Lanes.Count);
                lowest = Lanes.Greatest(lowest, low);
                highest = Lanes.Greatest(highest, high);
            }

            int real = Math.Min(Slab, _data.Rows - ((first + slab) * Slab));
            Share(ref Unsafe.Add(ref responsibilities, slab * Slab), lowest, Math.Clamp(real, 0, Lanes.Count), ref logs, ref product);
            Share(ref Unsafe.Add(ref responsibilities, (slab * Slab) + Lanes.Count), highest, Math.Clamp(real - Lanes.Count, 0, Lanes.Count), ref logs, ref product);
        }

        // The logarithm of a product of few sums, each between 1 and the number of groups, in the place of one for each row.
        double logLikelihood = Lanes.Sum(logs);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            logLikelihood += Math.Log(product[lane]);
        }

        return logLikelihood;
    }

    /// <summary>Turns the logarithms of eight rows into shares that add up to one; rows beyond the last get none.</summary>
    private void Share(ref double column, Vector512<double> largest, int real, ref Vector512<double> logs, ref Vector512<double> product)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        nuint at = 0;
        for (int group = 0; group < _shape.Groups; group++, at += MixtureKernel.BlockRows)
        {
            Vector512<double> share = LaneExponential.Of(Vector512.LoadUnsafe(ref column, at) - largest);
            share.StoreUnsafe(ref column, at);
            sum += share;
        }

        Vector512<double> factor = Vector512<double>.One / sum;
        if (real < Lanes.Count)
        {
            Vector512<double> mask = Vector512.LessThan(Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)real));
            factor = Vector512.ConditionalSelect(mask, factor, Vector512<double>.Zero);
            sum = Vector512.ConditionalSelect(mask, sum, Vector512<double>.One);
            largest = Vector512.ConditionalSelect(mask, largest, Vector512<double>.Zero);
        }

        logs += largest;
        product *= sum;
        at = 0;
        for (int group = 0; group < _shape.Groups; group++, at += MixtureKernel.BlockRows)
        {
            (Vector512.LoadUnsafe(ref column, at) * factor).StoreUnsafe(ref column, at);
        }
    }

    private double Count(int[] labels, int first, int slabs, MixtureScratch scratch)
    {
        Array.Clear(scratch.Responsibilities);
        int start = first * Slab;
        int rows = Math.Min(slabs * Slab, _data.Rows - start);
        for (int row = 0; row < rows; row++)
        {
            if (labels[start + row] >= 0)
            {
                scratch.Responsibilities[(labels[start + row] * MixtureKernel.BlockRows) + row] = 1;
            }
        }

        return 0;
    }

    private void Add(MixtureParameters about, int first, int slabs, MixtureScratch scratch)
    {
        int width = _shape.Width;
        int rows = slabs * Slab;
        ref double block = ref _data.Values[(nint)first * Slab * width];
        ref double differences = ref MemoryMarshal.GetArrayDataReference(scratch.Differences);
        ref double weighted = ref MemoryMarshal.GetArrayDataReference(scratch.Weighted);
        for (int group = 0; group < _shape.Groups; group++)
        {
            ref double weights = ref scratch.Responsibilities[group * MixtureKernel.BlockRows];
            ref double sums = ref scratch.LaneSums[group * _shape.GroupSums * Lanes.Count];
            Vector512<double> weight = Vector512.LoadUnsafe(ref sums);
            for (nuint row = 0; row < (nuint)rows; row += Lanes.Count)
            {
                weight += Vector512.LoadUnsafe(ref weights, row);
            }

            weight.StoreUnsafe(ref sums);
            ref double mean = ref about.Means[group * width];
            MixtureKernel.AddFirst(ref block, slabs, ref weights, ref mean, width, ref differences, ref weighted, ref Unsafe.Add(ref sums, Lanes.Count));
            ref double moments = ref Unsafe.Add(ref sums, (1 + width) * Lanes.Count);
            if (_shape.Kind is CovarianceKind.Full or CovarianceKind.Tied)
            {
                MixtureKernel.AddProducts(ref differences, ref weighted, rows, width, ref moments);
            }
            else
            {
                MixtureKernel.AddSquares(ref differences, ref weighted, rows, width, ref moments);
            }
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The log partial likelihood with ties by Efron or Breslow, in one pass over rows and events, and a second for the information.</summary>
/// <remarks>
/// The information is Σ risk × (hazard that the row lived through) × x xᵀ over rows, less Σ x̄ x̄ᵀ over events: so that sums of squares need not be kept for each time.
/// Chunks of rows depend on the data alone and their sums are added in order, so any number of threads gives the same.
/// </remarks>
internal sealed class CoxPass : ICoxLikelihood
{
    private const double LargestExponent = 700;

    private readonly CoxRows _rows;
    private readonly CoxSlots _slots;
    private readonly ParallelOptions _parallel;
    private readonly double[] _exponents;
    private readonly CoxRiskSums[] _starts;
    private readonly CoxWalk[] _walks;
    private readonly double[] _lived;
    private readonly double[] _weights;

    public CoxPass(CoxRows rows, bool efron, ParallelOptions parallel)
    {
        _rows = rows;
        _slots = rows.Slots;
        IsEfron = efron;
        _parallel = parallel;
        _exponents = new double[rows.Count];
        _weights = new double[rows.Count];
        Risks = new double[rows.Count];
        Hazards = new double[_slots.Count];
        TiedHazards = new double[_slots.Count];
        _lived = new double[_slots.Count];
        _starts = new CoxRiskSums[_slots.ChunkCount];
        _walks = new CoxWalk[_slots.ChunkCount];
        Gradient = new double[rows.Columns];
    }

    public bool IsEfron { get; }

    /// <summary>Gets or sets what to multiply the information of each slot by; null for 1.</summary>
    public double[]? Factors { get; set; }

    /// <summary>Gets or sets where an evaluation writes the mean features of those at risk at each slot; null for nowhere.</summary>
    public CoxSlotMeans? Means { get; set; }

    public double Value { get; private set; }

    public double[] Gradient { get; private set; }

    /// <summary>Gets weight × relative hazard of each row.</summary>
    public double[] Risks { get; }

    /// <summary>Gets the logs of the relative hazards.</summary>
    public ReadOnlySpan<double> Exponents => _exponents;

    /// <summary>Gets the hazard at each slot.</summary>
    public double[] Hazards { get; }

    /// <summary>Gets how much of it those with the event did not live through, by Efron's shares.</summary>
    public double[] TiedHazards { get; }

    /// <summary>Gets for each slot the hazard of it and all earlier times of the stratum, after <see cref="SumHazards"/> or, with factors, <see cref="Information"/>.</summary>
    public double[] Lived => _lived;

    public bool Evaluate(ReadOnlySpan<double> coefficients)
    {
        double[] padded = new double[_rows.Width];
        coefficients.CopyTo(padded);
        bool[] tooLarge = new bool[_slots.ChunkCount];
        ForChunks((chunk, from, to) => tooLarge[chunk] = !Weigh(padded, from, to));
        if (Array.IndexOf(tooLarge, true) >= 0)
        {
            return false;
        }

        FindStarts();
        RowChunks.For(_slots.ChunkCount, 1, _parallel, (chunk, _, _) => _walks[chunk] = CoxWalk.Run(this, _rows, _starts[chunk], _slots.Chunks[chunk], _slots.Chunks[chunk + 1], Factors, Means));
        double value = Bfgs.Dot(padded, _rows.EventSum);
        double[] gradient = _rows.EventSum.AsSpan(0, _rows.Columns).ToArray();
        foreach (CoxWalk walk in _walks)
        {
            value -= walk.LogSum;
            for (int column = 0; column < gradient.Length; column++)
            {
                gradient[column] -= walk.Means[column];
            }
        }

        (Value, Gradient) = (value, gradient);
        return double.IsFinite(value);
    }

    public double[] Information()
    {
        SumHazards();
        double[][] sums = new double[_slots.ChunkCount][];
        ForChunks((chunk, from, to) =>
        {
            Span<double> weights = _weights.AsSpan(from, to - from);
            LivedThrough(from, to, weights);
            double[] sum = _walks[chunk].Products;
            GramSums.Add(_rows.Features.AsSpan(from * _rows.Width, weights.Length * _rows.Width), weights, _rows.Width, _rows.Columns, sum);
            sums[chunk] = sum;
        });
        double[] total = sums[0];
        foreach (double[] sum in sums.AsSpan(1))
        {
            for (int i = 0; i < total.Length; i++)
            {
                total[i] += sum[i];
            }
        }

        return GramSums.Symmetric(total, _rows.Width, _rows.Columns);
    }

    /// <summary>Sums hazards over time, from the earliest of each stratum.</summary>
    public void SumHazards()
    {
        double sum = 0;
        for (int slot = _slots.Count - 1; slot >= 0; slot--)
        {
            sum = _slots.Events[slot] == 0 ? 0 : sum + (Hazards[slot] * (Factors is null ? 1 : Factors[slot]));
            _lived[slot] = sum;
        }
    }

    /// <summary>Gives risk × the hazard that each row lived through; those with the event only part of the last of it, by Efron's shares.</summary>
    private void LivedThrough(int from, int to, Span<double> weights)
    {
        for (int row = from; row < to; row++)
        {
            int slot = _slots.FirstSlots[row];
            double hazard = _lived[slot] - (_slots.LastSlots is null ? 0 : _lived[_slots.LastSlots[row]]);
            weights[row - from] = Risks[row] * (_slots.IsEvent(row, slot) ? hazard - (TiedHazards[slot] * (Factors is null ? 1 : Factors[slot])) : hazard);
        }
    }

    // Relative hazards of rows; false where one is too large.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Weigh(double[] coefficients, int from, int to)
    {
        int width = _rows.Width;
        ref double by = ref MemoryMarshal.GetArrayDataReference(coefficients);
        ref double feature = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows.Features), (nint)from * width);
        for (int row = from; row < to; row++, feature = ref Unsafe.Add(ref feature, width))
        {
            Vector512<double> sum = Vector512.LoadUnsafe(ref feature) * Vector512.LoadUnsafe(ref by);
            for (nuint column = Lanes.Count; column < (nuint)width; column += Lanes.Count)
            {
                sum = Lanes.MultiplyAdd(Vector512.LoadUnsafe(ref feature, column), Vector512.LoadUnsafe(ref by, column), sum);
            }

            // Halves and quarters: the same order of additions on every processor.
            Vector256<double> half = sum.GetLower() + sum.GetUpper();
            Vector128<double> quarter = half.GetLower() + half.GetUpper();
            _exponents[row] = quarter[0] + quarter[1];
        }

        Span<double> last = stackalloc double[Lanes.Count];
        var largest = Vector512.Create(double.NegativeInfinity);
        int place = from;
        for (; place + Lanes.Count <= to; place += Lanes.Count)
        {
            var exponents = Vector512.Create<double>(_exponents.AsSpan(place, Lanes.Count));
            largest = Vector512.Max(largest, exponents);
            (LaneExponential.Of(exponents) * Vector512.Create<double>(_rows.Weights.AsSpan(place, Lanes.Count))).CopyTo(Risks.AsSpan(place, Lanes.Count));
        }

        if (place < to)
        {
            last.Clear();
            _exponents.AsSpan(place, to - place).CopyTo(last);
            var exponents = Vector512.Create<double>(last);
            largest = Vector512.Max(largest, exponents);
            LaneExponential.Of(exponents).CopyTo(last);
            for (int row = place; row < to; row++)
            {
                Risks[row] = last[row - place] * _rows.Weights[row];
            }
        }

        return Vector512.LessThanAll(largest, Vector512.Create(LargestExponent));
    }

    // The sums over those at risk with which each chunk begins.
    private void FindStarts()
    {
        CoxRiskSums[] ends = new CoxRiskSums[_slots.ChunkCount];
        RowChunks.For(_slots.ChunkCount - 1, 1, _parallel, (chunk, _, _) =>
        {
            var sums = new CoxRiskSums(_rows.Width, _slots.LastSlots is not null);
            sums.Advance(_rows, Risks, _slots.Chunks[chunk], _slots.Chunks[chunk + 1]);
            ends[chunk] = sums;
        });
        _starts[0] = new CoxRiskSums(_rows.Width, _slots.LastSlots is not null);
        for (int chunk = 1; chunk < _starts.Length; chunk++)
        {
            _starts[chunk] = ends[chunk - 1].HasEnded ? ends[chunk - 1] : ends[chunk - 1].Plus(_starts[chunk - 1]);
        }
    }

    private void ForChunks(Action<int, int, int> work) => RowChunks.For(
        _slots.ChunkCount, 1, _parallel, (chunk, _, _) => work(chunk, _slots.From(_slots.Chunks[chunk]), _slots.Ends[_slots.Chunks[chunk + 1] - 1]));
}

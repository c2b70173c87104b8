using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>A walk over a chunk of slots from late to early, with what it adds to the likelihood and its derivatives.</summary>
internal sealed class CoxWalk
{
    private const int BufferRows = 64;

    private readonly CoxPass _pass;
    private readonly CoxRows _rows;
    private readonly double[] _buffer;
    private readonly double[] _weights = new double[BufferRows];
    private readonly double[] _tied;
    private readonly CoxSlotMeans? _slotMeans;
    private int _buffered;
    private double _factor;

    private CoxWalk(CoxPass pass, CoxRows rows, CoxSlotMeans? means)
    {
        _slotMeans = means;
        _pass = pass;
        _rows = rows;
        _buffer = new double[BufferRows * rows.Width];
        _tied = new double[rows.Width];
        Means = new double[rows.Width];
        Products = new double[rows.Columns * rows.Width];
    }

    /// <summary>Gets Σ weight × log of the risk of all at risk, over events.</summary>
    public double LogSum { get; private set; }

    /// <summary>Gets Σ weight × mean features of those at risk.</summary>
    public double[] Means { get; }

    /// <summary>Gets −Σ weight × mean × mean turned, of these.</summary>
    public double[] Products { get; }

    /// <param name="pass">Where risks are read, and hazards written.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="start">The sums over those at risk before the first slot.</param>
    /// <param name="from">The first slot.</param>
    /// <param name="to">The slot after the last.</param>
    /// <param name="factors">What to multiply the products of each slot by; null for 1.</param>
    /// <param name="means">Where the means of each slot go; null for nowhere.</param>
    public static CoxWalk Run(CoxPass pass, CoxRows rows, CoxRiskSums start, int from, int to, double[]? factors, CoxSlotMeans? means)
    {
        var walk = new CoxWalk(pass, rows, means);
        CoxRiskSums sums = start.Copy();
        double[] buffer = new double[rows.Width];
        for (int slot = from; slot < to; slot++)
        {
            sums.Advance(rows, pass.Risks, slot);
            if (rows.Slots.Events[slot] > 0)
            {
                walk._factor = factors is null ? 1 : factors[slot];
                walk.Take(slot, sums.Read(buffer));
            }
        }

        walk.Flush();
        return walk;
    }

    private void Take(int slot, ReadOnlySpan<double> atRisk)
    {
        int events = _rows.Slots.Events[slot];
        int end = _rows.Slots.Ends[slot];
        double weight = 0;
        for (int row = end - events; row < end; row++)
        {
            weight += _rows.Weights[row];
        }

        if (!_pass.IsEfron || events == 1)
        {
            _pass.Hazards[slot] = Compare(slot, atRisk, 0, weight, 1);
            _pass.TiedHazards[slot] = 0;
            return;
        }

        Array.Clear(_tied);
        for (int row = end - events; row < end; row++)
        {
            ReadOnlySpan<double> features = _rows.Row(row);
            for (int column = 0; column < _tied.Length; column++)
            {
                _tied[column] += _pass.Risks[row] * features[column];
            }
        }

        double hazard = 0;
        double tiedHazard = 0;
        for (int i = 0; i < events; i++)
        {
            double share = i / (double)events;
            double step = Compare(slot, atRisk, share, weight / events, 1.0 / events);
            hazard += step;
            tiedHazard += step * share;
        }

        _pass.Hazards[slot] = hazard;
        _pass.TiedHazards[slot] = tiedHazard;
    }

    // One event against those at risk less a share of the tied ones. Gives its hazard.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Compare(int slot, ReadOnlySpan<double> atRisk, double share, double weight, double part)
    {
        int width = _rows.Width;
        double all = atRisk[_rows.Columns] - (share * _tied[_rows.Columns]);
        LogSum += weight * Math.Log(all);
        ref double from = ref MemoryMarshal.GetReference(atRisk);
        ref double tied = ref MemoryMarshal.GetArrayDataReference(_tied);
        ref double means = ref MemoryMarshal.GetArrayDataReference(Means);
        ref double to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), _buffered * width);
        var by = Vector512.Create(1 / all);
        var less = Vector512.Create(-share);
        var weights = Vector512.Create(weight);
        for (nuint column = 0; column < (nuint)width; column += Lanes.Count)
        {
            Vector512<double> mean = by * Lanes.MultiplyAdd(less, Vector512.LoadUnsafe(ref tied, column), Vector512.LoadUnsafe(ref from, column));
            mean.StoreUnsafe(ref to, column);
            Lanes.MultiplyAdd(weights, mean, Vector512.LoadUnsafe(ref means, column)).StoreUnsafe(ref means, column);
        }

        _slotMeans?.Add(slot, _buffer.AsSpan(_buffered * width, width), weight / all, share, part);
        _weights[_buffered] = -weight * _factor;
        if (++_buffered == BufferRows)
        {
            Flush();
        }

        return weight / all;
    }

    private void Flush()
    {
        GramSums.Add(_buffer.AsSpan(0, _buffered * _rows.Width), _weights.AsSpan(0, _buffered), _rows.Width, _rows.Columns, Products);
        _buffered = 0;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Sums of risk × features over the rows at risk, from the latest time of a stratum back.</summary>
internal sealed class CoxRiskSums
{
    // Rows that come in late are taken off again, which would leave the rounding of all that was ever in the sum: it is kept apart and put back.
    private readonly double[]? _lost;

    public CoxRiskSums(int width, bool isTakenFrom)
    {
        Values = new double[width];
        _lost = isTakenFrom ? new double[width] : null;
    }

    private CoxRiskSums(double[] values, double[]? lost) => (Values, _lost) = (values, lost);

    public double[] Values { get; }

    /// <summary>Gets whether a stratum ended since the sums began.</summary>
    public bool HasEnded { get; private set; }

    public CoxRiskSums Plus(CoxRiskSums earlier)
    {
        double[] values = [.. Values];
        double[]? lost = (double[]?)_lost?.Clone();
        for (int i = 0; i < values.Length; i++)
        {
            if (lost is null)
            {
                values[i] += earlier.Values[i];
            }
            else
            {
                lost[i] += earlier._lost![i];
                double sum = values[i] + earlier.Values[i];
                double part = sum - values[i];
                lost[i] += (values[i] - (sum - part)) + (earlier.Values[i] - part);
                values[i] = sum;
            }
        }

        return new CoxRiskSums(values, lost);
    }

    public CoxRiskSums Copy() => new([.. Values], (double[]?)_lost?.Clone());

    /// <summary>Goes on to a slot: takes in the rows that left then or after it, and off those that came in then or later.</summary>
    public void Advance(CoxRows rows, double[] risks, int slot)
    {
        CoxSlots slots = rows.Slots;
        if (slots.Events[slot] == 0)
        {
            Array.Clear(Values);
            _lost?.AsSpan().Clear();
            HasEnded = true;
            return;
        }

        int end = slots.Ends[slot];
        if (_lost is null)
        {
            Add(rows.Features, risks, slots.From(slot), end, rows.Width);
            return;
        }

        for (int row = slots.From(slot); row < end; row++)
        {
            AddExactly(rows.Row(row), risks[row]);
        }

        foreach (int row in slots.Entering.AsSpan(slots.EnteringFrom![slot], slots.EnteringFrom[slot + 1] - slots.EnteringFrom[slot]))
        {
            AddExactly(rows.Row(row), -risks[row]);
        }
    }

    /// <summary>Goes over slots at once.</summary>
    public void Advance(CoxRows rows, double[] risks, int from, int to)
    {
        if (_lost is not null)
        {
            for (int slot = from; slot < to; slot++)
            {
                Advance(rows, risks, slot);
            }

            return;
        }

        // Only what comes after the last end of a stratum is still in the sums.
        int first = to;
        while (first > from && rows.Slots.Events[first - 1] > 0)
        {
            first--;
        }

        if (first > from)
        {
            Advance(rows, risks, first - 1);
        }

        if (first < to)
        {
            Add(rows.Features, risks, rows.Slots.From(first), rows.Slots.Ends[to - 1], rows.Width);
        }
    }

    /// <summary>Writes the sums, with what rounding took from them put back.</summary>
    public ReadOnlySpan<double> Read(Span<double> buffer)
    {
        if (_lost is null)
        {
            return Values;
        }

        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = Values[i] + _lost[i];
        }

        return buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(double[] features, double[] risks, int from, int to, int width)
    {
        ref double sums = ref MemoryMarshal.GetArrayDataReference(Values);
        ref double feature = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(features), (nint)from * width);
        for (int row = from; row < to; row++, feature = ref Unsafe.Add(ref feature, width))
        {
            var risk = Vector512.Create(risks[row]);
            for (nuint column = 0; column < (nuint)width; column += Lanes.Count)
            {
                Lanes.MultiplyAdd(risk, Vector512.LoadUnsafe(ref feature, column), Vector512.LoadUnsafe(ref sums, column)).StoreUnsafe(ref sums, column);
            }
        }
    }

    // The error of a sum exactly: Knuth, "The Art of Computer Programming" 2, section 4.2.2, theorem B.
    private void AddExactly(ReadOnlySpan<double> features, double risk)
    {
        for (int column = 0; column < features.Length; column += Lanes.Count)
        {
            Vector512<double> term = Vector512.Create(risk) * Vector512.Create(features[column..]);
            var old = Vector512.Create<double>(Values.AsSpan(column));
            Vector512<double> sum = old + term;
            Vector512<double> part = sum - old;
            Vector512<double> error = (old - (sum - part)) + (term - part);
            sum.CopyTo(Values.AsSpan(column));
            (Vector512.Create<double>(_lost.AsSpan(column)) + error).CopyTo(_lost.AsSpan(column));
        }
    }
}

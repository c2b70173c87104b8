using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Applies coefficients to rows, eight columns at a time.</summary>
internal sealed class LogisticScorer
{
    private const int RowsBetweenChecks = 65_536;

    private readonly double _baseline;
    private readonly double[] _coefficients;
    private readonly double[] _means;

    public LogisticScorer(LogisticModel model)
    {
        _baseline = model.Baseline;
        _coefficients = [.. model.Coefficients.Select(static coefficient => coefficient.Value)];
        _means = [.. model.Coefficients.Select(static coefficient => coefficient.Mean)];
    }

    public void Margins(double[] values, Span<double> margins, CancellationToken cancellationToken)
    {
        int width = _coefficients.Length;
        for (int row = 0; row < margins.Length; row++)
        {
            if (row % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            margins[row] = Margin(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)row * width));
        }
    }

    public void Contributions(double[] values, Span<double> contributions, CancellationToken cancellationToken)
    {
        int width = _coefficients.Length;
        for (int row = 0; row < values.Length / width; row++)
        {
            if (row % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Contribute(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)row * width), contributions.Slice(row * width, width));
        }
    }

    private double Margin(ref double row)
    {
        ref double coefficients = ref MemoryMarshal.GetArrayDataReference(_coefficients);
        ref double means = ref MemoryMarshal.GetArrayDataReference(_means);
        nuint width = (nuint)_coefficients.Length;
        nuint column = 0;
        Vector512<double> sums = Vector512<double>.Zero;
        for (; column + Lanes.Count <= width; column += Lanes.Count)
        {
            sums += Parts(Vector512.LoadUnsafe(ref row, column), Vector512.LoadUnsafe(ref means, column), Vector512.LoadUnsafe(ref coefficients, column));
        }

        double sum = _baseline + Lanes.Sum(sums);
        for (; column < width; column++)
        {
            sum += Part(Unsafe.Add(ref row, column), Unsafe.Add(ref means, column), Unsafe.Add(ref coefficients, column));
        }

        return sum;
    }

    private void Contribute(ref double row, Span<double> contributions)
    {
        ref double coefficients = ref MemoryMarshal.GetArrayDataReference(_coefficients);
        ref double means = ref MemoryMarshal.GetArrayDataReference(_means);
        ref double to = ref MemoryMarshal.GetReference(contributions);
        nuint width = (nuint)contributions.Length;
        nuint column = 0;
        for (; column + Lanes.Count <= width; column += Lanes.Count)
        {
            Parts(Vector512.LoadUnsafe(ref row, column), Vector512.LoadUnsafe(ref means, column), Vector512.LoadUnsafe(ref coefficients, column)).StoreUnsafe(ref to, column);
        }

        for (; column < width; column++)
        {
            Unsafe.Add(ref to, column) = Part(Unsafe.Add(ref row, column), Unsafe.Add(ref means, column), Unsafe.Add(ref coefficients, column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Parts(Vector512<double> values, Vector512<double> means, Vector512<double> coefficients)
    {
        // A comparison with what is not a number is false.
        Vector512<double> known = Vector512.LessThanOrEqual(Vector512.Abs(values), Vector512.Create(double.MaxValue));
        return ((values - means) * coefficients) & known;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Part(double value, double mean, double coefficient) => double.IsFinite(value) ? (value - mean) * coefficient : 0;
}

using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Scores single rows by a mixture.</summary>
internal sealed class MixtureScorer(MixtureParameters parameters)
{
    /// <summary>How many numbers are kept on the stack at most.</summary>
    public const int MostOnStack = 64;

    private const int Slab = SlabMatrix.SlabRows;

    public MixtureParameters Parameters { get; } = parameters;

    public GroupAssignment Assign(ReadOnlySpan<double> scaled)
    {
        int groups = Parameters.Shape.Groups;
        Span<double> logs = groups <= MostOnStack ? stackalloc double[MostOnStack] : new double[groups];
        logs = logs[..groups];
        double logDensity = LogDensities(scaled, logs);
        if (!double.IsFinite(logDensity))
        {
            return GroupAssignment.Nobody;
        }

        int best = 0;
        for (int group = 1; group < groups; group++)
        {
            best = logs[group] > logs[best] ? group : best;
        }

        double squared = -2 * (logs[best] - Parameters.Constants[best]);
        return new GroupAssignment(best, Math.Sqrt(Math.Max(0, squared)), Math.Min(1, Math.Exp(logs[best] - logDensity)));
    }

    /// <summary>Computes the shares of the groups, and returns the logarithm of the density; not a number, and no shares, for a row that is not complete.</summary>
    public double Responsibilities(ReadOnlySpan<double> scaled, Span<double> shares)
    {
        double logDensity = LogDensities(scaled, shares);
        for (int group = 0; group < shares.Length; group++)
        {
            shares[group] = double.IsFinite(logDensity) ? Math.Exp(shares[group] - logDensity) : 0;
        }

        return logDensity;
    }

    private double LogDensities(ReadOnlySpan<double> scaled, Span<double> logs)
    {
        foreach (double value in scaled)
        {
            if (!double.IsFinite(value))
            {
                return double.NaN;
            }
        }

        Measure(scaled, logs);
        double largest = double.NegativeInfinity;
        foreach (double log in logs)
        {
            largest = Math.Max(largest, log);
        }

        double sum = 0;
        foreach (double log in logs)
        {
            sum += Math.Exp(log - largest);
        }

        return largest + Math.Log(sum);
    }

    private void Measure(ReadOnlySpan<double> scaled, Span<double> logs)
    {
        MixtureShape shape = Parameters.Shape;
        int width = shape.Width;
        bool small = width * Slab <= MostOnStack * Slab;
        Span<double> slab = small ? stackalloc double[MostOnStack * Slab] : new double[width * Slab];
        Span<double> differences = small ? stackalloc double[MostOnStack * Slab] : new double[width * Slab];
        slab[..(width * Slab)].Clear();
        for (int column = 0; column < scaled.Length; column++)
        {
            slab[column * Slab] = scaled[column];
        }

        for (int group = 0; group < logs.Length; group++)
        {
            ref double mean = ref Parameters.Means[group * width];
            ref double factor = ref MemoryMarshal.GetArrayDataReference(Parameters.Factors[group]);
            double squared = shape.Kind is CovarianceKind.Full or CovarianceKind.Tied
                ? MixtureKernel.FullDistances(ref MemoryMarshal.GetReference(slab), ref mean, ref factor, width, ref MemoryMarshal.GetReference(differences)).Low[0]
                : MixtureKernel.DiagonalDistances(ref MemoryMarshal.GetReference(slab), ref mean, ref factor, width).Low[0];
            logs[group] = Parameters.Constants[group] - (squared / 2);
        }
    }
}

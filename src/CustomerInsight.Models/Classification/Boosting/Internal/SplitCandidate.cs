using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The best way found to split a leaf.</summary>
/// <param name="Gain">Twice by how much it lowers the penalised loss; negative infinity where there is no way.</param>
/// <param name="Column">Which column is asked for.</param>
/// <param name="LeftBins">A bit for each bin that goes left.</param>
/// <param name="Left">The sums of what goes left: gradient, and second derivative with rows.</param>
internal readonly record struct SplitCandidate(double Gain, int Column, Vector256<ulong> LeftBins, Vector128<long> Left)
{
    public static readonly SplitCandidate None = new(double.NegativeInfinity, -1, default, default);

    public bool IsLeft(int bin) => ((LeftBins[bin >> 6] >> (bin & 63)) & 1) != 0;
}

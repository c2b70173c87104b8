using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>How derivatives of the loss become whole numbers, whose sums are the same in any order.</summary>
/// <remarks>
/// A row adds two words: its gradient, and its second derivative with a 1 for the row itself below it. Sums over all rows stay within 62, 35 and 28 bits.
/// <para>Source: the idea of whole-number histograms, Shi et al., "Quantized Training of Gradient Boosting Decision Trees", NeurIPS 2022; with many more bits here.</para>
/// </remarks>
internal readonly struct SumScale
{
    public const int CountBits = 28;
    public const long CountMask = (1L << CountBits) - 1;
    public const int MostRows = 1 << CountBits;

    public SumScale(int rows, double largestWeight)
    {
        int bits = BitOperations.Log2((uint)rows) + 1;
        Gradient = Math.ScaleB(1, 62 - bits) / largestWeight;
        Hessian = Math.ScaleB(1, 35 - bits + 2) / largestWeight;
        Loss = Math.ScaleB(1, 52 - bits) / largestWeight;
        OneGradient = 1 / Gradient;
        OneHessian = 1 / Hessian;
    }

    public double Gradient { get; }

    public double Hessian { get; }

    public double Loss { get; }

    public double OneGradient { get; }

    public double OneHessian { get; }

    public static int Rows(long hessianAndRows) => (int)(hessianAndRows & CountMask);

    public static long HessianSum(long hessianAndRows) => hessianAndRows >> CountBits;
}

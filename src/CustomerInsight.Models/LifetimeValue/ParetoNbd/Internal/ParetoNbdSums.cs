namespace CustomerInsight.Models;

/// <summary>Sums over customers: the part of ln L that depends on times, and its derivatives in the logs of the parameters.</summary>
internal readonly record struct ParetoNbdSums(double Value, double ByR, double ByAlpha, double ByS, double ByBeta)
{
    public static ParetoNbdSums operator +(ParetoNbdSums left, ParetoNbdSums right) => new(
        left.Value + right.Value, left.ByR + right.ByR, left.ByAlpha + right.ByAlpha, left.ByS + right.ByS, left.ByBeta + right.ByBeta);
}

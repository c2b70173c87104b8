namespace CustomerInsight.Models;

/// <summary>Draws counts of a given mean and dispersion: Poisson, or negative binomial where they vary more.</summary>
internal sealed class CountDraws
{
    private readonly double[] _cumulative;

    /// <param name="mean">Above 0.</param>
    /// <param name="dispersion">Variance over mean, at least 1.</param>
    public CountDraws(double mean, double dispersion)
    {
        double deviation = Math.Sqrt(mean * dispersion);
        int low = (int)Math.Max(0, mean - (12 * deviation));
        int high = (int)Math.Ceiling(mean + (16 * deviation) + (20 * dispersion));
        _cumulative = new double[high + 1 - low];
        First = low;
        double sum = 0;
        for (int count = low; count <= high; count++)
        {
            sum += Math.Exp(LogProbability(count, mean, dispersion));
            _cumulative[count - low] = sum;
        }
    }

    private int First { get; }

    public int Next(SeededRandom random)
    {
        double draw = random.NextDouble() * _cumulative[^1];
        int found = Array.BinarySearch(_cumulative, draw);
        return First + (found < 0 ? ~found : found + 1);
    }

    private static double LogProbability(int count, double mean, double dispersion)
    {
        double factorial = MathNet.Numerics.SpecialFunctions.FactorialLn(count);
        if (dispersion == 1)
        {
            return (count * Math.Log(mean)) - mean - factorial;
        }

        double shape = mean / (dispersion - 1);
        return MathNet.Numerics.SpecialFunctions.GammaLn(shape + count) - MathNet.Numerics.SpecialFunctions.GammaLn(shape) - factorial
            + (count * Math.Log((dispersion - 1) / dispersion)) - (shape * Math.Log(dispersion));
    }
}

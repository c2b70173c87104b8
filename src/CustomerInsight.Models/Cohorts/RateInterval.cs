using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Between which rates the true one lies, with some confidence.</summary>
/// <param name="Low">The lower end, in [0, 1].</param>
/// <param name="High">The upper end, in [0, 1], at least <paramref name="Low"/>.</param>
public readonly record struct RateInterval(double Low, double High)
{
    /// <summary>Finds Wilson's score interval, which keeps its promise for few customers and for rates near 0 and 1 too.</summary>
    internal static RateInterval Of(double hits, double all, double confidence)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a confidence between 0 and 1, such as 0.95.");
        }

        double z = Math.Sqrt(2) * MathNet.Numerics.SpecialFunctions.ErfInv(confidence);
        double rate = hits / all;
        double spread = z * z / all;
        double centre = (rate + (spread / 2)) / (1 + spread);
        double half = z / (1 + spread) * Math.Sqrt(((rate * (1 - rate)) + (spread / 4)) / all);

        // Rounding must not move the ends off the rates that are certain.
        return new RateInterval(hits == 0 ? 0 : Math.Max(0, centre - half), hits == all ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>Writes the interval.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low * 100:0.0} % to {High * 100:0.0} %");
}

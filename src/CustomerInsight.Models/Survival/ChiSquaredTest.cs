using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>A test whose statistic is distributed as chi-squared where there is nothing to be found.</summary>
/// <param name="Name">What is tested, or how.</param>
/// <param name="Statistic">The statistic. At least 0.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom. At least 0.</param>
public sealed record ChiSquaredTest(string Name, double Statistic, int DegreesOfFreedom)
{
    /// <summary>Gets how probable so large a statistic is where there is nothing to be found.</summary>
    public double PValue => Statistic > 0 && DegreesOfFreedom > 0 ? SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, Statistic / 2) : 1;

    /// <summary>Writes the test.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Statistic:0.###} on {DegreesOfFreedom} degrees of freedom, p {PValue:G3}");
}

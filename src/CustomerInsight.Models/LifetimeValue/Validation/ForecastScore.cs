namespace CustomerInsight.Models;

/// <summary>How near a forecast came to what customers did.</summary>
/// <param name="Forecast">The model's name, or one of <see cref="BaselineNames"/>.</param>
/// <param name="IsBaseline">Whether it is a forecast that needs no model.</param>
/// <param name="Expected">What it expected of all customers together.</param>
/// <param name="Actual">What came.</param>
/// <param name="Bias">Expected less actual of a customer on average: above 0 where it expected too much.</param>
/// <param name="MeanAbsoluteError">How far it was off for a customer on average, either way.</param>
/// <param name="RootMeanSquaredError">The root of the mean square of that, in which large errors weigh more; expected values are the best forecasts by it.</param>
/// <param name="Correlation">Pearson's correlation of expected and actual over customers; null where one of them is the same for all.</param>
public sealed record ForecastScore(
    string Forecast, bool IsBaseline, double Expected, double Actual, double Bias, double MeanAbsoluteError, double RootMeanSquaredError, double? Correlation)
{
    /// <summary>Gets the mean log of the probability that the model gave to what each customer did: the higher the better, and highest for the true model; null for what gives no probabilities.</summary>
    /// <remarks>Of more than 10,000 different customers, 10,000 are asked about, every n-th customer in the order of the patterns. <para>Source: Good, "Rational Decisions", Journal of the Royal Statistical Society B 14(1), 1952.</para></remarks>
    public double? LogScore { get; init; }

    /// <summary>Gets the error in the total: 0.05 where 5 % more was expected than came; null where nothing came.</summary>
    public double? TotalError => Actual == 0 ? null : (Expected / Actual) - 1;
}

using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A fitted parameter and how well the data determine it.</summary>
/// <param name="Name">Its name in the literature, such as <c>alpha</c>.</param>
/// <param name="Value">The estimate, in the model's unit.</param>
/// <param name="StandardError">Its standard error, in the same unit; null where the search did not converge or the data do not determine it.</param>
/// <param name="Low">Where its 95 % interval begins; null with <paramref name="StandardError"/>. Intervals of parameters above 0 are symmetric on the log scale, so that they stay above 0.</param>
/// <param name="High">Where that interval ends.</param>
public readonly record struct ParameterEstimate(string Name, double Value, double? StandardError, double? Low, double? High)
{
    /// <summary>Writes the estimate with its interval, where there is one.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Low is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Name}={Value:G6}")
        : string.Create(CultureInfo.InvariantCulture, $"{Name}={Value:G6} ({Low:G6} to {High:G6})");
}

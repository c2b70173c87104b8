using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>An estimate, without labels, of how many of all matching pairs the blocking rules find.</summary>
/// <param name="Share">The share found, from 0 to 1.</param>
/// <param name="Low">The lower end of a 95 % interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Matches">How many probable matches of sampled records it rests on.</param>
/// <remarks>
/// Capture and recapture: matches of a sample of records are sought by every rule that was considered, far more than are used. Latent classes of clean
/// and of faulty records say how often a match would agree in nothing that any of these rules reads, and so how many are never seen. What the
/// model takes for a match counts as one: where it errs, so does the estimate.
/// <para>Source: Manrique-Vallier, "Bayesian population size estimation using Dirichlet process mixtures", Biometrics 72(4), 2016, here with few classes and maximum likelihood.</para>
/// </remarks>
public sealed record BlockingRecall(double Share, double Low, double High, int Matches)
{
    /// <summary>Writes the estimate for a person.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"blocking rules find an estimated {Share:P1} of all matching pairs (95 % interval {Low:P1} to {High:P1}, from {Matches:#,0} sampled matches)");
}

namespace CustomerInsight.Models;

/// <summary>What a model of the BG/NBD family knows of a customer who is alive, time in days.</summary>
/// <remarks>
/// A purchase takes k = <see cref="Regularity"/> stages, which come at the customer's rate λ. Given that the customer is alive, λ and the stage j reached
/// since the last purchase have the joint density ∝ Gamma(λ; s, β) · (λτ)ʲ / j!, j &lt; k: on its own, λ ~ Gamma(s + j, β) in stage j,
/// whose weight is ∝ (s)ⱼ / j! · (τ/β)ʲ. The drop-out is p ~ Beta(a, b) whatever λ and j are.
/// <para>Source: Reutterer, Platzer, Schröder, "Leveraging purchase regularity for predicting customer behavior the easy way",
/// International Journal of Research in Marketing 38(1), 2021 (the model); the stages are those of its Erlang distribution.</para>
/// </remarks>
/// <param name="Shape">s: r + kx.</param>
/// <param name="Rate">β: α + T.</param>
/// <param name="A">The first parameter of the drop-out.</param>
/// <param name="B">Its second, after the purchases made.</param>
/// <param name="Regularity">k.</param>
/// <param name="SilentDays">τ: T − t_x.</param>
/// <param name="Stage">j where it is known, which τ then tells no more about; below 0 where not.</param>
internal readonly record struct LivingCustomer(double Shape, double Rate, double A, double B, int Regularity, double SilentDays, int Stage = LivingCustomer.AnyStage)
{
    private const int AnyStage = -1;

    /// <summary>ln Σⱼ (s)ⱼ / j! · (τ/β)ʲ: by how much more probable silence is than where every stage is a purchase.</summary>
    public double LogOfStages
    {
        get
        {
            double term = 1;
            double sum = 1;
            for (int j = 0; j < Regularity - 1; j++)
            {
                term *= (Shape + j) / (j + 1) * (SilentDays / Rate);
                sum += term;
            }

            return Math.Log(sum);
        }
    }

    /// <summary>Whether the stage is known.</summary>
    public bool HasStage => Stage >= 0;

    /// <summary>Writes how probable each stage is.</summary>
    public void WriteStages(Span<double> weights)
    {
        if (HasStage)
        {
            weights.Clear();
            weights[Stage] = 1;
            return;
        }

        double sum = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            weights[j] = j == 0 ? 1 : weights[j - 1] * (Shape + j - 1) / j * (SilentDays / Rate);
            sum += weights[j];
        }

        foreach (ref double weight in weights)
        {
            weight /= sum;
        }
    }
}

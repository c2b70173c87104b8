namespace CustomerInsight.Models;

/// <summary>The mean features of those at risk at each time of events: what residuals are measured from.</summary>
internal sealed class CoxSlotMeans
{
    private readonly int _width;

    public CoxSlotMeans(int slots, int width)
    {
        _width = width;
        Means = new double[slots * width];
        OfHazards = new double[slots * width];
        OfTied = new double[slots * width];
    }

    /// <summary>Gets the mean over the events of each slot.</summary>
    public double[] Means { get; }

    /// <summary>Gets Σ hazard × mean; after <see cref="Sum"/>, of the slot and all earlier times of its stratum.</summary>
    public double[] OfHazards { get; }

    /// <summary>Gets Σ share × hazard × mean: what those with the event did not live through.</summary>
    public double[] OfTied { get; }

    /// <summary>Takes in one event of a slot.</summary>
    public void Add(int slot, ReadOnlySpan<double> mean, double hazard, double share, double part)
    {
        int at = slot * _width;
        for (int column = 0; column < mean.Length; column++)
        {
            Means[at + column] += part * mean[column];
            OfHazards[at + column] += hazard * mean[column];
            OfTied[at + column] += hazard * share * mean[column];
        }
    }

    /// <summary>Sums hazard × mean over time, from the earliest of each stratum.</summary>
    public void Sum(CoxSlots slots)
    {
        for (int slot = slots.Count - 2; slot >= 0; slot--)
        {
            int at = slot * _width;
            for (int column = 0; column < _width && slots.Events[slot] > 0; column++)
            {
                OfHazards[at + column] += OfHazards[at + _width + column];
            }
        }
    }
}
